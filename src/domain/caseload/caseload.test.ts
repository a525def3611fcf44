import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#domain/dates/calendar-date.ts';
import { aChild, anAllocation, ref, staff, today } from '../../../test/builders.ts';
import {
  currentAllocation,
  isInForce,
  isOpenOn,
  openChildrenOf,
  unallocatedChildren,
} from './caseload.ts';

const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);

it('[LIST1] a child is open until the day it was closed, and never once removed', () => {
  expect(isOpenOn(aChild(), today)).toBe(true);
  expect(isOpenOn(aChild({ closedOn: tomorrow }), today)).toBe(true);
  expect(isOpenOn(aChild({ closedOn: today }), today)).toBe(false);
  expect(isOpenOn(aChild({ closedOn: yesterday }), today)).toBe(false);
  expect(isOpenOn(aChild({ removed: true }), today)).toBe(false);
});

it('[LIST2] an allocation counts from its first day until the day before it ended', () => {
  expect(isInForce(anAllocation({ from: today }), today)).toBe(true);
  expect(isInForce(anAllocation({ from: tomorrow }), today)).toBe(false);
  expect(isInForce(anAllocation({ to: tomorrow }), today)).toBe(true);
  expect(isInForce(anAllocation({ to: today }), today)).toBe(false);
  expect(isInForce(anAllocation({ from: today, to: today }), today)).toBe(false);
});

it('[LIST2] the current allocation is the one in force, whatever the order they are held in', () => {
  const old = anAllocation({ staffRef: 'S0', to: today });
  const now = anAllocation({ from: today });
  for (const list of [
    [old, now],
    [now, old],
  ]) {
    expect(currentAllocation(ref('C1'), list, today)).toBe(now);
    expect(currentAllocation(ref('C1'), list, yesterday)).toBe(old);
  }
  expect(currentAllocation(ref('C2'), [old, now], today)).toBeUndefined();
});

it('[LIST3] brothers and sisters stand together, otherwise by name, capitals or not', () => {
  const children = [
    aChild({ ref: '1', name: 'zoe' }),
    aChild({ ref: '2', name: 'Ben', familyRef: 'F' }),
    aChild({ ref: '3', name: 'amina' }),
    aChild({ ref: '4', name: 'Yusuf', familyRef: 'F' }),
    aChild({ ref: '5', name: 'Carl' }),
  ];
  const allocations = children.map((child) => anAllocation({ childRef: child.ref }));
  const names = openChildrenOf(staff('S1'), children, allocations, today).map(({ name }) => name);
  expect(names).toEqual(['amina', 'Ben', 'Yusuf', 'Carl', 'zoe']);
});

it('[LIST3] a child allocated twice to one worker is one row; another worker’s sibling is not mine', () => {
  const children = [
    aChild({ ref: '1', familyRef: 'F' }),
    aChild({ ref: '2', familyRef: 'F', name: 'Other' }),
  ];
  const allocations = [
    anAllocation({ childRef: '1' }),
    anAllocation({ childRef: '1', from: '2026-05-01' }),
    anAllocation({ childRef: '2', staffRef: 'S2' }),
  ];
  expect(openChildrenOf(staff('S1'), children, allocations, today).map((c) => c.ref)).toEqual([
    '1',
  ]);
});

it('[LIST4] every open child is on somebody’s list or in the unallocated one, exactly once', () => {
  const date = fc.constantFrom('', yesterday, today, tomorrow);
  const child = fc.record({
    n: fc.nat(5),
    closedOn: date,
    removed: fc.boolean(),
    familyRef: fc.constantFrom('', 'F', 'G'),
    name: fc.constantFrom('', 'A', 'a', 'B'),
  });
  const allocation = fc.record({
    childRef: fc.nat(5).map((n) => `c${n}`),
    staffRef: fc.constantFrom('S1', 'S2'),
    from: date,
    to: date,
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(child, { selector: ({ n }) => n }),
      fc.array(allocation, { maxLength: 8 }),
      (facts, given) => {
        const children = facts.map(({ n, ...each }) => aChild({ ref: `c${n}`, ...each }));
        const allocations = given.map((each) => anAllocation(each));
        const lists = [
          openChildrenOf(staff('S1'), children, allocations, today),
          openChildrenOf(staff('S2'), children, allocations, today),
          unallocatedChildren(children, allocations, today),
        ].map((list) => list.map((each) => each.ref));
        for (const list of lists) expect(new Set(list).size).toBe(list.length);
        const shown = new Set(lists.flat());
        const open = children.filter((each) => isOpenOn(each, today)).map((each) => each.ref);
        expect(shown).toEqual(new Set(open));
        for (const each of lists[2] ?? []) {
          expect([...(lists[0] ?? []), ...(lists[1] ?? [])]).not.toContain(each);
        }
      },
    ),
    { numRuns: 300 },
  );
});
