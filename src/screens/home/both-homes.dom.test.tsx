import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { takeIn } from '#exchange/handover/take-in.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { settingsOf, startFor } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { made } from '../../../test/handovers.ts';
import {
  anEmptyWorkspace,
  aWorkspace,
  givePriya,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { HomeScreen } from './home-screen.tsx';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

/** Sam supervises Priya; Ann supervises Sam, whose own case is K1, and has sent a file. */
async function samInBoth(): Promise<Workspace> {
  const ports = testPorts();
  const sam = await aWorkspace(ports);
  const priya = await givePriya(sam, [{ reference: 'C1', name: 'Amina Khan' }]);
  const ann = await anEmptyWorkspace(ports);
  const who = { name: 'Ann Reed', role: 'Service manager', caseSystem: 'Mosaic', synthetic: false };
  await startFor(ann, { ...who, profileId: 'islington-001' });
  const facts = { reference: 'K1', name: 'Kim Own', dateOfBirth: '2016-03-04', expectedOn: '' };
  const more = { status: 'CIN', familyRef: '', checks: [] };
  const worker = { name: 'Sam Lee' };
  await addChildren(ann, [{ facts: { ...facts, ...more }, worker, allocatedAt: '2026-01-05' }]);
  const [samThere] = practitioners(ann);
  if (!samThere) throw new Error('Sam is not on Ann’s list');
  const session = await startSession(ann, samThere.ref);
  const { id, childRef, settled, ...typed } = readyBrief();
  await write(ann, session, 'K1', typed);
  await endSession(ann, session, there);
  await planSession(ann, samThere.ref, '2026-12-18');
  await takeIn(sam, await made(ann, samThere.ref));
  await planSession(sam, priya, '2026-12-04');
  return sam;
}

/** The parts of Home come one after the other: the slowest machine waits for them. */
const soon = { timeout: 5_000 };

const show = (workspace: Workspace) =>
  render(
    <WorkspaceContext value={workspace}>
      <HomeScreen />
    </WorkspaceContext>,
  );

it('somebody who supervises and is supervised has both homes on one page', async () => {
  const sam = await samInBoth();
  show(sam);
  const mine = await screen.findByRole('region', { name: 'My supervision with Ann Reed' }, soon);
  expect(within(mine).getByText(/Friday 18 December 2026\./)).toBeVisible();
  expect(await screen.findByRole('table', { name: 'Who is due' }, soon)).toBeVisible();
  expect(settingsOf(sam).supervisorRef).not.toBe('');
});

it('and no row of their own supervision is among those of the people they supervise', async () => {
  const sam = await samInBoth();
  show(sam);
  const due = await screen.findByRole('table', { name: 'Who is due' }, soon);
  expect(within(due).getByText('Priya Shah')).toBeVisible();
  const sessions = screen.getByRole('table', { name: 'Sessions' });
  expect(within(sessions).getAllByRole('row')).toHaveLength(2);
  for (const table of [due, sessions])
    for (const own of ['Sam Lee', 'Ann Reed']) expect(within(table).queryByText(own)).toBeNull();
  const mine = await screen.findByRole('region', { name: 'My supervision with Ann Reed' }, soon);
  for (const other of ['Priya Shah', '4 December 2026']) expect(mine).not.toHaveTextContent(other);
  expect(bodies(sam, 'sessions')).toHaveLength(3);
});

it('the next date is that of whoever supervises now', async () => {
  const sam = await samInBoth();
  const [planned] = bodies(sam, 'sessions').filter(({ plannedFor }) => plannedFor === '2026-12-18');
  if (!planned) throw new Error('no session is planned');
  const before = {
    ...planned,
    id: crypto.randomUUID() as typeof planned.id,
    plannedFor: '2026-12-01',
  };
  const supervisorRef = 'before' as typeof planned.supervisorRef;
  await sam.change(() => [created('sessions', before.id, { ...before, supervisorRef })]);
  show(sam);
  const mine = await screen.findByRole('region', { name: 'My supervision with Ann Reed' }, soon);
  expect(within(mine).getByText(/Friday 18 December 2026\./)).toBeVisible();
});
