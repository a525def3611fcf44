import { describe, expect, it } from 'vitest';
import { whatLeft } from './what-left.ts';
import type { MeAnswer } from './wire/me.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const FROM = '2026-01-01';
const person = (id: string, name: string) => ({ id, name, role: 'socialWorker', teamId: 'T1' });
const sam = person('S1', 'Sam Lee');
const priya = person('P1', 'Priya Shah');
const child = (ref: string) => ({ ref, name: `Child ${ref}` });
const since = <T extends object>(one: T) => ({ ...one, from: FROM });

const me = (
  supervisees: readonly (typeof priya)[],
  children: readonly string[],
  ended?: MeAnswer['ended'],
): MeAnswer => ({
  ...{ protocol: 1, epoch: 'e1', serverTime: NOW, person: sam, staff: [sam, ...supervisees] },
  supervises: supervisees.map(({ id }) => ({
    ...{ supervisorId: sam.id, superviseeId: id, from: FROM, to: null },
  })),
  children: children.map((ref) => ({ ...child(ref), dateOfBirth: '2015-05-05' })),
  allocations: children.map((childRef) => ({ childRef, staffId: 'P1', from: FROM, to: null })),
  ...(ended ? { ended } : {}),
});
const earlier = { at: '2026-11-01T10:00:00.000Z', text: 'Earlier' };
const memory = {
  supervisees: [since({ id: 'P1', name: 'Priya Shah' })],
  children: [since(child('C1')), since(child('C2'))],
  notices: [earlier],
};
const said = (answer: MeAnswer, removed = 0) =>
  whatLeft(NOW, memory, answer, removed).notices?.[0]?.text;

it('[DIR4] a supervisee who is no longer mine is named with what left, before earlier notices', () => {
  expect(whatLeft(NOW, memory, me([], []), 3)).toEqual({
    ...{ supervisees: [], children: [] },
    notices: [
      {
        at: NOW,
        text: 'Priya Shah is no longer your supervisee. 3 records were removed from this device. The endpoint keeps them.',
      },
      earlier,
    ],
  });
  expect(said(me([], []), 1)).toContain('1 record was removed');
});

it.each([
  [['C1'], '1 child is'],
  [[], '2 children are'],
])('[DIR4] of children only their number is said: left are %j', (left, words) => {
  expect(said(me([priya], left))).toBe(`${words} no longer with you or your team.`);
});

it('[DIR4] where everybody is still there nothing is said, and who is new is known the next time', () => {
  const known = whatLeft(NOW, memory, me([priya], ['C1', 'C2', 'C3']), 0);
  expect(known).toEqual({
    supervisees: memory.supervisees,
    children: ['C1', 'C2', 'C3'].map((ref) => since(child(ref))),
  });
});

describe('the day by the directory', () => {
  const over = (superviseeId: string, to: string, from = FROM) => ({ superviseeId, from, to });
  const childOver = (childRef: string, to: string, from = FROM) => ({ childRef, from, to });

  it('[SENT6] is the day after the last one of that very relation, and not the day it was seen', () => {
    const ended = { supervises: [over('P1', '2026-10-31')], allocations: [] };
    expect(said(me([], [], ended))).toBe(
      'Priya Shah is no longer your supervisee (from 1 November 2026).',
    );
  });

  it('[SENT6] is not said of an earlier relation, of somebody else’s, or where none is told', () => {
    const ended = {
      supervises: [over('P1', '2026-10-31', '2025-01-01'), over('P2', '2026-10-31')],
      allocations: [],
    };
    for (const answer of [me([], [], ended), me([], [])])
      expect(said(answer)).toBe('Priya Shah is no longer your supervisee.');
    // Known from before this was told: the device does not know since when.
    const old = { ...memory, supervisees: [{ id: 'P1', name: 'Priya Shah', from: '' }] };
    expect(whatLeft(NOW, old, me([], [], ended), 0).notices?.[0]?.text).not.toContain('from');
  });

  it.each([
    [['2026-10-31', '2026-10-31'], ' (from 1 November 2026)'],
    [['2026-10-31', '2026-11-10'], ''],
    [['2026-10-31'], ''],
  ])('[SENT6] of children that ended on %j: "%s"', (days, words) => {
    const allocations = days.map((to, i) => childOver(`C${i + 1}`, to));
    expect(said(me([priya], [], { supervises: [], allocations }))).toBe(
      `2 children are no longer with you or your team${words}.`,
    );
  });
});
