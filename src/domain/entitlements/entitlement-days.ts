import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate, type TypedDate } from '#domain/dates/typed-date.ts';
import type { Entitlement } from '#domain/records/entitlement.ts';

/** Each day as it is typed, and the date that was meant on the day it was typed. */
export const entitlementDays = {
  oneToOneOn: 'oneToOneDate',
  threeWayOn: 'threeWayDate',
  disputeOn: 'disputeDate',
  noticeGivenOn: 'noticeGivenDate',
} as const satisfies Partial<Record<keyof Entitlement, keyof Entitlement>>;
export type EntitlementDay = keyof typeof entitlementDays;

/** A route is written over weeks: what happened is told, and a meeting to come has a date of its own. */
export const readStepDay = (typed: string, today: CalendarDate): TypedDate =>
  readTypedDate(typed, today, { prefer: 'past' });

/** ENTITLE4: a day is read when it is typed and never again: "friday" is another day next week. */
export function withReadDays(
  record: Entitlement,
  before: Entitlement,
  today: CalendarDate,
): Entitlement {
  const read = Object.entries(entitlementDays).map(([typed, date]) => {
    const text = record[typed as EntitlementDay]; // a key of the table
    if (text === before[typed as EntitlementDay]) return [date, before[date]];
    const day = readStepDay(text, today);
    return [date, day.outcome === 'read' ? day.date : ''];
  });
  return { ...record, ...Object.fromEntries(read) };
}
