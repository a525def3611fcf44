import {
  formatDate,
  formatDateTime,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import type { StaffMark } from '#domain/records/staff-mark.ts';
import { goesInTheirFile, staffTextKinds } from '#domain/staff-file/to-place.ts';
import type { ToPlace } from '#storage/staff-file/staff-file.ts';

export const onDay = (iso: string): string => {
  const on = parseCalendarDate(iso);
  return on ? formatDate(on) : iso;
};

/** "Supervision notes, finished on 20 November 2026". */
export const whatOf = ({ kind, finishedOn }: Pick<ToPlace, 'kind' | 'finishedOn'>): string =>
  `${staffTextKinds[kind]}, finished on ${onDay(finishedOn)}`;

/** Whether the practitioner has a copy, as far as this device knows. */
export function copyWords({ kind, name, givenAt }: ToPlace): string {
  if (!goesInTheirFile(kind)) return `It is in no file for ${name}: print a copy.`;
  if (givenAt === '')
    return `It goes in the next file you make for ${name}. None was made since it was finished.`;
  return `In the file made for ${name} at ${formatDateTime(toInstant(givenAt))}.`;
}

/** One line of what was said of where it is. */
export function markWords({ state, on, reference, by, at }: StaffMark): string {
  const when = formatDateTime(toInstant(at));
  if (state === 'withdrawn') return `Not on file after all: said by ${by} at ${when}`;
  const where = reference === '' ? '' : `, reference ${reference}`;
  return `Placed on file on ${onDay(on)}${where}: said by ${by} at ${when}`;
}
