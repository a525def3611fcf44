import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { endGroup, markFamilyDiscussed, startGroup } from '#storage/group/groups.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { aPlannedGroup } from '../../../test/groups.ts';
import { aWorkspace } from '../../../test/workspaces.ts';
import { HomeScreen } from './home-screen.tsx';

const shown = (workspace: Workspace) =>
  render(
    <WorkspaceContext value={workspace}>
      <HomeScreen />
    </WorkspaceContext>,
  );
const row = () => screen.findByRole('row', { name: /of the group|of / });

it('a group stands on Home from its planning until each of its records is finalised', async () => {
  const made = await aPlannedGroup();
  const { workspace, id } = made;
  const { unmount } = shown(workspace);
  expect(await row()).toHaveTextContent('PlannedWednesday 25 November 2026Open agenda');
  unmount();

  await startGroup(workspace, id);
  const going = shown(workspace);
  expect(await row()).toHaveTextContent('Going onContinue');
  going.unmount();

  const [discussion] = bodies(workspace, 'groupDiscussions');
  if (!discussion) throw new Error('nothing on the table');
  await markFamilyDiscussed(workspace, discussion.id);
  await endGroup(workspace, id, { notReached: [] });
  shown(workspace);
  expect(await row()).toHaveTextContent(`To finish${discussion.children.length} record`);
  expect(await row()).toHaveTextContent(/to finish, due \d+ \w+ 2026Finish/);
});

it('says nothing of groups where there are none', async () => {
  shown(await aWorkspace());
  expect(await screen.findByText('Your supervision')).toBeVisible();
  expect(screen.queryByText('Group supervision')).not.toBeInTheDocument();
});
