import { expect, it } from 'vitest';
import { agreeingState, type FinishedText } from '#domain/agreeing/agreeing.ts';
import { noGap } from '#domain/cancellations/gap-line.ts';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { agreementReviewDue } from '#domain/due/agreement-due.ts';
import { entitlementOfferedFrom } from '#domain/due/entitlement.ts';
import { directObservationDue, observationOfSupervisionDue } from '#domain/due/observation-due.ts';
import { addFigures, figureOf } from '#domain/figures/add-figures.ts';
import { figureIds } from '#domain/figures/figure.ts';
import { figuresOfWorker } from '#domain/figures/figures-of-worker.ts';
import { auditDue, auditSample } from '#domain/monitoring/audit-sample.ts';
import { missingFromNote } from '#domain/notes/note-coverage.ts';
import { ExtraRequest, RecordResponse } from '#domain/records/response.ts';
import { Staff } from '#domain/records/staff.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import {
  qualificationWords,
  trainingAsked,
  trainingWords,
} from '#domain/staff-file/staff-training.ts';
import { openRequests } from '#domain/supervision/extra-supervision.ts';
import { schoolSupervision } from '#domain/supervision/school-supervision.ts';
import { aSession } from '../../../test/builders.ts';
import {
  askedOn,
  bracknell,
  day,
  dayOn,
  due,
  focusGroup,
  held,
  islington,
  mosaic,
  statusOf,
  swindon,
  workerDue,
} from '../../../test/due-builders.ts';
import { askedOf, figure, said, sessionsOn, someRecords } from '../../../test/figure-builders.ts';

const both = (supervisee: string, supervisor: string) => ({
  supervisee: day(supervisee),
  supervisor: day(supervisor),
});

it('[R-36] the route for supervision that is not happening: from the first overdue day', () => {
  const answer = workerDue(bracknell, '2027-02-09', { sessions: held('2027-01-11') });
  expect(entitlementOfferedFrom(bracknell, answer)).toBe('2027-02-09'); // due on the 8th
  for (const profile of [swindon, islington, mosaic])
    expect(entitlementOfferedFrom(profile, answer), profile.id).toBeUndefined();
});

it('[R-37] no agreement is said in words; Bracknell wants both before the first session', () => {
  const asked = (profile: typeof swindon, signed: object) =>
    agreementReviewDue({ ...askedOn(profile, '2027-02-09'), signed });
  expect(asked(swindon, {})).toMatchObject({
    outcome: 'none',
    why: 'No Supervision Agreement is in place: it is not signed by both.',
  });
  const one = { supervisor: day('2027-01-11') };
  expect([asked(swindon, one).outcome, asked(bracknell, one).outcome]).toEqual(['due', 'none']);
  expect(said(figure('agreementInDate', askedOf(swindon), {}))).toBe('0 of 1');
});

it('[R-38] reviewed within twelve months, Bracknell’s rule and elsewhere our reading', () => {
  const asked = (profile: typeof swindon) =>
    due(
      agreementReviewDue({
        ...askedOn(profile, '2027-02-09'),
        signed: both('2027-01-11', '2027-01-12'),
      }),
    );
  expect(asked(bracknell)).toMatchObject({ dueOn: '2028-01-12', clause: '003:127,167,230' });
  for (const profile of [swindon, islington, mosaic])
    expect(asked(profile), profile.id).toMatchObject({ dueOn: '2028-01-12', clause: null });
});

it('[C-18] the year of an agreement starts with the later signature', () => {
  const asked = (supervisee: string, supervisor: string) =>
    dayOn(
      agreementReviewDue({
        ...askedOn(bracknell, '2027-02-09'),
        signed: both(supervisee, supervisor),
      }),
    );
  expect([asked('2027-01-20', '2027-01-11'), asked('2027-01-11', '2027-01-20')]).toEqual([
    '2028-01-20',
    '2028-01-20',
  ]);
});

it('[R-39] the records of a session are agreed by both, text by text, or why not is said', () => {
  const texts: readonly FinishedText[] = [
    { id: 'a', hash: 'ha', finishedAt: '2027-02-09T12:00:00.000Z' },
  ];
  const answer = (stance: 'agreed' | 'notAgreed', hash = 'ha') =>
    RecordResponse.parse({
      id: 'r',
      kind: 'record',
      sessionId: 's1',
      superviseeRef: 'S1',
      supervisorRef: 'me',
      createdAt: '2027-02-09T13:00:00.000Z',
      createdBy: 'S1',
      stance,
      because: stance === 'agreed' ? '' : 'It was Tuesday',
      read: [{ id: 'a', hash }],
      answeredAt: '2027-02-10T09:00:00.000Z',
    });
  const session = { notAgreedAt: '', notAgreedBecause: '' };
  const state = (...responses: readonly RecordResponse[]) =>
    agreeingState({ texts, responses, session, holidays }).status;
  expect([
    state(),
    state(answer('agreed')),
    state(answer('notAgreed')),
    state(answer('agreed', 'another text')),
  ]).toEqual(['waiting', 'agreed', 'notAgreed', 'waitingAgain']);
});

it('[R-40, C-17] one direct observation in twelve months, and by the year from April to March', () => {
  const asked = (lastOn?: string) =>
    directObservationDue({
      ...askedOn(swindon, '2027-02-09'),
      lastOn: lastOn === undefined ? undefined : day(lastOn),
      startedOn: day('2026-02-01'),
    });
  expect(due(asked('2026-03-10'))).toMatchObject({ dueOn: '2027-03-10', clause: '000:105' });
  expect([dayOn(asked()), statusOf(asked())]).toEqual(['2027-02-01', 'overdue']);
  const inYear = (on: string) =>
    said(
      figure('observedThisYear', askedOf(swindon, { month: '2027-02', today: '2027-03-02' }), {
        observedOn: [day(on)],
        footprintStartedOn: day('2026-01-05'),
      }),
    );
  expect([inYear('2026-04-01'), inYear('2026-03-31')]).toEqual(['1 of 1', '0 of 1']);
  expect(directObservationDue(askedOn(islington, '2027-02-09')).outcome).toBe('none');
});

