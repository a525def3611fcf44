import { expect, it } from 'vitest';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  bracknell,
  childDue,
  day,
  dayOn,
  due,
  event,
  focusGroup,
  held,
  islington,
  mosaic,
  statusOf,
  swindon,
  when,
} from '../../../test/due-builders.ts';
import type { ChildFacts } from './child-facts.ts';
import { checkChildOverride } from './child-override.ts';
import { mustAppearOn } from './every-open-case.ts';

const last = (on: string) => [event('formal', on)];
const after = (on: string, child: Partial<ChildFacts>, now = on) =>
  due(childDue(swindon, now, { child, events: last(on) }));

it('[CHILD1] either depth meets the interval; a date that says none is full (C-32)', () => {
  for (const depth of ['brief', 'inDepth', undefined] as const) {
    const events = [event('formal', '2027-01-15', { depth }), event('formal', '2026-12-01')];
    expect(dayOn(childDue(swindon, '2027-01-16', { events })), depth).toBe('2027-02-15');
  }
});

it('[CHILD2] the mode decides; Bracknell and the focus group have no interval for a child', () => {
  const events = last('2026-11-12');
  expect(dayOn(childDue(swindon, '2026-11-20', { events }))).toBe('2026-12-12');
  expect(dayOn(childDue(islington, '2026-11-20', { events }))).toBe('2026-12-31');
  expect(childDue(bracknell, '2026-11-20', { events })).toEqual({
    outcome: 'none',
    why: 'Bracknell Forest asks for all cases or a sample, and gives no interval for each child.',
  });
  expect(childDue(focusGroup, '2026-11-20', { events })).toEqual({
    outcome: 'none',
    why: "Managers' focus group has no rule for each child.",
  });
});

it('[CHILD3] Swindon’s table, and the strictest row of several (R-14)', () => {
  const decided = { permanenceDecisionDate: '2026-12-01', permanenceApprovedBy: 'Panel' };
  const of = (...cohorts: readonly string[]) => after('2026-12-31', { cohorts, ...decided }).dueOn;
  expect([of('EH'), of('ASSESS'), of('CIN'), of('CP_PLO_COURT')]).toEqual([
    '2027-03-31',
    '2027-01-31',
    '2027-01-31',
    '2027-01-31',
  ]);
  expect([of('CWCF_NO_PERM'), of('CWCF_PERM'), of('SHORT_BREAKS'), of('CARE_EXP')]).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-01-31',
    '2027-02-28',
  ]);
  const several = after('2026-12-31', { cohorts: ['EH', 'CARE_EXP', 'SHORT_BREAKS'] });
  expect(several).toMatchObject({ dueOn: '2027-01-31', clause: '000:125', rule: 'R-14' });
  // Two for the same day: the one that was named first.
  const alike = after('2026-12-31', { cohorts: ['EH', 'CIN', 'CP_PLO_COURT'] });
  expect(alike).toMatchObject({ dueOn: '2027-01-31', clause: '000:121' });
});

it('[CHILD4] permanence needs both fields; until then the row before it counts (C-29)', () => {
  const of = (facts: Partial<ChildFacts>) =>
    after('2026-12-31', { cohorts: ['CWCF_PERM'], ...facts });
  const decided = { permanenceDecisionDate: '2026-12-01' };
  for (const facts of [{}, decided, { ...decided, permanenceApprovedBy: ' ' }])
    expect(of(facts)).toMatchObject({ dueOn: '2027-01-31', clause: '000:123' });
  const rows = swindon.child.cohorts?.map((row) =>
    row.code === 'CWCF_PERM' ? { ...row, requires: ['panelDate'] } : row,
  );
  const unknown = { ...swindon, child: { ...swindon.child, cohorts: rows } } as PolicyProfile;
  const child = { cohorts: ['CWCF_PERM'], ...decided };
  const asked = childDue(unknown, '2026-12-31', { child, events: last('2026-12-31') });
  expect(asked).toMatchObject({ clause: '000:123' }); // a field that this version does not know
  const turned = { ...swindon, child: { ...swindon.child, cohorts: rows?.toReversed() } };
  const events = last('2026-12-31');
  expect(childDue(turned as PolicyProfile, '2026-12-31', { child, events })).toMatchObject({
    clause: '000:123',
  });
  const both = { ...decided, permanenceApprovedBy: 'Permanency Panel' };
  expect(of(both)).toMatchObject({ dueOn: '2027-02-28', clause: '000:124' });
});

