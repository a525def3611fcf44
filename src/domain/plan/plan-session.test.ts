import { expect, it } from 'vitest';
import { addDays } from '#domain/dates/calendar-date.ts';
import type { Flag } from '#domain/flags/flag.ts';
import { day } from '../../../test/due-builders.ts';
import { flag } from '../../../test/flag-builders.ts';
import { type PlanCase, type PlanQuestion, planSession } from './plan-session.ts';
import { hoursWords, subjectsWords } from './plan-words.ts';
import { briefsAtRisk } from './running-clock.ts';

const urgent = [flag('URGENT')];
const scored = (points: number) => [flag('RISK_UP', points)];

/** `count` single children, c01 and so on; c01 has waited longest. */
const children = (count: number, over: Readonly<Record<string, Partial<PlanCase>>> = {}) =>
  Array.from({ length: count }, (_, at): PlanCase => {
    const ref = `c${String(at + 1).padStart(2, '0')}`;
    return {
      ref,
      familyKey: '',
      word: 'child',
      flags: [],
      lastInDepthOn: addDays(day('2026-01-01'), at),
      ...over[ref],
    };
  });
const plan = (cases: readonly PlanCase[], more: Partial<PlanQuestion> = {}) =>
  planSession({ minutes: 180, personal: false, cases, ...more });
type Plan = ReturnType<typeof plan>;
const because = ({ cases }: Plan) =>
  Object.fromEntries(
    cases.filter(({ depth }) => depth === 'inDepth').map((each) => [each.ref, each.because]),
  );
const with_ = (refs: readonly string[], flags: readonly Flag[]) =>
  Object.fromEntries(refs.map((ref) => [ref, { flags }]));

it('[PLAN4, PLAN6] 20 children in 180 minutes: 3 by priority, 2 who waited longest, 175 minutes', () => {
  const found = plan(children(20, with_(['c15', 'c16', 'c17', 'c18'], scored(60))));
  expect(because(found)).toEqual({
    c01: 'rotation',
    c02: 'rotation',
    c15: 'order',
    c16: 'order',
    c17: 'order',
  });
  expect([found.slots, found.rotationSlots, found.used, found.unallocated]).toEqual([5, 2, 175, 5]);
  expect(found.words).toBe('20 children: 5 in depth, 15 brief, 2 hours 55 of 3 hours');
  expect(found).not.toHaveProperty('shortfall');
});

it('[PLAN6] flags of the first group take from the reserve, never the other way round', () => {
  const four = plan(children(20, with_(['c17', 'c18', 'c19', 'c20'], urgent)));
  expect(because(four)).toEqual({
    c17: 'always',
    c18: 'always',
    c19: 'always',
    c20: 'always',
    c01: 'rotation',
  });
  expect(four.cases.filter(({ needsReason }) => needsReason)).toEqual([]); // nobody chose brief
  const five = plan(children(20, with_(['c16', 'c17', 'c18', 'c19', 'c20'], urgent)));
  expect(Object.values(because(five))).toEqual(Array(5).fill('always'));
});

it('[PLAN6] a reserve with nobody for it goes to the next by the order', () => {
  const brief = { chosenDepth: 'brief' } as const;
  const cases = children(4, { c01: brief, c02: brief, c03: { flags: urgent } });
  const found = plan(cases, { minutes: 15 + 4 * 4 + 3 * 16 });
  expect([found.slots, found.rotationSlots]).toEqual([3, 1]);
  expect(because(found)).toEqual({ c03: 'always', c04: 'rotation' });
  expect(found.unallocated).toBe(16);
});

it('[PLAN7] what a person chose always wins, and a chosen child fills the reserve it would have had', () => {
  const found = plan(
    children(20, {
      ...with_(['c10', 'c11', 'c12', 'c13'], scored(60)),
      c01: { chosenDepth: 'inDepth' },
      c10: { flags: scored(200), chosenDepth: 'brief' },
      c20: { chosenDepth: 'inDepth' },
    }),
  );
  expect(because(found)).toEqual({
    c01: 'chosen',
    c20: 'chosen',
    c02: 'rotation',
    c11: 'order',
    c12: 'order',
  });
  expect(found.cases.find(({ ref }) => ref === 'c10')).toMatchObject({
    depth: 'brief',
    needsReason: false,
  });
});

