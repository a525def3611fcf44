import { expect, it } from 'vitest';
import type { PlanCase } from '#domain/plan/plan-session.ts';
import { islington, swindon } from '../../../test/builders.ts';
import { day } from '../../../test/due-builders.ts';
import { flag } from '../../../test/flag-builders.ts';
import {
  lastInDepth,
  reasonsOf,
  reasonWords,
  refsInOrder,
  suggestionsFor,
} from './agenda-suggested.ts';

const planCase = (ref: string, over: Partial<PlanCase> = {}): PlanCase => ({
  ref,
  familyKey: '',
  word: 'child',
  flags: [],
  ...over,
});
const scored = (ref: string, points: number, over: Partial<PlanCase> = {}) =>
  planCase(ref, { flags: [flag('CP', points)], lastInDepthOn: day('2026-09-07'), ...over });
/** Has waited longest. */
const waiting = (ref: string, over: Partial<PlanCase> = {}) =>
  planCase(ref, { lastInDepthOn: day('2026-05-04'), ...over });

/** Room for two in depth beside four brief: 15 + 2 × 20 + 2 × 4 = 63. */
const suggested = (cases: readonly PlanCase[], minutes = 63) =>
  suggestionsFor({ minutes, personal: false, cases });
const depths = (found: ReturnType<typeof suggested>) =>
  Object.fromEntries([...found.cases].map(([ref, each]) => [ref, each.suggested]));

it('[AGENDA12] nothing chosen: what the plan gives', () => {
  const found = suggested([scored('A', 10), scored('B', 60), scored('C', 50), waiting('D')]);
  expect(depths(found)).toEqual({ A: 'brief', B: 'inDepth', C: 'brief', D: 'inDepth' });
});

it('[AGENDA12] a choice is followed for the others, and does not become the suggestion', () => {
  const cases = [scored('A', 10, { chosenDepth: 'inDepth' }), scored('B', 60), scored('C', 50)];
  const found = suggested([...cases, waiting('D', { chosenDepth: 'brief' })]);
  expect(depths(found)).toEqual({ A: 'brief', B: 'inDepth', C: 'brief', D: 'inDepth' });
  expect(found.plan.cases.find(({ ref }) => ref === 'A')?.depth).toBe('inDepth');
  expect(found.plan.cases.find(({ ref }) => ref === 'D')?.depth).toBe('brief');
});

it('[AGENDA12] a flag of the first group stands, also against a brief that was chosen', () => {
  const urgent = { flags: [flag('URGENT')] };
  const found = suggested([planCase('A', { ...urgent, chosenDepth: 'brief' }), planCase('B')], 30);
  expect(found.cases.get('A')).toMatchObject({ suggested: 'inDepth', isStanding: true });
  expect(found.cases.get('B')).toMatchObject({ isStanding: false });
});

it('[AGENDA9] the order of the plan has each child once', () => {
  const cases = [planCase('A'), scored('B', 60), planCase('C', { flags: [flag('URGENT')] })];
  const { plan } = suggested(cases, 45);
  expect(refsInOrder(plan)).toEqual(['C', 'B', 'A']);
  expect(lastInDepth(plan)).toBe('C');
  expect(lastInDepth(suggested([planCase('A')], 19).plan)).toBeUndefined(); // a brief check-in fits
});

it('[FLAG24] reasons with the lines of the own policy, and then what only the plan says', () => {
  const flags = [
    flag('REQUESTED', 0, { words: 'Requested.', src: '001:91; 000:167' }),
    flag('CP', 30, { words: 'A plan.', src: '000:122' }),
    flag('NO_DATE', 0, { words: 'No date held in Footprint.' }),
  ];
  const found = suggested([planCase('A', { flags }), planCase('B')]);
  const planned = found.cases.get('A')?.planned;
  expect(reasonsOf(flags, islington, planned)).toEqual([
    { words: 'Requested.', source: 'Islington 2016, 001:91' },
    { words: 'A plan.', source: 'our suggestion, from another council’s policy, 000:122' },
  ]);
  expect(reasonsOf(flags, swindon)).toEqual([
    { words: 'Requested.', source: 'Swindon, no date in its text, 000:167' },
    { words: 'A plan.', source: 'Swindon, no date in its text, 000:122' },
  ]);
  expect(reasonsOf([], islington, found.cases.get('B')?.planned)).toEqual([
    { words: 'Among those who have waited longest for a discussion in depth.', source: '' },
  ]);
});

it('[FLAG24] where a reason comes from is a sentence of its own, and none where there is nothing to say', () => {
  expect(reasonWords({ words: 'A plan.', source: 'our suggestion' })).toBe(
    'A plan. Our suggestion.',
  );
  expect(reasonWords({ words: 'There is time for it.', source: '' })).toBe('There is time for it.');
});