it('[CHILD5] a status that no row fits is as strict as the strictest, and says whose reading it is', () => {
  for (const cohorts of [[], ['NO_SUCH']])
    expect(after('2026-12-31', { cohorts })).toMatchObject({
      dueOn: '2027-01-31',
      clause: null,
      strength: 'inferred',
      rule: 'R-14',
      inEverySession: false,
      words:
        'Due by 31 January 2027: discussion every month, as no row of the policy fits the status ' +
        '(our reading: Swindon gives no number)',
    });
  const none = { ...swindon, child: { ...swindon.child, cohorts: [] } };
  const changed = { on: day('2026-11-02'), from: { cohorts: ['CIN'] } };
  for (const child of [{}, { changed }])
    expect(childDue(none, '2026-12-31', { events: last('2026-12-31'), child })).toEqual({
      outcome: 'none',
      why: 'Swindon gives no interval for this child.',
    });
  const rows = swindon.child.cohorts?.map(({ interval, ...row }) =>
    row.code === 'CIN' ? row : { ...row, interval },
  );
  const gap = { ...swindon, child: { ...swindon.child, cohorts: rows } } as PolicyProfile;
  expect(childDue(gap, '2026-12-31', { events: last('2026-12-31') })).toMatchObject({
    dueOn: '2027-01-31',
    clause: null,
  });
});

it('[CHILD6] the first full discussion is due 28 days after the allocation (TV11)', () => {
  const child = { cohorts: ['ASSESS'], allocatedAt: when('2026-12-18T16:30:00Z') };
  const on = (now: string, over: object = {}) => due(childDue(swindon, now, { child, ...over }));
  expect(on('2026-12-21')).toMatchObject({
    dueOn: '2027-01-15',
    firstFullBy: '2027-01-15',
    rule: 'R-15',
    clause: '000:120',
    countedFrom: { on: '2026-12-18', what: 'allocated' },
    words:
      'Due by 15 January 2027: first full supervision within 28 days of allocation, ' +
      'Assessment and Child Protection (new allocation) (Swindon, no date in its text, 000:120)',
  });
  const onTheDay = [event('formal', '2026-12-18', { depth: 'inDepth' })];
  expect(on('2026-12-21', { events: onTheDay })).not.toHaveProperty('firstFullBy');
  const toCome = [event('formal', '2026-12-22', { depth: 'inDepth' })];
  expect(on('2026-12-21', { events: toCome })).toHaveProperty('firstFullBy');
  expect(on('2026-12-22', { events: toCome })).not.toHaveProperty('firstFullBy');
  const oversight = [event('oversight', '2026-12-20')];
  expect(on('2026-12-21', { events: oversight })).toHaveProperty('firstFullBy');
  const brief = [event('formal', '2026-12-22', { depth: 'brief' })];
  expect(on('2026-12-23', { events: brief })).toMatchObject({ dueOn: '2027-01-15', rule: 'R-15' });
  const full = [...brief, event('formal', '2027-01-12', { depth: 'inDepth' })];
  expect(on('2027-01-13', { events: full })).toMatchObject({ dueOn: '2027-02-12', rule: 'R-14' });
  expect(on('2027-01-13', { events: full })).not.toHaveProperty('firstFullBy');
  const before = last('2026-12-01'); // discussed by the worker before: the month ends first
  expect(on('2026-12-21', { events: before })).toMatchObject({
    dueOn: '2027-01-01',
    rule: 'R-14',
    firstFullBy: '2027-01-15', // discussed before the allocation, and not since
    countedFrom: { on: '2026-12-01', what: 'lastHeld' },
  });
  const started = { footprintStartedOn: day('2026-11-02') };
  expect(on('2026-12-21', started)).toMatchObject({ firstFullBy: '2027-01-15' });
});

it('[CHILD6] a brief check-in after the 28 days does not move the first full one', () => {
  const child = { cohorts: ['ASSESS'], allocatedAt: day('2027-01-04') };
  const events = [event('formal', '2027-02-15', { depth: 'brief' })];
  expect(childDue(swindon, '2027-02-16', { child, events })).toMatchObject({
    dueOn: '2027-02-01',
    status: 'overdue',
    countedFrom: { on: '2027-01-04', what: 'allocated' },
  });
});

it('[CHILD6] only for children allocated after Footprint started', () => {
  const child = { cohorts: ['ASSESS'], allocatedAt: day('2026-11-20') };
  const found = due(
    childDue(swindon, '2026-11-21', { child, footprintStartedOn: day('2026-11-20') }),
  );
  expect(found).not.toHaveProperty('firstFullBy');
  expect(found).toMatchObject({ dueOn: '2026-12-20', status: 'no_date_held' });
});

