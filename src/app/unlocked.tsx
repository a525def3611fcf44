import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { HomeScreen } from '#screens/home/home-screen.tsx';
import { useAll, useWorkspace, WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { AppFooter, AppHeader, AppNav, SyntheticBanner } from '#ui/app-frame.tsx';
import { Link, NavigateContext } from '#ui/link.tsx';
import { SkipLinks } from '#ui/skip-links.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { StatusStrip } from '#ui/status-strip.tsx';
import { type Locker, startLocker } from './locker.ts';
import { useOfflineReady } from './offline-ready.ts';
import { keepPlace, keepThisPlace, returnToPlace } from './place-keeper.ts';
import { SaveFailures, useSavedText } from './save-status.tsx';
import { UpdateNotice } from './update-notice.tsx';

const screens = {
  Sessions: lazy(async () => ({
    default: (await import('#screens/sessions/sessions-screen.tsx')).SessionsScreen,
  })),
  Session: lazy(async () => ({
    default: (await import('#screens/session/session-screen.tsx')).SessionScreen,
  })),
  EndSession: lazy(async () => ({
    default: (await import('#screens/session/end-session-screen.tsx')).EndSessionScreen,
  })),
  Finish: lazy(async () => ({
    default: (await import('#screens/finish/finish-screen.tsx')).FinishScreen,
  })),
  Record: lazy(async () => ({
    default: (await import('#screens/record/record-screen.tsx')).RecordScreen,
  })),
  ToRecord: lazy(async () => ({
    default: (await import('#screens/record/to-record-screen.tsx')).ToRecordScreen,
  })),
  Caseload: lazy(async () => ({
    default: (await import('#screens/caseload/caseload-screen.tsx')).CaseloadScreen,
  })),
  AddChild: lazy(async () => ({
    default: (await import('#screens/caseload/add-child-screen.tsx')).AddChildScreen,
  })),
  PasteRows: lazy(async () => ({
    default: (await import('#screens/caseload/paste-rows-screen.tsx')).PasteRowsScreen,
  })),
  Import: lazy(async () => ({
    default: (await import('#screens/caseload/import-screen.tsx')).ImportScreen,
  })),
  LastDiscussed: lazy(async () => ({
    default: (await import('#screens/caseload/last-discussed-screen.tsx')).LastDiscussedScreen,
  })),
  Child: lazy(async () => ({
    default: (await import('#screens/caseload/child-screen.tsx')).ChildScreen,
  })),
  Practitioner: lazy(async () => ({
    default: (await import('#screens/practitioner/practitioner-screen.tsx')).PractitionerScreen,
  })),
  Agenda: lazy(async () => ({
    default: (await import('#screens/agenda/agenda-screen.tsx')).AgendaScreen,
  })),
  Prepare: lazy(async () => ({
    default: (await import('#screens/prepare/prepare-screen.tsx')).PrepareScreen,
  })),
  Agreement: lazy(async () => ({
    default: (await import('#screens/agreement/agreement-screen.tsx')).AgreementScreen,
  })),
  Agree: lazy(async () => ({
    default: (await import('#screens/agree/agree-screen.tsx')).AgreeScreen,
  })),
  Handover: lazy(async () => ({
    default: (await import('#screens/handover/handover-screen.tsx')).HandoverScreen,
  })),
  MakeHandover: lazy(async () => ({
    default: (await import('./handover-pages.tsx')).MakeHandoverPage,
  })),
  OpenHandover: lazy(async () => ({
    default: (await import('./handover-pages.tsx')).OpenHandoverPage,
  })),
  Policy: lazy(async () => ({
    default: (await import('#screens/policy/policy-screen.tsx')).PolicyScreen,
  })),
  EditPolicy: lazy(async () => ({
    default: (await import('#screens/policy/edit-policy-screen.tsx')).EditPolicyScreen,
  })),
  LoadPolicy: lazy(async () => ({
    default: (await import('#screens/policy/load-policy-screen.tsx')).LoadPolicyScreen,
  })),
  Holidays: lazy(async () => ({
    default: (await import('#screens/policy/holidays-screen.tsx')).HolidaysScreen,
  })),
  Backup: lazy(async () => ({
    default: (await import('#screens/backup/backup-screen.tsx')).BackupScreen,
  })),
  Settings: lazy(async () => ({
    default: (await import('#screens/settings/settings-screen.tsx')).SettingsScreen,
  })),
  ChangePassphrase: lazy(async () => ({
    default: (await import('./change-passphrase-page.tsx')).ChangePassphrasePage,
  })),
  FinishStarting: lazy(async () => ({
    default: (await import('./finish-starting.tsx')).FinishStarting,
  })),
  Help: lazy(async () => ({
    default: (await import('#screens/help/help-screen.tsx')).HelpScreen,
  })),
};

/** Everything a person sees while their records are open. */
export function Unlocked({ workspace }: { readonly workspace: Workspace }) {
  const [path, setLocation] = useLocation();
  const navigate = useCallback((href: string) => setLocation(href), [setLocation]);
  const [locker, setLocker] = useState<Locker>();
  // Not before the last place was read: keeping this one would overwrite it.
  const [isBack, setIsBack] = useState(false);

  useEffect(() => {
    const started = startLocker(workspace);
    setLocker(started);
    return started.stop;
  }, [workspace]);
  useEffect(() => {
    void returnToPlace(workspace, navigate).finally(() => setIsBack(true));
  }, [workspace, navigate]);
  useEffect(() => (isBack ? keepPlace(workspace) : undefined), [workspace, isBack]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is kept when the path changes
  useEffect(() => {
    if (isBack) void keepThisPlace(workspace);
  }, [workspace, isBack, path]);

  return (
    <WorkspaceContext value={workspace}>
      <NavigateContext value={navigate}>
        <Frame lock={locker?.lock}>
          <Screens />
        </Frame>
      </NavigateContext>
    </WorkspaceContext>
  );
}

interface FrameProps {
  readonly lock: (() => Promise<boolean>) | undefined;
  readonly children: ReactNode;
}

function Frame({ lock, children }: FrameProps) {
  const [path] = useLocation();
  const saved = useSavedText();
  const offline = useOfflineReady();
  const [settings] = useAll('settings');
  const inSession = /^\/sessions\/[^/]+(\/|$)/.test(path);
  const { ports, queue } = useWorkspace();
  const save = useCallback(() => queue.flush(), [queue]);
  const leave = useCallback(() => void lock?.(), [lock]);

  const isSupervised = settings !== undefined && settings.supervisorRef !== '';
  const nav = useMemo(() => navFor(path, isSupervised), [path, isSupervised]);

  return (
    <StatusRegion resting={saved} now={ports.nowMs}>
      <SkipLinks
        links={[
          { targetId: 'main', label: 'Skip to main content' },
          ...(inSession
            ? [
                { targetId: 'notes', label: 'Skip to notes' },
                { targetId: 'cases', label: 'Skip to case list' },
              ]
            : []),
        ]}
      />
      <AppHeader
        status={<StatusStrip saved={saved} connection={offline} />}
        tools={
          <>
            <Link href="/help" className="">
              Help
            </Link>
            <Link href="/settings" className="">
              Settings
            </Link>
            <button type="button" onClick={() => void lock?.()}>
              Lock
            </button>
          </>
        }
      />
      {settings?.synthetic && <SyntheticBanner />}
      <AppNav items={nav} />
      <SaveFailures />
      <div className="fp-page">
        <UpdateNotice beforeUpdate={save} leave={leave} />
      </div>
      {children}
      <AppFooter>
        <span>Footprint {__APP_VERSION__}</span>
      </AppFooter>
    </StatusRegion>
  );
}

/** Somebody who is supervised prepares first; the rest is the same app. */
function navFor(path: string, isSupervised: boolean) {
  const item = (href: string, label: string) => ({
    href,
    label,
    current: href === '/' ? path === '/' : path.startsWith(href),
  });
  return [
    item('/', 'Home'),
    ...(isSupervised ? [item('/prepare', 'Prepare')] : []),
    item('/sessions', 'Sessions'),
    item('/children', 'My list'),
    ...(isSupervised ? [item('/handover', 'Files')] : [item('/records', 'To record')]),
    item('/backup', 'Back up'),
  ];
}

function Screens() {
  const [settings] = useAll('settings');
  // Every screen reckons by them.
  useAll('profiles');
  useAll('holidays');
  // The ways in were made and the browser stopped before this was answered: ask again, lose nothing.
  if (!settings) {
    return (
      <Suspense fallback={null}>
        <screens.FinishStarting />
      </Suspense>
    );
  }
  return (
    <Suspense fallback={<p className="fp-page govuk-body">Opening</p>}>
      <Switch>
        <Route path="/">
          <HomeScreen />
        </Route>
        <Route path="/sessions">
          <screens.Sessions />
        </Route>
        <Route path="/sessions/:id/end">{({ id }) => <screens.EndSession sessionId={id} />}</Route>
        <Route path="/sessions/:id/agenda">{({ id }) => <screens.Agenda sessionId={id} />}</Route>
        <Route path="/sessions/:id/finish">{({ id }) => <screens.Finish sessionId={id} />}</Route>
        <Route path="/sessions/:id/:item?">
          {({ id, item }) => <screens.Session sessionId={id} item={item} />}
        </Route>
        <Route path="/prepare/:item?">{({ item }) => <screens.Prepare item={item} />}</Route>
        <Route path="/agreements/:id">{({ id }) => <screens.Agreement rowId={id} />}</Route>
        <Route path="/agree/:id">{({ id }) => <screens.Agree sessionId={id} />}</Route>
        <Route path="/handover">
          <screens.Handover />
        </Route>
        <Route path="/handover/open">
          <screens.OpenHandover />
        </Route>
        <Route path="/handover/make/:id">{({ id }) => <screens.MakeHandover rowId={id} />}</Route>
        <Route path="/children">
          <screens.Caseload />
        </Route>
        <Route path="/children/add">
          <screens.AddChild />
        </Route>
        <Route path="/children/paste">
          <screens.PasteRows />
        </Route>
        <Route path="/children/import">
          <screens.Import />
        </Route>
        <Route path="/children/last-discussed">
          <screens.LastDiscussed />
        </Route>
        <Route path="/children/:id">{({ id }) => <screens.Child rowId={id} />}</Route>
        <Route path="/practitioners/:id">{({ id }) => <screens.Practitioner rowId={id} />}</Route>
        <Route path="/records">
          <screens.ToRecord />
        </Route>
        <Route path="/records/:id">{({ id }) => <screens.Record recordId={id} />}</Route>
        <Route path="/policy">
          <screens.Policy />
        </Route>
        <Route path="/policy/edit">
          <screens.EditPolicy />
        </Route>
        <Route path="/policy/load">
          <screens.LoadPolicy />
        </Route>
        <Route path="/policy/holidays">
          <screens.Holidays />
        </Route>
        <Route path="/backup">
          <screens.Backup />
        </Route>
        <Route path="/settings">
          <screens.Settings />
        </Route>
        <Route path="/settings/passphrase">
          <screens.ChangePassphrase />
        </Route>
        <Route path="/help">
          <screens.Help />
        </Route>
        <Route>
          <Redirect to="/" />
        </Route>
      </Switch>
    </Suspense>
  );
}
