import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { toCalendarDate as day } from '#domain/dates/calendar-date.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { aWorkspace, testPorts } from '../../../test/workspaces.ts';
import { EditPolicyScreen } from './edit-policy-screen.tsx';

vi.setConfig({ testTimeout: 20_000 });

async function opened(profileId = 'swindon-000', from?: string) {
  const workspace = await aWorkspace(testPorts(), profileId); // 20 November 2026
  const goTo = vi.fn();
  render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={goTo}>
        <EditPolicyScreen />
      </NavigateContext>
    </WorkspaceContext>,
  );
  if (from) await userEvent.click(screen.getByLabelText(from));
  await userEvent.click(button('Continue'));
  return { workspace, goTo };
}

/** By their text: asking a form of a hundred fields for roles takes seconds. */
const button = (name: string) => screen.getByText(name, { selector: 'button' });
const box = (name: string) => screen.getByLabelText(name, { selector: 'input' });
const list = (name: string) => screen.getByLabelText(name, { selector: 'select' });

function choose(name: string, option: string) {
  const select = list(name) as HTMLSelectElement; // by its selector
  const value = [...select.options].find(({ label }) => label === option)?.value;
  fireEvent.change(select, { target: { value } });
}

/** All at once: a long form and one key after the other would take most of the time of this file. */
const type = (name: string, value: string) => fireEvent.change(box(name), { target: { value } });

async function save() {
  await userEvent.click(button('Save as a new version'));
}

async function listedFaults() {
  const title = await screen.findByText('There is a problem');
  return [...(title.parentElement?.querySelectorAll('a') ?? [])];
}

const newest = (workspace: Workspace) => bodies(workspace, 'profiles').at(-1);

it('intervals, deadlines, a status and a word become a new version, in force from its day', async () => {
  const { workspace, goTo } = await opened();
  type('What stands beside each date', 'North');
  type('In force from', '1 december 2026');
  choose('A worker is supervised', 'Every 4 weeks');
  choose('Discussed, status 3', 'Every 2 weeks');
  fireEvent.click(button('Remove status 8'));
  fireEvent.click(button('Add a status'));
  type('Status 8', 'Kinship care');
  choose('Discussed, status 8', 'Every 3 months');
  type('A child’s record, working days after the session', '3');
  type('Supervised person', 'Social worker');
  await userEvent.click(screen.getByLabelText('Aim'));
  type('Where it comes from (optional)', 'Guidance, page 4');
  await save();

  await waitFor(() => expect(goTo).toHaveBeenCalledWith('/policy'));
  expect(newest(workspace)).toMatchObject({
    profileId: 'swindon-borough-council-changed',
    version: '1',
    effectiveFrom: '2026-12-01',
    origin: 'edited',
  });
  expect(profileVersionOn(workspace, todayIn(workspace)).profileId).toBe('swindon-000');
  const { profile } = profileVersionOn(workspace, day('2026-12-01'));
  const own = { strength: 'aim', src: 'your own: Guidance, page 4' };
  expect(profile.worker.default).toMatchObject({ interval: 'P28D', basis: 'rolling', ...own });
  expect(profile.child.cohorts?.[2]).toMatchObject({ code: 'CIN', interval: 'P14D', ...own });
  expect(profile.child.cohorts?.map(({ code }) => code).slice(-2)).toEqual([
    'SHORT_BREAKS',
    'KINSHIP_CARE',
  ]);
  expect(profile.recording?.childRecord).toMatchObject({ workingDays: 3, ...own });
  expect(profile.recording?.staffNotes).toMatchObject({ workingDays: 5, src: '000:95' });
  expect(profile.terms.supervisee).toBe('Social worker');
  expect(profile.source.name).toBe('North');
});

it('what cannot be read is listed, each with a way to its field, and nothing is stored', async () => {
  const { workspace, goTo } = await opened();
  type('A child’s record, working days after the session', 'five');
  type('In force from', '31 february');
  type('Status 2', '');
  type('A child’s discussion', '');
  await save();
  const links = (await listedFaults()).map((link) => link.getAttribute('href'));
  expect(links.toSorted()).toEqual([
    '#policy-childRecordDays',
    '#policy-cohorts-1-label',
    '#policy-effectiveFrom',
    '#policy-headings-caseDiscussion',
  ]);
  for (const link of links) expect(document.querySelector(link ?? ''), link ?? '').not.toBeNull();
  expect(bodies(workspace, 'profiles')).toHaveLength(1);

  type('A child’s record, working days after the session', '');
  type('In force from', '1 1 2027');
  type('Status 2', 'Assessment');
  type('A child’s discussion', 'Discussion');
  await save();
  await waitFor(() => expect(goTo).toHaveBeenCalled());
  expect(newest(workspace)?.profile.recording?.childRecord?.workingDays).toBeNull();
});

it('a fault that no field has is told, with its place', async () => {
  const { workspace } = await opened();
  fireEvent.click(button('Remove status 5'));
  await save();
  const [fault] = await listedFaults();
  expect(fault?.textContent).toContain('child.cohorts[4].requires');
  expect(bodies(workspace, 'profiles')).toHaveLength(1);
});

it('nothing changed is no version, and another profile can be chosen as it is', async () => {
  const { workspace } = await opened();
  await save();
  expect(await screen.findByText(/^Nothing is changed yet/, { selector: 'a' })).toBeVisible();
  expect(bodies(workspace, 'profiles')).toHaveLength(1);

  await userEvent.click(button('Choose another to start from'));
  const islington = /^London Borough of Islington/;
  await userEvent.click(screen.getByLabelText(islington));
  await userEvent.click(button('Continue'));
  await save();
  await waitFor(() => expect(newest(workspace)?.profileId).toBe('islington-001'));
  expect(newest(workspace)).toMatchObject({ origin: 'shipped', effectiveFrom: '2026-11-20' });
  expect(profileVersionOn(workspace, todayIn(workspace)).profile.label).toMatch(islington);
});

it('a general profile is one to start from, in nobody’s words', async () => {
  const { workspace } = await opened('swindon-000', 'General profile, from no council’s policy');
  type('What this profile is called', 'North');
  await userEvent.click(screen.getByLabelText('Every open case, in each session'));
  await save();
  await waitFor(() => expect(newest(workspace)?.profileId).toBe('north'));
  expect(newest(workspace)?.profile).toMatchObject({
    everyOpenCaseEachSession: true,
    child: { mode: 'everyOpenCaseEachSession', src: 'your own' },
  });
});

it('an earlier day is warned of while it is typed, and a number used already is refused', async () => {
  const { workspace, goTo } = await opened();
  expect(screen.queryByText(/is before today/)).toBeNull();
  type('In force from', '1 november 2026');
  expect(screen.getByText(/^1 November 2026 is before today/)).toBeVisible();
  type('Length in minutes', '90');
  await save();
  await waitFor(() => expect(goTo).toHaveBeenCalled());
  expect(profileVersionOn(workspace, day('2026-11-01')).profile.session?.minutes).toBe(90);

  await userEvent.click(button('Choose another to start from'));
  await userEvent.click(button('Continue'));
  expect(box('Version')).toHaveValue('2');
  type('Version', '1');
  type('Length in minutes', '60');
  await save();
  expect(await screen.findByText(/^There is another version/, { selector: 'a' })).toBeVisible();
});
