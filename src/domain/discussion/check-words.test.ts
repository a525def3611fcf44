import { expect, it } from 'vitest';
import { aChild } from '../../../test/builders.ts';
import { basicsWords, heldWords } from './check-words.ts';

const known = aChild({
  asAt: '2026-11-16',
  facts: { lastSeenOn: '2026-11-12', lastReviewOn: '2026-10-01', planOn: '2026-09-01' },
});

it('[CHECK1] each basic with its day, or not held', () => {
  expect(heldWords('seen', known)).toBe('Last seen 12 November 2026');
  expect(heldWords('reviewInTime', known)).toBe('Last review 1 October 2026');
  expect(heldWords('planInPlace', known)).toBe('Plan 1 September 2026');
  expect(heldWords('assessmentCurrent', known)).toBe('Assessment not held');
});

it('[CHECK1] all four in a line, as at the day of the data', () => {
  expect(basicsWords(known)).toBe(
    'Last seen 12 November 2026. Last review 1 October 2026. Plan 1 September 2026. ' +
      'Assessment not held. As at 16 November 2026.',
  );
  expect(basicsWords({ ...known, asAt: '' })).not.toContain('As at');
  expect(basicsWords(aChild())).toBe('Seen, review, plan and assessment: no date held.');
});
