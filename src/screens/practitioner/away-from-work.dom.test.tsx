import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { recordedAbsences } from '#storage/session/absences.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { Page } from '#ui/page.tsx';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { AwayFromWork } from './away-from-work.tsx';

async function shown() {
  const workspace = await aWorkspace(); // 20 November 2026
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const [staff] = practitioners(workspace);
  if (!staff) throw new Error('Priya is there');
  render(
    <WorkspaceContext value={workspace}>
      <Page title="Practitioner">
        <AwayFromWork staff={staff} />
      </Page>
    </WorkspaceContext>,
  );
  return { workspace, priya, user: userEvent.setup() };
}
const add = () => screen.getByRole('button', { name: 'Add these days' });

it('takes days from and to, and asks for no kind', async () => {
  const { workspace, priya, user } = await shown();
  expect(screen.getByText('No days away put in here.')).toBeVisible();
  expect(screen.getAllByRole('textbox')).toHaveLength(2);
  expect(screen.queryByText(/sick/i)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('First day away'), '2 nov');
  expect(screen.getByText('Monday 2 November 2026')).toBeVisible();
  await user.type(screen.getByLabelText('Last day away'), '6 nov');
  await user.click(add());
  const inList = { selector: 'li' };
  expect(await screen.findByText('2 November 2026 to 6 November 2026', inList)).toBeVisible();
  await user.type(screen.getByLabelText('First day away'), '16 nov');
  await user.click(add());
  expect(await screen.findByText('From 16 November 2026, not back yet', inList)).toBeVisible();
  expect(recordedAbsences(workspace, priya)).toMatchObject([
    { from: '2026-11-16', to: '' },
    { from: '2026-11-02', to: '2026-11-06' },
  ]);
});

it('says what cannot be read, and keeps nothing then', async () => {
  const { workspace, priya, user } = await shown();
  await user.click(add());
  expect(await screen.findByRole('link', { name: 'Enter the first day away' })).toBeVisible();
  await user.type(screen.getByLabelText('First day away'), '10 11 2026');
  await user.type(screen.getByLabelText('Last day away'), '9 11 2026');
  await user.click(add());
  expect(
    await screen.findByRole('link', { name: 'The last day away is before the first' }),
  ).toBeVisible();
  expect(recordedAbsences(workspace, priya)).toEqual([]);
});

it('withdraws what was put in by mistake', async () => {
  const { workspace, priya, user } = await shown();
  await user.type(screen.getByLabelText('First day away'), '2 nov');
  await user.type(screen.getByLabelText('Last day away'), '2 nov');
  await user.click(add());
  await user.click(await screen.findByRole('button', { name: /^Withdraw ?2 November 2026/ }));
  await waitFor(() => expect(recordedAbsences(workspace, priya)).toEqual([]));
  expect(screen.getByText('No days away put in here.')).toBeVisible();
});
