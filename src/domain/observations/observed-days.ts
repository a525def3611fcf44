import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import {
  finalObservation,
  type Observation,
  type ObservationKind,
} from '#domain/records/observation.ts';

/** OBS7: the days of this kind that are held: of finished observations, and one typed by hand. */
export function observedDays(
  kind: ObservationKind,
  rows: readonly Observation[],
  typedByHand: string,
): readonly CalendarDate[] {
  const finished = rows
    .filter((row) => row.kind === kind)
    .map((row) => finalObservation(row)?.observedOn ?? '');
  return [...finished, typedByHand].flatMap((day) => parseCalendarDate(day) ?? []);
}

/** OBS7: the latest of them that has come; the next one is counted from it. */
export const lastObserved = (
  days: readonly CalendarDate[],
  today: CalendarDate,
): CalendarDate | undefined =>
  days
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
