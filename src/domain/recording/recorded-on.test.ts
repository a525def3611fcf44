import { expect, it } from 'vitest';
import { addDays } from '#domain/dates/calendar-date.ts';
import { buildEntries } from '#domain/entries/finalise-entry.ts';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import { aFinaliseQuestion, today } from '../../../test/builders.ts';
import { anEntryQuestion } from '../../../test/entry-builders.ts';
import { readRecordedOn } from './recorded-on.ts';

const built = buildChildRecord(aFinaliseQuestion());
const entries = buildEntries(anEntryQuestion());
if (built.outcome === 'missing' || entries.outcome === 'missing') throw new Error('not built');
const { record } = built;
const entry = entries.built[0]?.entry;

it('[MARK2] the day is one on which it can have been recorded', () => {
  const later = addDays(today, 3);
  const on = (typed: string, of = record) => readRecordedOn(typed, of, later);
  expect(on('23 November 2026')).toEqual({ outcome: 'read', date: later });
  expect(on('today')).toEqual({ outcome: 'read', date: later });
  expect(on('20/11/2026')).toEqual({ outcome: 'read', date: today });
  expect(on('24/11/2026')).toMatchObject({ message: 'The date must be today or in the past' });
  expect(on('19/11/2026')).toMatchObject({
    message: 'The date cannot be before the child was discussed',
  });
  expect(on('')).toMatchObject({ message: 'Enter the date it was recorded' });
  expect(on('soon')).toMatchObject({ outcome: 'fault' });
});

it('[MARK2] of an entry it is not before the day it happened', () => {
  if (!entry) throw new Error('no entry');
  expect(readRecordedOn('19/11/2026', entry, today)).toEqual({
    outcome: 'fault',
    message: 'The date cannot be before the day it happened',
  });
});
