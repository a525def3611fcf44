import { expect, it } from 'vitest';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { Monitoring } from '#domain/records/monitoring.ts';
import { loneSurrogates } from '../../../test/builders.ts';
import { day } from '../../../test/due-builders.ts';
import { allAnswered, aMonitoring } from '../../../test/monitoring-builders.ts';
import { missingFromMonitoring, monthsOfForm, periodWords } from './monitoring-missing.ts';

const today = day('2026-12-04');
const missing = (over: object) =>
  missingFromMonitoring(aMonitoring(over), today).map(({ path, message }) => [path, message]);

it('[MONITOR1] first month to last, this month too, none to come, and twelve at most', () => {
  const months = (from: string, to: string) => monthsOfForm({ from, to }, today);
  expect(months('2026-10', '2026-12')).toEqual(['2026-10', '2026-11', '2026-12']);
  expect(months('2026-01', '2026-12')).toHaveLength(12);
  for (const [from, to] of [
    ['2026-11', '2027-01'],
    ['2026-12', '2026-11'],
    ['2025-12', '2026-12'],
    ['', '2026-11'],
    ['2026-13', '2026-13'],
    ['November', '2026-11'],
  ] as const)
    expect(months(from, to), `${from} ${to}`).toEqual([]);
});

it('[MONITOR1] the months in words', () => {
  const words = (...months: readonly string[]) => periodWords(months as CalendarMonth[]);
  expect(words('2026-11')).toBe('November 2026');
  expect(words('2026-09', '2026-10', '2026-11')).toBe('September to November 2026');
  expect(words('2026-12', '2027-01')).toBe('December 2026 to January 2027');
  expect(words()).toBe('');
});

it('[MONITOR3, R-42, R-62] an empty form names everything it needs, in the order of the page', () => {
  const empty = Monitoring.parse({
    id: 'm1',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    createdAt: '',
    createdBy: 'me',
  });
  const messages = missingFromMonitoring(empty, today).map(({ message }) => message);
  expect(messages.slice(0, 4)).toEqual([
    'Choose the first month',
    'Enter who completed the form',
    'Enter the day the form was completed',
    'Answer the question about the agenda',
  ]);
  expect(messages.filter((message) => message.startsWith('Answer'))).toHaveLength(15);
  expect(messages).not.toContain(
    'Answer the question about registration, DBS check and driving licence',
  );
  expect(messages.at(-1)).toBe('Enter the auditor’s name');
});

it('[MONITOR3] with all that it needs nothing is missing; comments, strengths and feedback are not asked for', () => {
  expect(missing({})).toEqual([]);
  expect(missing({ answers: allAnswered({ wellbeing: {} }) })).toEqual([
    ['answers.wellbeing.answer', 'Answer the question about wellbeing'],
  ]);
});

it('[MONITOR3] the months and the days must be ones that have come', () => {
  expect(missing({ to: '' })).toEqual([['to', 'Choose the last month']]);
  expect(missing({ to: '2027-01' })).toEqual([
    ['to', 'The last month must be this month or earlier'],
  ]);
  expect(missing({ from: '2026-12' })).toEqual([
    ['to', 'The last month must be the first month or later'],
  ]);
  expect(missing({ from: '2025-11' })).toEqual([['to', 'Choose 12 months or fewer']]);
  expect(missing({ on: '5 December 2026' })).toEqual([
    ['on', 'The day must be today or in the past'],
  ]);
  expect(missing({ feedbackOn: '31 11 2026' })).toEqual([
    ['feedbackOn', '31 November is not a real date. November has 30 days.'],
  ]);
});

it('[MONITOR3] an action that was begun says what, who and by when; an empty line is none', () => {
  const action = { id: 'a1', what: '', owner: '', byWhen: '' };
  expect(missing({ actions: [action] })).toEqual([]);
  expect(missing({ actions: [action, { ...action, owner: 'Sam' }] })).toEqual([
    ['actions.1.what', 'Write what will be done'],
    ['actions.1.byWhen', 'Write by when'],
  ]);
});

it('[MONITOR3] text that cannot be kept, and two versions, wait for a person', () => {
  const [lone] = loneSurrogates;
  const comment = allAnswered({ impact: { answer: 'no', comment: lone } });
  expect(missing({ answers: comment, toDevelop: lone }).map(([path]) => path)).toEqual([
    'answers.impact.comment',
    'toDevelop',
  ]);
  const clashes = [{ path: 'strengths', base: '', ours: 'a', theirs: 'b' }];
  expect(missing({ clashes }).map(([path]) => path)).toEqual(['twoVersions']);
});
