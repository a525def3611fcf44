import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { draftsToRecord } from '#storage/entries/entries-reads.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { supervised } from '../../../test/supervised.ts';
import { aWorkspace, givePriya, type TestChild, testPorts } from '../../../test/workspaces.ts';
import { EntryScreen } from './entry-screen.tsx';

const family: readonly TestChild[] = [
  { reference: 'C1', name: 'Grace Hill', familyRef: 'F' },
  { reference: 'C2', name: 'Ben Hill', familyRef: 'F' },
  { reference: 'C3', name: 'Kayla Lund' },
];

/** The router, as far as this screen knows it. */
function Routed({ workspace, start }: { readonly workspace: Workspace; readonly start: string }) {
  const [path, setPath] = useState(start);
  const [, , id = '', about] = path.split('/');
  return (
    <WorkspaceContext value={workspace}>
      <NavigateContext value={setPath}>
        <output aria-label="address">{path}</output>
        <EntryScreen id={id} about={about} />
      </NavigateContext>
    </WorkspaceContext>
  );
}

async function shown(about = '', profileId?: string) {
  const workspace = await aWorkspace(testPorts(), profileId);
  await givePriya(workspace, family);
  const rowId = findChild(workspace, 'C1')?.id ?? '';
  const start = `/entries/new${about === '' ? '' : `/${about}.${rowId}`}`;
  render(<Routed workspace={workspace} start={start} />);
  return { workspace, user: userEvent.setup() };
}

const box = (name: string | RegExp) => screen.getByRole('textbox', { name });
const address = () => screen.getByLabelText('address').textContent;
const record = () => screen.getByRole('button', { name: 'Record' });

it('a decision is recorded from anywhere in five answers, and says by when it must be in the case system', async () => {
  const { workspace, user } = await shown();
  await user.type(screen.getByRole('combobox', { name: 'Child' }), 'Kayla Lund');
  expect(screen.getByText('Goes on Kayla Lund’s record')).toBeVisible();
  await user.type(box('What was decided or advised'), 'Move the visit to Friday.');
  await user.type(box('Why'), 'Her aunt is there then.');
  await user.click(screen.getByRole('radio', { name: 'Significant' }));
  await user.click(screen.getByRole('radio', { name: 'No' }));
  await user.click(record());
  expect(
    await screen.findByRole('heading', { name: 'Management decision recorded' }),
  ).toBeVisible();
  expect(screen.getByText('due by 10:00am on Saturday 21 November 2026')).toBeVisible();
  expect(bodies(workspace, 'childEntries')).toMatchObject([
    { childRef: 'C3', who: 'Sam Lee', on: '2026-11-20', decidedAt: '2026-11-20T10:00:00Z' },
  ]);
});

it('no answer is chosen beforehand, and everything is said at once where something is missing', async () => {
  const { workspace, user } = await shown('managementDecision');
  expect(screen.getByRole('combobox', { name: 'Child' })).toHaveValue('Grace Hill');
  for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
  await user.type(box('What was decided or advised'), 'Wait a week.');
  await user.click(record());
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Write why: a decision has its reasons');
  expect(alert).toHaveTextContent('Say whether it is routine, significant or urgent');
  expect(alert).toHaveTextContent('Say whether it changes the direction of the work');
  expect(box('What was decided or advised')).toHaveValue('Wait a week.');
  expect(bodies(workspace, 'childEntries')).toEqual([]);
  // And what is mended is not asked about again.
  await user.type(box('Why'), 'School starts then.');
  await user.click(screen.getByRole('radio', { name: 'Routine' }));
  await user.click(screen.getByRole('radio', { name: 'Yes' }));
  await user.click(record());
  expect(
    await screen.findByRole('heading', { name: 'Management decision recorded' }),
  ).toBeVisible();
});

it('what is wrong under “More” opens it', async () => {
  const { user } = await shown('managementDecision');
  const time = document.getElementById('entry-time');
  if (!time) throw new Error('no time');
  await user.clear(time);
  await user.type(time, '2:30');
  await user.click(record());
  expect(await screen.findByRole('alert')).toHaveTextContent('Write 2:30am or 2:30pm');
  expect(document.getElementById('entry-time')?.closest('details')).toHaveAttribute('open');
});