it('[PLAN8] brief against a flag of the first group is a person’s choice, with a reason', () => {
  const found = plan(children(5, { c05: { flags: urgent, chosenDepth: 'brief' } }));
  expect(found.cases.find(({ ref }) => ref === 'c05')).toEqual({
    ref: 'c05',
    depth: 'brief',
    because: 'brief',
    why: ['URGENT.'],
    minutes: 4,
    needsReason: true,
  });
});

it('[PLAN9] more flags of the first group than slots: nobody is demoted, and it is said', () => {
  const refs = ['c14', 'c15', 'c16', 'c17', 'c18', 'c19', 'c20'];
  const found = plan(children(20, with_(refs, urgent)));
  expect(Object.keys(because(found))).toEqual(refs);
  expect(found.used).toBe(15 + 7 * 20 + 13 * 4);
  expect(found.unallocated).toBe(0);
  expect(found.words).toBe('20 children: 7 in depth, 13 brief, 3 hours 27 of 3 hours');
  expect(found.shortfall).toEqual({
    what: 'inDepth',
    minutes: 27,
    words: 'This session needs 27 more minutes for the discussions in depth.',
    offers: [
      { kind: 'extend', words: 'Extend the session to 3 hours 27' },
      { kind: 'split', words: 'Split it into two sessions this month' },
      {
        kind: 'reasonedBrief',
        words: 'Choose a brief check-in for one or more of those in depth, and say why',
      },
    ],
  });
});

it('[PLAN9] no slot at all: every case fits, and none in depth', () => {
  const found = plan(children(25), { minutes: 120 });
  expect(because(found)).toEqual({});
  expect(found.shortfall).toMatchObject({
    what: 'oneInDepth',
    minutes: 11,
    words: 'This session needs 11 more minutes for one discussion in depth.',
    offers: [{ kind: 'extend', words: 'Extend the session to 2 hours 11' }, { kind: 'split' }],
  });
  const decided = children(25).map((each) => ({ ...each, chosenDepth: 'brief' as const }));
  expect(plan(decided, { minutes: 120 })).not.toHaveProperty('shortfall');
});

it('[PLAN9] full to the minute is not too short; one minute less is', () => {
  const one = children(1, with_(['c01'], urgent));
  expect(plan(one, { minutes: 35 })).toMatchObject({ used: 35, unallocated: 0 });
  expect(plan(one, { minutes: 35 })).not.toHaveProperty('shortfall');
  expect(plan(one, { minutes: 34 }).shortfall).toMatchObject({
    what: 'inDepth',
    minutes: 1,
    words: 'This session needs 1 more minute for the discussions in depth.',
  });
  const two = children(2, { c01: { chosenDepth: 'brief' } });
  expect(plan(two, { minutes: 38 }).shortfall).toMatchObject({ what: 'oneInDepth', minutes: 1 });
});

it('[PLAN9] too short for a brief check-in of each: split, or a sample where the policy has it', () => {
  const found = plan(children(15), { minutes: 60, sampleAllowed: true });
  expect(found.slots).toBeLessThan(0);
  expect(found.cases).toHaveLength(15);
  expect(found.shortfall).toMatchObject({
    what: 'everyCase',
    minutes: 15,
    words: 'This session needs 15 more minutes to cover every case.',
  });
  const kinds = ({ shortfall }: Plan) => shortfall?.offers.map(({ kind }) => kind);
  expect(kinds(found)).toEqual(['extend', 'split', 'sample']);
  expect(found.shortfall?.offers.at(-1)?.words).toBe('Discuss a sample, and say so on the record');
  expect(kinds(plan(children(15), { minutes: 60 }))).toEqual(['extend', 'split']);
  const fits = plan(children(25), { minutes: 120, sampleAllowed: true });
  expect(kinds(fits)).toEqual(['extend', 'split']); // every case fits, so no sample
  const flagged = plan(children(15, with_(['c03'], urgent)), { minutes: 60, sampleAllowed: true });
  expect(flagged.shortfall).toMatchObject({ what: 'everyCase', minutes: 31 });
  expect(kinds(flagged)).toEqual(['extend', 'split', 'reasonedBrief', 'sample']);
});

it('[PLAN10] who would move to a brief check-in next: the suggestion that was taken last', () => {
  const cases = children(20, with_(['c15', 'c16', 'c17'], scored(60)));
  expect(plan(cases).nextToBrief).toBe('c17');
  const four = children(20, with_(['c17', 'c18', 'c19', 'c20'], urgent));
  expect(plan(four).nextToBrief).toBe('c01');
  const chosen = children(3, { c01: { chosenDepth: 'inDepth' }, c02: { flags: urgent } });
  expect(plan(chosen, { minutes: 60 })).not.toHaveProperty('nextToBrief');
});

