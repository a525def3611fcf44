import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { aGroup, aMember } from '../../../test/group-builders.ts';
import { groupsAttended } from './groups-attended.ts';

const met = (id: string, on: string, over: object = {}) =>
  aGroup({
    id,
    status: 'ended',
    sittings: [{ startedAt: `${on}T10:00:00.000Z`, endedAt: `${on}T12:00:00.000Z` }],
    ...over,
  });

const attended = (groups: readonly ReturnType<typeof met>[], over: object = {}) =>
  groupsAttended({
    groups,
    staffRef: 'S1',
    since: toCalendarDate('2026-11-02'),
    until: toCalendarDate('2026-11-20'),
    told: new Set(),
    nameOf: () => 'Sam Lee',
    ...over,
  });

it('[NOTE14] says the day, the group, who facilitated and as what, and nothing of a family', () => {
  const agenda = [{ id: 'F1', familyKey: 'F1', question: 'Is Isla safe?' }];
  expect(attended([met('g1', '2026-11-13', { agenda, familySafeguarding: true })])).toEqual([
    {
      id: 'g1',
      on: '2026-11-13',
      name: 'North team',
      facilitator: 'Sam Lee',
      role: 'Social worker',
      familySafeguarding: true,
      confidentialityAgreed: true,
    },
  ]);
});

it('[NOTE14] those since the last session up to this one, each once and in order', () => {
  const days = { a: '2026-11-01', b: '2026-11-20', c: '2026-11-02', d: '2026-11-21' };
  const groups = Object.entries(days).map(([id, on]) => met(id, on));
  const ids = (over: object = {}) => attended(groups, over).map(({ id }) => id);
  expect(ids()).toEqual(['c', 'b']);
  expect(ids({ told: new Set(['c']) })).toEqual(['b']);
  expect(ids({ since: undefined })).toEqual(['a', 'c', 'b']);
});

it('[NOTE14] only where this person was there, and it was a group that met', () => {
  const absent = aMember({ staffRef: 'S1', name: 'Priya Shah', present: false });
  const others = [aMember({ name: 'Kim' }), aMember({ name: 'Jo' })];
  expect(attended([met('g1', '2026-11-13', { members: [absent, ...others] })])).toEqual([]);
  expect(attended([met('g1', '2026-11-13')], { staffRef: 'S2' })).toEqual([]);
  expect(attended([met('g1', '2026-11-13', { status: 'paused' })])).toEqual([]);
  const [own] = met('g1', '2026-11-13').members;
  expect(attended([met('g1', '2026-11-13', { members: [own] })])).toEqual([]);
});
