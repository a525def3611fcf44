import { expect, it } from 'vitest';
import { toCalendarDate as day, formatDate } from '#domain/dates/calendar-date.ts';
import { aChild } from '../../../test/builders.ts';
import { ageInYears, ageText, subjectWord } from './subject.ts';

const born = (dateOfBirth: string, over = {}) => aChild({ dateOfBirth, ...over });
const word = (dateOfBirth: string, on: string, over = {}) =>
  subjectWord(born(dateOfBirth, over), day(on));
const age = (dateOfBirth: string, on: string, over = {}) =>
  ageText(born(dateOfBirth, over), day(on), formatDate);

it('[SUBJ1] a child until the day before the 16th birthday, a young person from that day', () => {
  expect(word('2010-11-21', '2026-11-20')).toBe('child');
  expect(word('2010-11-21', '2026-11-21')).toBe('young person');
});

it('[SUBJ1] someone born on 29 February is 16 on 1 March where there is no such day', () => {
  expect(word('2008-02-29', '2024-02-28')).toBe('child');
  expect(word('2008-02-29', '2024-02-29')).toBe('young person');
  expect(ageInYears(day('2008-02-29'), day('2025-02-28'))).toBe(16);
  expect(ageInYears(day('2008-02-29'), day('2025-03-01'))).toBe(17);
});

it.each(['CARE_EXP', 'IF', 'CARE_LEAVER'])(
  '[SUBJ1] care experienced (%s) is a young person at any age, or with no date of birth',
  (status) => {
    expect(word('2016-03-04', '2026-11-20', { status })).toBe('young person');
    expect(word('', '2026-11-20', { status })).toBe('young person');
  },
);

it('[SUBJ1] an unborn baby until a date of birth is held', () => {
  expect(word('', '2026-11-20', { expectedOn: '2027-03-04' })).toBe('unborn baby');
  expect(word('', '2027-04-01', { expectedOn: '2027-03-04' })).toBe('unborn baby');
  expect(word('2027-03-06', '2027-04-01', { expectedOn: '2027-03-04' })).toBe('child');
});

it('[SUBJ1] a child where nothing is held, and no age', () => {
  expect(word('', '2026-11-20')).toBe('child');
  expect(word('not a date', '2026-11-20')).toBe('child');
  expect(age('', '2026-11-20')).toBe('');
});

it('ages turn on the birthday, in years, months and weeks', () => {
  expect(age('2016-11-21', '2026-11-20')).toBe('9 years old');
  expect(age('2016-11-21', '2026-11-21')).toBe('10 years old');
  expect(age('2024-11-21', '2026-11-20')).toBe('23 months old');
  expect(age('2024-11-21', '2026-11-21')).toBe('2 years old');
  expect(age('2026-09-20', '2026-11-19')).toBe('8 weeks old');
  expect(age('2026-09-20', '2026-11-20')).toBe('2 months old');
  expect(age('2026-11-13', '2026-11-20')).toBe('1 week old');
});

it('a date of birth to come is no age; an expected one is said', () => {
  expect(age('2026-11-21', '2026-11-20')).toBe('');
  expect(age('', '2026-11-20', { expectedOn: '2027-03-04' })).toBe('unborn, expected 4 March 2027');
  expect(age('', '2026-11-20', { expectedOn: 'spring' })).toBe('');
});
