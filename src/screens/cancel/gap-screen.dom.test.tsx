import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { recordAbsence } from '#storage/session/absences.ts';
import { gapDraftOf } from '#storage/session/cancellations-gap.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { findStaff } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { GapScreen } from './gap-screen.tsx';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

async function shown(profileId = 'islington-001', isAway = true) {
  const ports = testPorts('2026-10-14T09:00:00.000Z');
  const workspace = await aWorkspace(ports, profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  await endSession(workspace, await startSession(workspace, priya), there);
  ports.goTo('2026-12-07T10:00:00Z');
  if (isAway)
    await recordAbsence(workspace, { staffRef: priya, from: '2026-11-02', to: '2026-12-04' });
  render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={vi.fn()}>
        <GapScreen rowId={findStaff(workspace, priya)?.id ?? ''} />
      </NavigateContext>
    </WorkspaceContext>,
  );
  return { workspace, priya, user: userEvent.setup({ delay: null }) };
}

const box = (name: RegExp) => screen.getByRole('textbox', { name });
const write = () => screen.getByRole('button', { name: 'Write it on 2 children’s records' });

it('shows the line as it will stand, and writes it on each open child with one button', async () => {
  const { workspace, user } = await shown();
  await user.type(box(/Who covered/), 'Dana Cole');
  const line =
    'No formal supervision in November 2026 because of practitioner absence. Cover: Dana Cole';
  expect(screen.getByText(line)).toBeVisible();
  await user.type(box(/passing cases on/), 'Considered: no.');
  await user.click(write());
  expect(await screen.findByText(/^Every open child’s record tells of it\./)).toBeVisible();
  expect(bodies(workspace, 'childEntries').map(({ fields }) => fields)).toEqual([
    { text: line },
    { text: line },
  ]);
  expect(screen.getByRole('link', { name: 'Record it in Mosaic' })).toHaveAttribute(
    'href',
    '/records',
  );
});

it('is saved as typed, and names what is missing before anything is written', async () => {
  const { workspace, priya, user } = await shown();
  await user.type(box(/Who covered/), 'Dana');
  await act(() => workspace.queue.flush());
  expect(gapDraftOf(workspace, priya)?.body.cover).toBe('Dana');
  await user.click(write());
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Say whether passing cases on was considered',
  );
  expect(bodies(workspace, 'childEntries')).toEqual([]);
});

it('a look at the page leaves nothing behind', async () => {
  const { workspace } = await shown();
  await act(() => workspace.queue.flush());
  expect(bodies(workspace, 'cancellations')).toEqual([]);
});

it.each([
  ['islington-001', /No month was missed because this person was away/],
  ['mosaic-004', /does not ask for a gap to be written on children’s records/],
])('says why there is nothing to write: %s', async (profileId, words) => {
  await shown(profileId, false);
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});
