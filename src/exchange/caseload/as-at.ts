import { type CalendarDate, dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import type { ImportedCaseload } from './imported-caseload.ts';

export interface AsAt {
  readonly asAt: CalendarDate;
  readonly asAtFrom: ImportedCaseload['asAtFrom'];
}

export interface AsAtQuestion {
  /** What a person said; undefined where nobody was asked yet. */
  readonly given: CalendarDate | undefined;
  /** The newest event of the file that is not after today; '' where it has none. */
  readonly newest: CalendarDate | '';
  readonly lastModified: readonly (number | undefined)[];
  readonly today: CalendarDate;
}

/** The day a caseload is true for: as given, else the newest thing in it, else the file's own date. */
export function asAtOf({ given, newest, lastModified, today }: AsAtQuestion): AsAt {
  if (given) return { asAt: given, asAtFrom: 'given' };
  if (newest !== '') return { asAt: newest, asAtFrom: 'newest' };
  const times = lastModified.filter((ms) => ms !== undefined && ms > 0) as number[]; // just filtered
  if (times.length > 0) {
    const saved = dateInLondon(toInstant(new Date(Math.max(...times)).toISOString()));
    if (saved <= today) return { asAt: saved, asAtFrom: 'fileDate' };
  }
  return { asAt: today, asAtFrom: 'today' };
}
