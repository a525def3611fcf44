import { englandAndWalesHolidays } from '#domain/dates/bank-holidays.ts';
import type { GroupRecordQuestion } from '#domain/group/finalise-group.ts';
import type { Family } from '#domain/group/group-families.ts';
import { participantsOf } from '#domain/group/group-people.ts';
import type { Child } from '#domain/records/child.ts';
import {
  GroupAgendaItem,
  GroupDiscussion,
  GroupDiscussionChild,
  GroupMember,
  GroupSession,
} from '#domain/records/group.ts';
import { aChild, islington, recordId, staff, thatMorning } from './builders.ts';

type Loose<T> = { [K in keyof T]?: unknown };

export const aMember = (over: Loose<GroupMember> = {}): GroupMember =>
  GroupMember.parse({ id: `m-${String(over.staffRef ?? over.name ?? 'x')}`, ...over });

export const anItem = (over: Loose<GroupAgendaItem> & { familyKey: string }): GroupAgendaItem =>
  GroupAgendaItem.parse({ id: over.familyKey, ...over });

/** Sam's group, with Priya and a worker of another agency: three people. */
export const aGroup = (over: Loose<GroupSession> = {}): GroupSession =>
  GroupSession.parse({
    id: 'g1',
    status: 'open',
    name: 'North team',
    facilitatorRef: 'me',
    members: [
      aMember({ staffRef: 'S1', name: 'Priya Shah', role: 'Social worker' }),
      aMember({ name: 'Dana Reed', role: 'Domestic abuse worker', agency: 'Haven' }),
    ],
    confidentialityAgreed: true,
    sittings: [{ startedAt: thatMorning, endedAt: '' }],
    createdAt: thatMorning,
    createdBy: 'me',
    ...over,
  });

export const aGroupPart = (over: Loose<GroupDiscussionChild> = {}): GroupDiscussionChild =>
  GroupDiscussionChild.parse({
    id: over.childRef ?? 'C1',
    childRef: 'C1',
    experience: 'Mornings are calm now.',
    noDecisions: true,
    noActions: true,
    ...over,
  });

/** Discussed that morning, with all that a record needs. */
export const aGroupDiscussion = (over: Loose<GroupDiscussion> = {}): GroupDiscussion =>
  GroupDiscussion.parse({
    id: 'gd1',
    groupId: 'g1',
    familyKey: 'F1',
    discussed: true,
    discussedAt: thatMorning,
    presenter: 'Priya Shah',
    question: 'What have we stopped seeing?',
    summary: 'The move, and who is left.',
    immediateConcern: 'no',
    managerPresent: 'yes',
    children: [aGroupPart()],
    createdAt: thatMorning,
    createdBy: 'me',
    ...over,
  });

const people: Readonly<Record<string, { name: string; role: string }>> = {
  me: { name: 'Sam Lee', role: 'Practice supervisor' },
  S1: { name: 'Priya Shah', role: 'Social worker' },
};

export function aGroupQuestion(over: Partial<GroupRecordQuestion> = {}): GroupRecordQuestion {
  const group = over.group ?? aGroup();
  const part = over.part ?? aGroupPart();
  const discussion = over.discussion ?? aGroupDiscussion({ children: [part] });
  return {
    recordId: recordId('r1'),
    at: '2026-11-20T12:00:00.000Z',
    by: 'Sam Lee',
    group,
    discussion,
    part,
    child: aChild(),
    siblings: [],
    facilitator: 'Sam Lee',
    practitioner: 'Priya Shah',
    participants: participantsOf(group, (ref) => people[ref]),
    summaries: [],
    authorOf: (id) => group.members.find((member) => member.id === id)?.name ?? '',
    mayFinalise: true,
    profile: islington,
    holidays: englandAndWalesHolidays,
    synthetic: false,
    ...over,
  };
}

export const aFamily = (
  familyKey: string,
  children: readonly Child[],
  ...workers: string[]
): Family => ({
  familyKey,
  children,
  workers: workers.map(staff),
});