it('[CHILD6] an oversight in hours is no first full discussion', () => {
  const rows = swindon.child.cohorts?.map((row) =>
    row.firstFull ? { ...row, firstFull: { ...row.firstFull, within: 'PT24H' } } : row,
  );
  const profile = { ...swindon, child: { ...swindon.child, cohorts: rows } } as PolicyProfile;
  const child = { cohorts: ['ASSESS'], allocatedAt: day('2026-12-18') };
  expect(due(childDue(profile, '2026-12-21', { child }))).not.toHaveProperty('firstFullBy');
});

it('[CHILD7] a manager may only shorten, and says why (TV21, TV22)', () => {
  const check = (cohort: string, interval: string, reason = 'Escalating', profile = swindon) =>
    checkChildOverride({ profile, child: { cohorts: [cohort] }, interval, reason });
  expect(check('CIN', 'P2M')).toEqual({
    outcome: 'refused',
    error: 'Override may only shorten the minimum interval (1 month)',
  });
  expect(check('CIN', 'P1M').outcome).toBe('refused');
  expect(check('CARE_EXP', 'P3M')).toMatchObject({ error: expect.stringContaining('(2 months)') });
  expect(check('CARE_EXP', 'P1M').outcome).toBe('accepted');
  const both = (...cohorts: readonly string[]) =>
    checkChildOverride({ profile: swindon, child: { cohorts }, interval: 'P2M', reason: 'x' });
  for (const found of [both('EH', 'CARE_EXP'), both('CARE_EXP', 'EH')])
    expect(found).toMatchObject({ error: expect.stringContaining('(2 months)') });
  expect(check('CIN', 'P14D', '  ')).toEqual({
    outcome: 'refused',
    error: 'Override needs a reason',
  });
  for (const text of ['fortnightly', 'P0D', 'P14', '-P14D', 'P14D ', 'every P14D', 'P1W2D'])
    expect(check('CIN', text), text).toEqual({
      outcome: 'refused',
      error: 'An interval is written like P7D, P14D, P1M or P12M',
    });
  expect(check('CIN', 'P14D', 'x', islington)).toEqual({
    outcome: 'refused',
    error: 'Islington has no interval of its own for a child to shorten',
  });
  const { managerOverride } = swindon.child;
  const asks = (over: typeof managerOverride) =>
    ({ ...swindon, child: { ...swindon.child, managerOverride: over } }) as PolicyProfile;
  expect(check('CIN', 'P14D', 'x', asks(undefined)).outcome).toBe('refused');
  const sample = { ...swindon, child: { ...swindon.child, mode: 'allOrSample' as const } };
  expect(check('CIN', 'P14D', 'x', sample).outcome).toBe('refused');
  const silent = managerOverride && { ...managerOverride, reasonRequired: false };
  expect(check('CIN', 'P14D', '', asks(silent)).outcome).toBe('accepted');

  const override = { interval: 'P14D', reason: 'Escalating domestic abuse' } as const;
  const cohorts = ['CP_PLO_COURT'];
  expect(after('2027-03-15', { cohorts, override })).toMatchObject({
    dueOn: '2027-03-29',
    planBy: '2027-03-25',
    rule: 'R-17',
    clause: '000:113',
  });
  const refused = { ...override, reason: '' };
  expect(after('2027-03-15', { cohorts, override: refused }).dueOn).toBe('2027-04-15');
  // Thirty days are longer than one February: the month still comes first.
  const thirty = { ...override, interval: 'P30D' } as const;
  expect(after('2027-01-31', { cohorts, override: thirty }).dueOn).toBe('2027-02-28');
  // From April they end on the same day: then the policy's own rule is the one to cite.
  const same = after('2027-04-10', { cohorts, override: thirty });
  expect(same).toMatchObject({ dueOn: '2027-05-10', rule: 'R-14' });
  expect(after('2027-03-15', { cohorts, override }).words).toBe(
    'Due by 29 March 2027: discussion every 14 days, as set by the manager ' +
      '(Swindon, no date in its text, 000:113)',
  );
});

