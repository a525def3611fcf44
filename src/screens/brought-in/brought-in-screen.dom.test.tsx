import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { priorOf } from '#storage/caseload/prior-discussions.ts';
import { findStaff } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { ref } from '../../../test/builders.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { ChildBroughtInScreen, StaffBroughtInScreen } from './brought-in-screen.tsx';
import { ChooseWhoseScreen } from './choose-whose-screen.tsx';

function Routed({ workspace, start }: { readonly workspace: Workspace; readonly start: string }) {
  const [path, setPath] = useState(start);
  const [, , file, id = '', about] = path.split('/');
  const Shown = file === 'child' ? ChildBroughtInScreen : StaffBroughtInScreen;
  return (
    <WorkspaceContext value={workspace}>
      <NavigateContext value={setPath}>
        <output aria-label="address">{path}</output>
        {file ? <Shown id={id} about={about} /> : <ChooseWhoseScreen />}
      </NavigateContext>
    </WorkspaceContext>
  );
}

async function shown(of: (rows: { child: string; staff: string }) => string) {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace H' }]);
  const rows = {
    child: findChild(workspace, ref('C1'))?.id ?? '',
    staff: findStaff(workspace, priya)?.id ?? '',
  };
  render(<Routed workspace={workspace} start={of(rows)} />);
  return { workspace, user: userEvent.setup({ delay: null }) };
}

const box = (name: string) => screen.getByRole('textbox', { name });
const press = (name: string) => screen.getByRole('button', { name });

it('is kept as it was pasted, says so, and offers its day without setting it', async () => {
  const { workspace, user } = await shown(({ child }) => `/brought-in/child/new/${child}`);
  expect(screen.getByText('Goes on Grace H’s record')).toBeVisible();
  await user.click(press('Keep this record'));
  const alert = await screen.findByRole('alert');
  expect(
    within(alert)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual([
    'Choose what it was',
    'Enter the day of the record',
    'Enter who wrote it, or that it is not known',
    'Paste the text',
  ]);
  await user.click(screen.getByRole('radio', { name: 'Supervision discussion' }));
  await user.type(box('Day of the record'), '12 3 2026');
  expect(screen.getByText('Thursday 12 March 2026')).toBeVisible();
  await user.type(box('Who wrote it'), 'Jo Field');
  await user.click(box('Text'));
  await user.paste('Seen at  home.\n');
  await user.click(press('Keep this record'));
  expect(
    await screen.findByText(
      /Brought in on 20 November 2026 by Sam Lee, not written in Footprint\. It counts/,
    ),
  ).toBeVisible();
  expect(bodies(workspace, 'childBroughtIn')).toMatchObject([{ text: 'Seen at  home.\n' }]);
  expect(priorOf(workspace, ref('C1'))).toBeUndefined();
  await user.click(press('Last discussed on 12 March 2026'));
  await waitFor(() => expect(priorOf(workspace, ref('C1'))?.body.on).toBe('2026-03-12'));
  expect(screen.queryByRole('button', { name: /^Last discussed on/ })).toBeNull();
}, 20_000); // by keys, on a machine that does other things too

it('keeps its text when it is locked, and its place when it gets an address', async () => {
  const { workspace, user } = await shown(({ child }) => `/brought-in/child/new/${child}`);
  await user.type(box('Text'), 'Half');
  const field = box('Text');
  await act(() => workspace.queue.flush());
  await waitFor(() =>
    expect(screen.getByLabelText('address').textContent).toMatch(/^\/brought-in\/child\/(?!new)/),
  );
  expect(box('Text')).toBe(field);
  await user.keyboard(' of it');
  await act(() => workspace.queue.flush());
  expect(bodies(workspace, 'childBroughtIn')).toMatchObject([
    { text: 'Half of it', confirmedAt: '' },
  ]);
});

it('of a member of staff stays on the supervision file, and points out a child’s name', async () => {
  const { workspace, user } = await shown(({ staff }) => `/brought-in/staff/new/${staff}`);
  expect(screen.getByText('Stays on the supervision file')).toBeVisible();
  expect(screen.queryByRole('radio', { name: 'Supervision discussion' })).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'Supervision notes' }));
  await user.type(box('Day of the record'), '12 3 2026');
  await user.type(box('Who wrote it'), 'Jo Field');
  await user.type(box('Text'), 'Talked of Grace H.');
  expect(screen.getByText(/This names Grace H/)).toBeVisible();
  await user.click(press('Keep this record'));
  expect(await screen.findByText(/not written in Footprint\. It counts/)).toBeVisible();
  expect(bodies(workspace, 'staffBroughtIn')).toHaveLength(1);
  expect(bodies(workspace, 'childBroughtIn')).toEqual([]);
  expect(screen.queryByRole('button', { name: /^Last discussed/ })).toBeNull();
});

it('is corrected by another one, and withdrawn with a reason', async () => {
  const { workspace, user } = await shown(({ staff }) => `/brought-in/staff/new/${staff}`);
  await user.click(screen.getByRole('radio', { name: 'Other record' }));
  await user.type(box('Day of the record'), '12 3 2026');
  await user.type(box('Who wrote it'), 'Jo Field');
  await user.type(box('Text'), 'First.');
  await user.click(press('Keep this record'));
  await user.click(await screen.findByText('Something is wrong with it'));
  await user.click(press('Bring in another one in its place'));
  await waitFor(() => expect(box('Text')).toHaveValue('First.'));
  await user.type(box('Text'), ' Second.');
  await user.click(press('Keep this record'));
  await user.click(await screen.findByText('Something is wrong with it'));
  await user.click(press('Withdraw it'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Write why it is withdrawn');
  await user.type(box('Why is it withdrawn?'), 'Not hers');
  await user.click(press('Withdraw it'));
  expect(await screen.findByText(/Withdrawn on 20 November 2026: Not hers/)).toBeVisible();
  expect(bodies(workspace, 'staffBroughtIn').map(({ text }) => text)).toEqual([
    'First.',
    'First. Second.',
  ]);
});

it('asks first whose it is', async () => {
  const { user } = await shown(() => '/brought-in');
  await user.click(screen.getByText('Choose the child'));
  await user.click(screen.getByRole('link', { name: 'Grace H' }));
  expect(screen.getByRole('heading', { name: 'Bring in an old record: Grace H' })).toBeVisible();
});
