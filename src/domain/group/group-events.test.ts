import { expect, it } from 'vitest';
import type { GroupSession } from '#domain/records/group.ts';
import { aGroup, aGroupDiscussion, aGroupPart, aMember } from '../../../test/group-builders.ts';
import { daysOfChild, daysOfMember, eventsOfDays, groupDate, hasMet } from './group-events.ts';

const ended = aGroup({ status: 'ended' });
const discussion = aGroupDiscussion();
const eventOf = (group = ended, about = discussion, ref = 'C1') =>
  eventsOfDays(daysOfChild(ref, [group], [about]));
const daysOf = (ref: string, group: GroupSession) => daysOfMember(ref, [group]).map(({ on }) => on);

it('[GROUP6] an ended group is worth a day to each child of a family that was discussed', () => {
  expect(eventOf()).toEqual([
    { on: '2026-11-20', kind: 'group', onCaseDiscussion: true, familySafeguarding: false },
  ]);
  const both = aGroupDiscussion({ children: [aGroupPart(), aGroupPart({ childRef: 'C2' })] });
  expect(eventOf(ended, both, 'C2')).toHaveLength(1);
  expect(eventOf(ended, both, 'C3')).toEqual([]);
  const safeguarding = aGroup({ status: 'ended', familySafeguarding: true });
  expect(eventOf(safeguarding)).toMatchObject([{ familySafeguarding: true }]);
});

it.each(['planned', 'open', 'paused'] as const)(
  '[GROUP6] one that is %s is worth none',
  (status) => {
    expect(eventOf(aGroup({ status }))).toEqual([]);
  },
);

it('[GROUP6] nor is a family that nobody marked, or a meeting of two', () => {
  expect(eventOf(ended, aGroupDiscussion({ discussed: false }))).toEqual([]);
  expect(eventOf(ended, aGroupDiscussion({ discussedAt: '' }))).toEqual([]);
  expect(eventOf(ended, aGroupDiscussion({ groupId: 'g2' }))).toEqual([]);
  const two = aGroup({ status: 'ended', members: [aMember({ staffRef: 'S1' })] });
  expect([hasMet(ended), hasMet(two)]).toEqual([true, false]);
  expect(eventOf(two)).toEqual([]);
});

it('[GROUP6] the day is London’s, of the sitting at which the family was discussed', () => {
  const late = aGroupDiscussion({ discussedAt: '2026-07-02T23:30:00.000Z' });
  expect(eventOf(ended, late)).toMatchObject([{ on: '2026-07-03' }]);
});

it('[GROUP7] a Family Safeguarding group met for each of its members, there or not', () => {
  const group = aGroup({
    status: 'ended',
    familySafeguarding: true,
    members: [
      ...ended.members,
      aMember({ staffRef: 'S2', present: false }),
      aMember({ name: 'No reference' }),
    ],
    sittings: [
      { startedAt: '2026-11-18T10:00:00.000Z', endedAt: '2026-11-18T11:00:00.000Z' },
      { startedAt: '2026-11-20T10:00:00.000Z', endedAt: '2026-11-20T11:00:00.000Z' },
    ],
  });
  expect(groupDate(group)).toBe('2026-11-20');
  expect(daysOf('S1', group)).toEqual(['2026-11-20']);
  expect(daysOf('S2', group)).toEqual(['2026-11-20']);
  expect(daysOf('S3', group)).toEqual([]);
  expect(daysOf('', group)).toEqual([]);
  expect(daysOf('S1', { ...group, familySafeguarding: false })).toEqual([]);
  expect(daysOf('S1', { ...group, status: 'paused' })).toEqual([]);
});

it('[GROUP19] each day is told by its discussion, or by its group where it is a worker’s', () => {
  expect(daysOfChild('C1', [ended], [discussion])).toEqual([
    { id: 'gd1', on: '2026-11-20', familySafeguarding: false },
  ]);
  const safeguarding = aGroup({ status: 'ended', familySafeguarding: true });
  expect(daysOfMember('S1', [safeguarding])).toEqual([
    { id: 'g1', on: '2026-11-20', familySafeguarding: true },
  ]);
  // A day that nobody can read is worth nothing.
  expect(eventsOfDays([{ id: 'gd1', on: 'Friday', familySafeguarding: true }])).toEqual([]);
});
