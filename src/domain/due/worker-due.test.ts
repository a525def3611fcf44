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
  statusOf,
  swindon,
  workerDue,
} from '../../../test/due-builders.ts';
import { entitlementOfferedFrom } from './entitlement.ts';

it('[WORK1] counted from the last session, before the first from the first day in the job', () => {
  const worker = { startedOn: day('2026-12-30') };
  expect(workerDue(swindon, '2027-01-02', { worker })).toMatchObject({
    dueOn: '2027-01-30',
    planBy: '2027-01-29',
    countedFrom: { on: '2026-12-30', what: 'started' },
    rule: 'R-01',
  });
  const sessions = held('2027-01-20', '2027-01-04');
  expect(dayOn(workerDue(swindon, '2027-01-25', { worker, sessions }))).toBe('2027-02-20');
});

it('[WORK2] rolling: from the session itself and never from the date it was due', () => {
  expect(workerDue(swindon, '2027-02-26')).toEqual({
    outcome: 'none',
    why: 'No date held, and no day to count from.',
  });
  const sessions = held('2027-01-31', '2027-02-25');
  expect(workerDue(swindon, '2027-02-26', { sessions })).not.toHaveProperty('prompt');
  expect(dayOn(workerDue(swindon, '2027-02-26', { sessions }))).toBe('2027-03-25');
  expect(dayOn(workerDue(focusGroup, '2027-02-26', { sessions }))).toBe('2027-03-25');
});

it('[WORK3] calendar months: one in each; a month that somebody starts in counts', () => {
  expect(dayOn(workerDue(islington, '2027-02-26', { sessions: held('2027-01-01') }))).toBe(
    '2027-02-28',
  );
  const worker = { startedOn: day('2026-11-16') };
  expect(workerDue(islington, '2026-11-30', { worker })).toMatchObject({
    dueOn: '2026-11-30',
    status: 'due_today',
  });
  expect(statusOf(workerDue(islington, '2026-12-01', { worker }))).toBe('overdue');
});

it('[WORK15] Swindon: personal and case each have a date, and the earlier one counts (C-27)', () => {
  const sessions = [
    { on: day('2026-11-04'), parts: ['personal'] as const },
    { on: day('2026-11-20'), parts: ['case'] as const },
  ];
  expect(workerDue(swindon, '2026-11-25', { sessions })).toMatchObject({
    dueOn: '2026-12-04',
    parts: ['personal'],
    words:
      'Due by 4 December 2026: personal supervision every month ' +
      '(Swindon, no date in its text, 000:95)',
  });
  const both = [...sessions, ...held('2026-12-01')];
  expect(workerDue(swindon, '2026-12-02', { sessions: both })).toMatchObject({
    dueOn: '2027-01-01',
    parts: ['personal', 'case'],
  });
});

it('[WORK15] a personal session meets no case clock; Bracknell is met by any', () => {
  const sessions = [
    { on: day('2026-10-20'), parts: ['case'] as const },
    { on: day('2026-11-20'), parts: ['personal'] as const },
  ];
  for (const profile of [islington, mosaic])
    expect(dayOn(workerDue(profile, '2026-11-25', { sessions })), profile.id).toBe('2026-11-30');
  expect(dayOn(workerDue(bracknell, '2026-11-25', { sessions }))).toBe('2026-12-18');
  expect(dayOn(workerDue(focusGroup, '2026-11-25', { sessions }))).toBe('2026-12-18'); // names none
});

it('[WORK16] the backstop of case holders: past it is a breach (TV18)', () => {
  const sessions = held('2026-12-01');
  const on = (now: string, worker = {}) => due(workerDue(bracknell, now, { sessions, worker }));
  expect(on('2026-12-29')).toMatchObject({ dueOn: '2026-12-29', status: 'due_today' });
  expect(on('2026-12-29').backstop).toMatchObject({
    on: '2027-03-01',
    clause: '003:133',
    strength: 'must',
    words:
      'Never later than 1 March 2027: supervision at least every 3 months for case holders ' +
      '(Bracknell Forest, no date in its text, 003:133)',
  });
  expect([on('2027-03-01').status, on('2027-03-02').status]).toEqual(['overdue', 'breach']);
  for (const worker of [{ holdsCases: false }, { stage: 'nonCaseHolding' as const }]) {
    expect(on('2027-03-02', worker)).not.toHaveProperty('backstop');
    expect(on('2027-03-02', worker).status).toBe('overdue');
  }
  expect(on('2027-03-02', { stage: 'manager' })).not.toHaveProperty('backstop');
  const complex = { holdsCases: false, managesComplexCases: true };
  expect(on('2027-03-02', complex).status).toBe('breach');
});

it('[WORK16] it is about meeting at all: the newest session counts, whatever part it was', () => {
  const { caseHolderBackstop } = bracknell.worker;
  const profile = { ...swindon, worker: { ...swindon.worker, caseHolderBackstop } };
  for (const [personal, cases] of [
    ['2026-11-04', '2026-11-20'],
    ['2026-11-20', '2026-11-04'],
  ] as const) {
    const sessions = [
      { on: day(personal), parts: ['personal'] as const },
      { on: day(cases), parts: ['case'] as const },
    ];
    const found = due(workerDue(profile, '2026-11-25', { sessions }));
    expect(found.backstop).toMatchObject({ on: '2027-02-20' });
  }
});

it('[WORK17] a target is amber: its own date, and no word after the must', () => {
  const on = (now: string) => statusOf(workerDue(mosaic, now, { sessions: held('2026-11-02') }));
  const days = ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-24', '2027-01-01'];
  expect(days.map(on)).toEqual(['ok', 'due_today_target', 'target_missed', 'due_soon', 'overdue']);
  const worker = { startedOn: day('2026-11-16') };
  expect(workerDue(mosaic, '2026-11-20', { worker })).not.toHaveProperty('target');
});

it('[WORK17] Bracknell: monthly is recommended where something longer was agreed (C-8)', () => {
  const sessions = held('2027-01-15');
  const worker = { agreedInterval: 'P6W' } as const;
  const found = due(workerDue(bracknell, '2027-02-16', { sessions, worker }));
  expect(found).toMatchObject({ dueOn: '2027-02-26', status: 'target_missed' });
  expect(found.target).toMatchObject({ on: '2027-02-15', rule: 'R-04', clause: '003:133' });
  expect(workerDue(bracknell, '2027-02-16', { sessions })).not.toHaveProperty('target');
  const monthly = workerDue(bracknell, '2027-01-20', {
    sessions,
    worker: { agreedInterval: 'P1M' },
  });
  expect(monthly).toMatchObject({ dueOn: '2027-02-15' });
  expect(monthly).not.toHaveProperty('target'); // the advice says nothing new
});

it('[AGREE5] the entitlement route is offered from the first overdue day, where there is one', () => {
  const sessions = held('2026-12-01');
  const of = (profile: typeof bracknell) =>
    entitlementOfferedFrom(profile, workerDue(profile, '2026-12-10', { sessions }));
  expect(of(bracknell)).toBe('2026-12-30');
  expect([of(swindon), of(islington), of(mosaic)]).toEqual([undefined, undefined, undefined]);
  expect(entitlementOfferedFrom(bracknell, workerDue(bracknell, '2026-12-10'))).toBeUndefined();
});
