import { expect, it } from 'vitest';
import {
  bracknell,
  day,
  dayOn,
  due,
  focusGroup,
  held,
  islington,
  mosaic,
  swindon,
  workerDue,
} from '../../../test/due-builders.ts';
import type { Worker } from './worker.ts';
import { checkWorkerInterval } from './worker-interval.ts';
import { ruleOn, workerPhases } from './worker-phases.ts';
import { stagePrompt } from './worker-stage.ts';

const asye = (more: Partial<Worker> = {}): Worker => ({
  stage: 'asye',
  startedOn: day('2026-09-07'),
  ...more,
});
const phasesOf = (profile: typeof swindon, worker: Worker) =>
  workerPhases(profile, worker).map(({ from, rule }) => [from, rule.interval, rule.rule]);

const afterSession = (profile: typeof swindon, worker: Worker, on: string) =>
  dayOn(workerDue(profile, on, { worker, sessions: held(on) }));

it('[WORK4] the phase on the day of the session counts, not the one on the day it is asked', () => {
  expect(afterSession(swindon, asye(), '2026-10-18')).toBe('2026-10-25');
  expect(afterSession(swindon, asye(), '2026-10-19')).toBe('2026-11-02');
  const worker = asye();
  const sessions = held('2026-10-18');
  expect(dayOn(workerDue(swindon, '2026-11-20', { worker, sessions }))).toBe('2026-10-25');
});

it('[WORK5] ASYE in Swindon: six weeks, then six months, then monthly (TV08)', () => {
  expect(phasesOf(swindon, asye())).toEqual([
    ['2026-09-07', 'P7D', 'R-06'],
    ['2026-10-19', 'P14D', 'R-06'],
    ['2027-04-19', 'P1M', 'R-06'],
  ]);
  expect(due(workerDue(swindon, '2026-09-10', { worker: asye() })).words).toBe(
    'Due by 14 September 2026: personal and case supervision every week, ASYE ' +
      '(Swindon, no date in its text, 000:96-100)',
  );
});

it('[WORK6] ASYE under 004: fortnightly up to the six-month review, or six months (TV08b)', () => {
  expect(phasesOf(mosaic, asye())).toEqual([
    ['2026-09-07', 'P7D', 'R-07'],
    ['2026-10-19', 'P14D', 'R-07'],
    ['2027-03-07', 'P1M', 'R-07'],
  ]);
  const reviewed = asye({ sixMonthReviewDate: day('2027-03-17') });
  expect(phasesOf(mosaic, reviewed)[2]?.[0]).toBe('2027-03-17');
  expect(afterSession(mosaic, reviewed, '2027-03-16')).toBe('2027-03-30');
  expect(afterSession(mosaic, reviewed, '2027-03-17')).toBe('2027-04-30');
  // A review before the six weeks are over ends no phase that has not begun.
  const early = asye({ sixMonthReviewDate: day('2026-10-01') });
  expect(phasesOf(mosaic, early).map(([from]) => from)).toEqual([
    '2026-09-07',
    '2026-10-19',
    '2026-10-19',
  ]);
});

