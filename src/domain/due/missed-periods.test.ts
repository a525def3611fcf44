import { expect, it } from 'vitest';
import { reasonOfAll } from './missed-periods.ts';

it.each([
  [[], undefined],
  [['leave'], 'leave'],
  [['exceptional'], 'exceptional'],
  [['leave', 'exceptional'], 'leave'],
  [['exceptional', 'leave'], 'leave'],
  [['leave', undefined], undefined],
  [[undefined, 'exceptional'], undefined],
] as const)('[LEAVE8] %j together: %s', (reasons, reason) => {
  expect(reasonOfAll(reasons)).toBe(reason);
});
