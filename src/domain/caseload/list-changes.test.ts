import { expect, it } from 'vitest';
import { aChild, anAllocation, ref, staff, thatMorning, today } from '../../../test/builders.ts';
import { currentAllocation, isOpenOn } from './caseload.ts';
import {
  addedChild,
  closedChild,
  correctedChild,
  type ListChange,
  removedChild,
  reopenedChild,
  transferredChild,
} from './list-changes.ts';

const change: ListChange = { by: 'me', at: thatMorning, on: today, reason: 'because' };
const event = { by: 'me', at: thatMorning, on: today, reason: 'because' };

it('[LIST5] each field that changes leaves one event with what it was, and earlier ones stay', () => {
  const before = correctedChild(aChild(), { name: 'Amina K' }, change);
  const child = correctedChild(
    before,
    { name: 'Amina Khan', status: 'CLA', familyRef: '' },
    change,
  );
  expect(child).toMatchObject({ name: 'Amina Khan', status: 'CLA' });
  expect(child.history).toEqual([
    { ...event, what: 'corrected', field: 'name', from: 'Amina Khan', to: 'Amina K' },
    { ...event, what: 'corrected', field: 'name', from: 'Amina K', to: 'Amina Khan' },
    { ...event, what: 'corrected', field: 'status', from: 'CIN', to: 'CLA' },
  ]);
});

it('[LIST5] a corrected reference adds an alias and never replaces the first one', () => {
  const once = correctedChild(aChild(), { reference: 'LCS-9' }, change);
  expect(once).toMatchObject({ ref: 'C1', reference: 'LCS-9', aliases: ['C1', 'LCS-9'] });
  const back = correctedChild(once, { reference: 'C1' }, change);
  expect(back).toMatchObject({ ref: 'C1', reference: 'C1', aliases: ['C1', 'LCS-9'] });
  const unknown = correctedChild(back, { reference: '' }, change);
  expect(unknown).toMatchObject({ reference: '', aliases: ['C1', 'LCS-9'] });
});

it('[LIST5] a correction clears the check on its own field and no other', () => {
  const checks = [
    { field: 'dateOfBirth', found: '31/02/2019', problem: 'not readable' },
    { field: 'status', found: '?', problem: 'not one of yours' },
  ];
  const child = correctedChild(
    aChild({ dateOfBirth: '', checks }),
    { dateOfBirth: '2019-02-28' },
    change,
  );
  expect(child.checks).toEqual([checks[1]]);
});

it('[LIST5] nothing changed, nothing noted', () => {
  const child = aChild();
  expect(correctedChild(child, { name: child.name, status: 'CIN' }, change)).toEqual(child);
});

it('[LIST6] closing, opening again and taking off as a mistake are noted, and nothing is deleted', () => {
  const closed = closedChild(aChild(), change);
  expect(isOpenOn(closed, today)).toBe(false);
  const reopened = reopenedChild(closed, change);
  expect(isOpenOn(reopened, today)).toBe(true);
  const removed = removedChild(reopened, change);
  expect(removed).toMatchObject({ name: 'Amina Khan', removed: true });
  expect(removed.history.map(({ what }) => what)).toEqual(['closed', 'reopened', 'removed']);
  expect(removed.history[1]).toMatchObject({ from: today });
});

it('an added child starts with its reference as its only alias, or none', () => {
  const { closedOn, removed, history, aliases, ...facts } = aChild();
  expect(addedChild(facts, change)).toMatchObject({
    aliases: ['C1'],
    history: [{ ...event, what: 'added' }],
  });
  expect(addedChild({ ...facts, reference: '' }, change).aliases).toEqual([]);
});

it('[LIST2] a transfer leaves no day without a worker and none with two', () => {
  const current = anAllocation();
  const { ended, started, child } = transferredChild(aChild(), current, staff('S2'), change);
  const both = [ended ?? current, started];
  for (const [on, worker] of [
    ['2026-11-19', 'S1'],
    ['2026-11-20', 'S2'],
    ['2027-11-20', 'S2'],
  ] as const) {
    expect(currentAllocation(ref('C1'), both, on as typeof today)?.staffRef).toBe(worker);
    expect(both.filter(({ from, to }) => from <= on && (to === '' || to > on))).toHaveLength(1);
  }
  expect(child.history.at(-1)).toMatchObject({ what: 'transferred', from: 'S1', to: 'S2' });
  expect(transferredChild(aChild(), undefined, staff('S2'), change).ended).toBeUndefined();
});
