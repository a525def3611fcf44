import { expect, it } from 'vitest';
import { agreedActionWords, ownerAfter } from './action-words.ts';

const agreed = { what: 'Visit', owner: 'Priya Shah', byWhen: 'Friday', dueOn: '2026-12-04' };

it('what nobody said is not said, and leaves no gap in the line', () => {
  expect(agreedActionWords(agreed)).toBe('Visit. Who: Priya Shah. By: 4 December 2026');
  expect(agreedActionWords({ ...agreed, dueOn: '' })).toBe('Visit. Who: Priya Shah. By: Friday');
  expect(agreedActionWords({ ...agreed, owner: ' ', byWhen: '', dueOn: '' })).toBe(
    'Visit. Who: not said. By: not said',
  );
  expect(`Visit${ownerAfter('Priya Shah')}: Done`).toBe('Visit (Priya Shah): Done');
  expect(`Visit${ownerAfter(' ')}: Done`).toBe('Visit: Done');
});
