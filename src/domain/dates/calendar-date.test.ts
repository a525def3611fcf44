import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  addInterval,
  CalendarDate,
  compareInstants,
  dateInLondon,
  daysBetween,
  daysInMonth,
  earlierOf,
  endOfMonth,
  formatDate,
  formatDateTime,
  formatLongDate,
  formatShortDate,
  formatTime,
  Instant,
  isAfter,
  isBefore,
  isoInLondon,
  laterOf,
  monthOf,
  parseCalendarDate,
  parseInstant,
  toCalendarDate,
  toInstant,
  weekday,
} from './calendar-date.ts';

const day = toCalendarDate;
const at = toInstant;
const anyDay = fc.integer({ min: -60_000, max: 60_000 }).map((n) => addDays(day('2026-11-21'), n));
const anyMoment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => at(date.toISOString()));

it('[DATE1] only YYYY-MM-DD and only a day that exists is a date', () => {
  for (const text of ['2028-02-29', '2000-02-29']) expect(parseCalendarDate(text)).toBe(text);
  for (const text of [
    '2027-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-11-00',
    '2026-1-1',
    '20261121',
    '',
    '0000-01-01',
  ])
    expect(parseCalendarDate(text), text).toBeUndefined();
  for (const text of [' 2026-11-21', '2026-11-21T00:00', '+002026-11-21', '2026-11-21\n'])
    expect(parseCalendarDate(text), text).toBeUndefined();
  expect(() => toCalendarDate('31/12/2026')).toThrow('Not a calendar date: 31/12/2026');
  expect(CalendarDate.safeParse('2026-11-31').success).toBe(false);
});

