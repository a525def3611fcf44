import { act, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { ChildScreen } from '#screens/caseload/child-screen.tsx';
import { RecordScreen } from '#screens/record/record-screen.tsx';
import { ToRecordScreen } from '#screens/record/to-record-screen.tsx';
import { SessionScreen } from '#screens/session/session-screen.tsx';
import { StaffFileScreen } from '#screens/staff-file/staff-file-screen.tsx';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { findPart, noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import { settleClash } from '#storage/sync/settle-clash.ts';
import { type NeedsPerson, SyncContext } from '#storage/sync/use-sync.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { updated } from '#storage/writes.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { readyBrief } from './builders.ts';
import { needing, syncCommands } from './sync-now.ts';
import { aWorkspace, givePriya, write } from './workspaces.ts';

beforeEach(() => {
  const query = { matches: true, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => query); // a wide screen: jsdom has none
});

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();

/** A session that is ended, with one child’s record and the notes finished, or with neither. */
async function held({ isFinished }: { readonly isFinished: boolean }) {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace Hill' }]);
  const session = await startSession(workspace, priya);
  await write(workspace, session, 'C1', brief);
  if (isFinished) {
    await endSession(workspace, session, there);
    await finaliseChild(workspace, session, 'C1');
    const note = noteOf(workspace, session);
    if (note)
      await workspace.change(() => [updated(note, { ...note.body, text: 'Well.' } as StaffNote)]);
    await finaliseNote(workspace, session);
  }
  const recordId = [...workspace.set.all('childRecords').keys()][0] ?? '';
  const noteId = noteOf(workspace, session)?.id ?? '';
  const show = (page: ReactNode, ...needsPerson: readonly NeedsPerson[]) =>
    render(
      <WorkspaceContext value={workspace}>
        <StatusRegion resting="" now={() => 0}>
          <SyncContext value={syncCommands({ needsPerson })}>{page}</SyncContext>
        </StatusRegion>
      </WorkspaceContext>,
    );
  return { workspace, session, recordId, noteId, show };
}

const refused = (id: string) => needing(id, { state: 'refused', refusedFor: 'not_yours' });
const marks = (name: RegExp) => screen.queryAllByRole('link', { name });

it('a child’s record that was not taken is marked on the child’s page and in the queue', async () => {
  const { workspace, recordId, show } = await held({ isFinished: true });
  const child = <ChildScreen rowId={findChild(workspace, 'C1')?.id ?? ''} />;
  const { unmount } = show(child, refused(recordId));
  expect(marks(/^See why ?, .*20 November 2026$/)).toHaveLength(1);
  unmount();
  const queue = show(<ToRecordScreen />, refused(recordId));
  expect(marks(/^See why ?, Grace Hill$/)).toHaveLength(1);
  queue.unmount();
  show(child);
  expect(marks(/^See why/)).toEqual([]);
});

it('its own page says that it waits, or that it was not taken', async () => {
  const { recordId, show } = await held({ isFinished: true });
  const { unmount } = show(<RecordScreen recordId={recordId} />);
  expect(await screen.findByText('Not sent')).toBeVisible();
  unmount();
  show(<RecordScreen recordId={recordId} />, refused(recordId));
  expect(marks(/^See why$/)).toHaveLength(1);
  expect(screen.queryByText('Not sent')).toBeNull();
});

it('a record of the supervision file is marked in its list and on its page', async () => {
  const { noteId, session, show } = await held({ isFinished: true });
  const { unmount } = show(<StaffFileScreen />, refused(noteId));
  expect(marks(/^See why ?, Priya Shah/)).toHaveLength(1);
  unmount();
  const own = show(<SessionScreen sessionId={session} item="notes" />, refused(noteId));
  const pane = () => within(document.getElementById('notes') as HTMLElement);
  expect(pane().getByRole('link', { name: 'See why' })).toBeVisible();
  own.unmount();
  show(<SessionScreen sessionId={session} item="notes" />);
  expect(await pane().findByText('Not sent')).toBeVisible();
});

it('in a session the rows say which record has two versions, and what is typed into is not "not sent"', async () => {
  const { workspace, session, noteId, show } = await held({ isFinished: false });
  const discussion = findPart(workspace, session, 'C1')?.record.id ?? '';
  const { unmount } = show(<SessionScreen sessionId={session} item="notes" />, needing(discussion));
  const rows = () => within(screen.getByRole('navigation', { name: 'Every open case' }));
  const row = (name: string) => rows().getByRole('link', { name }).closest('li');
  expect(row('Grace Hill')).toHaveTextContent('Two versions');
  expect(row('Personal notes')).not.toHaveTextContent('Two versions');
  await act(() => new Promise((done) => setTimeout(done, 100))); // the stored row is read
  expect(screen.queryByText('Not sent')).toBeNull();
  unmount();
  show(<SessionScreen sessionId={session} item="notes" />, needing(noteId));
  expect(row('Personal notes')).toHaveTextContent('Two versions');
  expect(screen.getByRole('link', { name: 'Choose between them' })).toHaveAttribute(
    'href',
    '/sync',
  );
});

it('what was chosen between can still be read beside the finished notes', async () => {
  const { workspace, session, noteId, show } = await held({ isFinished: false });
  const clash = { path: 'text', ours: 'Tired.', theirs: 'Not tired.' };
  await workspace.change((set) => {
    const note = set.find('notes', noteId);
    const body = { ...note?.body, text: 'Tired.', clashes: [clash] } as StaffNote;
    return note ? [updated(note, body)] : [];
  });
  await settleClash(workspace, { collection: 'notes', id: noteId }, clash, 'ours');
  await endSession(workspace, session, there);
  await finaliseNote(workspace, session);
  expect(workspace.set.find('notes', noteId)?.body.finalisedAt).not.toBe('');
  show(<SessionScreen sessionId={session} item="notes" />);
  const kept = await screen.findByText('Both versions from before you chose');
  expect(kept.closest('details')).toHaveTextContent('Not tired.');
});
