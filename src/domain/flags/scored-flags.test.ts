import { expect, it } from 'vitest';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { multiTeamDue, oversightFloorDue } from '#domain/due/second-clocks.ts';
import {
  askedOn,
  childDue,
  day,
  due,
  event,
  islington,
  swindon,
} from '../../../test/due-builders.ts';
import { flagged, pointsOfCode, today, wordsOf } from '../../../test/flag-builders.ts';
import type {
  ActionFact,
  CaseFacts,
  CouncilFacts,
  GapFact,
  LastRecordFacts,
} from './case-facts.ts';
import type { FlagCode } from './flag.ts';
import { defaultPoints } from './scored-flags.ts';

const council = (code: FlagCode, over: CouncilFacts, more: Partial<CaseFacts> = {}) =>
  wordsOf(code, { council: over, ...more });
const record = (code: FlagCode, over: Partial<LastRecordFacts>, more: Partial<CaseFacts> = {}) =>
  wordsOf(code, { lastRecord: { on: day('2026-11-02'), ...over }, ...more });
const actions = (list: readonly Partial<ActionFact>[], more: Partial<CaseFacts> = {}) =>
  ({
    actions: list.map((over) => ({ what: 'Ask the school', owner: 'Jo', carried: 0, ...over })),
    ...more,
  }) satisfies Partial<CaseFacts>;

it('[FLAG4, FLAG13] RISK_UP: raised after the last discussion, with both levels where held', () => {
  const raised = (on: string, levels: object = {}, more: Partial<CaseFacts> = {}) =>
    wordsOf('RISK_UP', { riskRaised: { on: day(on), ...levels }, ...more });
  expect(raised('2026-11-10', { from: 'medium', to: 'high' })).toBe(
    'Risk rose from medium to high on 10 November 2026.',
  );
  expect(raised('2026-11-10')).toBe('Risk recorded as higher on 10 November 2026.');
  expect(raised('2026-11-10', { from: 'medium' })).toBe(raised('2026-11-10'));
  expect(raised('2026-11-02')).toBeUndefined();
  expect(raised('2026-11-21')).toBeUndefined(); // not yet
  expect(wordsOf('RISK_UP')).toBeUndefined();
  const noDate = { lastFormalOn: undefined };
  expect(raised('2026-06-01', {}, noDate)).toBeDefined(); // the day Footprint started
  expect(raised('2026-05-31', {}, noDate)).toBeUndefined();
  expect(raised('2026-05-31', {}, { ...noDate, neverDiscussed: true })).toBeDefined();
  expect(raised('2026-11-10', {}, { ...noDate, footprintStartedOn: undefined })).toBeUndefined();
  expect(pointsOfCode('RISK_UP', { riskRaised: { on: day('2026-11-10') } })).toBe(60);
});

it('[FLAG13] STATUS_CHANGE: status or legal status since last time', () => {
  const changed = (...days: readonly string[]) =>
    wordsOf('STATUS_CHANGE', {
      statusChanges: days.map((on) => ({ on: day(on), to: 'CP/PLO/Court' })),
    });
  expect(changed('2026-11-10')).toBe('Status changed to CP/PLO/Court on 10 November 2026.');
  expect(changed('2026-10-10', '2026-11-10')).toBe(changed('2026-11-10'));
  expect(changed('2026-11-02')).toBeUndefined();
  expect(changed()).toBeUndefined();
});

it('[FLAG13] COURT_PLO and CP: which of Swindon’s three is claimed only where it is held', () => {
  const of = (...statusCodes: readonly string[]) =>
    flagged({ statusCodes }).map(({ code, words, points }) => [code, words, points]);
  const court = ['COURT_PLO', 'In PLO/court proceedings.', 35];
  const cp = ['CP', 'Subject to a child protection plan.', 30];
  expect(of('CP')).toEqual([cp]);
  expect(of('COURT')).toEqual([court]);
  expect(of('CP_PLO_COURT', 'PLO')).toEqual([court]);
  expect(of('CP_PLO_COURT', 'COURT')).toEqual([court]);
  expect(of('CP_PLO_COURT', 'CP')).toEqual([cp]);
  expect(of('CP_PLO_COURT', 'CP', 'COURT')).toEqual([court, cp]);
  expect(of('CP_PLO_COURT')).toEqual([
    ['CP', 'CP/PLO/Court: which of the three is not held in Footprint.', 30],
  ]);
  expect(of('CIN')).toEqual([]);
});

