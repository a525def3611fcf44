import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { familyKeyOf, openChildrenOf, unallocatedChildren } from '#domain/caseload/caseload.ts';
import { addDays, dateInLondon, toCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { planSession } from '#domain/plan/plan-session.ts';
import type { AgendaItem } from '#domain/records/session.ts';
import { aChild, anAllocation, ref, staff } from '../../../test/builders.ts';
import { flag } from '../../../test/flag-builders.ts';
import { agendaFor, inOrderOf, moveTo, withDepths, withThoseWhoLeft } from './agenda.ts';

/** Promise 2: the whole way from what is held to the agenda, with whatever was stored, typed and moved. */

const workers = ['S1', 'S2'].map(staff);
const names = [...'ABCDEFGHIJ'];
const aDay = fc.integer({ min: -3, max: 3 }).map((n) => addDays(toCalendarDate('2026-10-25'), n));
const maybe = (day: fc.Arbitrary<string>) => fc.option(day, { nil: '' });

const someChildren = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(...names),
    familyRef: fc.constantFrom('', 'F1', 'F2'),
    closedOn: maybe(aDay),
    removed: fc.boolean(),
  }),
  { selector: ({ name }) => name },
);
const someAllocations = fc.array(
  fc.record({
    childRef: fc.constantFrom(...names).map(ref),
    staffRef: fc.constantFrom(...workers),
    from: maybe(aDay),
    to: maybe(aDay),
  }),
);
const stored = fc.array(
  fc.record({
    childRef: fc.constantFrom(...names, 'gone').map(ref),
    depth: fc.constantFrom('' as const, 'brief' as const, 'inDepth' as const),
    reason: fc.constantFrom('', 'why'),
  }),
);
const moves = fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: -2, max: 12 })));
/** Around the nights when the clocks change and do not. */
const aMoment = fc.constantFrom(
  '2026-10-24T22:59:59.999Z',
  '2026-10-24T23:00:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T23:59:59.999Z',
  '2026-10-26T00:00:00.000Z',
);

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

it.each(['Pacific/Apia', 'America/Los_Angeles'])(
  '[AGENDA1, LIST1, LIST2, LIST4] every open child is on one agenda exactly once, whatever the inputs (%s)',
  (zone) => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(
        someChildren,
        someAllocations,
        stored,
        moves,
        aMoment,
        fc.integer({ min: 1, max: 240 }),
        (held, allocated, storedAgenda, moved, moment, minutes) => {
          const today = dateInLondon(toInstant(moment));
          const children = held.map((each) => aChild({ ...each, ref: ref(each.name) }));
          const allocations = allocated.map((each) => anAllocation(each));
          const storedItems = storedAgenda.map(
            (each): AgendaItem => ({ ...each, id: each.childRef }),
          );

          const onAgendas = workers.map((worker) => {
            const open = openChildrenOf(worker, children, allocations, today);
            let agenda = agendaFor(open, storedItems);
            const cases = agenda.map(({ childRef, depth }) => {
              const child = children.find((each) => each.ref === childRef);
              return {
                ref: childRef,
                familyKey: child ? familyKeyOf(child) : '',
                word: 'child' as const,
                flags: childRef < 'C' ? [flag('URGENT')] : [],
                ...(depth !== '' && { chosenDepth: depth }),
              };
            });
            const plan = planSession({ cases, minutes, personal: false });
            expect(plan.cases.map((each) => each.ref).toSorted()).toEqual(
              open.map((each) => each.ref).toSorted(),
            );
            agenda = inOrderOf(
              agenda,
              plan.order.flatMap(({ refs }) => refs),
            );
            agenda = withDepths(agenda, () => 'brief');
            for (const [name, to] of moved) agenda = moveTo(agenda, name, to);
            // Stored, read again, and shown again.
            return agendaFor(open, withThoseWhoLeft(agenda, storedItems)).map(
              (item) => item.childRef,
            );
          });
          const nobodys = unallocatedChildren(children, allocations, today).map((each) => each.ref);

          // Told apart by hand, and not by the functions under test.
          for (const child of held) {
            const isOpen = !child.removed && (child.closedOn === '' || child.closedOn > today);
            const isWith = (worker: string) =>
              allocated.some(
                ({ childRef, staffRef, from, to }) =>
                  childRef === child.name &&
                  staffRef === worker &&
                  from <= today &&
                  !(to !== '' && to <= today),
              );
            const times = (list: readonly string[]) =>
              list.filter((each) => each === child.name).length;
            workers.forEach((worker, i) => {
              expect(times(onAgendas[i] ?? [])).toBe(isOpen && isWith(worker) ? 1 : 0);
            });
            expect(times(nobodys)).toBe(isOpen && !workers.some(isWith) ? 1 : 0);
          }
        },
      ),
      { numRuns: 1000 },
    );
  },
  60_000,
);
