import { expect, it } from 'vitest';
import { correctChild } from '#storage/caseload/caseload.ts';
import { findChild, practitioners } from '#storage/caseload/caseload-reads.ts';
import { savePriorDiscussions } from '#storage/caseload/prior-discussions.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { readyBrief, ref } from '../../../test/builders.ts';
import { aWorkspace, givePriya, testPorts, write } from '../../../test/workspaces.ts';
import { childDueOf, lastDiscussedOn, workerDueOf } from './due.ts';
import { oversightDueOf } from './oversight-due.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const child = (workspace: Workspace) => {
  const body = findChild(workspace, 'C1')?.body;
  if (!body) throw new Error('C1 is on the list');
  return body;
};

async function begun(profileId: string, status: string) {
  const ports = testPorts(); // 20 November 2026
  const workspace = await aWorkspace(ports, profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1', status }]);
  return { workspace, ports, priya };
}

it('where nothing is held, a child is due from the day Footprint started, and not overdue', async () => {
  const { workspace } = await begun('swindon-000', 'CIN');
  expect(childDueOf(workspace, child(workspace))).toMatchObject({
    status: 'no_date_held',
    dueOn: '2026-12-20',
    clause: '000:121',
  });
  expect(lastDiscussedOn(workspace, 'C1')).toBeUndefined();
});

it('a date that a person gave is counted from', async () => {
  const { workspace } = await begun('swindon-000', 'CIN');
  const answer = { childRef: ref('C1'), answer: 'date', on: '2026-10-05' as never } as const;
  await savePriorDiscussions(workspace, [answer]);
  expect(childDueOf(workspace, child(workspace))).toMatchObject({
    status: 'overdue',
    dueOn: '2026-11-05',
    daysLate: 15,
  });
});

it('a session meets both clocks once it is ended with both there, and not before', async () => {
  const { workspace, priya } = await begun('islington-001', 'CIN');
  const id = await startSession(workspace, priya);
  await write(workspace, id, 'C1', {
    ...readyBrief(),
    account: 'discussed',
    accountedAt: workspace.now,
  });
  const [person] = practitioners(workspace);
  if (!person) throw new Error('Priya is there');
  expect(workerDueOf(workspace, person)).toMatchObject({ status: 'no_date_held' });
  expect(lastDiscussedOn(workspace, 'C1')).toBeUndefined();

  await endSession(workspace, id, there);
  expect(workerDueOf(workspace, person)).toMatchObject({ status: 'ok', dueOn: '2026-12-31' });
  expect(childDueOf(workspace, child(workspace))).toMatchObject({ dueOn: '2026-12-31' });
  expect(lastDiscussedOn(workspace, 'C1')).toBe('2026-11-20');
});

it.each([
  ['bracknell-003', 'caseAndPersonal', { status: 'ok' }],
  ['bracknell-003', 'group', { status: 'no_date_held' }],
  ['islington-001', 'personal', { status: 'no_date_held' }],
] as const)('[C-27] under %s notes of type %s', async (profileId, sessionType, expected) => {
  const { workspace, priya } = await begun(profileId, 'CIN');
  const id = await startSession(workspace, priya);
  await endSession(workspace, id, there);
  const note = noteOf(workspace, id);
  if (!note) throw new Error('a session has its note');
  await workspace.change(() => [updated(note, { ...note.body, sessionType })]);
  const [person] = practitioners(workspace);
  if (!person) throw new Error('Priya is there');
  expect(workerDueOf(workspace, person)).toMatchObject(expected);
});

it('a session that the supervisor was not at meets no clock', async () => {
  const { workspace, priya } = await begun('islington-001', 'CIN');
  const id = await startSession(workspace, priya);
  await write(workspace, id, 'C1', {
    ...readyBrief(),
    account: 'discussed',
    accountedAt: workspace.now,
  });
  await endSession(workspace, id, { ...there, supervisorPresent: false });
  expect(lastDiscussedOn(workspace, 'C1')).toBeUndefined();
});

it('a status with a shorter interval has five working days of grace, and oversight its own clock', async () => {
  const { workspace, ports } = await begun('swindon-000', 'CARE_EXP');
  const answer = { childRef: ref('C1'), answer: 'date', on: '2026-10-10' as never } as const;
  await savePriorDiscussions(workspace, [answer]);
  expect(childDueOf(workspace, child(workspace))).toMatchObject({ dueOn: '2026-12-10' });
  expect(oversightDueOf(workspace, child(workspace))).toMatchObject({
    rule: 'R-16',
    dueOn: '2026-11-10',
    status: 'overdue',
  });
  // Monthly from 20 November would have been due on 10 November: five working days from the change.
  const why = { on: '2026-11-20' as never, reason: 'in care again' };
  await correctChild(workspace, ref('C1'), { status: 'CIN' }, why);
  ports.goTo('2026-11-23T10:00:00Z');
  expect(childDueOf(workspace, child(workspace))).toMatchObject({ dueOn: '2026-11-27' });
});