it('[FLAG11] NOT_SEEN: not since the last discussion; the day itself counts as seen', () => {
  const seen = (on: string, over: CouncilFacts = {}, more: Partial<CaseFacts> = {}) =>
    council('NOT_SEEN', { lastSeenOn: day(on), ...over }, more);
  expect(seen('2026-11-01')).toBe('Child not seen since 1 November 2026.');
  expect(seen('2026-11-02')).toBeUndefined();
  expect(seen('2026-11-01', {}, { word: 'young person' })).toBe(
    'Young person not seen since 1 November 2026.',
  );
  expect(seen('2026-11-01', {}, { word: 'unborn baby' })).toBeUndefined();
  expect(seen('2026-11-01', {}, { lastFormalOn: undefined })).toBeUndefined();
  expect(seen('2026-11-01', {}, { lastFormalOn: day(today) })).toBeUndefined(); // no time went by
  expect(council('NOT_SEEN', {})).toBeUndefined();
});

it('[FLAG11] NOT_SEEN: or longer than the plan’s own interval between visits', () => {
  const seen = (on: string, visitEveryDays: number) =>
    council('NOT_SEEN', { lastSeenOn: day(on), visitEveryDays }, { lastFormalOn: undefined });
  expect(seen('2026-11-05', 14)).toBe('Child not seen since 5 November 2026.'); // 15 days
  expect(seen('2026-11-06', 14)).toBeUndefined(); // 14
});

it('[FLAG10] the council’s data are claimed as at their day, and not beyond it', () => {
  const at = (asAt: string) => ({ asAt: day(asAt), lastSeenOn: day('2026-10-28') });
  expect(council('NOT_SEEN', at('2026-11-16'))).toBe(
    'Child not seen since 28 October 2026, as at 16 November 2026.',
  );
  expect(council('NOT_SEEN', at(today))).toBe('Child not seen since 28 October 2026.');
  expect(council('NOT_SEEN', at('2026-11-02'))).toBeUndefined(); // it tells of nothing since
  expect(council('NOT_SEEN', { ...at('2026-11-02'), visitEveryDays: 5 })).toBeUndefined(); // 5 days
  expect(council('NOT_SEEN', { ...at('2026-11-03'), visitEveryDays: 5 })).toBeDefined();
});

it('[FLAG11] NOT_SEEN_ALONE: alone, with the day of being in touch from 16', () => {
  const lastSeenAloneOn = day('2026-09-15');
  expect(council('NOT_SEEN_ALONE', { lastSeenAloneOn })).toBe(
    'Not seen alone since 15 September 2026.',
  );
  const inTouchOn = day('2026-11-18');
  const words = (word: CaseFacts['word']) =>
    council('NOT_SEEN_ALONE', { lastSeenAloneOn, inTouchOn }, { word });
  expect(words('young person')).toBe(
    'Not seen alone since 15 September 2026; in touch on 18 November 2026.',
  );
  expect(words('child')).toBe('Not seen alone since 15 September 2026.');
  expect(words('unborn baby')).toBeUndefined();
  expect(council('NOT_SEEN_ALONE', { lastSeenAloneOn: day('2026-11-03') })).toBeUndefined();
  expect(council('NOT_SEEN_ALONE', { lastSeenOn: day('2026-09-15') })).toBeUndefined();
});

it('[FLAG12] NO_PLAN and NO_ASSESS: only where somebody checked', () => {
  expect(council('NO_PLAN', { planUpToDate: false })).toBe('No up-to-date plan on file.');
  expect(council('NO_ASSESS', { assessmentUpToDate: false })).toBe('Assessment is not up to date.');
  for (const upToDate of [true, undefined]) {
    expect(council('NO_PLAN', { planUpToDate: upToDate })).toBeUndefined();
    expect(council('NO_ASSESS', { assessmentUpToDate: upToDate })).toBeUndefined();
  }
});