it('is saved as typed, keeps its place when it gets an address, and the letters go on arriving', async () => {
  const { workspace, user } = await shown();
  await user.type(box('Why'), 'Because');
  const field = box('Why');
  await act(() => workspace.queue.flush());
  await waitFor(() => expect(address()).toMatch(/^\/entries\/(?!new)/));
  expect(box('Why')).toBe(field);
  expect(field).toHaveFocus();
  await user.keyboard(' of the aunt');
  await act(() => workspace.queue.flush());
  expect(draftsToRecord(workspace)).toMatchObject([{ rationale: 'Because of the aunt' }]);
});

it('a look at the page leaves nothing behind', async () => {
  const { workspace } = await shown();
  await act(() => workspace.queue.flush());
  expect(bodies(workspace, 'entryDrafts')).toEqual([]);
  expect(address()).toBe('/entries/new');
});

it('brothers and sisters by ticks, each told; a text that names one waits for a word about it', async () => {
  const { workspace, user } = await shown('managementDecision');
  await user.click(screen.getByRole('checkbox', { name: 'Ben Hill' }));
  expect(screen.getByText('Goes on Grace Hill’s record')).toBeVisible();
  expect(screen.getByText('Goes on Ben Hill’s record')).toBeVisible();
  await user.type(box('What was decided or advised'), 'See Ben alone.');
  await user.type(box('Why'), 'He asked.');
  await user.click(screen.getByRole('radio', { name: 'Urgent' }));
  await user.click(screen.getByRole('radio', { name: 'No' }));
  await user.click(record());
  expect(await screen.findByRole('alert')).toHaveTextContent('Take the name of Ben Hill out');
  await user.clear(box('What was decided or advised'));
  await user.type(box('What was decided or advised'), 'See both alone.');
  await user.click(record());
  await screen.findByRole('heading', { name: 'Management decision recorded' });
  expect(
    bodies(workspace, 'childEntries')
      .map(({ childRef }) => childRef)
      .toSorted(),
  ).toEqual(['C1', 'C2']);
});

it('another child’s name typed over the first changes whose record it is', async () => {
  const { workspace, user } = await shown('managementDecision');
  const child = screen.getByRole('combobox', { name: 'Child' });
  await user.clear(child);
  expect(screen.getByText('Goes on the child’s record')).toBeVisible();
  await user.type(child, 'kayla lund');
  expect(screen.getByText('Goes on Kayla Lund’s record')).toBeVisible();
  await act(() => workspace.queue.flush());
  expect(draftsToRecord(workspace)).toMatchObject([{ childRefs: ['C3'] }]);
});

it('a KIT meeting with its action: an open action of the child from now on', async () => {
  const { workspace, user } = await shown('kit', 'swindon-000');
  await user.type(box(/^Teams/), 'Assessment; adult mental health');
  await user.type(box('Updates from each team'), 'Mother is seen weekly.');
  await user.click(screen.getByRole('button', { name: 'Add an action' }));
  await user.type(box('Action 1: what'), 'Share the plan');
  await user.click(record());
  expect(await screen.findByRole('alert')).toHaveTextContent('Write who will do it');
  await user.type(box('Who'), 'Priya');
  await user.type(box(/^By when/), '1 week');
  await user.click(record());
  await screen.findByRole('heading', { name: 'KIT meeting recorded' });
  expect(bodies(workspace, 'childActions')).toMatchObject([
    { childRef: 'C1', what: 'Share the plan', dueOn: '2026-11-27' },
  ]);
});

it('a midway check says that it does not count', async () => {
  await shown('midwayCheck');
  expect(screen.getByText('A midway check does not count as supervision.')).toBeVisible();
  expect(box('Who checked')).toHaveValue('');
});

it('“not needed after all” takes it off the list and keeps its text', async () => {
  const { workspace, user } = await shown();
  await user.type(box('Why'), 'Because');
  await user.click(screen.getByRole('button', { name: 'Not needed after all' }));
  await waitFor(() => expect(address()).toBe('/'));
  expect(draftsToRecord(workspace)).toEqual([]);
  expect(bodies(workspace, 'entryDrafts')).toMatchObject([{ rationale: 'Because' }]);
});

it('who is only supervised is told where the records are, and has no form', async () => {
  const { workspace } = await supervised();
  render(<Routed workspace={workspace} start="/entries/new" />);
  expect(screen.getByText(/Whoever supervises records management decisions/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Record' })).toBeNull();
});
