import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { CollectionName } from '#domain/collections.ts';
import type { StaffRef } from '#domain/ids.ts';
import { AgendaScreen } from '#screens/agenda/agenda-screen.tsx';
import { AgreeScreen } from '#screens/agree/agree-screen.tsx';
import { AgreementScreen } from '#screens/agreement/agreement-screen.tsx';
import {
  ChildBroughtInScreen,
  StaffBroughtInScreen,
} from '#screens/brought-in/brought-in-screen.tsx';
import { CancelScreen } from '#screens/cancel/cancel-screen.tsx';
import { ChildScreen } from '#screens/caseload/child-screen.tsx';
import { EntitlementScreen } from '#screens/entitlement/entitlement-screen.tsx';
import { EntryScreen } from '#screens/entry/entry-screen.tsx';
import { GroupAgendaScreen } from '#screens/group/group-agenda-screen.tsx';
import { GroupScreen } from '#screens/group/group-screen.tsx';
import { GroupSessionScreen } from '#screens/group/group-session-screen.tsx';
import { HandOverScreen } from '#screens/handover/hand-over-screen.tsx';
import type { HandoverCommands } from '#screens/handover/handover-commands.ts';
import { MonitoringScreen } from '#screens/monitoring/monitoring-screen.tsx';
import { ObservationScreen } from '#screens/observation/observation-screen.tsx';
import { PractitionerScreen } from '#screens/practitioner/practitioner-screen.tsx';
import { PrepareScreen } from '#screens/prepare/prepare-screen.tsx';
import { SessionScreen } from '#screens/session/session-screen.tsx';
import { SettingsScreen } from '#screens/settings/settings-screen.tsx';
import { changeSettings } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { NavigateContext } from '#ui/link.tsx';
import { earlierRows, earlierWorkspace } from './earlier-rows.ts';
import { openAgain } from './workspaces.ts';

/** The real form of each collection that has one, over a row that a first version and a later one wrote. */

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [priyasEntry, adasEntry, dansEntry] = [id(2), id(3), id(71)];
const openSession = id(21);
const group = id(32);

type Press = (user: UserEvent) => Promise<void>;
const press =
  (name: string): Press =>
  (user) =>
    user.click(screen.getByRole('button', { name }));

const pressWithReason =
  (name: string): Press =>
  async (user) => {
    const button = screen.getByRole('button', { name });
    const form = within(button.closest('form') as HTMLElement); // a button of a form
    await user.type(form.getByLabelText('Reason'), 'It was spelt wrongly');
    await user.click(button);
  };

interface Form {
  readonly collection: CollectionName;
  readonly rowId: string;
  readonly screen: ReactElement;
  readonly label: string | RegExp;
  /** On the practitioner's own device. */
  readonly isHers?: true;
  readonly save?: Press;
}

