import { expect, it } from 'vitest';
import { day } from '../../../test/due-builders.ts';
import { readLeave, readLeaveDates } from './read-leave.ts';
import { recordedLeave, toldLeave } from './stored-leave.ts';

const on = day('2026-11-20'); // a Friday
const monday = day('2026-11-23');
const dates = (from: string, to: string) => readLeaveDates({ from, to, fromDate: '' }, 'from', on);
const read = (from: string, to = '', noEnd: 'oneDay' | 'stillAway' = 'oneDay') =>
  readLeave({ from, to }, on, noEnd);
const leave = (start: string, end?: string) => ({
  outcome: 'read',
  leave: end === undefined ? { start } : { start, end },
});

it('[GAP4] is mostly told afterwards: the day before, unless that is half a year back', () => {
  expect(read('2 nov', '6 nov')).toEqual(leave('2026-11-02', '2026-11-06'));
  expect(read('monday', 'wednesday')).toEqual(leave('2026-11-16', '2026-11-18'));
  expect(read('21 dec', '4 jan')).toEqual(leave('2026-12-21', '2027-01-04'));
  expect(read('2 6 2026', '5 6 2026')).toEqual(leave('2026-06-02', '2026-06-05'));
  expect(read('1 3 2026', '31 3 2026')).toEqual(leave('2026-03-01', '2026-03-31')); // said in full
});

it('[GAP4] the last day is not before the first, and no slip makes a year of it', () => {
  expect(read('10 nov', '9 nov')).toMatchObject({ outcome: 'unreadable', field: 'to' });
  expect(read('10 11 2026', '9 11 2026')).toEqual({
    outcome: 'unreadable',
    field: 'to',
    reason: 'The last day away is before the first',
  });
  expect(read('10 11 2025', '9 11 2026')).toEqual(leave('2025-11-10', '2026-11-09'));
  expect(read('16 nov', '27 nov')).toEqual(leave('2026-11-16', '2026-11-27'));
});

it('[GAP4] with no last day it is one day when told, and not over yet when put on the list', () => {
  expect(read('2 nov')).toEqual(leave('2026-11-02', '2026-11-02'));
  expect(read('2 nov', ' ', 'stillAway')).toEqual(leave('2026-11-02'));
});

it('[GAP4] what cannot be read explains nothing, and says which of the two it is', () => {
  expect(read('', '')).toEqual({ outcome: 'empty' });
  expect(read('a while ago', '6 nov')).toMatchObject({ outcome: 'unreadable', field: 'from' });
  expect(read('', '6 nov')).toMatchObject({ outcome: 'unreadable', field: 'from' });
  expect(read('2 nov', 'still off')).toMatchObject({ outcome: 'unreadable', field: 'to' });
});

it('[GAP6] is read on the day it is typed, and kept as two days', () => {
  expect(dates('2 nov', '6 nov')).toEqual({
    fromDate: '2026-11-02',
    toDate: '2026-11-06',
  });
  expect(dates('monday', ' ')).toEqual({
    fromDate: '2026-11-16',
    toDate: '',
  });
  expect(readLeaveDates({ from: 'friday', to: '', fromDate: '' }, 'from', monday).fromDate).toBe(
    '2026-11-20',
  );
  expect(dates('2 nov', 'still off')).toEqual({
    fromDate: '2026-11-02',
    toDate: '',
  });
  const nothing = { fromDate: '', toDate: '' };
  expect(dates('a while ago', '6 nov')).toEqual(nothing);
  expect(dates('', '6 nov')).toEqual(nothing);
});

it('[GAP6] a last day put right another day leaves the first as it was meant', () => {
  const typed = { from: 'friday', to: 'yesterday', fromDate: '2026-11-13' };
  const after = day('2026-11-25');
  expect(readLeaveDates(typed, 'to', after)).toEqual({
    fromDate: '2026-11-13',
    toDate: '2026-11-24',
  });
  expect(readLeaveDates(typed, 'from', after)).toMatchObject({ fromDate: '2026-11-20' });
  const unread = { from: 'friday', to: '', fromDate: '' };
  expect(readLeaveDates(unread, 'to', after)).toMatchObject({ fromDate: '2026-11-20' });
});

it('[GAP6] only the days that are kept explain anything, never the words', () => {
  const told = (to: string, fromDate: string, toDate: string) =>
    toldLeave({ to, fromDate, toDate });
  expect(told('6 nov', '2026-11-02', '2026-11-06')).toEqual({
    start: '2026-11-02',
    end: '2026-11-06',
  });
  expect(told(' ', '2026-11-16', '')).toEqual({ start: '2026-11-16', end: '2026-11-16' });
  expect(told('still off', '2026-11-02', '')).toBeUndefined(); // it is not one day
  expect(told('2 nov', '2026-11-06', '2026-11-02')).toBeUndefined();
  expect(told('2026-11-06', '', '2026-11-06')).toBeUndefined();
  expect(told('2026-11-06', '2 nov', '6 nov')).toBeUndefined();
});

it('[GAP4] put on the list without a last day it is not over, and a last day must be one', () => {
  expect(recordedLeave({ from: '2026-11-02', to: '' })).toEqual({ start: '2026-11-02' });
  expect(recordedLeave({ from: '2026-11-02', to: '2026-11-06' })).toEqual({
    start: '2026-11-02',
    end: '2026-11-06',
  });
  expect(recordedLeave({ from: '2026-11-02', to: 'some time' })).toBeUndefined();
  expect(recordedLeave({ from: '2026-11-06', to: '2026-11-02' })).toBeUndefined();
  expect(recordedLeave({ from: '', to: '' })).toBeUndefined();
});
