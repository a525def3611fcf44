import { expect, it } from 'vitest';
import { actionState } from '#domain/actions/child-actions.ts';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { whatIsMissing } from '#domain/discussion/discussion-progress.ts';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import { partAText } from '#domain/preparation/preparation.ts';
import {
  childRecordDeadline,
  type Significance,
  staffNotesDeadline,
} from '#domain/recording/recording-deadline.ts';
import { recordingState } from '#domain/recording/recording-state.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { emptyPreparedChild } from '#domain/records/preparation.ts';
import {
  aDiscussion,
  aFinaliseQuestion,
  anAction,
  anEvent,
  aPart,
  readyBrief,
  readyInDepth,
  ref,
} from '../../../test/builders.ts';
import { bracknell, day, islington, mosaic, swindon, when } from '../../../test/due-builders.ts';

const ofSession = (profile: typeof swindon, on: string, significance: Significance = 'routine') =>
  childRecordDeadline({ profile, holidays, sessionDate: day(on), significance });
const missing = (child: DiscussionChild, over = {}) =>
  whatIsMissing({ child, profile: islington, word: 'child', toReview: [], ...over }).map(
    ({ path }) => path,
  );

it('[R-19] Swindon: notes of personal supervision within five working days', () => {
  const deadline = staffNotesDeadline({
    profile: swindon,
    sessionDate: day('2027-04-29'),
    holidays,
  });
  // Thursday; Monday 3 May is a bank holiday.
  expect(deadline).toMatchObject({ dueOn: '2027-05-07', rule: 'R-19', clause: '000:95' });
  const on = (recordedOn: string) =>
    recordingState({ deadline, now: day('2027-06-01'), recordedOn: day(recordedOn), holidays });
  expect([on('2027-05-07').status, on('2027-05-08').status]).toEqual([
    'recorded-on-time',
    'recorded-late',
  ]);
});

it('[R-21] Islington: five working days, 24 hours for what is significant or urgent', () => {
  expect(ofSession(islington, '2027-04-29')).toMatchObject({
    dueOn: '2027-05-07',
    rule: 'R-21',
    clause: '001:93-94',
  });
  for (const significance of ['significant', 'urgent'] as const)
    expect(
      childRecordDeadline({
        profile: islington,
        holidays,
        sessionDate: day('2027-04-29'),
        decidedAt: when('2027-04-29T15:10:00Z'),
        significance,
      }),
    ).toMatchObject({ dueAt: '2027-04-30T15:10:00Z' });
});

it('[R-22] the council using Mosaic: as soon as possible, five working days at the latest', () => {
  expect(ofSession(mosaic, '2027-04-29')).toMatchObject({
    dueOn: '2027-05-07',
    nudgeOn: '2027-04-30',
    rule: 'R-22',
    clause: '004:44',
  });
});

it('[R-25] decisions outside supervision are filed under the policy’s own heading', () => {
  expect([islington, mosaic, swindon].map(({ headings }) => headings.managementDecision)).toEqual([
    'Management Decision',
    'management oversight',
    'Management oversight',
  ]);
});

it('[R-26] a decision has its reasons', () => {
  const decision = { id: 'd', text: 'Section 47 enquiry', significance: 'significant' };
  const decided = (rationale: string) =>
    missing(readyInDepth({ noDecisions: false, decisions: [{ ...decision, rationale }] }));
  expect(decided('Bruising that nobody could explain')).toEqual([]);
  expect(decided(' ')).toEqual(['decisions.d.rationale']);
});

it('[R-35, C-16] an action that was not done is carried with a reason, and each time counts', () => {
  const carried = [1, 2].map((n) =>
    anEvent({ id: `e${n}`, outcome: 'carried', at: `2026-1${n}-02T10:00:00.000Z` }),
  );
  const state = actionState(anAction(), carried);
  expect(state).toMatchObject({ status: 'open', carried: 2 });
  const settle = (reason: string) =>
    missing(readyBrief({ settled: [{ id: 'e3', actionId: 'a1', outcome: 'carried', reason }] }), {
      toReview: [state],
    });
  expect([settle(''), settle('The school was closed')]).toEqual([['settled.a1.reason'], []]);
});

it('[R-46] what it is like to be this child is asked for each child of a family', () => {
  const one = readyInDepth({ childRef: 'C1' });
  const other = readyInDepth({ childRef: 'C2', childExperience: '' });
  expect([missing(one), missing(other)]).toEqual([[], ['childExperience']]);
  const brief = readyBrief({ childRef: 'C2' });
  expect(missing(brief, { profile: swindon })).toEqual(['childExperience']);
});

it('[R-56] the supervisor records: the practitioner’s part goes on no record by itself', () => {
  const prepared = { ...emptyPreparedChild(ref('C1')), events: 'Four visits.' };
  const offered = Object.values(partAText(prepared)).join(' ');
  expect(offered).toContain('Four visits.');
  const part = readyBrief();
  const built = buildChildRecord(
    aFinaliseQuestion({ part, discussion: aDiscussion({ children: [part] }), by: 'Sam Lee' }),
  );
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  expect(built.record).toMatchObject({ supervisor: 'Sam Lee', finalisedBy: 'Sam Lee' });
  expect(built.text).not.toContain('Four visits.');
});

it('[R-58] every decision outside the one-to-one: five working days, 24 hours if significant', () => {
  const of = (significance: Significance) =>
    childRecordDeadline({
      profile: islington,
      holidays,
      decidedAt: when('2027-04-29T15:10:00Z'),
      significance,
    });
  expect(of('routine')).toMatchObject({ dueOn: '2027-05-07', rule: 'R-58', clause: '001:104,106' });
  expect(of('significant')).toMatchObject({ dueAt: '2027-04-30T15:10:00Z', rule: 'R-21' });
});

it('[C-11] Swindon gives no number for the child’s file: five working days, called our reading', () => {
  const deadline = ofSession(swindon, '2027-04-29');
  expect(deadline).toMatchObject({ dueOn: '2027-05-07', rule: 'C-11', clause: null });
  expect(deadline.status === 'due' && deadline.words).toContain('our reading');
});

it('[C-28] 004: the significant must be recorded and any other may be, under one heading', () => {
  const of = (significance: Significance) =>
    childRecordDeadline({
      profile: mosaic,
      holidays,
      decidedAt: when('2027-04-29T15:10:00Z'),
      significance,
    });
  // Neither has a number of days in that text, and none is made up.
  expect([of('routine').status, of('significant').status]).toEqual(['none', 'none']);
  expect(mosaic.informal).toMatchObject({ recogniseSignificant: { strength: 'must' } });
  expect(mosaic.headings.managementDecision).toBe(mosaic.informal?.heading);
  expect(ofSession(bracknell, '2027-04-29').status).toBe('none');
});

it('[R-33] brief or in depth: three things are asked of a check-in, seven in depth', () => {
  expect(missing(aPart({ depth: 'brief' }))).toEqual(['briefNote', 'onTrack']);
  expect(missing(aPart({ depth: 'inDepth' }))).toEqual([
    'childExperience',
    'childVoice',
    'worries',
    'protective',
    'analysis',
    'noDecisions',
    'noActions',
  ]);
});
