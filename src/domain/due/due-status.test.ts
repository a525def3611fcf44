import { expect, it } from 'vitest';
import {
  askedOn,
  childDue,
  day,
  due,
  event,
  held,
  islington,
  mosaic,
  statusOf,
  swindon,
  when,
  workerDue,
} from '../../../test/due-builders.ts';
import { allocationOversightDue } from './allocation-due.ts';
import { dueStatus } from './due-status.ts';
import { dueWords } from './due-words.ts';

it('[DUE1] an answer says rule, clause, strength, dates, days to plan for, and words', () => {
  const sessions = held('2026-11-02');
  expect(workerDue(islington, '2026-11-20', { sessions })).toEqual({
    outcome: 'due',
    status: 'ok',
    rule: 'R-02',
    clause: '001:86',
    strength: 'must',
    dueOn: '2026-12-31',
    overdueFrom: '2027-01-01',
    planBy: '2026-12-31',
    daysLate: 0,
    countedFrom: { on: '2026-11-02', what: 'lastHeld' },
    words:
      'Due by 31 December 2026: case supervision every calendar month (Islington 2016, 001:86)',
    holidays: 'known',
    parts: ['case'],
  });
  expect(due(workerDue(mosaic, '2026-11-20', { sessions })).target).toEqual({
    rule: 'R-03',
    clause: '004:36',
    strength: 'must',
    on: '2026-11-30',
    planBy: '2026-11-30',
    words:
      'Target 30 November 2026: supervision every 4 weeks ' +
      '(Council using Mosaic, no date in its text, 004:36)',
  });
});

it('[DUE2] a due date never rolls; the day to plan for is the working day before it', () => {
  const events = [event('formal', '2027-01-31')];
  const child = { cohorts: ['CP_PLO_COURT'] };
  const found = due(childDue(swindon, '2027-02-01', { child, events }));
  expect(found).toMatchObject({
    dueOn: '2027-02-28',
    planBy: '2027-02-26',
    overdueFrom: '2027-03-01',
    words:
      'Due by 28 February 2027: discussion every month, CP/PLO/Court ' +
      '(Swindon, no date in its text, 000:122)',
  });
  expect(due(childDue(swindon, '2027-03-03', { child, events })).daysLate).toBe(3);
});

it('[DUE2] a day to plan for that rests on an unpublished holiday says so', () => {
  const on = (last: string) => due(workerDue(swindon, last, { sessions: held(last) }));
  expect(on('2027-11-27').holidays).toBe('known'); // 27 December 2027, in the published list
  expect(on('2027-12-17').holidays).toBe('computed'); // January 2028
});

it('[DUE3] against a moment it is late a second after; a bare day is the whole day', () => {
  const child = { cohorts: ['ASSESS'], allocatedAt: when('2026-12-18T16:30:00+00:00') };
  const at = (now: string) => statusOf(allocationOversightDue({ ...askedOn(swindon, now), child }));
  expect(at('2026-12-18')).toBe('due_soon');
  expect(at('2026-12-19')).toBe('due_today');
  expect(at('2026-12-19T16:30:00Z')).toBe('due_today');
  expect(at('2026-12-19T16:30:01Z')).toBe('overdue');
  expect(at('2026-12-20')).toBe('overdue');
});

it('[DUE4] the first status that applies, in the order of the specification', () => {
  const question = {
    dueOn: day('2026-12-31'),
    targetOn: day('2026-11-30'),
    backstopOn: day('2027-01-31'),
    notYetDueUntil: day('2026-11-15'),
  };
  const on = (now: string, more: object = {}) => dueStatus({ ...question, now: day(now), ...more });
  expect(on('2027-02-01', { explained: true })).toBe('breach');
  expect(on('2027-01-31', { explained: true })).toBe('overdue_explained');
  expect(on('2027-01-01')).toBe('overdue');
  expect(on('2026-12-31')).toBe('due_today');
  expect(on('2026-12-30')).toBe('due_soon');
  expect(on('2026-12-24')).toBe('due_soon');
  expect(on('2026-12-23')).toBe('target_missed');
  expect(on('2026-12-01')).toBe('target_missed');
  expect(on('2026-11-30')).toBe('due_today_target');
  expect(on('2026-11-29')).toBe('ok');
  expect(on('2026-11-15')).toBe('not_yet_due');
  expect(on('2026-11-16')).toBe('ok');
  expect(on('2026-11-15', { noDateHeld: true })).toBe('no_date_held');
});

