import * as fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { familyKeyOf, isInForce, isOpenOn } from '#domain/caseload/caseload.ts';
import { dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import { aChild, anAllocation, ref, staff } from '../../../test/builders.ts';
import { day, islington } from '../../../test/due-builders.ts';
import { aGroup, anItem } from '../../../test/group-builders.ts';
import { groupFamilies } from './group-agenda.ts';
import { familiesOf } from './group-families.ts';

const on = day('2026-11-20');
const child = (name: string, over: object = {}) => aChild({ ref: name, name, ...over });
const withWorker = (childRef: string, staffRef: string, over: object = {}) =>
  anAllocation({ childRef, staffRef, ...over });

it('[GROUP8] brothers and sisters with different workers are one family, whoever their workers are', () => {
  const children = [
    child('A', { familyRef: 'F1', dateOfBirth: '2019-01-01' }),
    child('B', { familyRef: 'F1', dateOfBirth: '2014-01-01' }),
    child('C', { familyRef: 'F1', dateOfBirth: '', expectedOn: '2027-03-01' }),
    child('D'),
  ];
  const allocations = [withWorker('A', 'S1'), withWorker('B', 'S9'), withWorker('D', 'S9')];
  const found = familiesOf({ members: [staff('S1')], children, allocations, on });
  expect(found).toEqual([
    {
      familyKey: 'F1',
      children: [children[1], children[0], children[2]],
      workers: ['S9', 'S1'],
    },
  ]);
  const ofBoth = familiesOf({ members: ['S1', 'S9'].map(staff), children, allocations, on });
  expect(ofBoth.map(({ familyKey }) => familyKey)).toEqual(['D', 'F1']);
});

it('[GROUP8] a closed child, one removed and an allocation that has ended bring no family', () => {
  const children = [
    child('A', { closedOn: '2026-11-20' }),
    child('B', { removed: true }),
    child('C'),
    child('D', { closedOn: '2026-11-21' }),
  ];
  const allocations = [
    withWorker('A', 'S1'),
    withWorker('B', 'S1'),
    withWorker('C', 'S1', { to: '2026-11-20' }),
    withWorker('D', 'S1'),
  ];
  const found = familiesOf({ members: [staff('S1')], children, allocations, on });
  expect(found.map(({ familyKey }) => familyKey)).toEqual(['D']);
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const workers = ['S1', 'S2', 'S3'];
const maybe = (days: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), days);
const aDay = fc.constantFrom('2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27');
const someChildren = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    familyRef: fc.constantFrom('', 'F1', 'F2', 'a'),
    closedOn: maybe(aDay),
    removed: fc.boolean(),
    dateOfBirth: maybe(fc.constantFrom('2014-01-01', '2019-01-01')),
  }),
);
const someAllocations = fc.array(
  fc.record({
    childRef: fc.constantFrom(...names, 'gone'),
    staffRef: fc.constantFrom(...workers),
    from: maybe(aDay),
    to: maybe(aDay),
  }),
);
const someItems = fc.array(
  fc.record({
    familyKey: fc.constantFrom(...names, 'F1', 'F2', 'gone'),
    chosen: fc.constantFrom('' as const, 'yes' as const, 'no' as const),
    minutes: fc.constantFrom('', '35', 'long'),
  }),
);
/** Around the night when the clocks change. */
const aMoment = fc.constantFrom(
  '2026-10-24T22:59:59.999Z',
  '2026-10-24T23:00:00.000Z',
  '2026-10-25T23:59:59.999Z',
  '2026-10-26T00:00:00.000Z',
);

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

it.each(['Pacific/Apia', 'America/Los_Angeles'])(
  '[GROUP8, GROUP9] every family with an open child of any member is on the agenda exactly once (%s)',
  (zone) => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(
        someChildren,
        someAllocations,
        someItems,
        fc.subarray(workers),
        aMoment,
        fc.integer({ min: 1, max: 300 }),
        (held, allocated, items, members, moment, minutes) => {
          const today = dateInLondon(toInstant(moment));
          const byRef = new Map(
            held.map((each) => [each.name, aChild({ ...each, ref: each.name })]),
          );
          const children = [...byRef.values()];
          const allocations = allocated.map((each) => anAllocation(each));
          const agendaOf = (list: typeof children, also: typeof allocations) =>
            groupFamilies({
              group: aGroup({ agenda: items.map(anItem), minutes: String(minutes) }),
              profile: islington,
              on: today,
              families: familiesOf({
                members: members.map(staff),
                children: list,
                allocations: also,
                on: today,
              }),
              factsOf: (each) => ({ child: each, flags: [] }),
              caseholders: new Set(),
            });
          const found = agendaOf(children, allocations);
          const keys = found.map(({ familyKey }) => familyKey);

          const open = children.filter((each) => isOpenOn(each, today));
          const isOfMember = (childRef: string) =>
            allocations.some(
              (each) =>
                each.childRef === ref(childRef) &&
                isInForce(each, today) &&
                members.includes(each.staffRef),
            );
          const expected = open.filter((each) => isOfMember(each.ref)).map(familyKeyOf);
          expect(keys.toSorted()).toEqual([...new Set(expected)].toSorted());
          // Each open child of such a family once, and nobody else.
          const shown = found.flatMap((family) => family.children.map((each) => each.ref));
          expect(shown.toSorted()).toEqual(
            open
              .filter((each) => expected.includes(familyKeyOf(each)))
              .map((each) => each.ref)
              .toSorted(),
          );
          // What a person chose stands, and the order is that of the records and of nothing else.
          for (const family of found)
            if (family.item.chosen !== '') expect(family.chosen).toBe(family.item.chosen === 'yes');
          expect(
            agendaOf(children.toReversed(), allocations.toReversed()).map((f) => f.familyKey),
          ).toEqual(keys);
        },
      ),
      { numRuns: 500 },
    );
  },
);