it('[FLAG12] REVIEW_LATE: the day passed and no review was held on or after it', () => {
  const review = (next: string, over: CouncilFacts = {}) =>
    council('REVIEW_LATE', { nextReviewOn: day(next), ...over });
  expect(review('2026-11-19')).toBe('Review was due 19 November 2026.');
  expect(review(today)).toBeUndefined();
  expect(review('2026-11-10', { lastReviewOn: day('2026-11-10') })).toBeUndefined();
  expect(review('2026-11-10', { lastReviewOn: day('2026-05-10') })).toBeDefined();
  expect(review('2026-11-10', { asAt: day('2026-11-10') })).toBeUndefined();
  expect(review('2026-11-10', { asAt: day('2026-11-11') })).toBe(
    'Review was due 10 November 2026, as at 11 November 2026.',
  );
  expect(council('REVIEW_LATE', {})).toBeUndefined();
});

it('[FLAG14] what the last record said, and nothing where there is none', () => {
  const difference = 'No difference recorded for the child last time: why, and what could change?';
  expect(record('NO_DIFFERENCE', { difference: 'none' })).toBe(difference);
  expect(record('NO_DIFFERENCE', { difference: 'unclear' })).toBe(difference);
  expect(record('NO_DIFFERENCE', { difference: 'made' })).toBeUndefined();

  const voice = (word: CaseFacts['word']) =>
    record('VOICE_MISSING', { childVoice: 'empty' }, { word });
  expect(voice('child')).toBe('The child’s voice was not recorded last time.');
  expect(voice('young person')).toBe('The young person’s voice was not recorded last time.');
  expect(voice('unborn baby')).toBe('What the parents say was not recorded last time.');
  expect(record('VOICE_MISSING', { childVoice: 'recorded' })).toBeUndefined();

  expect(record('COMPLIANCE', { dynamics: ['ambivalence'] })).toBe(
    'Change not yet seen in what the family does (noted 2 November 2026).',
  );
  expect(record('COMPLIANCE', { dynamics: ['dangerous'] })).toBeUndefined();
  expect(record('DANGEROUS_DYNAMICS', { dynamics: ['resistance', 'dangerous'] })).toBe(
    'Difficult or dangerous dynamics named 2 November 2026.',
  );
  expect(record('DANGEROUS_DYNAMICS', { dynamics: ['resistance'] })).toBeUndefined();

  expect(record('COMPLEX', { openHypotheses: 2 })).toBe('Complex: 2 open hypotheses.');
  expect(record('COMPLEX', { openHypotheses: 1 })).toBeUndefined();
  expect(record('COMPLEX', { openHypotheses: 1, complex: true })).toBe(
    'Complex: marked so by a person.',
  );

  for (const threshold of ['stepDown', 'close'] as const)
    expect(record('STEP_DOWN', { threshold })).toBe('Decide: step down or close?');
  for (const threshold of ['stepUp', 'hold'] as const)
    expect(record('STEP_DOWN', { threshold })).toBeUndefined();

  expect(wordsOf('EMOTION', { strongImpact: true })).toBe(
    'Practitioner reports strong emotional impact.',
  );
  expect(wordsOf('EMOTION', { strongImpact: false })).toBeUndefined();
  expect(flagged({})).toEqual([]);
});

it('[FLAG15] DRIFT: recorded last time, or two open actions past their day', () => {
  const late = { dueOn: day('2026-11-19') };
  const drift = (list: readonly Partial<ActionFact>[], more: Partial<CaseFacts> = {}) =>
    wordsOf('DRIFT', actions(list, more));
  const lastProgressOn = day('2026-10-06');
  expect(drift([late, late], { lastProgressOn })).toBe(
    'Possible drift: 2 actions late; last progress 6 October 2026.',
  );
  expect(drift([late, late])).toBe('Possible drift: 2 actions late.');
  expect(drift([late, { dueOn: day(today) }, {}])).toBeUndefined();
  expect(record('DRIFT', { driftDelay: 'some' })).toBe(
    'Possible drift: some delay noted 2 November 2026.',
  );
  expect(record('DRIFT', { driftDelay: 'significant' }, actions([late]))).toBe(
    'Possible drift: significant delay noted 2 November 2026; 1 action late.',
  );
  expect(record('DRIFT', { driftDelay: 'none' })).toBeUndefined();
  expect(record('DRIFT', { driftDelay: 'none' }, actions([late, late]))).toBe(
    'Possible drift: 2 actions late.',
  );
});