it('[DUE5] what is later than now has not happened yet', () => {
  const sessions = held('2026-11-04', '2027-01-04');
  const on = (now: string) => statusOf(workerDue(islington, now, { sessions }));
  expect([on('2026-12-31'), on('2027-01-01'), on('2027-01-04')]).toEqual([
    'due_today',
    'overdue',
    'ok',
  ]);
  const events = [event('formal', '2026-11-04'), event('formal', '2027-01-04')];
  expect(statusOf(childDue(swindon, '2026-12-05', { events }))).toBe('overdue');
});

it('[DUE6] a number of ours names no clause and says so; an aim is called one', () => {
  const child = { cohorts: ['ASSESS'] };
  const events = [event('formal', '2027-01-12')];
  expect(due(childDue(swindon, '2027-01-20', { child, events }))).toMatchObject({
    clause: null,
    strength: 'inferred',
    words:
      'Due by 12 February 2027: discussion every month, Assessment and Child Protection ' +
      '(new allocation) (our reading: Swindon gives no number)',
  });
  const aimed = { ...islington.worker, default: { ...islington.worker.default, strength: 'aim' } };
  const profile = { ...islington, worker: aimed } as typeof islington;
  const found = due(workerDue(profile, '2026-11-20', { sessions: held('2026-11-02') }));
  expect(found).toMatchObject({ dueOn: '2026-12-31', status: 'ok' });
  expect(found.words).toMatch(/^Aim for 31 December 2026: /);
  const rule = { rule: 'R-04', clause: '001:86', strength: 'aim' } as const;
  const may = { profile, rule: { ...rule, strength: 'may' }, what: 'x', on: day('2026-12-31') };
  expect(dueWords(may as Parameters<typeof dueWords>[0])).toMatch(/^Aim for 31 December 2026: /);
  const target = { profile, rule, what: 'x', on: day('2026-12-31'), kind: 'target' } as const;
  expect(dueWords(target)).toMatch(/^Target 31 December 2026: /); // it has a name of its own
});

it('[DUE8] where no date is held the words begin with that, and no target can be missed', () => {
  const footprintStartedOn = day('2026-11-20');
  const on = (now: string) => due(workerDue(mosaic, now, { footprintStartedOn }));
  expect(on('2026-11-20')).toMatchObject({
    status: 'no_date_held',
    dueOn: '2026-12-31',
    countedFrom: { on: '2026-11-20', what: 'footprint' },
    words:
      'No date held. Due by 31 December 2026, counted from the day Footprint started, ' +
      '20 November 2026: case supervision every calendar month ' +
      '(Council using Mosaic, no date in its text, 004:36)',
  });
  expect(on('2026-11-20')).not.toHaveProperty('target');
  const days = ['2026-12-23', '2026-12-24', '2026-12-31', '2027-01-01'];
  expect(days.map((now) => on(now).status)).toEqual([
    'no_date_held',
    'due_soon',
    'due_today',
    'overdue',
  ]);
});

it('[DUE9] what began before Footprint did is counted from Footprint, unless a person said never', () => {
  const footprintStartedOn = day('2026-11-20');
  const child = { allocatedAt: day('2026-03-02') };
  const now = '2026-11-21';
  expect(due(childDue(swindon, now, { child, footprintStartedOn })).dueOn).toBe('2026-12-20');
  const never = { ...child, neverDiscussed: true };
  expect(childDue(swindon, now, { child: never, footprintStartedOn })).toMatchObject({
    status: 'overdue',
    dueOn: '2026-04-02',
  });
  const later = { allocatedAt: day('2026-11-23') };
  expect(childDue(swindon, '2026-11-24', { child: later, footprintStartedOn })).toMatchObject({
    dueOn: '2026-12-23',
    countedFrom: { on: '2026-11-23', what: 'allocated' },
  });
  expect(childDue(swindon, now)).toEqual({
    outcome: 'none',
    why: 'No date held, and no day to count from.',
  });
  expect(workerDue(islington, now).outcome).toBe('none');
});
