import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { aWorkspace, givePriya, type TestPorts, testPorts } from '../../../test/workspaces.ts';
import { NotesToFinish } from './notes-to-finish.tsx';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

async function change(workspace: Workspace, session: string, over: object) {
  const record = noteOf(workspace, session);
  if (!record) throw new Error('no notes');
  await workspace.change(() => [updated(record, { ...record.body, ...over } as StaffNote)]);
}

async function ended(profileId: string) {
  const workspace = await aWorkspace(testPorts(), profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const session = await startSession(workspace, priya);
  await endSession(workspace, session, there);
  return { workspace, session };
}

function show({ workspace, session }: { workspace: Workspace; session: string }) {
  const navigate = vi.fn();
  render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={navigate}>
        <Page title="Records to finish">
          <NotesToFinish sessionId={session} />
        </Page>
      </NavigateContext>
    </WorkspaceContext>,
  );
  return { user: userEvent.setup(), navigate };
}
const finalise = () => screen.getByRole('button', { name: 'Finalise the notes' });

it('lists what is missing, goes to the list, and follows what is written meanwhile', async () => {
  const made = await ended('swindon-000');
  const { user } = show(made);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.click(finalise());
  const list = await screen.findByRole('alert');
  expect([...list.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual([
    'Add the absences since last time, or tick that there were none',
    'Write about the managerial side, or why it was not covered',
    'Write about the work and its cases, or why it was not covered',
    'Write about professional development, or why it was not covered',
    'Write about relationships, or why it was not covered',
    'Write about personal support, or why it was not covered',
    'Enter the date of the next meeting',
  ]);
  expect(list.parentElement).toHaveFocus();
  expect(document.title).toMatch(/^Error: /);
  await change(made.workspace, made.session, { nextMeetingOn: '18 dec' });
  await waitFor(() => expect(list.querySelectorAll('a')).toHaveLength(6));
});

it('each message is a way to its field', async () => {
  const made = await ended('swindon-000');
  const { user, navigate } = show(made);
  await user.click(finalise());
  await user.click(await screen.findByRole('link', { name: 'Enter the date of the next meeting' }));
  expect(navigate).toHaveBeenCalledWith(`/sessions/${made.session}/notes`);
  const field = document.createElement('input');
  field.id = 'personal-nextMeetingOn';
  document.body.append(field); // the notes pane draws its form a moment later
  await waitFor(() => expect(field).toHaveFocus());
  field.remove();
});

it('finalises what is ready, and says so; late is said too', async () => {
  const made = await ended('islington-001');
  await change(made.workspace, made.session, { text: 'Tired.' });
  (made.workspace.ports as TestPorts).goTo('2026-11-30T10:00:00Z'); // made by testPorts
  const { user } = show(made);
  expect(screen.getByText(/To finalise: 3 days overdue/)).toBeVisible();
  await user.click(finalise());
  expect(
    await screen.findByText(/^Finalised|Finalised 10:00am on Monday 30 November/),
  ).toBeVisible();
  expect(screen.getByText('Late entry')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Finalise the notes' })).not.toBeInTheDocument();
  expect(noteOf(made.workspace, made.session)?.body.finalisedAt).not.toBe('');
});

it('asks for who covered before children’s records are finalised', async () => {
  const workspace = await aWorkspace(testPorts('2026-10-14T09:00:00.000Z'));
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  await endSession(workspace, await startSession(workspace, priya), there);
  (workspace.ports as TestPorts).goTo('2026-12-07T10:00:00Z'); // made by testPorts
  const session = await startSession(workspace, priya);
  await endSession(workspace, session, there);
  const days = { fromDate: '2026-11-02', toDate: '2026-12-04' };
  const absences = [
    { id: 'x', kind: 'other', from: '2 11 2026', to: '4 12 2026', ...days, detail: '' },
  ];
  await change(workspace, session, { absences });
  show({ workspace, session });
  const words = /tells of the gap in November 2026 and who covered/;
  expect(screen.getByText(words)).toBeVisible();
  await change(workspace, session, { gapCover: 'Dana Cole' });
  await waitFor(() => expect(screen.queryByText(words)).not.toBeInTheDocument());
});