it('[PLAN10] the words for the children, and hours without decimals', () => {
  expect(subjectsWords(['young person', 'young person'])).toBe('2 young people');
  expect(subjectsWords(['child', 'young person'])).toBe('2 cases');
  expect(subjectsWords(['unborn baby'])).toBe('1 unborn baby');
  expect(subjectsWords(['unborn baby', 'unborn baby'])).toBe('2 unborn babies');
  expect([subjectsWords(['child']), subjectsWords([])]).toEqual(['1 child', '0 cases']);
  expect([0, 1, 59, 60, 61, 170, 180].map(hoursWords)).toEqual([
    '0 minutes',
    '1 minute',
    '59 minutes',
    '1 hour',
    '1 hour 1',
    '2 hours 50',
    '3 hours',
  ]);
  const young = children(22).map((each) => ({ ...each, word: 'young person' as const }));
  expect(plan(young, { minutes: 185 }).words).toBe(
    '22 young people: 5 in depth, 17 brief, 3 hours 3 of 3 hours 5',
  );
});

it('[PLAN11] the suggested order, with families together and each minute in it', () => {
  const family = (ref: string, familyKey: string, over: Partial<PlanCase> = {}): PlanCase => ({
    ref,
    familyKey,
    word: 'child',
    flags: [],
    lastInDepthOn: day('2026-05-04'),
    ...over,
  });
  const found = plan(
    [
      family('A1', 'A', { flags: scored(50) }),
      family('A2', 'A', { flags: scored(10), chosenDepth: 'brief' }),
      family('B1', 'B', { chosenDepth: 'brief' }),
      family('C1', '', { flags: urgent }),
      family('B2', 'B', { chosenDepth: 'brief', flags: scored(90) }),
      family('D1', 'D', { flags: scored(60) }),
      family('A3', 'A', { flags: scored(40), chosenDepth: 'inDepth' }),
    ],
    { personal: true },
  );
  expect(found.order).toEqual([
    { step: 'agreeAgenda', refs: [], minutes: 5 },
    { step: 'actionsAndDecisions', refs: [], minutes: 5 },
    { step: 'alwaysInDepth', refs: ['C1'], minutes: 20 },
    { step: 'inDepth', refs: ['D1', 'A1', 'A3'], minutes: 48 },
    { step: 'brief', refs: ['A2', 'B2', 'B1'], minutes: 8 },
    { step: 'personal', refs: [], minutes: 30 },
    { step: 'close', refs: [], minutes: 5 },
  ]);
  expect(found.used).toBe(121);
});

it('[PLAN8] each suggestion says why', () => {
  const found = plan(
    children(20, {
      c01: { flags: [flag('ROTATION_DUE', 0, { words: 'Not in depth since May.' })] },
      c16: { flags: [flag('CP', 30), flag('CONTEXT_TIME')] },
      c17: { flags: [flag('CONTEXT_TIME')], chosenDepth: 'inDepth' },
      c02: { flags: [flag('CONTEXT_TIME')] },
    }),
  );
  const why = (ref: string) => found.cases.find((each) => each.ref === ref)?.why;
  expect(why('c01')).toEqual(['Not in depth since May.']);
  expect(why('c02')).toEqual(['Among those who have waited longest for a discussion in depth.']);
  expect(why('c03')).toEqual(['There is time for it.']);
  expect(why('c16')).toEqual(['CP.']);
  expect(why('c17')).toEqual([]);
});

it('[PLAN5] a child given twice is a mistake of the caller, and never planned twice', () => {
  expect(() => plan([...children(1), ...children(1)])).toThrow('A child is planned twice');
});

it('[PLAN12] from three quarters of the session on, while briefs remain', () => {
  const at = (minutesGone: number, briefsLeft = 6) =>
    briefsAtRisk({ minutesGone, minutes: 180, briefsLeft });
  expect(at(134)).toBeUndefined();
  expect(at(135)).toBe('6 brief check-ins to go, and 45 minutes left.');
  expect(at(200, 1)).toBe('1 brief check-in to go, and 0 minutes left.');
  expect(at(170, 0)).toBeUndefined();
});

it('[PLAN5] councils may set their own minutes', () => {
  const found = plan(children(10), { minutes: 100, parameters: { brief: 5, inDepth: 15 } });
  expect(found.slots).toBe(3);
  expect(found.used).toBe(15 + 3 * 15 + 7 * 5);
});
