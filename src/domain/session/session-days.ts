import { type CalendarDate, dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';

/**
 * SESS4: a child's clock takes the sitting at which it was discussed, the worker's the last sitting. ''
 * where the child was not discussed: one passed over with a reason has no such day.
 */
export function discussedOn({ account, accountedAt }: DiscussionChild): string {
  if (account !== 'discussed' || accountedAt === '') return '';
  return dateInLondon(toInstant(accountedAt));
}

/**
 * SESS6: the moment of what is written in a session now. One that is typed up from paper has that of the
 * day it was held on, and what is marked after a session ended was discussed in its last sitting.
 */
export function momentIn({ status, heldOn, sittings }: Session, now: string): string {
  const last = sittings.at(-1);
  if (heldOn && last) return last.startedAt;
  return (status === 'ended' && last?.endedAt) || now;
}

/** Midday of the day in London, whichever clock is in force: nobody wrote down the hour. */
export const middayOf = (day: CalendarDate): string => `${day}T12:00:00Z`;

export function sessionDate(session: Session): CalendarDate | undefined {
  const last = session.sittings.at(-1);
  return last && dateInLondon(toInstant(last.startedAt));
}
