import { type CalendarDate, dateInLondon, toInstant } from './calendar-date.ts';
import type { DiscussionChild } from './records/discussion.ts';
import type { Session } from './records/session.ts';

/**
 * SESS4: a child's clock takes the sitting at which it was discussed, the worker's the last sitting. ''
 * where the child was not discussed: one passed over with a reason has no such day.
 */
export function discussedOn({ account, accountedAt }: DiscussionChild): string {
  if (account !== 'discussed' || accountedAt === '') return '';
  return dateInLondon(toInstant(accountedAt));
}

export function sessionDate(session: Session): CalendarDate | undefined {
  const last = session.sittings.at(-1);
  return last && dateInLondon(toInstant(last.startedAt));
}
