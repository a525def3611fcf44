import { fireEvent, render, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { endGroup, startGroup } from '#storage/group/groups.ts';
import { planSession } from '#storage/session/sessions.ts';
import { settingsOf } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { aPlannedGroup, type TestGroup } from '../../../test/groups.ts';
import { SessionsScreen } from './sessions-screen.tsx';

function show({ workspace }: TestGroup) {
  render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={vi.fn()}>
        <SessionsScreen />
      </NavigateContext>
    </WorkspaceContext>,
  );
}
const cells = (row: HTMLElement) => [...row.children].map(({ textContent }) => textContent);
const way = (name: RegExp) => screen.getByRole('link', { name });

it('a group stands among the sessions, newest first, with the way to it', async () => {
  const made = await aPlannedGroup();
  await planSession(made.workspace, made.priya, '2026-11-27');
  await planSession(made.workspace, made.dan, '2026-11-24');
  show(made);
  const [, ...rows] = within(screen.getByRole('table', { name: 'All sessions' })).getAllByRole(
    'row',
  );
  expect(rows.map(cells).map(([on, who, state]) => [on, who, state])).toEqual([
    ['27 November 2026', 'Priya Shah', 'Planned'],
    ['25 November 2026', 'Group supervision: North team', 'Planned'],
    ['24 November 2026', 'Dan Osei', 'Planned'],
  ]);
  expect(way(/Group supervision: North team$/)).toHaveAttribute('href', `/groups/${made.id}`);
  expect(screen.getByRole('link', { name: 'Plan a group' })).toHaveAttribute(
    'href',
    '/groups/plan',
  );
});

it('one that goes on leads to its session, one that ended to its records', async () => {
  const made = await aPlannedGroup();
  await startGroup(made.workspace, made.id);
  show(made);
  const group = /Group supervision: North team$/;
  expect(way(group)).toHaveAttribute('href', `/groups/${made.id}/session`);
  await endGroup(made.workspace, made.id, { notReached: [] });
  expect(await screen.findByRole('link', { name: /^Records.*North team$/ })).toHaveAttribute(
    'href',
    `/groups/${made.id}/finish`,
  );
});

it('of somebody who is supervised too, their own sessions stand in a table of their own', async () => {
  const made = await aPlannedGroup();
  const { workspace } = made;
  await planSession(workspace, made.priya, '2026-11-27');
  await planSession(workspace, settingsOf(workspace).me, '2026-12-02');
  show(made);
  const rowsOf = (name: string) => {
    const [, ...rows] = within(screen.getByRole('table', { name })).getAllByRole('row');
    return rows.map(cells).map(([on]) => on);
  };
  expect(rowsOf('All sessions')).toEqual(['27 November 2026', '25 November 2026']);
  expect(rowsOf('Your own supervision')).toEqual(['2 December 2026']);
});

it('two presses start one session', async () => {
  const made = await aPlannedGroup();
  show(made);
  fireEvent.click(screen.getByRole('radio', { name: /^Priya Shah/ }));
  const start = screen.getByRole('button', { name: 'Start the session now' });
  fireEvent.click(start);
  fireEvent.click(start);
  await vi.waitFor(() => expect(bodies(made.workspace, 'sessions')).not.toEqual([]));
  await made.workspace.change(() => []);
  expect(bodies(made.workspace, 'sessions')).toHaveLength(1);
});
