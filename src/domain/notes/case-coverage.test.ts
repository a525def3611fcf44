import { expect, it } from 'vitest';
import type { Account } from '#domain/records/session.ts';
import { ref } from '../../../test/builders.ts';
import { caseCoverage } from './case-coverage.ts';

const accounts = (...outcomes: readonly Account['outcome'][]): readonly Account[] =>
  outcomes.map((outcome, i) => ({ childRef: ref(`C${i}`), outcome, reason: '', discussedOn: '' }));

it('[NOTE6] ALL only where every open child was discussed, brief or in depth', () => {
  const ended = { hasEnded: true };
  expect(caseCoverage(accounts('brief', 'inDepth', 'brief'), ended)).toEqual({
    of: 'all',
    words: 'This session covers ALL 3 open cases',
  });
  expect(caseCoverage(accounts('brief', 'notDiscussed', 'inDepth'), ended)).toEqual({
    of: 'sample',
    words: 'SAMPLE: 2 of 3 discussed',
  });
  expect(caseCoverage(accounts('notDiscussed'), ended).of).toBe('sample');
  expect(caseCoverage([], ended)).toEqual({ of: 'all', words: 'No open cases' });
});

it('[NOTE6] a child left out makes an ended session incomplete, and one still going on not yet', () => {
  const some = accounts('brief', 'leftOut', 'notDiscussed');
  expect(caseCoverage(some, { hasEnded: true }).words).toBe(
    'SAMPLE: 1 of 3 discussed. Incomplete: 1 left out',
  );
  expect(caseCoverage(some, { hasEnded: false }).words).toBe('SAMPLE: 1 of 3 discussed');
});
