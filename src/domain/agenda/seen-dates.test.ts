import { expect, it } from 'vitest';
import { emptyPreparedChild } from '#domain/records/preparation.ts';
import { ref, today } from '../../../test/builders.ts';
import { readSeenDate, seenEntries, seenFields } from './seen-dates.ts';

const labels = (word: Parameters<typeof seenFields>[0]) =>
  seenFields(word).map(({ label }) => label);

it('[PREP8] what is asked follows the word for the child', () => {
  expect(labels('child')).toEqual(['Seen on', 'Seen alone on']);
  expect(labels('young person')).toEqual(['Seen on', 'Seen alone on', 'In touch on']);
  expect(labels('unborn baby')).toEqual(['Parents seen on']);
});

it('[PREP9] a day without a year or a bare weekday is in the past', () => {
  expect(readSeenDate('friday', today)).toBe('2026-11-13'); // today is a Friday
  expect(readSeenDate('12 december', today)).toBe('2025-12-12');
  expect(readSeenDate('yesterday', today)).toBe('2026-11-19');
  expect(readSeenDate('at the review', today)).toBe('');
  expect(readSeenDate('', today)).toBe('');
});

it('[PREP9] the date that was read is told, not read again; else the text as it was typed', () => {
  const part = {
    ...emptyPreparedChild(ref('C1')),
    seenOn: 'friday',
    seenOnDate: '2026-11-13',
    seenAloneOn: ' at the review ',
  };
  expect(seenEntries(part, 'child')).toEqual([
    { key: 'seenOn', label: 'Seen on', words: '13 November 2026' },
    { key: 'seenAloneOn', label: 'Seen alone on', words: ' at the review ' },
  ]);
});

it('[PREP8] what was written stays to be read when the word for the child changes', () => {
  const part = { ...emptyPreparedChild(ref('C1')), inTouchOn: '12/11/2026' };
  expect(seenEntries(part, 'child')).toEqual([
    { key: 'inTouchOn', label: 'In touch on', words: '12/11/2026' },
  ]);
});
