import { expect, it } from 'vitest';
import { isAgreedLate } from '#domain/agenda/agenda.ts';
import {
  cancellationReasons,
  lostSession,
  missingForCancellation,
} from '#domain/cancellations/cancellation.ts';
import { noGap } from '#domain/cancellations/gap-line.ts';
import { addDays, addInterval, toInstant } from '#domain/dates/calendar-date.ts';
import { caseloadSignal } from '#domain/flags/caseload-signal.ts';
import { caseCoverage } from '#domain/notes/case-coverage.ts';
import { missingFromNote } from '#domain/notes/note-coverage.ts';
import { emptyPs } from '#domain/notes/three-ps.ts';
import { forecastInDepth } from '#domain/plan/forecast.ts';
import { type PlanCase, planSession } from '#domain/plan/plan-session.ts';
import { plannedMinutes } from '#domain/plan/time-budget.ts';
import { preparedStatus } from '#domain/preparation/preparation.ts';
import { emptyPreparedChild } from '#domain/records/preparation.ts';
import { emptyImpact } from '#domain/records/response.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { aDiscussion, readyBrief, ref } from '../../../test/builders.ts';
import {
  bracknell,
  day,
  dayOn,
  focusGroup,
  held,
  islington,
  mosaic,
  swindon,
  workerDue,
} from '../../../test/due-builders.ts';
import { askedOf, figure } from '../../../test/figure-builders.ts';
import { flag, wordsOf } from '../../../test/flag-builders.ts';

const children = (count: number, over: Partial<PlanCase> = {}): readonly PlanCase[] =>
  Array.from({ length: count }, (_, at) => ({
    ref: `c${String(at + 1).padStart(2, '0')}`,
    familyKey: '',
    word: 'child',
    flags: [],
    lastInDepthOn: addDays(day('2026-01-01'), at),
    ...over,
  }));

it('[R-32] a three-hour session in Islington; elsewhere the planner’s default says that it is one', () => {
  expect(plannedMinutes(islington)).toEqual({ minutes: 180, isDefault: false });
  expect(plannedMinutes(mosaic)).toEqual({ minutes: 180, isDefault: true });
  expect(plannedMinutes(bracknell)).toEqual({ minutes: 60, isDefault: false });
  // 18 children: 15 fixed and 4 each leave 93 of 180 minutes, five times the 16 of going in depth.
  expect(planSession({ minutes: 180, personal: false, cases: children(18) }).slots).toBe(5);
});

it('[R-33] the agenda is agreed before the first child is discussed', () => {
  const discussed = [
    aDiscussion({ children: [readyBrief({ accountedAt: '2026-11-20T10:05:00.000Z' })] }),
  ];
  expect(isAgreedLate(toInstant('2026-11-20T10:00:00.000Z'), discussed)).toBe(false);
  expect(isAgreedLate(toInstant('2026-11-20T10:10:00.000Z'), discussed)).toBe(true);
});

it('[R-34] the greatest worries first, and room for those who have waited longest', () => {
  const worried = children(20).map((each, at) =>
    at >= 17 ? { ...each, flags: [flag('PRACT_WORRY', 0, { place: at - 16 })] } : each,
  );
  const plan = planSession({ minutes: 180, personal: false, cases: worried });
  const inDepth = plan.cases.filter(({ depth }) => depth === 'inDepth');
  expect(inDepth.map(({ ref: child, because }) => [child, because])).toEqual([
    ['c18', 'always'],
    ['c19', 'always'],
    ['c20', 'always'],
    ['c01', 'rotation'],
    ['c02', 'rotation'],
  ]);
  const sessionsAhead = Array.from({ length: 12 }, (_, at) =>
    addInterval(day('2026-11-24'), `P${at}M`),
  );
  const forecast = forecastInDepth({
    cases: worried,
    sessionsAhead,
    minutes: 180,
    personal: false,
  });
  expect(forecast).toMatchObject({ sessions: 9, notice: undefined });
  expect(wordsOf('ROTATION_DUE', { lastInDepthOn: day('2026-05-19') }, mosaic)).toContain(
    '19 May 2026',
  );
});

it('[R-43] a planned session is cancelled for an exceptional reason only, and is said to be missed', () => {
  const cancelled = {
    plannedFor: day('2027-02-10'),
    reason: 'court' as const,
    otherReason: '',
    exceptional: undefined,
    rearrangedFor: undefined,
    whyNotRearranged: '',
    coverConsidered: '',
  };
  const none = { highRisk: false, absenceWorkingDays: 0 };
  for (const profile of [swindon, mosaic])
    expect(missingForCancellation(profile, cancelled, none).map(({ path }) => path)).toEqual([
      'exceptional',
      'rearrangedFor',
    ]);
  const planned = [lostSession({ ...cancelled, exceptional: true })];
  const answer = workerDue(mosaic, '2027-03-01', {
    sessions: held('2027-01-11'),
    absences: { leave: [], planned },
  });
  expect(answer).toMatchObject({ status: 'overdue_explained', dueOn: '2027-02-28' });
});

