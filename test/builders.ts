import { englandAndWalesHolidays } from '#domain/dates/bank-holidays.ts';
import { type CalendarDate, toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { FinaliseQuestion } from '#domain/finalise/finalise.ts';
import type { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile } from '#domain/policies/shipped-profiles.ts';
import { ChildAction, ChildActionEvent } from '#domain/records/action.ts';
import { Allocation, Child } from '#domain/records/child.ts';
import { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import { Session } from '#domain/records/session.ts';

/** The dates of every test unless it says otherwise: a Friday, and a session that morning. */
export const today: CalendarDate = toCalendarDate('2026-11-20');
export const thatMorning = '2026-11-20T10:00:00.000Z';

const profile = (id: string) => findProfile(id) as PolicyProfile; // all three are in profiles.json
export const islington = profile('islington-001');
export const swindon = profile('swindon-000');
export const bracknell = profile('bracknell-003');

export const ref = (text: string) => text as ChildRef;
export const staff = (text: string) => text as StaffRef;
export const recordId = (text: string) => text as RecordId;

type Loose<T> = { [K in keyof T]?: unknown };

export const aChild = (over: Loose<Child> = {}): Child =>
  Child.parse({
    ref: 'C1',
    reference: 'C1',
    aliases: ['C1'],
    name: 'Amina Khan',
    dateOfBirth: '2016-03-04',
    status: 'CIN',
    ...over,
  });

export const anAllocation = (over: Loose<Allocation> = {}): Allocation =>
  Allocation.parse({ childRef: 'C1', staffRef: 'S1', from: '2026-01-01', to: '', ...over });

export const aPart = (over: Loose<DiscussionChild> = {}): DiscussionChild =>
  DiscussionChild.parse({ id: over.childRef ?? 'C1', childRef: 'C1', ...over });

export const aDiscussion = (over: Loose<Discussion> = {}): Discussion =>
  Discussion.parse({
    id: 'd1',
    sessionId: 's1',
    children: [aPart()],
    createdAt: thatMorning,
    createdBy: 'me',
    ...over,
  });

export const aSession = (over: Loose<Session> = {}): Session =>
  Session.parse({
    id: 's1',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    status: 'open',
    sittings: [{ startedAt: thatMorning, endedAt: '' }],
    childRefs: ['C1'],
    createdAt: thatMorning,
    createdBy: 'me',
    ...over,
  });

export const anAction = (over: Loose<ChildAction> = {}): ChildAction =>
  ChildAction.parse({
    id: 'a1',
    childRef: 'C1',
    sessionId: 's0',
    discussionId: 'd0',
    what: 'Ring the school',
    owner: 'Priya',
    byWhen: '27/11/2026',
    dueOn: '2026-11-27',
    agreedOn: '2026-10-20',
    createdAt: '2026-10-20T10:00:00.000Z',
    createdBy: 'me',
    ...over,
  });

export const anEvent = (over: Loose<ChildActionEvent> = {}): ChildActionEvent =>
  ChildActionEvent.parse({
    id: 'e1',
    actionId: 'a1',
    childRef: 'C1',
    sessionId: 's0',
    outcome: 'done',
    on: '2026-10-20',
    at: '2026-10-20T11:00:00.000Z',
    by: 'me',
    ...over,
  });

/** Marked as discussed that morning, with all that a brief check-in needs under Islington. */
export const readyBrief = (over: Loose<DiscussionChild> = {}): DiscussionChild =>
  aPart({
    depth: 'brief',
    onTrack: 'yes',
    briefNote: 'Settled at school; the plan holds.',
    account: 'discussed',
    accountedAt: thatMorning,
    ...over,
  });

/** In depth, with the seven that domain-spec A3 requires. */
export const readyInDepth = (over: Loose<DiscussionChild> = {}): DiscussionChild =>
  aPart({
    depth: 'inDepth',
    childExperience: 'Mornings are calm now.',
    childVoice: 'She told us she wants to see her aunt.',
    worries: 'Missed health checks.',
    protective: 'Her grandmother.',
    analysis: 'Drift, or a waiting list nobody chased.',
    noDecisions: true,
    noActions: true,
    account: 'discussed',
    accountedAt: thatMorning,
    ...over,
  });

export function aFinaliseQuestion(over: Partial<FinaliseQuestion> = {}): FinaliseQuestion {
  const part = over.part ?? readyBrief();
  return {
    recordId: recordId('r1'),
    at: '2026-11-20T12:00:00.000Z',
    by: 'Sam Lee',
    child: aChild(),
    siblings: [],
    discussion: aDiscussion({ children: [part] }),
    part,
    toReview: [],
    supervisor: 'Sam Lee',
    practitioner: 'Priya Shah',
    profile: islington,
    holidays: englandAndWalesHolidays,
    synthetic: false,
    ...over,
  };
}

/** Text that a careless edge would normalise, cut or refuse. All of it is valid Unicode. */
export const hostileTexts = {
  nul: 'before\u0000after',
  decomposed: 'Zoe\u0308 e\u0301',
  composed: 'Zo\u00eb \u00e9',
  emoji: '👩🏽‍👧 family',
  bidi: 'abc\u202Etxt.exe\u202C \u2066isolated\u2069',
  controls: '\u0001\u001b[31m\u007f\u0085\u2028\u2029\ufeff',
  spaces: '  leading\t\r\n trailing \u00a0 ',
  markup: '<script>alert(1)</script>&amp; "quoted" \\ back',
  formula: '=HYPERLINK("http://x","y")',
} as const;

export const loneSurrogates = ['\ud800', 'a\udc00b', '\udc00\ud800', '👩\ud83d'] as const;