const commands = {} as HandoverCommands; // none is called
const forms: readonly Form[] = [
  {
    ...{ collection: 'settings', rowId: 'settings', label: 'Organisation or agency' },
    ...{ screen: <SettingsScreen />, save: press('Save settings') },
  },
  {
    ...{ collection: 'staff', rowId: priyasEntry, label: 'Reason for it' },
    ...{ screen: <PractitionerScreen rowId={priyasEntry} />, save: press('Save') },
  },
  {
    ...{ collection: 'children', rowId: adasEntry, label: 'Name' },
    ...{ screen: <ChildScreen rowId={adasEntry} />, save: pressWithReason('Save the correction') },
  },
  {
    ...{ collection: 'sessions', rowId: id(22), label: /^What I want to talk about/ },
    screen: <AgendaScreen sessionId={id(22)} />,
  },
  {
    ...{ collection: 'notes', rowId: id(24), label: 'Notes' },
    screen: <SessionScreen sessionId={openSession} item="notes" />,
  },
  {
    ...{ collection: 'discussions', rowId: id(41), label: 'Brief note' },
    screen: <SessionScreen sessionId={openSession} item={adasEntry} />,
  },
  {
    ...{ collection: 'agreements', rowId: id(25), label: 'Where' },
    screen: <AgreementScreen rowId={priyasEntry} />,
  },
  {
    ...{ collection: 'responses', rowId: id(29), label: 'What helps me (optional)' },
    ...{ screen: <AgreementScreen rowId={priyasEntry} />, isHers: true },
  },
  {
    ...{ collection: 'responses', rowId: id(28), label: 'Comments (optional)' },
    ...{ screen: <AgreeScreen sessionId={id(20)} />, isHers: true },
  },
  {
    ...{ collection: 'responses', rowId: id(27), label: 'What the work is doing to me' },
    ...{ screen: <PrepareScreen item={undefined} />, isHers: true },
  },
  {
    ...{ collection: 'preparations', rowId: id(50), label: 'Things I want from supervision' },
    ...{ screen: <PrepareScreen item={undefined} />, isHers: true },
  },
  {
    ...{ collection: 'entitlements', rowId: id(37), label: 'What was difficult (optional)' },
    ...{ screen: <EntitlementScreen id={id(37)} />, isHers: true },
  },
  {
    ...{ collection: 'entryDrafts', rowId: id(43), label: 'Why' },
    screen: <EntryScreen id={id(43)} />,
  },
  {
    ...{ collection: 'observations', rowId: id(34), label: 'What went well' },
    screen: <ObservationScreen id={id(34)} />,
  },
  {
    ...{ collection: 'monitoring', rowId: id(35), label: 'Areas to develop' },
    screen: <MonitoringScreen id={id(35)} />,
  },
  {
    ...{ collection: 'cancellations', rowId: id(36), label: 'Cancelled by' },
    screen: <CancelScreen sessionId={id(39)} />,
  },
  {
    ...{ collection: 'groups', rowId: group, label: 'What the group agreed' },
    screen: <GroupScreen groupId={group} />,
  },
  {
    ...{ collection: 'groups', rowId: group, label: 'Length of this group in minutes' },
    screen: <GroupAgendaScreen groupId={group} />,
  },
  {
    ...{ collection: 'groupDiscussions', rowId: id(42), label: 'What was discussed' },
    screen: <GroupSessionScreen groupId={group} item={id(42)} />,
  },
  {
    ...{
      collection: 'handoverNotes',
      rowId: id(38),
      label: 'What should the new supervisor know?',
    },
    screen: <HandOverScreen rowId={dansEntry} commands={commands} />,
  },
  {
    ...{ collection: 'childBroughtIn', rowId: id(139), label: 'Text' },
    screen: <ChildBroughtInScreen id={id(139)} />,
  },
  {
    ...{ collection: 'staffBroughtIn', rowId: id(144), label: 'Text' },
    screen: <StaffBroughtInScreen id={id(144)} />,
  },
];

const TYPED = 'Typed today';

it.each(forms)(
  '$collection, $label: typed into, all that was there is kept',
  { timeout: 20_000 },
  async (form) => {
    const { collection, rowId, label, save } = form;
    const workspace = await earlierWorkspace();
    if (form.isHers) await changeSettings(workspace, { me: 'S1' as StaffRef, supervisorRef: 'me' });
    const user = userEvent.setup({ delay: null });
    render(
      <WorkspaceContext value={workspace}>
        <NavigateContext value={() => {}}>{form.screen}</NavigateContext>
      </WorkspaceContext>,
    );
    const field = (await screen.findAllByLabelText(label))[0] as HTMLElement; // found: there is a first
    await user.click(field);
    await user.paste(TYPED);
    await save?.(user);
    await act(async () => void (await workspace.queue.flush()));

    const row = earlierRows(collection).find((each) => each.id === rowId);
    const stored = async () =>
      JSON.stringify((await openAgain(workspace)).set.find(collection, rowId)?.body);
    await waitFor(async () => expect(await stored()).toContain(TYPED));
    const body = (await openAgain(workspace)).set.find(collection, rowId)?.body;
    expect(leftOut(row?.body, body)).toEqual([]);
  },
);

/** The places where a field of a later version was and is not any more. */
function leftOut(before: unknown, now: unknown, at = ''): readonly string[] {
  if (typeof before !== 'object' || before === null) return [];
  const fields = now as Readonly<Record<string, unknown>> | undefined;
  if (fields === undefined) return [at];
  return Object.entries(before).flatMap(([key, value]) => {
    const path = `${at}.${key}`;
    if (key === 'fromALaterVersion') return fields[key] === value ? [] : [path];
    return leftOut(value, fields[key], path);
  });
}