it('[FLAG15] ACTION_CARRIED: twice or more; 15 points each, 45 at most', () => {
  const carried = (...times: readonly number[]) =>
    actions(times.map((each) => ({ carried: each })));
  expect(wordsOf('ACTION_CARRIED', carried(2, 1, 3))).toBe(
    'Action “Ask the school” carried forward 2 times. ' +
      'Action “Ask the school” carried forward 3 times.',
  );
  expect(wordsOf('ACTION_CARRIED', carried(1, 0))).toBeUndefined();
  expect(
    [[2], [2, 2], [2, 2, 2], [2, 2, 2, 9]].map((times) =>
      pointsOfCode('ACTION_CARRIED', carried(...times)),
    ),
  ).toEqual([15, 30, 45, 45]);
});

it('[FLAG16] STUCK: three sessions without movement, or waiting for an agency', () => {
  const stuck = (sessionsWithoutMovement?: number, waitingFor?: string) =>
    wordsOf('STUCK', { sessionsWithoutMovement, waitingFor });
  expect(stuck(3)).toBe('No movement for 3 sessions.');
  expect(stuck(2)).toBeUndefined();
  expect(stuck(2, 'CAMHS')).toBe('Waiting for CAMHS.');
  expect(stuck(4, 'CAMHS')).toBe('No movement for 4 sessions; waiting for CAMHS.');
  expect(stuck(undefined, '')).toBeUndefined();
});

it('[FLAG17] LEAVE_GAP: a missed month, or more than 10 working days away, since last time', () => {
  const gap = (over: GapFact, more: Partial<CaseFacts> = {}) =>
    wordsOf('LEAVE_GAP', { gaps: [over], ...more });
  const month = (name: string): GapFact => ({ what: 'missedMonth', month: name as CalendarMonth });
  const away = (from: string, to: string, workingDays: number): GapFact => ({
    what: 'absence',
    from: day(from),
    to: day(to),
    workingDays,
  });
  const september = { lastFormalOn: day('2026-09-14') };
  expect(gap(month('2026-10'), september)).toBe('Supervision gap October 2026 through absence.');
  expect(gap(month('2026-10'))).toBeUndefined(); // discussed on 2 November
  expect(gap(month('2026-11'), september)).toBeUndefined(); // not over yet
  expect(gap(away('2026-11-03', '2026-11-17', 11))).toBe(
    'Supervision gap 3 November 2026 to 17 November 2026 through absence.',
  );
  expect(gap(away('2026-11-03', '2026-11-16', 10))).toBeUndefined();
  expect(gap(away('2026-10-05', '2026-10-30', 20))).toBeUndefined();
  expect(gap(away('2026-11-03', '2026-12-11', 29))).toBeDefined(); // still going on
  expect(gap(away(today, '2026-12-11', 16))).toBeDefined(); // from today
  expect(gap(away('2026-12-01', '2026-12-31', 20))).toBeUndefined(); // not begun
});

it('[FLAG18] TRIO, EH_HIGH and PERMANENCE', () => {
  const trio = (...trioPresent: CaseFacts['trioPresent']) => wordsOf('TRIO', { trioPresent });
  expect(trio('domestic abuse', 'mental health')).toBe(
    'Domestic abuse, substance misuse and mental health overlap (domestic abuse and mental health).',
  );
  expect(trio('domestic abuse')).toBeUndefined();
  expect(wordsOf('EH_HIGH', { higherRiskEarlyHelp: true })).toBe(
    'Higher-risk Early Help family: every session.',
  );
  expect(wordsOf('EH_HIGH', { higherRiskEarlyHelp: false })).toBeUndefined();

  const care = (since: string, permanence: CouncilFacts['permanence']) =>
    council('PERMANENCE', { inCareSince: day(since), permanence });
  expect(care('2026-07-19', 'none')).toBe('No permanence plan recorded yet.');
  expect(care('2026-07-20', 'none')).toBeUndefined(); // four months to the day
  expect(care('2026-07-19', 'recorded')).toBe('Permanence plan recorded, not decided yet.');
  expect(care('2026-07-19', 'decided')).toBeUndefined();
  expect(care('2026-07-19', undefined)).toBeUndefined();
  expect(council('PERMANENCE', { permanence: 'none' })).toBeUndefined();
});

