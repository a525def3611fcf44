import { describe, expect, it } from 'vitest';
import { toCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { calendarText, folded } from './calendar-file.ts';

const madeAt = toInstant('2026-11-22T10:00:00.000Z');
const id = '3f2a91c0-0000-4000-8000-000000000000';
const planned = (on: string, what: 'Supervision' | 'Group supervision' = 'Supervision') => ({
  id,
  on: toCalendarDate(on),
  what,
});

describe('the calendar file', () => {
  it('[OUT4] has a day and a reference, and ends each line as the format asks', () => {
    const text = calendarText([planned('2026-12-04')], madeAt);
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Footprint//Planned supervision//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      `UID:${id}@footprint`,
      'DTSTAMP:20261122T100000Z',
      'DTSTART;VALUE=DATE:20261204',
      'DTEND;VALUE=DATE:20261205',
      'SUMMARY:Supervision\\, reference 3f2a91c0',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('[OUT4] stays on its day when the clocks change, and over a year’s end', () => {
    for (const [on, next] of [
      ['2027-03-28', '20270329'],
      ['2026-10-25', '20261026'],
      ['2026-12-31', '20270101'],
    ] as const) {
      const text = calendarText([planned(on, 'Group supervision')], madeAt);
      expect(text).toContain(`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}\r\n`);
      expect(text).toContain(`DTEND;VALUE=DATE:${next}\r\n`);
    }
  });

  it('[OUT4] a line is at most 75 octets, and no character is cut in two', () => {
    const line = `SUMMARY:${'é👩🏽‍👧x'.repeat(40)}`;
    const parts = folded(line).split('\r\n');
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
      expect(part).not.toMatch(/\ufffd/);
    }
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
    expect(folded('x'.repeat(75))).toBe('x'.repeat(75));
    expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });
});
