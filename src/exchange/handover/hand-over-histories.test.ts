import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef } from '#domain/ids.ts';
import { addChildren, closeChild, correctChild } from '#storage/caseload/caseload.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { recordAbsence } from '#storage/session/absences.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { changeStaff } from '#storage/settings.ts';
import { todayIn } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  duesOn,
  handOver,
  type ThreePeople,
  thereTogether,
  threePeople,
  typedNote,
} from '../../../test/handed-over.ts';
import { heldGroup } from '../../../test/held-groups.ts';
import { write } from '../../../test/workspaces.ts';
import type { Handover } from './read-handover.ts';
import { takeIn } from './take-in.ts';

const did = <D extends string>(name: D) => fc.constant(name);
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ did: did('session'), n: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ did: did('group'), n: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ did: did('plan'), n: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ did: did('away'), n: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ did: did('status'), n: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ did: did('close'), n: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ did: did('add'), n: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ did: did('stage'), n: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ did: did('make'), n: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ did: did('take'), n: fc.nat(9) }) },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

async function session({ sam, priyaRef }: ThreePeople, n: number): Promise<void> {
  const id = await startSession(sam, priyaRef);
  const discussed = openChildren(sam, priyaRef).slice(0, 1 + (n % 3));
  for (const { ref } of discussed) {
    const { id: _, childRef, settled, ...typed } = readyBrief({ accountedAt: sam.now });
    await write(sam, id, ref, typed);
  }
  const practitionerPresent = n !== 0;
  await endSession(sam, id, { ...thereTogether, practitionerPresent });
  const [first] = discussed;
  if (first && n > 4) await finaliseChild(sam, id, first.ref);
}

const statuses = ['CIN', 'CP', 'CLA', 'EH'];
const stages = ['asye', 'default', 'probation', 'manager'] as const;

async function happen(people: ThreePeople, { did: what, n }: Event): Promise<void> {
  const { sam, priyaRef } = people;
  const on = todayIn(sam);
  const child = openChildren(sam, priyaRef)[n % 2];
  const why = { on, reason: 'As it was' };
  if (what === 'session') await session(people, n);
  if (what === 'group') await heldGroup(people, { families: ['C1', 'D9'] });
  if (what === 'plan') await planSession(sam, priyaRef, addDays(on, n));
  if (what === 'away')
    await recordAbsence(sam, { staffRef: priyaRef, from: addDays(on, -n - 9), to: on });
  if (what === 'status' && child)
    await correctChild(sam, child.ref, { status: statuses[n % 4] ?? '' }, why);
  if (what === 'close' && child && n > 4) await closeChild(sam, child.ref, why);
  if (what === 'add') await addChild(people, `N${n}`, on);
  if (what === 'stage') await changeStaff(sam, priyaRef, { stage: stages[n % 4] ?? 'default' });
}

async function addChild({ sam }: ThreePeople, reference: string, on: CalendarDate): Promise<void> {
  if (
    [...sam.set.all('children').values()].some(({ body }) => body.ref === (reference as ChildRef))
  )
    return;
  const facts = {
    reference,
    name: `Child ${reference}`,
    dateOfBirth: '2015-02-03',
    expectedOn: '',
  };
  const more = { status: 'CIN', familyRef: '', checks: [] };
  await addChildren(sam, [
    { facts: { ...facts, ...more }, worker: { name: 'Priya Shah' }, allocatedAt: on },
  ]);
}

it('[HAND19] any history, files out of order and files lost: the same due dates on both devices', async () => {
  const history = fc.array(event, { minLength: 6, maxLength: 16, size: 'max' });
  const profileId = fc.constantFrom('swindon-000', 'islington-001', 'mosaic-004');
  await fc.assert(
    fc.asyncProperty(history, profileId, async (events, profile) => {
      const people = await threePeople(profile);
      const { sam, jo, priyaRef, ports } = people;
      const noteId = await typedNote(people, { withUnfinished: true });
      const underway: Handover[] = [];
      for (const each of events) {
        ports.advance(3 * 24 * 3_600_000);
        if (each.did === 'make') underway.push(await handOver(people, noteId));
        else if (each.did === 'take') {
          const [handover] = underway.splice(each.n % 3, 1); // where there is none it was lost
          if (handover) await takeIn(jo, handover);
        } else await happen(people, each);
      }
      const result = await takeIn(jo, await handOver(people, noteId));
      expect(result).toMatchObject({ clashes: 0, refused: [] });
      expect(duesOn(jo, priyaRef)).toEqual(duesOn(sam, priyaRef));
      ports.advance(40 * 24 * 3_600_000);
      expect(duesOn(jo, priyaRef)).toEqual(duesOn(sam, priyaRef));
      expect(JSON.stringify([...jo.set.all('children').values()])).not.toContain('CANARY');
      for (const workspace of [sam, jo]) workspace.db.close();
    }),
    { numRuns: 15 },
  );
}, 120_000);
