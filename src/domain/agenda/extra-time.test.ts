import { expect, it } from 'vitest';
import { extraTimeCodes } from '#domain/records/discussion-keys.ts';
import { aPart } from '../../../test/builders.ts';
import { extraTimeByChild, extraTimeWords } from './extra-time.ts';

const told = (accountedAt: string, over: object) => aPart({ accountedAt, ...over });
const of = (...parts: readonly ReturnType<typeof aPart>[]) => extraTimeByChild(parts).get('C1');

it('[FACT14] in words, each code having some', () => {
  const part = told('2026-10-05', { extraTime: ['interpreter'], extraTimeOther: ' a long drive ' });
  expect(of(part)).toEqual(['interpreter', 'a long drive']);
  expect(Object.keys(extraTimeWords)).toEqual([...extraTimeCodes]);
});

it('[FACT14] as it was last ticked, in whatever order they come; nothing takes it back', () => {
  const october = told('2026-10-05', { extraTime: ['interpreter'] });
  const november = told('2026-11-02', { extraTime: ['severalAgencies'] });
  const nothing = told('2026-12-01', { extraTime: ['nothing'] });
  expect(of(november, october)).toEqual(['several agencies']);
  expect(of(october, told('2026-11-02', {}))).toEqual(['interpreter']);
  expect(of(nothing, october, november)).toEqual([]);
  expect(of(told('2026-10-05', { extraTimeOther: ' ' }))).toBeUndefined();
});

it('[FACT14] each child has its own', () => {
  const sister = told('2026-11-02', { childRef: 'C2', extraTime: ['poverty'] });
  const both = extraTimeByChild([told('2026-10-05', { extraTime: ['interpreter'] }), sister]);
  expect([...both]).toEqual([
    ['C1', ['interpreter']],
    ['C2', ['poverty']],
  ]);
});