it('[R-41] observation of an Assistant Team Manager’s supervision every three months', () => {
  const asked = observationOfSupervisionDue({
    ...askedOn(swindon, '2027-02-09'),
    lastOn: day('2026-11-30'),
  });
  expect(due(asked)).toMatchObject({ dueOn: '2027-02-28', clause: '000:107', strength: 'must' });
});

it('[R-42] the monitoring form, part 1: a month’s figures with the rule and the list behind each', () => {
  const figures = figuresOfWorker(
    askedOf(swindon),
    someRecords({ sessions: sessionsOn('2026-10-14', '2026-11-11') }),
  );
  expect(figures.map(({ id }) => id)).toEqual(figureIds);
  expect(said(figureOf(figures, 'supervisionInTime'))).toBe('1 of 1'); // due on 14 November
  for (const { list, denominator } of figures) expect(list).toHaveLength(denominator);
});

it('[R-54] extra supervision on request waits until both came to a session', () => {
  const request = ExtraRequest.parse({
    ...{ id: 'x1', kind: 'extraSupervision', superviseeRef: 'S1', supervisorRef: 'me' },
    ...{ sharedAt: '2026-11-19T12:00:00.000Z', createdAt: '2026-11-19T12:00:00.000Z' },
    createdBy: 'S1',
  });
  const waiting = (session: object) =>
    openRequests({
      requests: [request],
      sessions: [aSession(session)],
      today: day('2026-11-20'),
    }).length;
  expect(waiting({ status: 'planned', sittings: [], plannedFor: '2026-11-27' })).toBe(1);
  expect(waiting({ status: 'ended' })).toBe(0); // held on 20 November
  // And it meets the clock like any other.
  const sessions = held('2026-11-02', '2026-11-20');
  expect(dayOn(workerDue(focusGroup, '2026-11-21', { sessions }))).toBe('2026-12-18');
});

it('[R-59] in schools the named senior designated officer supervises: Bracknell’s rule alone', () => {
  const asked = (profile: typeof swindon, supervisor: string) =>
    schoolSupervision({ profile, workSetting: 'school', officer: 'Jo Field', supervisor });
  expect(asked(bracknell, 'Jo Field')?.rule).toContain('003:57');
  expect(asked(bracknell, 'Jo Field')?.prompt).toBeUndefined();
  expect(asked(bracknell, 'Sam Lee')?.prompt).toContain('the supervisor here is Sam Lee');
  for (const profile of [swindon, islington, mosaic, focusGroup])
    expect(asked(profile, 'Sam Lee'), profile.id).toBeUndefined();
});

it('[R-60] supervisors are trained and supervised: recorded with its day, said with its line', () => {
  const training = { id: 't1', what: 'Motivational Interviewing', on: '2026-03-03' };
  expect(trainingWords([training])).toBe('Motivational Interviewing on 3 March 2026');
  expect(trainingWords([])).toBe('No training recorded');
  expect(trainingAsked(bracknell)).toContain('003:173');
});

it('[C-22] a qualification is recorded and blocks nothing: notes need neither it nor a training', () => {
  const staff = Staff.parse({ ref: 'S1' });
  expect(qualificationWords(staff.qualification)).toBe('No qualification recorded');
  expect(qualificationWords('Senior practitioner, unregistered')).toBe(
    'Senior practitioner, unregistered',
  );
  const note = StaffNote.parse({
    ...{ id: 'n1', sessionId: 's1', superviseeRef: 'S1', text: 'Tired.' },
    ...{ createdAt: '2026-11-20T10:00:00.000Z', createdBy: 'me' },
  });
  const progress = { note, gap: noGap, toReview: [], meetingOn: day('2026-11-20') };
  expect(missingFromNote({ ...progress, profile: islington, stage: staff.stage })).toEqual([]);
});

it('[R-62] an audit of quality each month, of a sample that its seed gives again; a theme a year', () => {
  const records = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
  const draw = (from: typeof records) => auditSample({ records: from, size: 2, seed: '2027-01' });
  expect(draw(records.toReversed())).toEqual(draw(records));
  const asked = (kind: 'monthlyAudit' | 'thematicAudit') =>
    due(auditDue({ ...askedOn(swindon, '2027-01-12'), kind, lastOn: day('2026-12-10') }));
  expect(asked('monthlyAudit')).toMatchObject({ dueOn: '2027-01-31', clause: '000:268' });
  expect(asked('thematicAudit')).toMatchObject({ dueOn: '2027-12-10', rule: 'R-62' });
});

it('[R-61] a team’s assurance: the sums over its supervisors, and who is behind each number', () => {
  const of = (ref: string, ...days: readonly string[]) =>
    figuresOfWorker(askedOf(islington), someRecords({ ref, sessions: sessionsOn(...days) }));
  const one = addFigures([of('a', '2026-11-04'), of('b')]);
  const other = addFigures([of('c', '2026-11-30')]);
  const team = figureOf(addFigures([one, other]), 'monthSupervised');
  expect(said(team)).toBe('2 of 3');
  expect(team.list.filter(({ counted }) => !counted).map(({ worker }) => worker)).toEqual(['b']);
  expect(said(figure('agreementInDate', askedOf(focusGroup), {}))).toContain('no agreement');
});
