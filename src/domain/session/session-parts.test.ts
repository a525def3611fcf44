import { expect, it } from 'vitest';
import { partsOfType } from './session-parts.ts';

it('[WORK15] notes of one part cover that part; a group covers none; notes of both cover all', () => {
  expect(partsOfType('personal')).toEqual(['personal']);
  expect(partsOfType('case')).toEqual(['case']);
  expect(partsOfType('group')).toEqual([]);
  expect(partsOfType('caseAndPersonal')).toBeUndefined(); // nothing named: all of it
});
