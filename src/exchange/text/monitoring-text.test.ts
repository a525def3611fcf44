import { expect, it } from 'vitest';
import { textsOfMonitoring } from '#domain/monitoring/monitoring-texts.ts';
import { MonitoringRecord, questionKeys } from '#domain/records/monitoring.ts';
import { aMonitoring } from '../../../test/monitoring-builders.ts';
import { monitoringText } from './monitoring-text.ts';

const figure = (over: object) => ({
  id: 'supervisionInTime',
  label: 'Supervision held by the day it was due',
  words: '1 of 2 (50%)',
  isMeasured: true,
  numerator: 1,
  denominator: 2,
  whatItCounts: 'Days.',
  rule: 'R-01',
  clause: '000:95',
  ...over,
});

const aRecord = (over: object = {}): MonitoringRecord =>
  MonitoringRecord.parse({
    ...aMonitoring(),
    file: 'staff',
    type: 'monitoring',
    schema: 1,
    heading: 'Supervision Monitoring Form',
    supervisor: 'Sam Lee',
    supervisee: 'Priya Shah',
    superviseeTerm: 'Practitioner',
    period: 'November 2026',
    completedOn: '2026-12-04',
    feedbackDate: '',
    countedOn: '2026-12-04',
    policy: { id: 'swindon-000', label: 'Swindon', version: '2' },
    finalisedAt: '2026-12-04T12:00:00.000Z',
    finalisedBy: 'Sam Lee',
    ...over,
  });

it('reads as the form: header, figures with what to look at, answers, and what follows', () => {
  const why = (dueOn: string) => ({ about: 'CH-0002', why: `Due by ${dueOn}.`, group: 'CIN' });
  const unanswered = Object.fromEntries(questionKeys.map((key) => [key, {}]));
  const record = aRecord({
    synthetic: true,
    figures: [
      figure({ list: [{ about: '', why: 'Due by 30 November 2026: not held.', counted: false }] }),
      figure({
        id: 'childrenInDate',
        label: 'Children whose discussion is not overdue, at the end',
        rule: 'R-14',
        clause: '',
        beside: ['CIN: 1 of 2'],
        list: [
          { ...why('3 December'), counted: true },
          { ...why('12 November'), counted: false },
        ],
      }),
      figure({ id: 'later', label: 'A figure of a later version', words: '1 of 1 (100%)' }),
    ],
    picked: ['CH-0001, discussed on 12 November 2026'],
    pickOf: 9,
    timesPicked: 2,
    answers: {
      ...unanswered,
      jointAgenda: { answer: 'partly', comment: 'In two of three.' },
      evidenceSeen: { answer: '', comment: 'Not asked.' },
    },
    strengths: 'Curious.',
    toDevelop: 'Timescales.',
    actionsAgreed: [
      { id: 'a', what: 'Book ahead', owner: 'Sam', byWhen: '2 weeks', dueOn: '2026-12-18' },
    ],
    feedbackOn: '3 dec',
    feedbackDate: '2026-12-03',
  });
  expect(monitoringText(record)).toBe(`SYNTHETIC: example data, not a real person
Supervision Monitoring Form
Practitioner: Priya Shah
Supervisor: Sam Lee
Period: November 2026
Completed by: Dana Cole
Date: 4 December 2026

Part 1: compliance, counted on 4 December 2026 by the rules of Swindon, version 2

Sessions
- Supervision held by the day it was due: 1 of 2 (50%) [R-01, 000:95]
  - Due by 30 November 2026: not held.

Children
- Children whose discussion is not overdue, at the end: 1 of 2 (50%) [R-14]
  CIN: 1 of 2
  - CH-0002. Due by 12 November.

Other figures
- A figure of a later version: 1 of 1 (100%) [R-01, 000:95]

Part 2: quality
- Was the agenda made together? Partly. In two of three.
- Was evidence of registration, DBS check and driving licence seen? Not answered. Not asked.

Records that were picked to be read
1 of 9 finished records, picked at random. Picked 2 times; this is the last pick.
- CH-0001, discussed on 12 November 2026

Part 3: strengths
Curious.

Areas to develop
Timescales.

Actions agreed
- Book ahead. Who: Sam. By: 18 December 2026

Feedback given to the supervisor on
3 December 2026

Auditor
Dana Cole

Finalised at midday on Friday 4 December 2026 by Sam Lee. Not signed.`);
});

it('asks as it was asked: of the three Ps where the policy speaks of them', () => {
  expect(monitoringText(aRecord())).toContain('Were the four aspects covered? Yes');
  expect(monitoringText(aRecord({ threePs: true }))).toContain(
    'Were performance, development and personal support covered? Yes',
  );
});

it('has every typed text, to the letter', () => {
  const comment = (key: string) => ({ answer: 'no', comment: `comment on ${key}` });
  const record = aRecord({
    completedBy: 'who completed',
    answers: Object.fromEntries(questionKeys.map((key) => [key, comment(key)])),
    strengths: 'the strengths',
    toDevelop: 'to develop',
    actionsAgreed: [{ id: 'a', what: 'what', owner: 'owner', byWhen: 'by when', dueOn: '' }],
    feedbackOn: 'some day',
    auditor: 'who audited',
  });
  const text = monitoringText(record);
  for (const [path, typed] of textsOfMonitoring(record))
    if (path !== 'on') expect(text, path).toContain(typed); // the day is told as it was read
});