it('[FLAG19] OVERSIGHT_MISSED: since the last one, or what it is counted from', () => {
  const oversight = (more: object, last?: string) =>
    wordsOf('OVERSIGHT_MISSED', {
      oversightDue: oversightFloorDue({
        ...askedOn(swindon, today),
        child: { cohorts: ['CARE_EXP'] },
        events: last === undefined ? [] : [event('oversight', last)],
        ...more,
      }),
    });
  expect(oversight({}, '2026-10-19')).toBe('No oversight since 19 October 2026.');
  expect(oversight({}, '2026-10-20')).toBeUndefined();
  const child = { cohorts: ['CARE_EXP'], allocatedAt: day('2026-10-01') };
  expect(oversight({ child })).toBe('No oversight since the allocation on 1 October 2026.');
  const opened = { cohorts: ['CARE_EXP'], openedOn: day('2026-10-01') };
  expect(oversight({ child: opened })).toBe(
    'No oversight since the case opened on 1 October 2026.',
  );
  expect(oversight({ footprintStartedOn: day('2026-10-01') })).toBe(
    'No oversight held since Footprint started on 1 October 2026.',
  );
  expect(oversight({})).toBeUndefined(); // nothing to count from
});

it('[FLAG19] KIT_MISSED: several teams and no meeting', () => {
  const kit = (joined: string | undefined, ...meetings: readonly string[]) =>
    wordsOf('KIT_MISSED', {
      multiTeamDue: multiTeamDue({
        ...askedOn(swindon, today),
        secondTeamJoined: joined === undefined ? undefined : day(joined),
        events: meetings.map((on) => event('kit', on)),
      }),
    });
  expect(kit('2026-08-03', '2026-10-12')).toBe(
    'Several teams involved; no group/KIT meeting since 12 October 2026.',
  );
  expect(kit('2026-08-03')).toBe(
    'Several teams involved; no group/KIT meeting since a second team joined on 3 August 2026.',
  );
  expect(kit('2026-08-03', '2026-10-20')).toBeUndefined();
  expect(kit(undefined)).toBeUndefined();
});

it('[FLAG19] DUE_NEXT: before the session after this one, where the child is not in each anyway', () => {
  const next = (
    nextSession: string | undefined,
    discussionDue = childDue(swindon, today, { events: [event('formal', '2026-11-02')] }),
  ) =>
    wordsOf('DUE_NEXT', {
      discussionDue,
      nextSessionOn: nextSession === undefined ? undefined : day(nextSession),
    });
  expect(next('2026-12-03')).toBe('Falls due 2 December 2026, before the next session.');
  expect(next('2026-12-02')).toBeUndefined();
  expect(next(undefined)).toBeUndefined();
  const late = due(childDue(swindon, today, { events: [event('formal', '2026-10-02')] }));
  expect(next('2026-12-03', late)).toBeUndefined(); // CHILD_OVERDUE says it
  const every = childDue(islington, today, { events: [event('formal', '2026-11-02')] });
  expect(next('2027-01-05', every)).toBeUndefined();
  const discussionDue = childDue(swindon, today, { events: [event('formal', '2026-11-02')] });
  const soon = flagged({ discussionDue, nextSessionOn: day('2026-12-03') });
  expect(soon).toMatchObject([{ code: 'DUE_NEXT', src: '000:113' }]);
});

it('[FLAG3] the default points are those of the specification', () => {
  const lines = Object.entries(defaultPoints).map(([code, points]) => `${code} ${points}`);
  expect(lines.join(', ')).toBe(
    'RISK_UP 60, STATUS_CHANGE 45, COURT_PLO 35, CP 30, NOT_SEEN 40, NOT_SEEN_ALONE 25, ' +
      'NO_PLAN 35, NO_ASSESS 30, REVIEW_LATE 30, NO_DIFFERENCE 35, DRIFT 35, ACTION_CARRIED 15, ' +
      'VOICE_MISSING 30, COMPLIANCE 35, DANGEROUS_DYNAMICS 35, COMPLEX 25, EMOTION 20, STUCK 20, ' +
      'LEAVE_GAP 30, OVERSIGHT_MISSED 30, KIT_MISSED 20, TRIO 15, EH_HIGH 30, PERMANENCE 20, ' +
      'STEP_DOWN 15, DUE_NEXT 20',
  );
});