it('[CHILD7] an override makes nobody late on the day it is decided', () => {
  const override = { interval: 'P14D', reason: 'Escalating', setOn: day('2027-04-06') } as const;
  const found = after('2027-03-15', { cohorts: ['CIN'], override }, '2027-04-06');
  expect(found).toMatchObject({ dueOn: '2027-04-13', rule: 'R-17' });
  const early = { ...override, setOn: day('2027-03-20') };
  expect(after('2027-03-15', { cohorts: ['CIN'], override: early }).dueOn).toBe('2027-03-29');
  // Set so late that the policy's own date comes before the five working days.
  const late = { ...override, setOn: day('2027-04-12') };
  const tooLate = after('2027-03-15', { cohorts: ['CIN'], override: late }, '2027-04-12');
  expect(tooLate).toMatchObject({ dueOn: '2027-04-15', rule: 'R-14' });
});

it('[CHILD8] a status that shortens: the new date, or five working days from the change (TV14)', () => {
  const changed = (on: string, from = 'CARE_EXP') => ({
    on: day(on),
    from: { cohorts: [from] },
  });
  const of = (lastOn: string, on: string, now = on) =>
    after(lastOn, { cohorts: ['CIN'], changed: changed(on) }, now);
  expect(of('2027-01-10', '2027-02-22')).toMatchObject({
    dueOn: '2027-03-01',
    clause: null,
    words:
      'Due by 1 March 2027: discussion within 5 working days of the change of status ' +
      '(our reading: Swindon gives no number)',
  });
  expect(of('2027-01-10', '2027-02-01').dueOn).toBe('2027-02-10');
  expect(of('2027-01-22', '2027-02-22').dueOn).toBe('2027-02-22');
  expect(of('2027-01-10', '2027-03-08').dueOn).toBe('2027-03-10'); // the old date comes first
  expect(of('2027-01-10', '2027-02-22', '2027-02-21')).toMatchObject({ dueOn: '2027-03-10' });
  expect(of('2027-02-25', '2027-02-22', '2027-02-26').dueOn).toBe('2027-03-25');
  const old = of('2027-01-10', '2027-03-08'); // and its own rule is the one that is cited
  expect(old).toMatchObject({ clause: '000:126', strength: 'must' });
  const sameDay = of('2027-01-10', '2027-03-03'); // the fifth working day is the old date
  expect(sameDay).toMatchObject({ dueOn: '2027-03-10', clause: null });
});

it('[CHILD9] a status that lengthens counts at once, also where the old date had passed (C-33)', () => {
  const of = (on: string, now = on) =>
    after(
      '2027-01-10',
      { cohorts: ['CARE_EXP'], changed: { on: day(on), from: { cohorts: ['CIN'] } } },
      now,
    );
  expect(of('2027-01-25').dueOn).toBe('2027-03-10');
  expect(of('2027-02-22')).toMatchObject({ dueOn: '2027-03-10', status: 'ok' });
  expect(of('2027-02-22', '2027-02-21')).toMatchObject({ dueOn: '2027-02-10', status: 'overdue' });
  expect(of('2027-03-22').dueOn).toBe('2027-03-10'); // also where both had passed
});

it('[CHILD10] every open case in each monthly supervision, also of a weekly worker (R-13)', () => {
  const on = (profile: PolicyProfile) =>
    due(childDue(profile, '2026-11-20', { events: last('2026-11-12') }));
  expect(on(islington)).toMatchObject({
    dueOn: '2026-12-31',
    rule: 'R-13',
    clause: '001:88',
    strength: 'must',
    inEverySession: true,
    words:
      'Due by 31 December 2026: every open case in each monthly supervision ' +
      '(Islington 2016, 001:88)',
  });
  expect(on(mosaic)).toMatchObject({ dueOn: '2026-12-31', clause: '004:40' });
  expect(on(mosaic)).not.toHaveProperty('target');
  // A child that a session left out stays due, though its worker has been supervised.
  const workerSessions = held('2026-11-12');
  const left = childDue(islington, '2026-12-01', { events: last('2026-10-14'), workerSessions });
  expect(left).toMatchObject({ dueOn: '2026-11-30', status: 'overdue' });
  expect(childDue(islington, '2026-12-01')).toEqual({
    outcome: 'none',
    why: 'No date held, and no day to count from.',
  });
});

