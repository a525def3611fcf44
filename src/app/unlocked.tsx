import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { HomeScreen } from '#screens/home/home-screen.tsx';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { type SyncCommands, SyncContext } from '#storage/sync/use-sync.ts';
import { useAll, useWorkspace, WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { AppFooter, AppHeader, AppNav, SyntheticBanner } from '#ui/app-frame.tsx';
import { Boundary } from '#ui/boundary.tsx';
import { Link, NavigateContext } from '#ui/link.tsx';
import { SkipLinks } from '#ui/skip-links.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { StatusStrip } from '#ui/status-strip.tsx';
import { currentItem } from './current-item.ts';
import { type Locker, startLocker } from './locker.ts';
import { Notices } from './notices-later.ts';
import { useOfflineReady } from './offline-ready.ts';
import { keepPlace, keepThisPlace, returnToPlace } from './place-keeper.ts';
import { SaveFailures, useSavedText } from './save-status.tsx';

const FinishStarting = lazy(async () => ({
  default: (await import('./finish-starting.tsx')).FinishStarting,
}));
const Screens = lazy(async () => ({ default: (await import('./screens.tsx')).Screens }));
const SyncRunner = lazy(async () => ({
  default: (await import('./sync-runner.tsx')).SyncRunner,
}));
const Guard = lazy(async () => ({ default: (await import('./guard.tsx')).Guard }));

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
        <Frame locker={locker}>
          <CurrentScreen />
        </Frame>
      </NavigateContext>
    </WorkspaceContext>
  );
}

interface FrameProps {
  readonly locker: Locker | undefined;
  readonly children: ReactNode;
}

function Frame({ locker, children }: FrameProps) {
  const [path] = useLocation();
  const saved = useSavedText();
  const offline = useOfflineReady();
  const [settings] = useAll('settings');
  const inSession = /^\/(sessions\/[^/]+|groups\/[^/]+\/session)(\/|$)/.test(path);
  const workspace = useWorkspace();
  const { ports, queue } = workspace;
  useAll('staff');
  const save = useCallback(() => queue.flush(), [queue]);
  const lock = useCallback(() => void locker?.lock(), [locker]);

  const [hidden, setHidden] = useState(false);
  const [finding, setFinding] = useState(false);
  const current = currentItem(path);
  const tool = (href: string, label: string) => (
    <Link href={href} className="" aria-current={href === current ? 'page' : undefined}>
      {label}
    </Link>
  );
  const key = (keys: string) => (settings?.shortcuts === false ? undefined : keys);
  const [sync, setSync] = useState<SyncCommands>();
  const atRest = useAtRest();
  const isSupervised = settings !== undefined && settings.supervisorRef !== '';
  const supervises = !isSupervised || practitioners(workspace).length > 0;
  const nav = useMemo(
    () => navFor(current, isSupervised, supervises),
    [current, isSupervised, supervises],
  );

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
        status={<StatusStrip saved={saved} connection={sync?.words || offline} />}
        tools={
          <>
            {settings && (
              <button
                type="button"
                aria-keyshortcuts={key('Control+K')}
                onClick={() => setFinding(true)}
              >
                Go to
              </button>
            )}
            {settings && supervises && tool('/entries/new', 'Record a decision')}
            {tool('/help', 'Help')}
            {tool('/settings', 'Settings')}
            <button
              type="button"
              aria-keyshortcuts={key('Control+Shift+L')}
              onClick={() => setHidden(true)}
            >
              Hide
            </button>
            <button type="button" onClick={lock}>
              Lock
            </button>
          </>
        }
      />
      {settings?.synthetic && <SyntheticBanner />}
      <AppNav items={nav} />
      <SaveFailures />
      <div className="fp-page">
        <Suspense fallback={null}>
          <Notices beforeUpdate={save} leave={lock} />
        </Suspense>
      </div>
      <SyncContext value={sync}>
        <Boundary at={path} instead={NOT_SHOWN}>
          {children}
        </Boundary>
      </SyncContext>
      <Boundary at={path}>
        <Suspense fallback={null}>
          {atRest && !settings?.synthetic && <SyncRunner onChange={setSync} lock={lock} />}
          {locker && (atRest || hidden || finding) && (
            <Guard
              locker={locker}
              hidden={hidden}
              onHide={setHidden}
              finding={finding}
              onFind={setFinding}
            />
          )}
        </Suspense>
      </Boundary>
      <AppFooter>
        <span>Footprint {__APP_VERSION__}</span>
      </AppFooter>
    </StatusRegion>
  );
}

/** A screen that is not on this device yet, with the network gone, or one that failed. */
const NOT_SHOWN = (
  <p className="fp-page govuk-body" role="alert">
    This page could not be shown. What you typed is saved. Lock and unlock again.
  </p>
);

const REST_MS = 1_000;

/** A second after the first page was drawn: what Home does not need waits until then. */
function useAtRest(): boolean {
  const [atRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return atRest;
}

/** Somebody who is supervised prepares first, whoever supervises records; some do both. */
function navFor(current: string, isSupervised: boolean, supervises: boolean) {
  const item = (href: string, label: string) => ({
    href,
    label,
    current: href === current,
  });
  return [
    item('/', 'Home'),
    ...(isSupervised ? [item('/prepare', 'Prepare')] : []),
    item('/sessions', 'Sessions'),
    item('/children', 'My list'),
    item('/actions', 'Actions'),
    ...(isSupervised ? [item('/handover', 'Files')] : []),
    ...(supervises ? [item('/records', 'To record')] : []),
    item('/backup', 'Back up'),
  ];
}

function CurrentScreen() {
  const [path] = useLocation();
  const [settings] = useAll('settings');
  // Every screen reckons by them.
  useAll('profiles');
  useAll('holidays');
  // The ways in were made and the browser stopped before this was answered: ask again, lose nothing.
  if (!settings) {
    return (
      <Suspense fallback={null}>
        <FinishStarting />
      </Suspense>
    );
  }
  if (path === '/') return <HomeScreen />;
  return (
    <Suspense fallback={<p className="fp-page govuk-body">Opening</p>}>
      <Screens />
    </Suspense>
  );
}
