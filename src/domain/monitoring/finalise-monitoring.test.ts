import canonicalize from 'canonicalize';
import { expect, it } from 'vitest';
import { finalMonitoring, type ShownFigure } from '#domain/records/monitoring.ts';
import { hostileTexts, islington, loneSurrogates, swindon } from '../../../test/builders.ts';
import { allAnswered, aMonitoring } from '../../../test/monitoring-builders.ts';
import { buildMonitoring, type MonitoringQuestion } from './finalise-monitoring.ts';

const shown: ShownFigure = {
  id: 'supervisionInTime',
  label: 'Supervision held by the day it was due',
  words: '1 of 2 (50%)',
  isMeasured: true,
  numerator: 1,
  denominator: 2,
  whatItCounts: 'Days.',
  rule: 'R-01',
  clause: '000:95',
  beside: [],
  list: [{ about: '', why: 'Due by 30 November 2026.', counted: false, group: '' }],
  toCome: [],
};

const question = (over: Partial<MonitoringQuestion> = {}): MonitoringQuestion => ({
  draft: aMonitoring(),
  at: '2026-12-04T12:00:00.000Z',
  by: 'Sam Lee',
  supervisor: 'Sam Lee',
  supervisee: 'Priya Shah',
  figures: [shown],
  picked: ['CH-0001, discussed on 12 November 2026'],
  profile: swindon,
  policySha256: 'abc',
  synthetic: true,
  ...over,
});

const built = (over: Partial<MonitoringQuestion> = {}) => {
  const made = buildMonitoring(question(over));
  if (made.outcome === 'missing') throw new Error(JSON.stringify(made.missing));
  return made;
};

it('[MONITOR4] keeps part 1 as it was counted that day, with the policy it was counted by', () => {
  const { record, text } = built();
  expect(record).toMatchObject({
    file: 'staff',
    type: 'monitoring',
    heading: 'Supervision Monitoring Form',
    period: 'November 2026',
    completedOn: '2026-12-04',
    countedOn: '2026-12-04',
    figures: [shown],
    policy: { id: 'swindon-000', sha256: 'abc' },
    synthetic: true,
  });
  expect(text).toBe(canonicalize(JSON.parse(text)));
  expect(finalMonitoring(record)).toEqual(record);
  expect(finalMonitoring(aMonitoring())).toBeUndefined();
});

it('[MONITOR4] typed text is on it to the letter, and a field of a newer version stays', () => {
  const comment = Object.values(hostileTexts).join('|');
  const answers = allAnswered({ impact: { answer: 'partly', comment, later: 1 } });
  const draft = aMonitoring({ answers, strengths: comment, later: 'x' });
  const { record } = built({ draft });
  expect(record.answers.impact).toEqual({ answer: 'partly', comment, later: 1 });
  expect(record).toMatchObject({ strengths: comment, later: 'x' });
});

it('[MONITOR4] days are read from the day it was completed', () => {
  const action = { id: 'a1', what: 'Book the room', owner: 'Sam', byWhen: '2 weeks' };
  const draft = aMonitoring({ on: '1 December 2026', feedbackOn: '3 dec', actions: [action] });
  expect(built({ draft }).record).toMatchObject({
    completedOn: '2026-12-01',
    feedbackDate: '2026-12-03',
    actionsAgreed: [{ ...action, dueOn: '2026-12-15' }],
  });
});

it('[MONITOR3] is stopped by what is missing, and by text from elsewhere that cannot be kept', () => {
  const stopped = buildMonitoring(question({ draft: aMonitoring({ auditor: '' }) }));
  expect(stopped).toEqual({
    outcome: 'missing',
    missing: [{ path: 'auditor', message: 'Enter the auditor’s name' }],
  });
  const [lone] = loneSurrogates;
  const figures = [{ ...shown, list: [{ about: lone, why: '', counted: true, group: '' }] }];
  expect(buildMonitoring(question({ figures })).outcome).toBe('missing');
});

it('has a plain name where the policy has none for the form', () => {
  expect(built({ profile: islington }).record.heading).toBe('Supervision monitoring form');
});
