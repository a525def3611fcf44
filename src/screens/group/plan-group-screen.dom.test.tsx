import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { aPlannedGroup } from '../../../test/groups.ts';
import { PlanGroupScreen } from './plan-group-screen.tsx';

async function shown() {
  const made = await aPlannedGroup();
  const goTo = vi.fn();
  render(
    <WorkspaceContext value={made.workspace}>
      <NavigateContext value={goTo}>
        <PlanGroupScreen />
      </NavigateContext>
    </WorkspaceContext>,
  );
  const planned = () => bodies(made.workspace, 'groups').find(({ id }) => id !== made.id);
  return { ...made, goTo, planned, user: userEvent.setup() };
}
const plan = () => screen.getByRole('button', { name: 'Plan the group' });

it('plans a group over the practitioners that are ticked, and opens it', async () => {
  const { user, goTo, planned, dan } = await shown();
  await user.type(screen.getByRole('textbox', { name: 'Name of the group' }), 'South team');
  await user.type(screen.getByRole('textbox', { name: 'Day' }), '27 11 2026');
  await user.click(screen.getByRole('checkbox', { name: 'Dan Osei, 2 open cases' }));
  await user.click(screen.getByRole('checkbox', { name: 'This is a Family Safeguarding group' }));
  await user.click(plan());
  await vi.waitFor(() => expect(goTo).toHaveBeenCalledWith(`/groups/${planned()?.id}`));
  expect(planned()).toMatchObject({
    name: 'South team',
    plannedFor: '2026-11-27',
    familySafeguarding: true,
    status: 'planned',
    members: [{ staffRef: dan }],
  });
});

it('two presses plan one group', async () => {
  const { workspace, user, goTo } = await shown();
  await user.type(screen.getByRole('textbox', { name: 'Day' }), '27 11 2026');
  await user.click(screen.getByRole('checkbox', { name: 'Dan Osei, 2 open cases' }));
  fireEvent.click(plan());
  fireEvent.click(plan());
  await vi.waitFor(() => expect(goTo).toHaveBeenCalled());
  await workspace.change(() => []);
  expect(bodies(workspace, 'groups')).toHaveLength(2);
});

it('asks for a day and for people, in words that say what to do, and keeps what was typed', async () => {
  const { user, goTo, planned } = await shown();
  await user.type(screen.getByRole('textbox', { name: 'Name of the group' }), 'South team');
  await user.click(plan());
  expect(await screen.findByRole('link', { name: 'Choose who takes part' })).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: 'Dan Osei, 2 open cases' }));
  await user.click(plan());
  expect(await screen.findByRole('link', { name: 'Enter the day of the group' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Name of the group' })).toHaveValue('South team');
  expect([planned(), goTo.mock.calls.length]).toEqual([undefined, 0]);
});
