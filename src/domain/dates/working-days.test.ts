import fc from 'fast-check';
import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from './bank-holidays.ts';
import { addDays, toCalendarDate } from './calendar-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  workingDaysUntil,
} from './working-days.ts';

const day = toCalendarDate;
const anyDay = fc.integer({ min: -9_000, max: 20_000 }).map((n) => addDays(day('2026-11-21'), n));

it('[WD1] Monday to Friday, bank holidays left out', () => {
  expect(isWorkingDay(day('2026-11-20'), holidays)).toBe(true);
  expect(isWorkingDay(day('2026-11-21'), holidays)).toBe(false);
  expect(isWorkingDay(day('2026-11-22'), holidays)).toBe(false);
  expect(isWorkingDay(day('2026-12-28'), holidays)).toBe(false);
  expect(isWorkingDay(day('2026-12-29'), holidays)).toBe(true);
});

it('[WD2] five working days over Christmas, over Easter, and from a Saturday', () => {
  expect(addWorkingDays(day('2026-12-18'), 5, holidays)).toBe('2026-12-29'); // TV01
  expect(addWorkingDays(day('2027-03-24'), 5, holidays)).toBe('2027-04-02'); // TV03
  expect(addWorkingDays(day('2026-12-07'), 5, holidays)).toBe('2026-12-14'); // TV09
  expect(addWorkingDays(day('2027-02-22'), 5, holidays)).toBe('2027-03-01'); // TV14
  expect(addWorkingDays(day('2026-11-21'), 1, holidays)).toBe('2026-11-23');
  expect(addWorkingDays(day('2026-11-21'), 0, holidays)).toBe('2026-11-21');
  expect(() => addWorkingDays(day('2026-11-21'), -1, holidays)).toThrow('Cannot count -1');
  expect(() => addWorkingDays(day('2026-11-21'), 1.5, holidays)).toThrow('Cannot count 1.5');
});

it('[WD2] lands on a working day, one step at a time, later for a later start', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 30 }), fc.nat(20), (from, n, later) => {
      const reached = addWorkingDays(from, n, holidays);
      expect(isWorkingDay(reached, holidays)).toBe(true);
      expect(addWorkingDays(from, n - 1, holidays) < reached).toBe(true);
      expect(addWorkingDays(addWorkingDays(from, n - 1, holidays), 1, holidays)).toBe(reached);
      expect(addWorkingDays(addDays(from, later), n, holidays) >= reached).toBe(true);
    }),
  );
});

it('[WD7] the day to plan for is the last working day on or before', () => {
  expect(lastWorkingDayOnOrBefore(day('2027-02-28'), holidays)).toBe('2027-02-26'); // TV05b
  expect(lastWorkingDayOnOrBefore(day('2027-03-29'), holidays)).toBe('2027-03-25'); // TV22
  expect(lastWorkingDayOnOrBefore(day('2028-02-29'), holidays)).toBe('2028-02-29'); // TV05
  fc.assert(
    fc.property(anyDay, (date) => {
      const plan = lastWorkingDayOnOrBefore(date, holidays);
      expect(plan <= date && isWorkingDay(plan, holidays)).toBe(true);
      expect(workingDaysUntil(plan, date, holidays)).toBe(0);
    }),
  );
});

it('[WD8] working days left count up to and including the due day, and undo the adding', () => {
  expect(workingDaysUntil(day('2026-12-22'), day('2026-12-29'), holidays)).toBe(3);
  expect(workingDaysUntil(day('2026-12-29'), day('2026-12-29'), holidays)).toBe(0);
  expect(workingDaysUntil(day('2026-12-30'), day('2026-12-29'), holidays)).toBe(0);
  fc.assert(
    fc.property(anyDay, fc.nat(30), (from, n) => {
      expect(workingDaysUntil(from, addWorkingDays(from, n, holidays), holidays)).toBe(n);
    }),
  );
});