it('[WORK7] a student: weekly until the agreed day, for ever where none is agreed', () => {
  const student = { stage: 'student', startedOn: day('2026-09-14') } as const;
  expect(phasesOf(mosaic, student)).toEqual([['2026-09-14', 'P7D', 'R-09']]);
  const agreed = { ...student, agreedFortnightlyFrom: day('2026-10-26') };
  expect(phasesOf(mosaic, agreed)[1]).toEqual(['2026-10-26', 'P14D', 'R-09']);
  expect(due(workerDue(mosaic, '2026-09-15', { worker: student })).words).toMatch(
    /: case supervision every week, student \(/,
  );
  expect(stagePrompt(mosaic, { stage: 'student' })).toBeUndefined(); // its end is a date by itself
  expect(afterSession(mosaic, agreed, '2026-10-25')).toBe('2026-11-01');
  expect(afterSession(mosaic, agreed, '2026-10-26')).toBe('2026-11-09');
  expect(phasesOf(mosaic, { stage: 'student', agreedFortnightlyFrom: day('2026-10-26') })).toEqual([
    [undefined, 'P7D', 'R-09'],
    ['2026-10-26', 'P14D', 'R-09'],
  ]);
});

it('[WORK8] an earlier move to monthly: only in Swindon, only with a reason (000:98-100)', () => {
  const step = { on: day('2026-12-01'), reason: 'Was a student here' };
  expect(phasesOf(swindon, asye({ steppedDown: step }))).toEqual([
    ['2026-09-07', 'P7D', 'R-06'],
    ['2026-10-19', 'P14D', 'R-06'],
    ['2026-12-01', 'P1M', 'R-06'],
  ]);
  const silent = asye({ steppedDown: { ...step, reason: ' ' } });
  expect(phasesOf(swindon, silent)[2]?.[0]).toBe('2027-04-19');
  expect(phasesOf(mosaic, asye({ steppedDown: step }))[2]?.[0]).toBe('2027-03-07');
  const late = asye({ steppedDown: { ...step, on: day('2027-06-01') } });
  expect(phasesOf(swindon, late)).toEqual(phasesOf(swindon, asye()));
  expect(phasesOf(swindon, { stage: 'asye', steppedDown: step })).toEqual([
    [undefined, 'P7D', 'R-06'],
    ['2026-12-01', 'P1M', 'R-06'],
  ]);
});

it('[WORK8] with no start date the first phase goes on, and the start is asked for', () => {
  expect(phasesOf(swindon, { stage: 'asye' })).toEqual([[undefined, 'P7D', 'R-06']]);
  expect(stagePrompt(swindon, { stage: 'asye' })).toMatch(/^Enter the day this stage started/);
  expect(stagePrompt(swindon, asye())).toBeUndefined();
});

it('[WORK9] managers: their own rule where the policy has one (R-11)', () => {
  const worker = { stage: 'manager' } as const;
  const sessions = held('2026-11-12');
  expect(workerDue(islington, '2026-11-20', { worker, sessions })).toMatchObject({
    dueOn: '2026-12-31',
    rule: 'R-11',
    clause: '001:111',
    words: expect.stringContaining(' for managers ('),
  });
  expect(workerDue(swindon, '2026-11-20', { worker, sessions })).toMatchObject({ rule: 'R-01' });
});

it('[WORK10] ASYE is newly qualified where the policy speaks only of those', () => {
  for (const stage of ['asye', 'newlyQualified'] as const)
    expect(afterSession(focusGroup, { stage }, '2026-12-01'), stage).toBe('2026-12-15');
  expect(afterSession(swindon, { stage: 'newlyQualified' }, '2026-12-01')).toBe('2027-01-01');
});

it('[WORK11] no number: the default holds and a person is asked for one', () => {
  const probation = { stage: 'probation' } as const;
  expect(afterSession(islington, probation, '2026-11-04')).toBe('2026-12-31');
  const sessions = held('2026-11-04');
  expect(due(workerDue(islington, '2026-11-05', { worker: probation, sessions })).prompt).toBe(
    'Supervision may be more frequent (Islington, 001:89). Set a shorter interval if it is needed.',
  );
  expect(stagePrompt(bracknell, { stage: 'newlyQualified' })).toBe(
    'More frequent supervision is advisable (Bracknell Forest, 003:135). Agree a shorter interval.',
  );
  expect(stagePrompt(focusGroup, { stage: 'asye' })).toBe(
    "Choose between every week and every 2 weeks (Managers' focus group, 002:11).",
  );
  const { src, ...stated } = islington.worker.probation ?? {};
  const unsourced = { ...islington, worker: { ...islington.worker, probation: stated } };
  expect(src).toBe('001:89');
  expect(stagePrompt(unsourced as typeof islington, probation)).toMatch(/\(Islington, no clause\)/);
  const set = { ...probation, ownInterval: { interval: 'P14D' } } as const;
  expect(stagePrompt(bracknell, probation)).toBeUndefined(); // it speaks only of newly qualified
  expect(stagePrompt(islington, set)).toBeUndefined();
  expect(stagePrompt(islington, { stage: 'default' })).toBeUndefined();
});

it('[WORK12] without cases: the calendar month all the same (R-12, 001:96)', () => {
  const worker = { stage: 'nonCaseHolding' } as const;
  const sessions = held('2026-11-12');
  expect(workerDue(islington, '2026-11-20', { worker, sessions })).toMatchObject({
    dueOn: '2026-12-31',
    rule: 'R-12',
    clause: '001:96',
  });
  expect(afterSession(focusGroup, { stage: 'experienced' }, '2027-01-31')).toBe('2027-02-28');
  const experienced = { worker: { stage: 'experienced' }, sessions } as const;
  expect(workerDue(focusGroup, '2026-11-20', experienced)).toMatchObject({ rule: 'R-05' });
});

it('[WORK13] an own interval may be shorter, and longer only where hours count (R-08, R-17)', () => {
  const inForce = (profile: typeof swindon) =>
    ruleOn(workerPhases(profile, { stage: 'default' }), day('2026-11-20'));
  const check = (profile: typeof swindon, own: Worker['ownInterval'] & object) =>
    checkWorkerInterval({ profile, inForce: inForce(profile), own });
  expect(check(islington, { interval: 'P14D' })).toEqual({ outcome: 'accepted' });
  for (const interval of ['P2M', 'P1M', 'P31D'] as const)
    expect(check(islington, { interval, reason: 'Part time' })).toEqual({
      outcome: 'refused',
      error: 'Override may only shorten the minimum interval (1 month)',
    });
  expect(check(bracknell, { interval: 'P6W', reason: 'Half time' }).outcome).toBe('accepted');
  expect(check(bracknell, { interval: 'P6W', reason: ' ' })).toEqual({
    outcome: 'refused',
    error: 'A longer interval needs a reason: the role or the contracted hours',
  });
  expect(check(bracknell, { interval: 'P6W' }).outcome).toBe('refused');
  expect(check(bracknell, { interval: 'P4W', reason: 'The same' }).outcome).toBe('refused');

  const sessions = held('2026-11-04');
  const on = (profile: typeof swindon, ownInterval: Worker['ownInterval']) =>
    due(workerDue(profile, '2026-11-10', { sessions, worker: { ownInterval } }));
  expect(on(islington, { interval: 'P14D' })).toMatchObject({ dueOn: '2026-11-18', rule: 'R-08' });
  const words = (interval: 'P10D' | 'P3W') => on(islington, { interval }).words;
  expect(words('P10D')).toMatch(/: case supervision every 10 days, as set \(/);
  expect(words('P3W')).toMatch(/: case supervision every 3 weeks, as set \(/);
  expect(on(islington, { interval: 'P2M', reason: 'x' })).toMatchObject({ dueOn: '2026-12-31' });
  expect(on(bracknell, { interval: 'P6W', reason: 'Half time' })).toMatchObject({
    dueOn: '2026-12-16',
    rule: 'R-17',
    clause: '003:197',
  });
  const far = on(bracknell, { interval: 'P6M', reason: 'Half time' });
  expect(far).toMatchObject({ dueOn: '2027-02-04', clause: '003:133', rule: 'R-04' });
  expect(far.words).toBe(
    'Due by 4 February 2027: supervision at the latest ' +
      '(Bracknell Forest, no date in its text, 003:133)',
  );
});

it('[WORK14] the frequency agreed in the contract: either way in Bracknell, else only shorter', () => {
  const on = (profile: typeof swindon, agreedInterval: 'P14D' | 'P6W') =>
    due(
      workerDue(profile, '2026-11-10', {
        sessions: held('2026-11-04'),
        worker: { agreedInterval },
      }),
    );
  expect(on(bracknell, 'P6W')).toMatchObject({ dueOn: '2026-12-16', clause: '003:133,135' });
  expect(on(bracknell, 'P14D')).toMatchObject({ dueOn: '2026-11-18', rule: 'R-04' });
  const { note: _, ...noted } = bracknell.worker.default;
  const silent = { ...bracknell, worker: { ...bracknell.worker, default: noted } };
  expect(on(silent as typeof bracknell, 'P6W')).toMatchObject({ clause: null });
  expect(on(swindon, 'P14D')).toMatchObject({ dueOn: '2026-11-18', clause: '000:95' });
  expect(on(swindon, 'P6W').dueOn).toBe('2026-12-04');
  expect(on(islington, 'P14D').words).toBe(
    'Due by 18 November 2026: case supervision every 2 weeks, as agreed (Islington 2016, 001:86)',
  );
});
