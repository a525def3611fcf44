import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { toCalendarDate as day } from '#domain/dates/calendar-date.ts';
import { computedHolidays } from '#domain/dates/computed-holidays.ts';
import { isWorkingDay } from '#domain/dates/working-days.ts';
import { generalProfile } from '#domain/policies/general-profile.ts';
import { download } from '#exchange/download.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { storeVersion } from '#storage/policies/store-profile.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { aWorkspace, testPorts } from '../../../test/workspaces.ts';
import { HolidaysScreen } from './holidays-screen.tsx';
import { LoadPolicyScreen } from './load-policy-screen.tsx';
import { PolicyScreen } from './policy-screen.tsx';

vi.mock('#exchange/download.ts', () => ({ download: vi.fn() }));
afterEach(() => vi.mocked(download).mockClear());

function show(workspace: Workspace, children: ReactNode) {
  const goTo = vi.fn();
  render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={goTo}>{children}</NavigateContext>
    </WorkspaceContext>,
  );
  return goTo;
}

const own = { ...generalProfile, id: 'north', label: 'North', effectiveFrom: day('2027-04-01') };
const jsonFile = (value: unknown, name = 'north.json') =>
  new File([typeof value === 'string' ? value : JSON.stringify(value)], name, {
    type: 'application/json',
  });

it('what is in force is shown with who says so, and each version with its time', async () => {
  const workspace = await aWorkspace(testPorts(), 'swindon-000');
  const effectiveFrom = day('2026-12-01');
  await storeVersion(workspace, { profile: own, version: '3', effectiveFrom, origin: 'loaded' });
  show(workspace, <PolicyScreen />);
  expect(
    screen.getByText('Every month (Must; Swindon, no date in its text, 000:95)'),
  ).toBeVisible();
  const rows = within(screen.getByRole('table', { name: 'Versions' })).getAllByRole('row');
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^North, version 3From 1 December 2026Loaded from a file/),
    expect.stringMatching(/^Swindon.*In force, from the beginning until 30 November 2026Came with/),
  ]);

  await userEvent.click(screen.getByRole('button', { name: /^Export North, version 3/ }));
  const [name, blob] = vi.mocked(download).mock.calls[0] ?? [];
  expect(name).toBe('policy-north-3.json');
  expect(JSON.parse((await blob?.text()) ?? '')).toMatchObject({ id: 'north', version: '3' });

  await userEvent.click(screen.getByRole('button', { name: /^Take back North/ }));
  expect(await screen.findByText('Taken back before it began')).toBeVisible();
  expect(profileOn(workspace, day('2027-01-01')).id).toBe('swindon-000');
  expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
});

