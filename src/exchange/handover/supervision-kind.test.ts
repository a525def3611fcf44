import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { workerDueOf } from '#storage/agenda/due.ts';
import { childrenToDiscuss, practitioners } from '#storage/caseload/caseload-reads.ts';
import { personalSupervisor } from '#storage/handover/supervision.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import { missingForNotes } from '#storage/staff-file/staff-notes.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { handOver, thereTogether, threePeople } from '../../../test/handed-over.ts';
import { samsDevice } from '../../../test/handovers.ts';
import { changeWhoSupervises } from './supervision-kind.ts';
import { takeIn } from './take-in.ts';

const since = toCalendarDate('2026-11-01');

it('[SUPV4] a case supervisor is asked for no personal notes; a personal one discusses no children', async () => {
  const { sam, priyaRef } = await samsDevice(undefined, 'swindon-000');
  const open = await startSession(sam, priyaRef);
  await endSession(sam, open, thereTogether);
  expect(missingForNotes(sam, open).map(({ path }) => path)).toContain('support.text');
  await changeWhoSupervises(sam, priyaRef, { kind: 'case', other: 'Kim Ray', from: since });
  expect(practitioners(sam).map(({ name }) => name)).toEqual(['Dan Osei', 'Priya Shah']);
  const session = await startSession(sam, priyaRef);
  expect(noteOf(sam, session)?.body.sessionType).toBe('case');
  await endSession(sam, session, thereTogether);
  expect(missingForNotes(sam, session).map(({ path }) => path)).not.toContain('support.text');
  const staff = findStaff(sam, priyaRef)?.body;
  if (!staff) throw new Error('not on the list');
  expect(personalSupervisor(sam, staff)).toBe('Kim Ray');
  expect(workerDueOf(sam, staff)).toMatchObject({ parts: ['case'] });
  expect(childrenToDiscuss(sam, priyaRef)).toHaveLength(2);

  await changeWhoSupervises(sam, priyaRef, {
    kind: 'personal',
    other: 'Kim Ray',
    from: todayIn(sam),
  });
  const own = await startSession(sam, priyaRef);
  expect(bodies(sam, 'sessions').find(({ id }) => id === own)?.childRefs).toEqual([]);
  expect(noteOf(sam, own)?.body.sessionType).toBe('personal');
});

it('what was before ends the day before, and is kept', async () => {
  const { sam, priyaRef } = await samsDevice();
  await changeWhoSupervises(sam, priyaRef, { kind: 'case', other: 'Kim Ray', from: since });
  await changeWhoSupervises(sam, priyaRef, { kind: 'both', other: '', from: todayIn(sam) });
  const { supervisedBy = [] } = findStaff(sam, priyaRef)?.body ?? {};
  expect(supervisedBy.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['case', '2026-11-01', '2026-11-19'],
    ['personal', '2026-11-01', '2026-11-19'],
    ['both', '2026-11-20', ''],
  ]);
});

it('[SUPV2, HAND18] what is handed over is the part that I had; the other supervisor stays the other', async () => {
  const people = await threePeople();
  const { sam, jo, priyaRef } = people;
  await changeWhoSupervises(sam, priyaRef, { kind: 'case', other: 'Kim Ray', from: since });
  await takeIn(jo, await handOver(people));
  const staff = findStaff(jo, priyaRef)?.body;
  if (!staff) throw new Error('not taken in');
  expect(kindOfMine(staff, [settingsOf(jo).me], todayIn(jo))).toBe('case');
  expect(personalSupervisor(jo, staff)).toBe('Kim Ray');
});