it('[DATE1] agrees with Temporal on every day there might be', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(14), fc.nat(33), (year, month, dayOfMonth) => {
      const two = (n: number) => String(n).padStart(2, '0');
      const text = `${String(year + 1).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
      let real = true;
      try {
        Temporal.PlainDate.from(text);
      } catch {
        real = false;
      }
      expect(parseCalendarDate(text) !== undefined).toBe(real);
    }),
  );
});

it('[DATE1] dates compare as text, in the order of their days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      const other = addDays(date, days);
      expect(daysBetween(date, other)).toBe(days);
      expect(isBefore(date, other)).toBe(days > 0);
      expect(isAfter(date, other)).toBe(days < 0);
      expect([earlierOf(date, other), laterOf(date, other)]).toEqual([date, other].sort());
    }),
  );
});

it('[DATE2] a moment needs an offset, is kept in UTC, and is compared as a moment', () => {
  expect(parseInstant('2027-03-28T16:00:00+01:00')).toBe('2027-03-28T15:00:00Z');
  expect(parseInstant('2027-03-28T16:00:00')).toBeUndefined();
  expect(parseInstant('2027-03-28')).toBeUndefined();
  expect(() => toInstant('yesterday')).toThrow('Not an instant');
  expect(Instant.safeParse('2027-03-28T16:00').success).toBe(false);
  const written = Instant.parse('2027-03-28T15:00:00.000Z');
  expect(compareInstants(written, at('2027-03-28T16:00:00+01:00'))).toBe(0);
  expect(compareInstants(at('2027-03-28T15:00:00Z'), at('2027-03-28T15:30:00+01:00'))).toBe(1);
});

it('[DATE3] months clamp to the month end, also across a leap year', () => {
  expect(addInterval(day('2028-01-31'), 'P1M')).toBe('2028-02-29');
  expect(addInterval(day('2027-01-31'), 'P1M')).toBe('2027-02-28');
  expect(addInterval(day('2026-11-30'), 'P3M')).toBe('2027-02-28');
  expect(addInterval(day('2028-02-29'), 'P12M')).toBe('2029-02-28');
  expect(addInterval(day('2028-02-29'), 'P1Y')).toBe('2029-02-28');
  expect(addInterval(day('2026-12-31'), '-P1M')).toBe('2026-11-30');
  expect(addInterval(day('2026-09-07'), 'P42D')).toBe('2026-10-19');
  expect(addInterval(day('2026-11-02'), 'P4W')).toBe('2026-11-30');
});

it('[DATE3] a month later is the same day, or the last day where there is none', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (date, months) => {
      const later = addInterval(date, `P${months}M`);
      const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
      const counted = year * 12 + month - 1 + months;
      expect(monthOf(later)).toBe(
        `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`,
      );
      const last = daysInMonth(Math.floor(counted / 12), (counted % 12) + 1);
      expect(Number(later.slice(8))).toBe(Math.min(dayOfMonth, last));
      expect(later <= endOfMonth(later)).toBe(true);
    }),
  );
});

it('[DATE4] days are counted between days, the due day itself being 0 late', () => {
  expect(daysBetween(day('2026-12-29'), day('2026-12-29'))).toBe(0);
  expect(daysBetween(day('2026-12-29'), day('2026-12-30'))).toBe(1);
  expect(daysBetween(day('2027-03-01'), day('2027-02-28'))).toBe(-1);
  expect(daysBetween(day('2027-03-27'), day('2027-03-29'))).toBe(2);
  expect(weekday(day('2026-11-21'))).toBe(6);
});

it('[DATE5] half past midnight in a British summer is already the next day', () => {
  expect(dateInLondon(at('2026-06-27T23:30:00Z'))).toBe('2026-06-28');
  expect(dateInLondon(at('2026-11-27T23:30:00Z'))).toBe('2026-11-27');
  expect(dateInLondon(at('2026-11-28T11:30:00+12:00'))).toBe('2026-11-27');
});

it('[DATE6] 24 hours over the spring clock change end an hour later on the clock (TV04)', () => {
  const due = addHours(at('2027-03-27T15:00:00+00:00'), 24);
  expect(isoInLondon(due)).toBe('2027-03-28T16:00:00+01:00');
  expect(isoInLondon(addHours(at('2027-10-30T15:00:00+01:00'), 24))).toBe(
    '2027-10-31T14:00:00+00:00',
  );
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: -500, max: 500 }), (moment, hours) => {
      const elapsed = Date.parse(addHours(moment, hours)) - Date.parse(moment);
      expect(elapsed).toBe(hours * 3_600_000);
    }),
  );
});

it('[DATE8] dates in words', () => {
  expect(formatDate(day('2026-11-21'))).toBe('21 November 2026');
  expect(formatLongDate(day('2026-11-21'))).toBe('Saturday 21 November 2026');
  expect(formatLongDate(day('2026-03-01'))).toBe('Sunday 1 March 2026');
  const months = Array.from({ length: 12 }, (_, n) => addInterval(day('2026-01-05'), `P${n}M`));
  expect(months.map(formatShortDate).join()).toBe(
    '5 Jan 2026,5 Feb 2026,5 Mar 2026,5 Apr 2026,5 May 2026,5 June 2026,5 July 2026,' +
      '5 Aug 2026,5 Sept 2026,5 Oct 2026,5 Nov 2026,5 Dec 2026',
  );
});

it('[DATE9] times in words, in London', () => {
  expect(formatTime(at('2026-11-21T14:41:59Z'))).toBe('2:41pm');
  expect(formatTime(at('2026-06-21T14:41:00Z'))).toBe('3:41pm');
  expect(formatTime(at('2026-11-21T09:05:00Z'))).toBe('9:05am');
  expect(formatTime(at('2026-11-21T16:00:00Z'))).toBe('4:00pm');
  expect(formatTime(at('2026-11-21T12:00:00Z'))).toBe('midday');
  expect(formatTime(at('2026-11-21T12:30:00Z'))).toBe('12:30pm');
  expect(formatTime(at('2026-11-21T00:00:00Z'))).toBe('midnight');
  expect(formatTime(at('2026-11-21T00:30:00Z'))).toBe('12:30am');
  expect(formatDateTime(at('2027-03-28T15:00:00Z'))).toBe('4:00pm on Sunday 28 March 2027');
  expect(formatDateTime(at('2026-11-22T00:00:00Z'))).toBe(
    'midnight at the start of Sunday 22 November 2026',
  );
});

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

it('[DATE7] a device in Samoa or Los Angeles has the same days and the same words', () => {
  const everything = () => {
    const moments = ['2026-03-29T00:30:00Z', '2026-10-25T00:59:00Z', '2027-01-01T00:00:00Z'].map(
      at,
    );
    return [
      ...moments.flatMap((moment) => [
        dateInLondon(moment),
        isoInLondon(addHours(moment, 24)),
        formatTime(moment),
        formatDateTime(moment),
      ]),
      ...['2026-03-29', '2011-12-30', '2028-02-29']
        .map(day)
        .flatMap((date) => [
          addDays(date, 1),
          addInterval(date, 'P1M'),
          endOfMonth(date),
          formatLongDate(date),
          String(weekday(date)),
          String(daysBetween(date, day('2026-11-21'))),
        ]),
    ].join('\n');
  };
  const offsets = new Set<number>();
  const seen = ['Europe/London', 'Pacific/Apia', 'America/Los_Angeles'].map((zone) => {
    process.env.TZ = zone;
    offsets.add(new Date('2026-11-21T12:00:00Z').getTimezoneOffset());
    return everything();
  });
  expect(offsets.size, 'the time zone must really have changed, or this proves nothing').toBe(3);
  expect(new Set(seen).size).toBe(1);
});