it('a file with faults is not taken in: each is listed with its place and what was expected', async () => {
  const workspace = await aWorkspace();
  show(workspace, <LoadPolicyScreen />);
  const worker = { default: { interval: 'monthly', basis: 'rolling' } };
  const wrong = { ...own, worker, headings: { ...own.headings, staffNotes: '' } };
  await userEvent.upload(screen.getByLabelText('Profile file'), jsonFile(wrong));
  const table = await screen.findByRole('table', { name: '2 faults' });
  const cells = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(cells).toEqual([
    ['worker.default.interval', 'an interval such as P7D, P14D, P1M or P12M', '"monthly"'],
    ['headings.staffNotes', 'some text', '""'],
  ]);
  expect(screen.getByText(/^north.json was not taken in/)).toBeVisible();
  expect(bodies(workspace, 'profiles')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Choose a file again' }));
  await userEvent.upload(screen.getByLabelText('Profile file'), jsonFile('{', 'broken.json'));
  expect(await screen.findByRole('table', { name: '1 fault' })).toHaveTextContent('JSON');
});

it('a file without a fault is shown first, and taken in from the day that is typed', async () => {
  const workspace = await aWorkspace();
  const goTo = show(workspace, <LoadPolicyScreen />);
  await userEvent.upload(screen.getByLabelText('Profile file'), jsonFile({ ...own, extra: 1 }));
  expect(await screen.findByRole('heading', { name: 'Take in this profile' })).toBeVisible();
  expect(screen.getByText('Every month (Aim; General profile, own rule)')).toBeVisible();
  expect(screen.getByText('extra')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Version' })).toHaveValue('1');
  const from = screen.getByRole('textbox', { name: 'In force from' });
  expect(from).toHaveValue('1 April 2027');
  await userEvent.clear(from);
  await userEvent.click(screen.getByRole('button', { name: 'Take in this profile' }));
  expect(
    await screen.findByRole('link', { name: 'Enter the day from which this version is in force' }),
  ).toBeVisible();
  expect(bodies(workspace, 'profiles')).toHaveLength(1);
  await userEvent.type(from, '1 1 2027');
  await userEvent.click(screen.getByRole('button', { name: 'Take in this profile' }));
  await waitFor(() => expect(goTo).toHaveBeenCalledWith('/policy'));
  expect(profileOn(workspace, day('2027-01-01'))).toMatchObject({ id: 'north', extra: 1 });
  expect(bodies(workspace, 'profiles').at(-1)).toMatchObject({ origin: 'loaded', version: '1' });
});

it('a bank holiday that is wrong is taken off, and one is typed', async () => {
  const workspace = await aWorkspace();
  show(workspace, <HolidaysScreen />);
  const boxing = 'Monday 28 December 2026';
  await userEvent.click(screen.getByRole('button', { name: `Take off ${boxing}` }));
  await waitFor(() => expect(isWorkingDay(day('2026-12-28'), holidaysOf(workspace))).toBe(true));
  await userEvent.click(screen.getByRole('button', { name: `Take back ${boxing}` }));
  await waitFor(() => expect(isWorkingDay(day('2026-12-28'), holidaysOf(workspace))).toBe(false));

  await userEvent.click(screen.getByRole('button', { name: 'Add this day' }));
  expect(await screen.findByRole('link', { name: 'Enter the day' })).toBeVisible();
  await userEvent.type(screen.getByRole('textbox', { name: 'Day' }), '18 6 2027');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name (optional)' }), 'Jubilee');
  await userEvent.click(screen.getByRole('button', { name: 'Add this day' }));
  const listed = screen.getByRole('table', { name: 'To the end of next year' });
  expect(await within(listed).findByText('Jubilee')).toBeVisible();
  expect(isWorkingDay(day('2027-06-18'), holidaysOf(workspace))).toBe(false);
});

it('a closure counts only once the switch is on', async () => {
  const workspace = await aWorkspace();
  show(workspace, <HolidaysScreen />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Day' }), '29 12 2026');
  await userEvent.click(screen.getByRole('radio', { name: 'The council is closed' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add this day' }));
  await screen.findByRole('button', { name: 'Take back Tuesday 29 December 2026' });
  expect(isWorkingDay(day('2026-12-29'), holidaysOf(workspace))).toBe(true);
  const counts = screen.getByRole('checkbox', { name: /^Days on which the council is closed/ });
  expect(counts).not.toBeChecked();
  await userEvent.click(counts);
  await waitFor(() => expect(counts).toBeChecked());
  expect(isWorkingDay(day('2026-12-29'), holidaysOf(workspace))).toBe(false);
});

it('GOV.UK’s file is loaded, and another file is refused with a sentence', async () => {
  const workspace = await aWorkspace();
  show(workspace, <HolidaysScreen />);
  const field = () => screen.getByLabelText('bank-holidays.json');
  await userEvent.upload(field(), jsonFile({ scotland: { events: [] } }, 'bank-holidays.json'));
  expect(await screen.findByText(/^This is not the file that GOV.UK publishes/)).toBeVisible();
  const events = [...computedHolidays(2028)].map(([date, title]) => ({ date, title }));
  const file = { 'england-and-wales': { division: 'england-and-wales', events } };
  await userEvent.upload(field(), jsonFile(file, 'bank-holidays.json'));
  expect(await screen.findByText('Last loaded on 20 November 2026.')).toBeVisible();
  expect(screen.getByText(/Known from 1 January 2020 to 31 December 2028/)).toBeVisible();
  expect(screen.queryByText(/^This is not the file/)).toBeNull();
});