it('[CHILD11] a case opened after the session has no duty in that period (TV20)', () => {
  const child = { openedOn: day('2026-11-25') };
  const on = (now: string, workerSessions = held('2026-11-12')) =>
    statusOf(childDue(islington, now, { child, workerSessions }));
  expect(['2026-11-25', '2026-11-30', '2026-12-01', '2026-12-24'].map((now) => on(now))).toEqual([
    'not_yet_due',
    'not_yet_due',
    'ok',
    'due_soon',
  ]);
  expect(['2026-12-31', '2027-01-01'].map((now) => on(now))).toEqual(['due_today', 'overdue']);
  // Nobody was supervised in November yet, or only about themselves: its last day counts.
  expect(on('2026-11-30', held('2026-10-14'))).toBe('due_today');
  expect(on('2026-11-30', held('2026-08-14'))).toBe('due_today');
  expect(on('2026-11-30', [])).toBe('due_today');
  expect(on('2026-11-30', [{ on: day('2026-11-12'), parts: ['personal'] }])).toBe('due_today');
  expect(on('2026-11-30', held('2026-11-25'))).toBe('due_today'); // that session had it
  const cases = [{ on: day('2026-11-12'), parts: ['case'] as const }];
  expect(on('2026-11-30', cases)).toBe('not_yet_due');
  expect(on('2026-11-30', held('2026-11-12', '2026-10-14'))).toBe('not_yet_due'); // in any order
  const allocated = { allocatedAt: day('2026-11-25') };
  const workerSessions = held('2026-11-12');
  expect(statusOf(childDue(islington, '2026-11-30', { child: allocated, workerSessions }))).toBe(
    'not_yet_due',
  );
  const found = childDue(islington, '2026-11-30', { child, workerSessions: held('2026-11-12') });
  expect(found).toMatchObject({ countedFrom: { on: '2026-11-25', what: 'opened' } });
});

it('[CHILD11] under a rolling period the case waits for its end, that day included', () => {
  const { worker } = islington;
  const rolling = { ...worker, default: { ...worker.default, interval: 'P28D', basis: 'rolling' } };
  const profile = { ...islington, worker: rolling } as PolicyProfile;
  const of = (openedOn: string) =>
    due(
      childDue(profile, openedOn, {
        child: { openedOn: day(openedOn) },
        workerSessions: held('2026-11-02'),
      }),
    );
  expect(of('2026-11-12')).toMatchObject({ dueOn: '2026-11-30', status: 'not_yet_due' });
  expect(of('2026-11-30')).toMatchObject({ dueOn: '2026-11-30', status: 'due_today' });
  expect(of('2026-12-01')).toMatchObject({ dueOn: '2026-12-29' });
  const eightWeeks = { ...rolling, default: { ...rolling.default, interval: 'P56D' } };
  const later = childDue({ ...islington, worker: eightWeeks } as PolicyProfile, '2026-12-10', {
    child: { openedOn: day('2026-11-12') },
    workerSessions: held('2026-11-02'),
  });
  expect(later).toMatchObject({ dueOn: '2026-12-28', status: 'not_yet_due' });
});

it('[CHILD12] it must be on the agenda of the first session from the day it opened', () => {
  const sessions = ['2026-12-10', '2026-11-12'].map(day);
  const of = (profile: PolicyProfile, openedOn: string) =>
    mustAppearOn({ profile, openedOn: day(openedOn), sessions });
  expect(of(islington, '2026-11-25')).toBe('2026-12-10');
  expect(of(mosaic, '2026-11-12')).toBe('2026-11-12');
  expect(of(islington, '2026-12-11')).toBeUndefined();
  expect(of(swindon, '2026-11-25')).toBeUndefined();
});

it('[CHILD13] early help at higher risk: monthly, and in every session (C-13, TV12)', () => {
  const of = (higherRisk: boolean) => after('2026-11-30', { cohorts: ['EH'], higherRisk });
  expect(of(false)).toMatchObject({ dueOn: '2027-02-28', inEverySession: false });
  expect(of(true)).toMatchObject({
    dueOn: '2026-12-30',
    inEverySession: true,
    clause: '000:118',
    words:
      'Due by 30 December 2026: discussion every month, Early Help, higher risk ' +
      '(Swindon, no date in its text, 000:118)',
  });
  expect(of(false).words).toMatch(/: discussion every 3 months, Early Help \(/);
  expect(after('2026-11-30', { cohorts: ['CIN'], higherRisk: true }).inEverySession).toBe(false);
  const two = after('2026-11-30', { cohorts: ['CIN', 'EH'], higherRisk: true });
  expect(two.inEverySession).toBe(true); // one of its statuses is enough
  const raised = {
    cohorts: ['EH'],
    higherRisk: true,
    changed: { on: day('2027-01-11'), from: { cohorts: ['EH'] } },
  };
  expect(after('2026-11-30', raised, '2027-01-11').dueOn).toBe('2027-01-18');
});
