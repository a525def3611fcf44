import { dateInLondon, formatDate, formatTime, type Instant } from '#domain/dates/calendar-date.ts';

/** "Printed 21 November 2026 at 2:41pm by Jo Field. Confidential" */
export function printedLine(at: Instant, by: string): string {
  return `Printed ${formatDate(dateInLondon(at))} at ${formatTime(at)} by ${by}. Confidential`;
}
