import { expect, it } from 'vitest';
import type { InformalDecision, RevisitingSession } from '#domain/decisions/pending-decisions.ts';
import {
  bracknell,
  day,
  event,
  focusGroup,
  islington,
  mosaic,
  swindon,
} from '../../../test/due-builders.ts';
import { askedOf, figure, said } from '../../../test/figure-builders.ts';

const decision = (
  id: string,
  on: string,
  over: Partial<InformalDecision> = {},
): InformalDecision => ({
  id,
  decidedAt: day(on),
  significance: 'significant',
  ...over,
});
const session = (on: string, ...settled: readonly string[]): RevisitingSession => ({
  on: day(on),
  kind: 'formal',
  revisits: settled.map((decisionId) => ({ decisionId, outcome: 'confirmed' })),
});

it('[FIG14] of those that waited when a formal session was held in the month, those it settled', () => {
  const decisions = [
    decision('settled', '2026-10-20'),
    decision('passed over', '2026-11-02'),
    decision('settled later', '2026-10-02'), // in December
    decision('no session yet', '2026-11-25'),
    decision('settled before', '2026-10-01'),
    decision('routine', '2026-10-20', { significance: 'routine' }),
  ];
  const revisiting = [
    session('2026-10-14', 'settled before'),
    session('2026-11-12', 'settled', 'routine'),
    session('2026-12-08', 'settled later', 'no session yet', 'passed over'),
  ];
  const found = figure('decisionsRevisited', askedOf(islington), { decisions, revisiting });
  expect(found).toMatchObject({ rule: 'R-23', numerator: 1, denominator: 3 });
  expect(found.list.map(({ ref, why }) => [ref, why])).toEqual([
    ['settled', 'Decided on 20 October 2026: revisited on 12 November 2026.'],
    ['settled later', 'Decided on 2 October 2026: not settled in the session of 12 November 2026.'],
    ['passed over', 'Decided on 2 November 2026: not settled in the session of 12 November 2026.'],
  ]);
  expect(found.toCome.map(({ ref }) => ref)).toEqual(['no session yet']);
});

it('[FIG2] decisions: none held, not asked for, or none that waited', () => {
  const of = (profile: typeof islington, over = {}) =>
    said(figure('decisionsRevisited', askedOf(profile), over));
  expect(of(islington)).toBe('Footprint holds no decisions made outside supervision yet.');
  expect(of(focusGroup)).toContain('does not ask for informal decisions to be revisited');
  expect(of(bracknell, { decisions: [] })).toBe('No informal decision waited for a session.');
  expect(figure('decisionsRevisited', askedOf(mosaic), {}).clause).toBeNull();
});

it('[FIG15] open at the month’s end, and carried twice or more by then', () => {
  const action = (ref: string, agreed: string, carried: readonly string[], settled?: string) => ({
    ref,
    agreedOn: day(agreed),
    carriedOn: carried.map(day),
    settledOn: settled === undefined ? undefined : day(settled),
  });
  const actions = [
    action('twice', '2026-09-02', ['2026-10-02', '2026-11-02']),
    action('once by then', '2026-09-02', ['2026-11-02', '2026-12-02']),
    action('done that day', '2026-08-02', ['2026-09-02', '2026-10-02'], '2026-11-30'),
    action('done after', '2026-08-02', ['2026-09-02', '2026-10-02', '2026-11-02'], '2026-12-01'),
    action('agreed after', '2026-12-01', []),
  ];
  const found = figure('carriedTwice', askedOf(islington), { actions });
  expect(found).toMatchObject({ counts: 'toLookAt', numerator: 2, denominator: 3 });
  expect(found.list.map(({ why }) => why)).toEqual([
    'Agreed on 2 September 2026: carried 2 times.',
    'Agreed on 2 September 2026: carried once.',
    'Agreed on 2 August 2026: carried 3 times.',
  ]);
  expect(said(figure('carriedTwice', askedOf(islington), {}))).toBe('No action was open.');
});

it('[FIG12] families of several teams: a group or KIT meeting by each day it was due', () => {
  const family = (ref: string, joined: string, events: readonly ReturnType<typeof event>[]) => ({
    ref,
    secondTeamJoined: day(joined),
    events,
  });
  const families = [
    family('met', '2026-06-01', [event('kit', '2026-10-15'), event('kit', '2026-11-15')]),
    family('group', '2026-06-01', [event('group', '2026-10-15'), event('group', '2026-11-02')]),
    family('late', '2026-06-01', [event('kit', '2026-10-10'), event('kit', '2026-11-11')]),
    family('formal only', '2026-06-01', [
      event('kit', '2026-10-15'),
      event('formal', '2026-11-10'),
    ]),
    family('joined', '2026-11-10', []), // due on 10 December
  ];
  const found = figure('severalTeams', askedOf(swindon), { families });
  expect(found).toMatchObject({ rule: 'R-18', clause: '000:128', numerator: 2, denominator: 4 });
  expect(found.list.map(({ why }) => why)).toEqual([
    'Due by 15 November 2026: met on 15 November 2026.',
    'Due by 15 November 2026: met on 2 November 2026.',
    'Due by 10 November 2026: met on 11 November 2026.',
    'Due by 15 November 2026: no meeting.',
  ]);
  const of = (profile: typeof islington, over = {}) =>
    said(figure('severalTeams', askedOf(profile), over));
  expect(of(islington, { families })).toContain('has no rule for several teams');
  expect(of(swindon)).toContain('Nobody has entered');
  expect(of(swindon, { families: [] })).toBe(
    'No meeting of several teams was due in November 2026.',
  );
});
