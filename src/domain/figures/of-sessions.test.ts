import { expect, it } from 'vitest';
import { caseCoverage } from '#domain/notes/case-coverage.ts';
import type { Account } from '#domain/records/session.ts';
import { ref } from '../../../test/builders.ts';
import { bracknell, day, islington, mosaic, swindon } from '../../../test/due-builders.ts';
import { askedOf, figure, said } from '../../../test/figure-builders.ts';

const account = (outcome: Account['outcome']): Account => ({
  childRef: ref(outcome),
  outcome,
  reason: '',
  discussedOn: '',
});
const covered = (...outcomes: readonly Account['outcome'][]) =>
  caseCoverage(outcomes.map(account), { hasEnded: true });

it('[FIG16] ALL or a sample, as each session of the month says', () => {
  const sessions = [
    { ref: 's1', on: day('2026-11-04'), coverage: covered('brief', 'inDepth') },
    { ref: 's2', on: day('2026-11-18'), coverage: covered('brief', 'notDiscussed') },
    { ref: 's3', on: day('2026-11-25'), coverage: covered('brief', 'leftOut') },
    { ref: 'personal', on: day('2026-11-26') },
    { ref: 'october', on: day('2026-10-26'), coverage: covered('brief') },
  ];
  const found = figure('allCases', askedOf(islington), { sessions });
  expect(found).toMatchObject({ rule: 'R-13', clause: '001:88', numerator: 1, denominator: 3 });
  expect(found.list.map(({ why }) => why)).toEqual([
    'Held on 4 November 2026. This session covers ALL 2 open cases.',
    'Held on 18 November 2026. SAMPLE: 1 of 2 discussed.',
    'Held on 25 November 2026. SAMPLE: 1 of 2 discussed. Incomplete: 1 left out.',
  ]);
  const ruleOf = (profile: typeof islington) => {
    const { rule, clause } = figure('allCases', askedOf(profile), {});
    return [rule, clause];
  };
  expect([ruleOf(bracknell), ruleOf(mosaic), ruleOf(swindon)]).toEqual([
    ['R-44', '003:250,270'],
    ['R-13', '004:40'],
    ['R-44', null],
  ]);
  const personal = { sessions: [{ ref: 'p', on: day('2026-11-26') }] };
  expect(said(figure('allCases', askedOf(islington), personal))).toBe(
    'No session about cases was held.',
  );
});

it('[FIG17] planned for the month: held by its end, cancelled and why, or nobody said', () => {
  const planned = [
    { ref: 'held', plannedFor: day('2026-11-04'), heldOn: day('2026-11-04') },
    { ref: 'moved', plannedFor: day('2026-11-05'), heldOn: day('2026-11-12') },
    { ref: 'out', plannedFor: day('2026-11-26'), heldOn: day('2026-12-02') },
    { ref: 'cancelled', plannedFor: day('2026-11-18'), cancelledBecause: 'Court' },
    { ref: 'silent', plannedFor: day('2026-11-19') },
    { ref: 'december', plannedFor: day('2026-12-19') },
  ];
  const found = figure('plannedHeld', askedOf(mosaic), { planned });
  expect(found).toMatchObject({ rule: 'R-43', clause: '004:42', numerator: 2, denominator: 5 });
  expect(found.list.map(({ why }) => why)).toEqual([
    'Planned for 4 November 2026: held.',
    'Planned for 5 November 2026: held on 12 November 2026.',
    'Planned for 26 November 2026: not held in the month, no reason is recorded.',
    'Planned for 18 November 2026: cancelled: Court.',
    'Planned for 19 November 2026: not held in the month, no reason is recorded.',
  ]);
  expect(said(figure('plannedHeld', askedOf(mosaic), {}))).toBe('No session was planned.');
});

it('[FIG6] a session planned for today or later is to come, unless it was cancelled', () => {
  const planned = [
    { ref: 'today', plannedFor: day('2026-11-20') },
    { ref: 'cancelled', plannedFor: day('2026-11-25'), cancelledBecause: 'Court' },
    { ref: 'held early', plannedFor: day('2026-11-26'), heldOn: day('2026-11-10') },
  ];
  const found = figure('plannedHeld', askedOf(mosaic, { today: '2026-11-20' }), { planned });
  expect(found.toCome).toMatchObject([{ ref: 'today', why: 'Planned for 20 November 2026.' }]);
  expect(said(found)).toBe('1 of 2');
});
