import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { changeSettings, changeStaff, findStaff, settingsOf } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { PractitionerScreen } from './practitioner-screen.tsx';

async function shown(profileId = 'islington-001', whose: 'priya' | 'me' = 'priya') {
  const workspace = await aWorkspace(testPorts(), profileId); // 20 November 2026
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const ref = whose === 'me' ? settingsOf(workspace).me : priya;
  const show = () =>
    render(
      <WorkspaceContext value={workspace}>
        <PractitionerScreen rowId={findStaff(workspace, ref)?.id ?? ''} />
      </WorkspaceContext>,
    );
  const entry = () => findStaff(workspace, ref)?.body;
  return { workspace, ref, show, entry, user: userEvent.setup() };
}

describe('qualification and training', () => {
  it('says that nothing is recorded, keeps what is typed, and blocks nothing', async () => {
    const { show, entry, user } = await shown();
    show();
    const heading = screen.getByRole('heading', { name: 'Qualification and training' });
    const section = within(heading.closest('section') ?? document.body);
    expect(section.getByText('Stays on the supervision file')).toBeVisible();
    expect(section.getByText('No qualification recorded')).toBeVisible();
    expect(section.getByText('No training recorded.')).toBeVisible();
    expect(section.getByText('It is recorded here and nothing waits for it.')).toBeVisible();

    await user.type(screen.getByLabelText('Qualification'), 'Social worker, registered');
    await user.click(screen.getByRole('button', { name: 'Save the qualification' }));
    expect(await section.findByText('Social worker, registered')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Add this training' }));
    expect(await screen.findByRole('link', { name: 'Enter what the training was' })).toBeVisible();
    await user.type(screen.getByLabelText('Training'), 'Motivational Interviewing');
    await user.type(screen.getByLabelText('On'), '31 2 2026');
    await user.click(screen.getByRole('button', { name: 'Add this training' }));
    expect(await screen.findByRole('link', { name: /^31 February is not/ })).toBeVisible();
    expect(entry()?.trainings).toEqual([]);
    await user.clear(screen.getByLabelText('On'));
    await user.type(screen.getByLabelText('On'), '3 march 2026');
    expect(screen.getByText('Tuesday 3 March 2026')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add this training' }));
    const words = 'Motivational Interviewing on 3 March 2026';
    expect(await screen.findByText(words, { selector: 'li' })).toBeVisible();
    expect(entry()).toMatchObject({
      qualification: 'Social worker, registered',
      trainings: [{ what: 'Motivational Interviewing', on: '2026-03-03' }],
    });

    await user.click(screen.getByRole('button', { name: `Remove ${words}` }));
    await waitFor(() => expect(entry()?.trainings).toEqual([]));
  });

  it('my own entry has that and no interval, with what the policy says of supervisors', async () => {
    const { show, entry, user } = await shown('bracknell-003', 'me');
    show();
    expect(screen.getByRole('heading', { name: 'Your qualification and training' })).toBeVisible();
    expect(screen.getByText(/need to be suitably trained.*003:173/)).toBeVisible();
    expect(screen.queryByLabelText('Stage')).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('Qualification'), 'Registered');
    await user.click(screen.getByRole('button', { name: 'Save the qualification' }));
    await waitFor(() => expect(entry()?.qualification).toBe('Registered'));
  });
});

describe('a Family Safeguarding team', () => {
  const label = 'This team works in Family Safeguarding';

  it('is ticked where the policy has such teams, and keeps the rest of the entry', async () => {
    const { workspace, ref, show, entry, user } = await shown('mosaic-004');
    await changeStaff(workspace, ref, { qualification: 'Registered' });
    show();
    expect(screen.getByLabelText(label)).toHaveAccessibleDescription(
      /All supervision of practice takes place in group supervision/,
    );
    await user.click(screen.getByLabelText(label));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(entry()?.familySafeguarding).toBe(true));
    expect(entry()?.qualification).toBe('Registered');
  });

  it('is not offered elsewhere, and what was ticked stays', async () => {
    const { workspace, ref, show, entry, user } = await shown('islington-001');
    await changeStaff(workspace, ref, { familySafeguarding: true });
    show();
    expect(screen.queryByLabelText(label)).not.toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Stage'), 'manager');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(entry()?.stage).toBe('manager'));
    expect(entry()?.familySafeguarding).toBe(true);
  });
});

it('in a school it says who supervises, and that somebody else is entered', async () => {
  const { workspace, show } = await shown('bracknell-003');
  const { unmount } = show();
  expect(screen.queryByText(/^In a school/)).not.toBeInTheDocument();
  unmount();
  await changeSettings(workspace, { workSetting: 'school', designatedOfficer: 'Jo Field' });
  show();
  expect(
    screen.getByText(/^In a school supervision should be carried out by the named/),
  ).toHaveTextContent('Jo Field is the named officer, and the supervisor here is Sam Lee.');
});