it('[R-44] ALL or a sample, counted and never asked', () => {
  const account = (outcome: 'brief' | 'notDiscussed' | 'leftOut') =>
    ({ childRef: ref(outcome), outcome, reason: '', discussedOn: '' }) as const;
  const said = (...outcomes: Parameters<typeof account>[0][]) =>
    caseCoverage(outcomes.map(account), { hasEnded: true });
  expect(said('brief', 'brief').of).toBe('all');
  expect(said('brief', 'notDiscussed').of).toBe('sample'); // a reason makes a sample
  expect(said('brief', 'leftOut').words).toContain('Incomplete: 1 left out');
});

it('[R-45] four aspects with support at their centre in Swindon; the three Ps over several sessions', () => {
  const note = (over: object = {}): StaffNote =>
    StaffNote.parse({
      id: 'n',
      sessionId: 's',
      superviseeRef: 'S1',
      createdAt: 'x',
      createdBy: 'me',
      nextMeetingOn: '18 12 2026',
      noAbsences: true,
      ...over,
    });
  const missing = (profile: typeof swindon, over: object = {}) =>
    missingFromNote({
      note: note(over),
      profile,
      gap: noGap,
      toReview: [],
      meetingOn: day('2026-11-20'),
    }).map(({ path }) => path);
  expect(missing(swindon)).toEqual([
    'managerial.text',
    'workAndCases.text',
    'development.text',
    'relationships.text',
    'support.text',
  ]);
  const written = { text: 'Written' };
  const four = { managerial: written, workAndCases: written, development: written };
  const reason = { relationships: { notCovered: 'No time' }, supportDetailWithheld: true };
  expect(missing(swindon, { ...four, ...reason })).toEqual([]);
  const quiet = note({ managerial: written, support: written });
  expect(emptyPs(bracknell, [quiet, quiet, quiet])).toEqual([
    'Professional development: nothing written in the last 3 finalised sessions.',
  ]);
});

it('[R-47] the supervisor’s preparation: seen, reviewed, a plan in place', () => {
  const seen = wordsOf('NOT_SEEN', { council: { lastSeenOn: day('2026-10-30') } }, islington);
  expect(seen).toContain('30 October 2026');
  expect(
    wordsOf('NOT_SEEN', { council: { lastSeenOn: day('2026-11-10') } }, islington),
  ).toBeUndefined();
  const review = { nextReviewOn: day('2026-11-18') };
  expect(wordsOf('REVIEW_LATE', { council: review }, islington)).toContain('18 November 2026');
  expect(wordsOf('NO_PLAN', { council: { planUpToDate: false } }, islington)).toBeDefined();
  expect(wordsOf('NO_PLAN', {}, islington)).toBeUndefined(); // nobody checked
});

it('[R-52] 15 is named as a good number, above 20 as a barrier: context that moves no date', () => {
  expect([14, 15, 20, 21].map((open) => caseloadSignal(open)?.level)).toEqual([
    undefined,
    'amber',
    'amber',
    'high',
  ]);
  expect(caseloadSignal(21)?.words).toMatch(/For information only\.$/);
  expect(caseloadSignal(21)?.src).toBe('002:19');
  // No due date and no figure asks how many there are.
  const sessions = held('2027-01-11');
  expect(dayOn(workerDue(focusGroup, '2027-01-12', { sessions }))).toBe('2027-02-08');
  expect(Object.keys(figure('supervisionInTime', askedOf(islington), {}))).not.toContain(
    'caseload',
  );
});

it('[R-53] the pressure of duty is one of the reasons, and no excuse by itself', () => {
  expect(cancellationReasons.map(({ value }) => value)).toContain('duty');
  const cancelled = {
    plannedFor: day('2027-02-10'),
    reason: 'duty' as const,
    otherReason: '',
    whyNotRearranged: '',
    coverConsidered: '',
  };
  expect(lostSession(cancelled)).toEqual({ on: '2027-02-10', exceptionalReason: false });
});

it('[C-20] Part A is offered and never asked for: nothing in it is required, also once begun', () => {
  const part = emptyPreparedChild(ref('C1'));
  const status = (over: object) =>
    preparedStatus({ part: { ...part, ...over }, updates: [], impact: emptyImpact(ref('C1')) });
  expect([status({}), status({ events: 'Four visits.' })]).toEqual(['notStarted', 'inProgress']);
});

it('[C-23] Islington leaves personal notes open, and still wants a gap explained', () => {
  const note = StaffNote.parse({
    id: 'n',
    sessionId: 's',
    superviseeRef: 'S1',
    createdAt: 'x',
    createdBy: 'me',
    text: 'Nothing personal today.',
  });
  const missing = (gap: typeof noGap) =>
    missingFromNote({
      note,
      profile: islington,
      gap,
      toReview: [],
      meetingOn: day('2026-11-20'),
    }).map(({ path }) => path);
  expect(missing(noGap)).toEqual([]);
  expect(missing({ ...noGap, months: ['2026-10' as never] })).toContain('gapWhy');
});
