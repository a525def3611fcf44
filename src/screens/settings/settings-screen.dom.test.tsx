import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, onTestFinished } from 'vitest';
import { changeStaff, findStaff, settingsOf } from '#storage/settings.ts';
import { addTraining } from '#storage/staff-file/staff-training.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { aWorkspace, testPorts } from '../../../test/workspaces.ts';
import { SettingsScreen } from './settings-screen.tsx';

async function shown(profileId: string) {
  const workspace = await aWorkspace(testPorts(), profileId);
  render(
    <WorkspaceContext value={workspace}>
      <SettingsScreen />
    </WorkspaceContext>,
  );
  return { workspace, user: userEvent.setup() };
}

it('says what I am qualified and trained in, with the way to my entry', async () => {
  const { workspace } = await shown('islington-001');
  const { me } = settingsOf(workspace);
  expect(screen.getByText('No qualification recorded. No training recorded')).toBeVisible();
  await changeStaff(workspace, me, { qualification: 'Registered' });
  await addTraining(workspace, me, { what: 'Supervision', on: '2026-03-03' });
  expect(await screen.findByText('Registered. Supervision on 3 March 2026')).toBeVisible();
  const change = screen.getByRole('link', { name: /^Change ?qualification and training/ });
  expect(change).toHaveAttribute('href', `/practitioners/${findStaff(workspace, me)?.id}`);
});

it('keeps the name of the organisation, as typed, for the forms that ask for it', async () => {
  const { workspace, user } = await shown('bracknell-003');
  await user.type(screen.getByLabelText('Organisation or agency'), 'Exampleshire ');
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(settingsOf(workspace).organisation).toBe('Exampleshire '));
});

it('asks where the work is done only under a policy that speaks of schools', async () => {
  await shown('swindon-000');
  expect(screen.queryByLabelText('Setting')).not.toBeInTheDocument();
});

it('in a school asks who the named officer is, and keeps both', async () => {
  const { workspace, user } = await shown('bracknell-003');
  const officer = 'Senior designated officer for child protection';
  expect(screen.getByLabelText('Setting')).toHaveValue('socialCare');
  expect(screen.queryByLabelText(officer)).not.toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText('Setting'), 'School');
  expect(screen.getByText(/^In a school supervision should be/)).toBeVisible();
  await user.type(screen.getByLabelText(officer), 'Jo Field');
  await user.click(screen.getByRole('button', { name: 'Save where you work' }));
  await waitFor(() =>
    expect(settingsOf(workspace)).toMatchObject({
      workSetting: 'school',
      designatedOfficer: 'Jo Field',
      caseSystem: 'Mosaic',
    }),
  );
});

it('keeps the address of the case system as typed, and says whether it may be opened', async () => {
  const { workspace, user } = await shown('islington-001');
  const field = screen.getByLabelText('Address of a child’s page');
  expect(screen.getByText('No link is shown.')).toBeVisible();
  await user.click(field);
  await user.paste('https://mosaic.example.gov.uk/person/{reference}');
  expect(screen.getByText(/^Your IT team has not set which addresses/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save the address' }));
  const address = 'https://mosaic.example.gov.uk/person/{reference}';
  await waitFor(() => expect(settingsOf(workspace).caseSystemAddress).toBe(address));
});

it('shows where a child would open, on a host that this copy was built with', async () => {
  const host = document.createElement('meta');
  host.name = 'case-system-hosts';
  host.content = 'mosaic.example.gov.uk';
  document.head.append(host);
  onTestFinished(() => host.remove());
  const { user } = await shown('islington-001');
  const field = screen.getByLabelText('Address of a child’s page');
  expect(screen.getByText('It may begin with https://mosaic.example.gov.uk/.')).toBeVisible();
  await user.click(field);
  await user.paste('https://mosaic.example.gov.uk/p?id={reference}');
  expect(
    screen.getByText(/opens at https:\/\/mosaic\.example\.gov\.uk\/p\?id=12345$/),
  ).toBeVisible();
  await user.clear(field);
  await user.paste('https://evil.example/{reference}');
  expect(screen.getByText(/^evil\.example is not one of the addresses/)).toBeVisible();
});
