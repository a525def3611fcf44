import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { changeSettings } from '#storage/settings.ts';
import { useAll, WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { giveMe, jo } from '../../../test/supervised.ts';
import { aWorkspace, givePriya, type TestPorts, testPorts } from '../../../test/workspaces.ts';
import { ChildScreen } from './child-screen.tsx';
import { OverrideForm } from './override-form.tsx';

async function shown(profileId: string) {
  const workspace = await aWorkspace(testPorts(), profileId); // 20 November 2026
  await givePriya(workspace, [{ reference: 'C1', status: 'CARE_EXP' }]);
  return { workspace, ...show(workspace), user: userEvent.setup() };
}

function show(workspace: Workspace) {
  return render(
    <WorkspaceContext value={workspace}>
      <ChildScreen rowId={findChild(workspace, 'C1')?.id ?? ''} />
    </WorkspaceContext>,
  );
}
const summary = 'Discuss more often than the policy says';
const child = (workspace: Workspace) => findChild(workspace, 'C1')?.body;

it('is set with a reason and a day to look at it again, said on the page, and ended with a reason', async () => {
  const { workspace, user, unmount } = await shown('swindon-000');
  await user.click(screen.getByText(summary));
  const save = () => user.click(screen.getByRole('button', { name: 'Save how often' }));
  await user.selectOptions(screen.getByLabelText('How often'), 'Every 2 weeks');
  await save();
  expect(await screen.findByRole('link', { name: 'Write the reason' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Enter the day to look at this again' })).toBeVisible();
  expect(child(workspace)?.overrideInterval).toBe('');

  // Several forms of this page ask for a reason.
  const reason = () => document.getElementById('override-reason') as HTMLInputElement; // its field
  await user.type(reason(), 'Missing twice');
  await user.type(screen.getByLabelText('Look at this again on'), '1 2 2027');
  expect(screen.getByText('Monday 1 February 2027')).toBeVisible();
  await save();
  await waitFor(() => expect(child(workspace)?.overrideInterval).toBe('P14D'));
  expect(
    await screen.findByText(/^A shorter interval is set: discussion every 2 weeks/),
  ).toHaveTextContent(
    'Missing twiceThe shorter interval is to be looked at again on 1 February 2027.',
  );
  expect(screen.getByText(/nothing became every 2 weeks\./)).toBeInTheDocument();
  expect(screen.getByText(/nothing became 1 February 2027\./)).toBeInTheDocument();
  unmount();

  (workspace.ports as TestPorts).goTo('2027-02-02T10:00:00.000Z'); // made by testPorts
  show(workspace);
  expect(
    screen.getByText(/The shorter interval was to be looked at again on 1 February 2027\./),
  ).toBeVisible();
  await user.click(screen.getByText(summary));
  await user.selectOptions(screen.getByLabelText('How often'), 'By the policy');
  await user.type(reason(), 'Settled');
  await save();
  await waitFor(() =>
    expect(child(workspace)).toMatchObject({
      overrideInterval: '',
      overrideReason: '',
      overrideReviewOn: '',
    }),
  );
  expect(screen.queryByText(/^A shorter interval is set/)).not.toBeInTheDocument();
});

it('is not offered where the policy has no interval for a child to shorten', async () => {
  await shown('islington-001');
  expect(screen.queryByText(summary)).not.toBeInTheDocument();
});

function Form({ workspace }: { readonly workspace: Workspace }) {
  useAll('settings');
  const body = child(workspace);
  return body ? <OverrideForm child={body} /> : null;
}

it('is for whoever supervises: a worker who is supervised sets none for her own children', async () => {
  const workspace = await aWorkspace(testPorts(), 'swindon-000');
  await giveMe(workspace, ['C1']);
  render(
    <WorkspaceContext value={workspace}>
      <Form workspace={workspace} />
    </WorkspaceContext>,
  );
  expect(screen.getByText(summary)).toBeVisible();
  await changeSettings(workspace, { supervisorRef: jo });
  await waitFor(() => expect(screen.queryByText(summary)).not.toBeInTheDocument());
});
