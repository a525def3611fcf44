import { expect, it } from 'vitest';
import { whatLeft } from './what-left.ts';
import type { MeAnswer } from './wire/me.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const person = (id: string, name: string) => ({ id, name, role: 'socialWorker', teamId: 'T1' });
const sam = person('S1', 'Sam Lee');
const priya = person('P1', 'Priya Shah');
const child = (ref: string) => ({ ref, name: `Child ${ref}` });

const me = (supervisees: readonly (typeof priya)[], children: readonly string[]): MeAnswer => ({
  ...{ protocol: 1, epoch: 'e1', serverTime: NOW, person: sam, staff: [sam, ...supervisees] },
  supervises: supervisees.map(({ id }) => ({
    ...{ supervisorId: sam.id, superviseeId: id, from: '2026-01-01', to: null },
  })),
  children: children.map((ref) => ({ ...child(ref), dateOfBirth: '2015-05-05' })),
  allocations: [],
});
const earlier = { at: '2026-11-01T10:00:00.000Z', text: 'Earlier' };
const memory = {
  supervisees: [{ id: 'P1', name: 'Priya Shah' }],
  children: [child('C1'), child('C2')],
  notices: [earlier],
};

it('[DIR4] a supervisee who is no longer mine is named with the day and what left, before earlier ones', () => {
  expect(whatLeft(NOW, memory, me([], []), 3)).toEqual({
    ...{ supervisees: [], children: [] },
    notices: [
      {
        at: NOW,
        text: 'Priya Shah is no longer your supervisee (since 21 November 2026, by the council’s directory). 3 records removed from this device. The endpoint keeps them.',
      },
      earlier,
    ],
  });
});

it.each([
  [['C1'], '1 child is'],
  [[], '2 children are'],
])('[DIR4] of children only their number is said: left are %j', (left, words) => {
  const { notices } = whatLeft(NOW, memory, me([priya], left), 0);
  expect(notices?.[0]?.text).toBe(
    `${words} no longer with you or your team (since 21 November 2026, by the council’s directory).`,
  );
});

it('[DIR4] where everybody is still there nothing is said, and who is new is known the next time', () => {
  const known = whatLeft(NOW, memory, me([priya], ['C1', 'C2', 'C3']), 0);
  expect(known).toEqual({
    supervisees: memory.supervisees,
    children: ['C1', 'C2', 'C3'].map(child),
  });
});
