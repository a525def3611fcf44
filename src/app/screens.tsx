import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useAll } from '#storage/use-workspace.ts';
import { ShortcutsContext } from '#ui/use-shortcuts.ts';
import { HandedOverGate } from './handed-over-gate.tsx';

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
  CancelSession: lazy(async () => ({
    default: (await import('#screens/cancel/cancel-screen.tsx')).CancelScreen,
  })),
  Gap: lazy(async () => ({
    default: (await import('#screens/cancel/gap-screen.tsx')).GapScreen,
  })),
  Entitlement: lazy(async () => ({
    default: (await import('#screens/entitlement/entitlement-screen.tsx')).EntitlementScreen,
  })),
  Finish: lazy(async () => ({
    default: (await import('#screens/finish/finish-screen.tsx')).FinishScreen,
  })),
  DecisionRecord: lazy(async () => ({
    default: (await import('#screens/record/decision-record-screen.tsx')).DecisionRecordScreen,
  })),
  Record: lazy(async () => ({
    default: (await import('#screens/record/record-screen.tsx')).RecordScreen,
  })),
  ToRecord: lazy(async () => ({
    default: (await import('#screens/record/to-record-screen.tsx')).ToRecordScreen,
  })),
  StaffFile: lazy(async () => ({
    default: (await import('#screens/staff-file/staff-file-screen.tsx')).StaffFileScreen,
  })),
  Access: lazy(async () => ({
    default: (await import('#screens/access/access-screen.tsx')).AccessScreen,
  })),
  Entry: lazy(async () => ({
    default: (await import('#screens/entry/entry-screen.tsx')).EntryScreen,
  })),
  Observation: lazy(async () => ({
    default: (await import('#screens/observation/observation-screen.tsx')).ObservationScreen,
  })),
  MonitoringList: lazy(async () => ({
    default: (await import('#screens/monitoring/monitoring-list-screen.tsx')).MonitoringListScreen,
  })),
  Monitoring: lazy(async () => ({
    default: (await import('#screens/monitoring/monitoring-screen.tsx')).MonitoringScreen,
  })),
  PlanGroup: lazy(async () => ({
    default: (await import('#screens/group/plan-group-screen.tsx')).PlanGroupScreen,
  })),
  Group: lazy(async () => ({
    default: (await import('#screens/group/group-screen.tsx')).GroupScreen,
  })),
  GroupAgenda: lazy(async () => ({
    default: (await import('#screens/group/group-agenda-screen.tsx')).GroupAgendaScreen,
  })),
  GroupSession: lazy(async () => ({
    default: (await import('#screens/group/group-session-screen.tsx')).GroupSessionScreen,
  })),
  EndGroup: lazy(async () => ({
    default: (await import('#screens/group/end-group-screen.tsx')).EndGroupScreen,
  })),
  FinishGroup: lazy(async () => ({
    default: (await import('#screens/group/finish-group-screen.tsx')).FinishGroupScreen,
  })),
  Actions: lazy(async () => ({
    default: (await import('#screens/actions/actions-screen.tsx')).ActionsScreen,
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
  BringInOld: lazy(async () => ({
    default: (await import('#screens/brought-in/choose-whose-screen.tsx')).ChooseWhoseScreen,
  })),
  ChildBroughtIn: lazy(async () => ({
    default: (await import('#screens/brought-in/brought-in-screen.tsx')).ChildBroughtInScreen,
  })),
  StaffBroughtIn: lazy(async () => ({
    default: (await import('#screens/brought-in/brought-in-screen.tsx')).StaffBroughtInScreen,
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
  HandOver: lazy(async () => ({
    default: (await import('./handover-pages.tsx')).HandOverPage,
  })),
  Cover: lazy(async () => ({
    default: (await import('./handover-pages.tsx')).CoverPage,
  })),
  CoverBack: lazy(async () => ({
    default: (await import('./handover-pages.tsx')).CoverBackPage,
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
  Sync: lazy(async () => ({
    default: (await import('#screens/sync/sync-screen.tsx')).SyncScreen,
  })),
  KeptTexts: lazy(async () => ({
    default: (await import('#screens/sync/kept-texts-screen.tsx')).KeptTextsScreen,
  })),
  WaysIn: lazy(async () => ({
    default: (await import('./ways-in-page.tsx')).WaysInPage,
  })),
  WriteUp: lazy(async () => ({
    default: (await import('#screens/print/write-up-screen.tsx')).WriteUpScreen,
  })),
  Print: lazy(async () => ({
    default: (await import('#screens/print/print-screen.tsx')).PrintScreen,
  })),
  BlankForms: lazy(async () => ({
    default: (await import('#screens/print/blank-forms-screen.tsx')).BlankFormsScreen,
  })),
  BlankForm: lazy(async () => ({
    default: (await import('#screens/print/blank-forms-screen.tsx')).BlankFormScreen,
  })),
  Keeping: lazy(async () => ({
    default: (await import('#screens/keeping/keeping-screen.tsx')).KeepingScreen,
  })),
  KeepingSettings: lazy(async () => ({
    default: (await import('#screens/keeping/keeping-settings-screen.tsx')).KeepingSettingsScreen,
  })),
  Export: lazy(async () => ({
    default: (await import('#screens/export/export-screen.tsx')).ExportScreen,
  })),
  ExportRecord: lazy(async () => ({
    default: (await import('#screens/export/export-record-screen.tsx')).ExportRecordScreen,
  })),
  ExportEverything: lazy(async () => ({
    default: (await import('#screens/export/everything-screen.tsx')).EverythingScreen,
  })),
  OpenExport: lazy(async () => ({
    default: (await import('#screens/export/open-export-screen.tsx')).OpenExportScreen,
  })),
  Calendar: lazy(async () => ({
    default: (await import('#screens/export/calendar-screen.tsx')).CalendarScreen,
  })),
  Help: lazy(async () => ({
    default: (await import('#screens/help/help-screen.tsx')).HelpScreen,
  })),
};

/** Every screen but Home, each fetched when it is gone to. Home does not wait for this list. */
export function Screens() {
  const [settings] = useAll('settings');
  return (
    <ShortcutsContext value={settings?.shortcuts !== false}>
      <HandedOverGate>
        <Routes />
      </HandedOverGate>
    </ShortcutsContext>
  );
}

function Routes() {
  return (
    <Switch>
      <Route path="/sessions">
        <screens.Sessions />
      </Route>
      <Route path="/sessions/:id/end">{({ id }) => <screens.EndSession sessionId={id} />}</Route>
      <Route path="/sessions/:id/agenda">{({ id }) => <screens.Agenda sessionId={id} />}</Route>
      <Route path="/sessions/:id/cancel">
        {({ id }) => <screens.CancelSession sessionId={id} />}
      </Route>
      <Route path="/gaps/:id">{({ id }) => <screens.Gap rowId={id} />}</Route>
      <Route path="/entitlement/:id">{({ id }) => <screens.Entitlement id={id} />}</Route>
      <Route path="/sessions/:id/finish">{({ id }) => <screens.Finish sessionId={id} />}</Route>
      <Route path="/sessions/:id/:item?">
        {({ id, item }) => <screens.Session sessionId={id} item={item} />}
      </Route>
      <Route path="/entries/:id/:about?">
        {({ id, about }) => <screens.Entry id={id} about={about} />}
      </Route>
      <Route path="/observations/:id/:about?">
        {({ id, about }) => <screens.Observation id={id} about={about} />}
      </Route>
      <Route path="/monitoring">
        <screens.MonitoringList />
      </Route>
      <Route path="/monitoring/:id/:about?">
        {({ id, about }) => <screens.Monitoring id={id} about={about} />}
      </Route>
      <Route path="/groups/plan">
        <screens.PlanGroup />
      </Route>
      <Route path="/groups/:id/agenda">{({ id }) => <screens.GroupAgenda groupId={id} />}</Route>
      <Route path="/groups/:id/end">{({ id }) => <screens.EndGroup groupId={id} />}</Route>
      <Route path="/groups/:id/finish">{({ id }) => <screens.FinishGroup groupId={id} />}</Route>
      <Route path="/groups/:id/session/:item?">
        {({ id, item }) => <screens.GroupSession groupId={id} item={item} />}
      </Route>
      <Route path="/groups/:id">{({ id }) => <screens.Group groupId={id} />}</Route>
      <Route path="/prepare/:item?">{({ item }) => <screens.Prepare item={item} />}</Route>
      <Route path="/agreements/:id">{({ id }) => <screens.Agreement rowId={id} />}</Route>
      <Route path="/agree/:id">{({ id }) => <screens.Agree sessionId={id} />}</Route>
      <Route path="/handover">
        <screens.Handover />
      </Route>
      <Route path="/handover/open">
        <screens.OpenHandover />
      </Route>
      <Route path="/handover/supervisee/:id">{({ id }) => <screens.HandOver rowId={id} />}</Route>
      <Route path="/handover/cover">
        <screens.Cover />
      </Route>
      <Route path="/handover/cover/:id">{({ id }) => <screens.CoverBack rowId={id} />}</Route>
      <Route path="/handover/make/:id">{({ id }) => <screens.MakeHandover rowId={id} />}</Route>
      <Route path="/actions">
        <screens.Actions />
      </Route>
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
      <Route path="/brought-in">
        <screens.BringInOld />
      </Route>
      <Route path="/brought-in/child/:id/:about?">
        {({ id, about }) => <screens.ChildBroughtIn id={id} about={about} />}
      </Route>
      <Route path="/brought-in/staff/:id/:about?">
        {({ id, about }) => <screens.StaffBroughtIn id={id} about={about} />}
      </Route>
      <Route path="/records">
        <screens.ToRecord />
      </Route>
      <Route path="/supervision-file">
        <screens.StaffFile />
      </Route>
      <Route path="/access/:kind?/:id?">
        {({ kind, id }) => <screens.Access kind={kind} rowId={id} />}
      </Route>
      <Route path="/records/:id/decision">
        {({ id }) => <screens.DecisionRecord recordId={id} />}
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
      <Route path="/sync">
        <screens.Sync />
      </Route>
      <Route path="/sync/texts/:id">{({ id }) => <screens.KeptTexts recordId={id} />}</Route>
      <Route path="/settings/ways-in">
        <screens.WaysIn />
      </Route>
      <Route path="/write-up/:id?">{({ id }) => <screens.WriteUp sessionId={id} />}</Route>
      <Route path="/print/blank">
        <screens.BlankForms />
      </Route>
      <Route path="/print/blank/:form">{({ form }) => <screens.BlankForm form={form} />}</Route>
      <Route path="/print/:kind/:id">
        {({ kind, id }) => <screens.Print kind={kind} id={id} />}
      </Route>
      <Route path="/keeping">
        <screens.Keeping />
      </Route>
      <Route path="/keeping/settings">
        <screens.KeepingSettings />
      </Route>
      <Route path="/export">
        <screens.Export />
      </Route>
      <Route path="/export/everything">
        <screens.ExportEverything />
      </Route>
      <Route path="/export/open">
        <screens.OpenExport />
      </Route>
      <Route path="/export/calendar">
        <screens.Calendar />
      </Route>
      <Route path="/export/record/:id">{({ id }) => <screens.ExportRecord recordId={id} />}</Route>
      <Route path="/help">
        <screens.Help />
      </Route>
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  );
}
