import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { momentIn, sessionDate } from '#domain/session/session-days.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { aWorkspace, givePriya, type TestPorts, write } from '../../../test/workspaces.ts';
import { findSession } from './session-reads.ts';
import {
  endSession,
  pauseSession,
  planSession,
  resumeSession,
  startSession,
  startWrittenUp,
} from './sessions.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const paperDay = toCalendarDate('2026-11-11'); // nine days before the workspace's morning
const sessionOf = (workspace: Workspace, id: string) => {
  const session = findSession(workspace, id)?.body;
  if (!session) throw new Error(id);
  return session;
};

async function writtenUp(workspace: Workspace, plannedId?: string) {
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace H' }]);
  const planned = plannedId ?? (await planSession(workspace, priya, '2026-11-11'));
  return startWrittenUp(workspace, priya, { plannedId: planned, heldOn: paperDay });
}

it('[SESS6] a session held on paper has the day it was held on, paused and ended as well', async () => {
  const workspace = await aWorkspace();
  const id = await writtenUp(workspace);
  expect(sessionOf(workspace, id)).toMatchObject({ status: 'open', heldOn: '2026-11-11' });
  await pauseSession(workspace, id);
  (workspace.ports as TestPorts).advance(86_400_000);
  await resumeSession(workspace, id);
  await endSession(workspace, id, there);
  const session = sessionOf(workspace, id);
  expect(sessionDate(session)).toBe('2026-11-11');
  for (const { startedAt, endedAt } of session.sittings)
    expect([startedAt, endedAt]).toEqual(['2026-11-11T12:00:00Z', '2026-11-11T12:00:00Z']);
});

it('[SESS6] a child discussed in it was discussed on that day, and its record is a late entry', async () => {
  const workspace = await aWorkspace();
  const id = await writtenUp(workspace);
  const { id: _, childRef, settled, ...brief } = readyBrief();
  const accountedAt = momentIn(sessionOf(workspace, id), workspace.now);
  await write(workspace, id, 'C1', { ...brief, accountedAt });
  await endSession(workspace, id, there);
  expect(sessionOf(workspace, id).accounts).toMatchObject([{ discussedOn: '2026-11-11' }]);
  const made = await finaliseChild(workspace, id, 'C1');
  if (made.outcome !== 'finalised') throw new Error(made.outcome);
  expect(workspace.set.find('childRecords', made.recordId)?.body).toMatchObject({
    discussedOn: '2026-11-11',
    lateEntry: true,
  });
});

it('[SESS6] a child who left the list after that day is in it; one who left before is not', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: 'Grace H' },
    { reference: 'C2', name: 'Ben H', familyRef: 'F1' },
    { reference: 'C3', name: 'Ada K' },
  ]);
  const closed = { C2: '2026-11-15', C3: '2026-11-10' };
  await workspace.change(() =>
    findAll(workspace, 'children', ({ ref }) => ref in closed).map((record) =>
      updated(record, { ...record.body, closedOn: closed[record.body.ref as keyof typeof closed] }),
    ),
  );
  const id = await startWrittenUp(workspace, priya, { heldOn: paperDay });
  expect(sessionOf(workspace, id).childRefs).toEqual(['C1', 'C2']);
  const now = await startSession(workspace, priya);
  expect(sessionOf(workspace, now).childRefs).toEqual(['C1']);
});
