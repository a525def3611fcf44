import { describe, expect, it } from 'vitest';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { Preparation } from '#domain/records/preparation.ts';
import { BeforeSession } from '#domain/records/response.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { ToldAbsence } from '#domain/records/told-absence.ts';
import { readLeaveDates } from '#domain/supervision/read-leave.ts';
import { workerDueOf } from '#storage/agenda/due.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { responseBefore } from '#storage/preparation/preparation-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { staff } from '../../../test/builders.ts';
import { day } from '../../../test/due-builders.ts';
import { aWorkspace, givePriya, type TestPorts, testPorts } from '../../../test/workspaces.ts';
import { absencesOf, recordAbsence, recordedAbsences, withdrawAbsence } from './absences.ts';
import { findSession, noteOf } from './session-reads.ts';
import { endSession, planSession, startSession } from './sessions.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const ports = (workspace: Workspace) => workspace.ports as TestPorts;
/** As the form keeps it, typed on that day: the days that were read stand beside the words. */
const told = (from: string, to: string, on = '2026-11-20') => {
  const typed = { id: `${from} ${to}`, kind: 'sickness', from, to, detail: 'PRIVATE' };
  const days = readLeaveDates({ from, to, fromDate: '' }, 'from', day(on));
  return ToldAbsence.parse({ ...typed, ...days });
};

async function begun() {
  const workspace = await aWorkspace(testPorts()); // 20 November 2026
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  return { workspace, priya };
}

async function respond(workspace: Workspace, superviseeRef: StaffRef, over: object) {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const response = BeforeSession.parse({
    id,
    kind: 'beforeSession',
    superviseeRef,
    supervisorRef: 'me',
    preparationId: 'p1',
    sharedAt: workspace.now,
    createdAt: workspace.now,
    createdBy: superviseeRef,
    ...over,
  });
  await workspace.change(() => [created('responses', id, response)]);
}

async function tell(workspace: Workspace, session: string, absences: readonly ToldAbsence[]) {
  const record = noteOf(workspace, session);
  if (!record) throw new Error('no notes');
  const body: StaffNote = { ...record.body, absences: [...absences] };
  await workspace.change(() => [updated(record, body)]);
}

describe('when a person was away', () => {
  it('from all three places, from and to and not one word more', async () => {
    const { workspace, priya } = await begun();
    await recordAbsence(workspace, { staffRef: priya, from: '2026-10-05', to: '2026-10-09' });
    await recordAbsence(workspace, { staffRef: priya, from: '2026-11-19', to: '' });
    await respond(workspace, priya, { absences: [told('2 nov', '6 nov')] });
    const session = await startSession(workspace, priya);
    await tell(workspace, session, [told('monday', ''), told('some time', '')]);
    const { leave } = absencesOf(workspace, priya);
    expect(leave.map((each) => JSON.stringify(each)).sort()).toEqual([
      '{"start":"2026-10-05","end":"2026-10-09"}',
      '{"start":"2026-11-02","end":"2026-11-06"}',
      '{"start":"2026-11-16","end":"2026-11-16"}',
      '{"start":"2026-11-19"}',
    ]);
    expect(JSON.stringify(absencesOf(workspace, priya))).not.toMatch(/PRIVATE|sick/);
  });

  it('not what she has not shared, what was withdrawn, or what is about somebody else', async () => {
    const { workspace, priya } = await begun();
    await respond(workspace, priya, { absences: [told('2 nov', '6 nov')], sharedAt: '' });
    await respond(workspace, staff('S9'), { absences: [told('2 nov', '6 nov')] });
    await recordAbsence(workspace, { staffRef: staff('S9'), from: '2026-10-05', to: '' });
    await recordAbsence(workspace, { staffRef: priya, from: '2026-10-05', to: '2026-10-09' });
    const [absence] = recordedAbsences(workspace, priya);
    if (!absence) throw new Error('recorded on the line above');
    await withdrawAbsence(workspace, absence.id);
    expect(absencesOf(workspace, priya).leave).toEqual([]);
    expect(recordedAbsences(workspace, priya)).toEqual([]);
    expect(workspace.set.find('absences', absence.id)?.body).toMatchObject({ withdrawn: true });
  });

  it('[GAP6] words stay the days that were meant, however late they are looked at or shared', async () => {
    const { workspace, priya } = await begun();
    const session = await startSession(workspace, priya);
    await tell(workspace, session, [told('tuesday', '')]);
    await endSession(workspace, session, there);
    ports(workspace).goTo('2026-12-02T10:00:00Z');
    await respond(workspace, priya, { absences: [told('monday', 'wednesday')] });
    expect(absencesOf(workspace, priya).leave).toEqual([
      { start: '2026-11-16', end: '2026-11-18' },
      { start: '2026-11-17', end: '2026-11-17' },
    ]);
  });
});

it('a session planned for a day gone by and not begun by then was not held', async () => {
  const { workspace, priya } = await begun();
  const never = await planSession(workspace, priya, '2026-11-25');
  const late = await planSession(workspace, priya, '2026-11-26');
  const kept = await planSession(workspace, priya, '2026-11-27');
  await planSession(workspace, priya, '2026-12-09');
  expect(absencesOf(workspace, priya).planned).toEqual([]);
  ports(workspace).goTo('2026-11-27T10:00:00Z');
  await startSession(workspace, priya, kept);
  await startSession(workspace, priya, late);
  ports(workspace).goTo('2026-12-01T10:00:00Z');
  expect(findSession(workspace, never)?.body.status).toBe('planned');
  const days = absencesOf(workspace, priya).planned.map(({ on }) => on);
  expect([...days].sort()).toEqual(['2026-11-25', '2026-11-26']);
});

it('leave explains a month that was missed', async () => {
  const { workspace, priya } = await begun();
  const session = await startSession(workspace, priya);
  await endSession(workspace, session, there);
  ports(workspace).goTo('2027-01-04T10:00:00Z');
  const [person] = practitioners(workspace);
  if (!person) throw new Error('Priya is there');
  expect(workerDueOf(workspace, person)).toMatchObject({ status: 'overdue' });
  await recordAbsence(workspace, { staffRef: priya, from: '2026-12-01', to: '2027-01-01' });
  expect(workerDueOf(workspace, person)).toMatchObject({ status: 'overdue_explained' });
});

it('her response is the one of the preparation on the table, and hers alone until shared', async () => {
  const { workspace, priya } = await begun();
  const session = await startSession(workspace, priya);
  const found = (preparationId: string) => {
    const held = findSession(workspace, session)?.body;
    return held && responseBefore(workspace, { ...held, preparationId });
  };
  for (const [id, sharedAt] of [
    ['p1', workspace.now],
    ['p2', ''],
  ] as const) {
    const own = { superviseeRef: priya, supervisorRef: 'me', createdBy: priya, sharedAt };
    const preparation = Preparation.parse({ ...own, id, createdAt: workspace.now });
    await workspace.change(() => [created('preparations', id, preparation)]);
    await respond(workspace, priya, { preparationId: id, wellbeing: id, sharedAt });
  }
  expect(found('p1')).toMatchObject({ wellbeing: 'p1' });
  expect(found('p2')).toBeUndefined();
  expect(found('p9')).toBeUndefined();
});
