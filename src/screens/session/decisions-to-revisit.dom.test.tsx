import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ChildEntry } from '#domain/records/entry.ts';
import { findPart, findSession } from '#storage/session/session-reads.ts';
import { startSession } from '#storage/session/sessions.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import { aWorkspace, givePriya, testPorts, write } from '../../../test/workspaces.ts';
import { agendaOf } from './agenda.ts';
import { DiscussionForm } from './discussion-form.tsx';
import { EndSessionScreen } from './end-session-screen.tsx';

const put = (workspace: Workspace, ...entries: readonly ChildEntry[]) =>
  workspace.change(() => entries.map((entry) => created('childEntries', entry.id, entry)));

async function begun(...entries: readonly ChildEntry[]) {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Amina Khan' }]);
  await put(workspace, ...entries);
  const id = await startSession(workspace, priya);
  return { workspace, id };
}

function shown({ workspace, id }: { workspace: Workspace; id: string }) {
  const session = findSession(workspace, id)?.body;
  const [item] = session ? agendaOf(workspace, session) : [];
  if (!session || !item) throw new Error('no session');
  render(
    <WorkspaceContext value={workspace}>
      <DiscussionForm session={session} item={item} byCommand={false} onDone={() => {}} />
    </WorkspaceContext>,
  );
  return userEvent.setup();
}

const lines = (workspace: Workspace, id: string) => findPart(workspace, id, 'C1')?.part.revisits;
const section = () => screen.getByRole('group', { name: 'Decisions made since, to revisit' });

it('each is answered where it is shown, with its day, why it waits, and where the answer goes', async () => {
  const one = await begun(anEntry(), anEntry({ id: 'd2', fields: { text: 'No contact.' } }));
  const user = shown(one);
  expect(within(section()).getByText(/Goes on/)).toHaveTextContent('Goes on Amina Khan’s record');
  const first = screen.getByRole('group', { name: 'Amina stays with her aunt.' });
  expect(first).toHaveAccessibleDescription(
    'Management Decision, 5 November 2026. Should be revisited at the next formal one-to-one session (Islington 2016, 001:104,106).',
  );
  expect(within(first).getAllByRole('radio')).toHaveLength(4);
  expect(screen.queryByRole('textbox', { name: /^Why it is withdrawn/ })).toBeNull();
  await user.click(within(first).getByRole('radio', { name: 'Withdrawn' }));
  await user.type(screen.getByRole('textbox', { name: 'Why it is withdrawn' }), 'Aunt moved');
  await one.workspace.queue.flush();
  expect(lines(one.workspace, one.id)).toMatchObject([
    { entryId: 'd1', outcome: 'withdrawn', note: 'Aunt moved' },
    { entryId: 'd2', outcome: '', note: '' },
  ]);
});

it('by the keyboard alone: from the radio to its words', async () => {
  const one = await begun(anEntry());
  const user = shown(one);
  within(section()).getAllByRole('radio')[0]?.focus();
  await user.keyboard('{ArrowRight}');
  expect(within(section()).getByRole('radio', { name: 'Changed' })).toBeChecked();
  await user.tab();
  expect(screen.getByRole('textbox', { name: 'What is changed, and why' })).toHaveFocus();
});

it('one that is written down after the start gets its line; without any there is no section', async () => {
  const one = await begun();
  await put(one.workspace, anEntry());
  const user = shown(one);
  await user.click(within(section()).getByRole('radio', { name: 'Confirmed' }));
  await one.workspace.queue.flush();
  expect(lines(one.workspace, one.id)).toMatchObject([{ entryId: 'd1', outcome: 'confirmed' }]);
});

it('where none waits nothing is said of it', async () => {
  shown(await begun(anEntry({ significance: 'routine' })));
  expect(screen.queryByText(/to revisit/)).toBeNull();
});

it('one that comes while the form is open waits for the next look: no empty section', async () => {
  const one = await begun();
  const session = findSession(one.workspace, one.id)?.body;
  const [item] = session ? agendaOf(one.workspace, session) : [];
  if (!session || !item) throw new Error('no session');
  const form = () => (
    <WorkspaceContext value={one.workspace}>
      <DiscussionForm session={session} item={item} byCommand={false} onDone={() => {}} />
    </WorkspaceContext>
  );
  const { rerender, unmount } = render(form());
  await put(one.workspace, anEntry());
  rerender(form());
  expect(screen.queryByText(/to revisit/)).toBeNull();
  unmount();
  render(form());
  expect(section()).toBeVisible();
});

it('the end says which are not revisited yet, and refuses nothing', async () => {
  const { workspace, id } = await begun(anEntry(), anEntry({ id: 'd2' }));
  const revisits = lines(workspace, id)?.map((line) =>
    line.entryId === 'd2' ? { ...line, outcome: 'notReached' as const } : line,
  );
  await write(workspace, id, 'C1', { revisits: revisits ?? [] });
  render(
    <WorkspaceContext value={workspace}>
      <EndSessionScreen sessionId={id} />
    </WorkspaceContext>,
  );
  expect(
    screen.getByText(/^1 decision made outside supervision is not revisited yet/),
  ).toBeVisible();
  const line = screen.getByText(/the decision of 5 November 2026, “Amina stays with her aunt.”/);
  expect(within(line).getByRole('link', { name: 'Amina Khan' })).toBeVisible();
  expect(screen.getByRole('button', { name: /^End the session/ })).toBeEnabled();
});
