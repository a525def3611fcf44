import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { questionKeys } from '#domain/records/monitoring.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { findStaff } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { supervised } from '../../../test/supervised.ts';
import { aWorkspace, givePriya, type TestPorts, testPorts } from '../../../test/workspaces.ts';
import { MonitoringListScreen } from './monitoring-list-screen.tsx';
import { MonitoringScreen } from './monitoring-screen.tsx';

/** The form is long, and a search by role goes through all of it. */
vi.setConfig({ testTimeout: 40_000 });

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

function Routed({ workspace, start }: { readonly workspace: Workspace; readonly start: string }) {
  const [path, setPath] = useState(start);
  const [, , id, about] = path.split('/');
  return (
    <WorkspaceContext value={workspace}>
      <NavigateContext value={setPath}>
        {id ? <MonitoringScreen id={id} about={about} /> : <MonitoringListScreen />}
      </NavigateContext>
    </WorkspaceContext>
  );
}

/** Swindon: a session on 20 November 2026 with one child left out; asked on 10 December. */
async function shown(start: 'list' | 'form' = 'form') {
  const workspace = await aWorkspace(testPorts(), 'swindon-000');
  const priya = await givePriya(workspace, [{ reference: 'CH-0001', name: 'Amina Khan' }]);
  await endSession(workspace, await startSession(workspace, priya), there);
  (workspace.ports as TestPorts).goTo('2026-12-10T10:00:00Z'); // made by testPorts
  const row = findStaff(workspace, priya)?.id ?? '';
  const path = start === 'list' ? '/monitoring' : `/monitoring/new/${row}`;
  render(<Routed workspace={workspace} start={path} />);
  return { workspace, user: userEvent.setup() };
}

const box = (name: string | RegExp) => screen.getByLabelText(name);
const found = { timeout: 10_000 };
const finalise = () => screen.getByRole('button', { name: 'Finalise' });

it('looking at it stores nothing; typing does, as it is', async () => {
  const { workspace, user } = await shown();
  expect(bodies(workspace, 'monitoring')).toEqual([]);
  expect(screen.getByLabelText('First month')).toHaveValue('2026-11');
  expect(screen.getByText('Priya Shah')).toBeVisible();
  expect(document.title).not.toContain('Priya');
  await user.type(box('Strengths'), '  Curious, and kind ');
  await workspace.queue.flush();
  expect(bodies(workspace, 'monitoring')).toMatchObject([
    { strengths: '  Curious, and kind ', finalisedAt: '' },
  ]);
  await user.type(box('Strengths'), 'to Amina');
  expect(screen.getByText(/The name of a child on your list stands in strengths/)).toBeVisible();
});

it('part 1 stands there by itself: the numbers, why there is none, and what is behind them', async () => {
  const { user } = await shown();
  const sample = screen.getByText('Sessions that covered ALL open cases').closest('div');
  if (!sample) throw new Error('not in a list');
  expect(within(sample).getByText('0 of 1 (0%)')).toBeVisible();
  expect(within(sample).getByText(/R-44/)).toBeVisible();
  await user.click(within(sample).getByText(/List of 1, 1 to look at/));
  expect(within(sample).getByText(/SAMPLE: 0 of 1 discussed/)).toBeVisible();
  expect(screen.getByText(/Not measured\. .*no informal decision/i)).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Last month'), '');
  expect(screen.getByText('Choose the months, and the figures are shown here.')).toBeVisible();
});

it('finalising names what is missing and leads there; then it is kept and its text shown', async () => {
  const { workspace, user } = await shown();
  await user.clear(box('Completed by'));
  await user.click(finalise());
  const alert = await screen.findByRole('alert');
  const said = within(alert)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
  expect(said).toHaveLength(17);
  expect([said[0], said[1], said.at(-1)]).toEqual([
    'Enter who completed the form',
    'Answer the question about the agenda',
    'Enter the auditor’s name',
  ]);
  expect(document.title).toMatch(/^Error: /);
  await user.click(within(alert).getByRole('link', { name: 'Enter the auditor’s name' }));
  expect(box('Auditor')).toHaveFocus();
  await user.type(box('Auditor'), 'Dana Cole');
  await user.type(box('Completed by'), 'Dana Cole');
  for (const each of screen.getAllByLabelText('Partly')) fireEvent.click(each);
  await user.type(box('Comment on “Was the agenda made together?”'), 'Twice.');
  await user.click(screen.getByRole('button', { name: 'Add an action' }));
  await user.type(box('Action 1: what'), 'Plan the year');
  await user.click(finalise());
  expect(await screen.findByRole('link', { name: 'Write who will do it' })).toBeVisible();
  await user.type(box('Who'), 'Sam');
  await user.type(box(/^By when/), '2 weeks');
  await user.click(finalise());

  expect(
    await screen.findByText(/Finalised\. The figures are those of that day/, {}, found),
  ).toBeVisible();
  expect(screen.getAllByText(/Was the agenda made together\? Partly\. Twice\./)[0]).toBeVisible();
  const [kept] = bodies(workspace, 'monitoring');
  expect(kept?.finalisedAt).not.toBe('');
  expect(questionKeys.every((key) => kept?.answers[key].answer === 'partly')).toBe(true);
  expect(bodies(workspace, 'staffActions')).toMatchObject([
    { what: 'Plan the year', dueOn: '2026-12-24' },
  ]);
  expect(screen.queryByRole('button', { name: 'Finalise' })).toBeNull();
});

it('a form that is not needed is put aside with its text, and can be taken back', async () => {
  const { workspace, user } = await shown();
  await user.type(box('Areas to develop'), 'Time');
  await user.click(screen.getByRole('button', { name: 'Not needed after all' }));
  expect(await screen.findByText(/They are about supervision/, {}, found)).toBeVisible();
  expect(screen.queryByRole('link', { name: /not finalised yet/ })).toBeNull();
  expect(bodies(workspace, 'monitoring')).toMatchObject([{ toDevelop: 'Time' }]);
});

it('the list has everybody by name, the months side by side, and the forms', async () => {
  const { user } = await shown('list');
  const table = screen.getByRole('table', { name: 'Month by month: Priya Shah' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Figure', 'Oct 2026', 'Nov 2026', 'Dec 2026']);
  const children = within(table).getByRole('row', { name: /^Children due/ });
  expect(within(children).getAllByRole('cell')[1]).toHaveTextContent(
    /of 1|Not measured|not due yet/,
  );
  await user.click(screen.getByRole('link', { name: /Fill in a form/ }));
  expect(await screen.findByRole('heading', { name: 'Supervision Monitoring Form' })).toBeVisible();
});

it('who is only supervised has no list and no form', async () => {
  const { workspace } = await supervised();
  render(<Routed workspace={workspace} start="/monitoring" />);
  expect(screen.getByText('Whoever supervises fills in the monitoring form.')).toBeVisible();
});
