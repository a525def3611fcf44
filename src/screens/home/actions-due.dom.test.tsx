import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { anAction, anEvent } from '../../../test/builders.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { ActionsDue } from './actions-due.tsx';
import { HomeScreen } from './home-screen.tsx';

const show = (workspace: Workspace) =>
  render(
    <WorkspaceContext value={workspace}>
      <HomeScreen />
    </WorkspaceContext>,
  );

/** Friday 20 November 2026. */
async function withActions(...days: readonly string[]) {
  const workspace = await aWorkspace(testPorts());
  await givePriya(workspace, [{ reference: 'C1' }]);
  await workspace.change(() =>
    days.map((dueOn, at) => created('childActions', `a${at}`, anAction({ id: `a${at}`, dueOn }))),
  );
  return workspace;
}

it('says how many actions are overdue and due this week, and leads to them', async () => {
  const workspace = await withActions('2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23');
  show(workspace);
  const link = await screen.findByRole('link', { name: 'View actions' });
  expect(link).toHaveAttribute('href', '/actions');
  expect(link.parentElement).toHaveTextContent('Actions due: 2 overdue, 1 this week. View actions');
});

it('says nothing where none is due: what was settled is not', async () => {
  const workspace = await withActions('2026-11-18', '2026-12-18');
  await workspace.change(() => [
    created('childActionEvents', 'e1', anEvent({ id: 'e1', actionId: 'a0' })),
  ]);
  const { container } = render(
    <WorkspaceContext value={workspace}>
      <ActionsDue />
    </WorkspaceContext>,
  );
  expect(container).toBeEmptyDOMElement();
});
