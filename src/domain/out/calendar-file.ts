import { addDays, type CalendarDate, type Instant } from '#domain/dates/calendar-date.ts';
import { shortId } from './file-name.ts';

export interface PlannedDay {
  /** Of the session or the group: the same event when the file is made again. */
  readonly id: string;
  readonly on: CalendarDate;
  readonly what: 'Supervision' | 'Group supervision';
}

/** RFC 5545, 3.1: octets in a line without its end. */
const MAX_OCTETS = 75;
const encoder = new TextEncoder();

/**
 * OUT4: planned sessions for a calendar program. A day and a reference, and nobody's name. Sessions are
 * planned for a day and not for an hour, so each is an event of the whole day, which no time zone moves.
 */
export function calendarText(days: readonly PlannedDay[], madeAt: Instant): string {
  const stamp = madeAt.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Footprint//Planned supervision//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...days.flatMap(({ id, on, what }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@footprint`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(`${what}, reference ${shortId(id)}`)}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

const compact = (on: CalendarDate): string => on.replaceAll('-', '');

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');

/** A line that is too long goes on in the next, behind a space; no character is cut in two. */
export function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
