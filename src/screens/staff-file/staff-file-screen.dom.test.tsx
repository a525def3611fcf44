import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies } from '#storage/writes.ts';
import { aSupervisionStory, onAnnualLeave } from '../../../test/supervision-story.ts';
import { StaffFileScreen } from './staff-file-screen.tsx';

async function shown() {
  const { workspace } = await aSupervisionStory({ telling: onAnnualLeave, gap: false });
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <StaffFileScreen />
    </WorkspaceContext>,
  );
  return { workspace, user };
}

const queue = () => screen.getByRole('list', { name: /^To place on file/ });

it('a finished record waits, is printed where each print asks, and is placed with one press', async () => {
  const { workspace, user } = await shown();
  expect(screen.getByText('1 record to place on file.')).toBeVisible();
  expect(screen.getByText('Stays on the supervision file')).toBeVisible();
  const print = within(queue()).getByRole('link', { name: /^Print or save as PDF/ });
  const [note] = bodies(workspace, 'notes').filter(({ finalisedAt }) => finalisedAt !== '');
  expect(print).toHaveAttribute('href', `/print/notes/${note?.id}`);
  expect(
    within(queue()).getByText(/A copy for Priya Shah. It goes in the next file/),
  ).toBeVisible();

  await user.click(screen.getByRole('button', { name: /^Placed on file/ }));
  expect(await screen.findByText('Nothing waits.')).toBeVisible();
  expect(screen.getByText('Nothing waits.').closest('p')).toHaveFocus();
  expect(
    within(queue()).getByText(/Placed on file on 26 November 2026: said by Sam Lee/),
  ).toBeVisible();

  await user.click(screen.getByRole('button', { name: /^Undo/ }));
  expect(await screen.findByText('1 record to place on file.')).toBeVisible();
  expect(within(queue()).getByText(/Not on file after all: said by Sam Lee/)).toBeVisible();
  expect(bodies(workspace, 'staffMarks').map(({ state }) => state)).toEqual([
    'placed',
    'withdrawn',
  ]);
}, 30_000);

it('a day before it was finished is not taken; another day and a reference are', async () => {
  const { workspace, user } = await shown();
  await user.click(screen.getByRole('button', { name: /^Another day, or a reference/ }));
  await user.type(screen.getByLabelText('Placed on file on'), '19/11/2026');
  await user.type(screen.getByLabelText('Reference (optional)'), 'SF 12');
  await user.click(screen.getByRole('button', { name: /^Placed on file/ }));
  const fault = 'The date cannot be before the day it was finished';
  expect(await screen.findByRole('link', { name: fault })).toBeVisible();
  expect(bodies(workspace, 'staffMarks')).toEqual([]);
  await user.clear(screen.getByLabelText('Placed on file on'));
  await user.type(screen.getByLabelText('Placed on file on'), '24/11/2026');
  await user.click(screen.getByRole('button', { name: /^Placed on file/ }));
  expect(
    await screen.findByText(/Placed on file on 24 November 2026, reference SF 12/),
  ).toBeVisible();
}, 30_000);
