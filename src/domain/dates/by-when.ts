import type { CalendarDate } from './calendar-date.ts';
import { readTypedDate, type TypedDate } from './typed-date.ts';

export type ByWhen =
  | TypedDate
  /** Without a date while none is planned. */
  | { readonly outcome: 'nextSession'; readonly date: CalendarDate | undefined };

const nextSession =
  /^(at |by |in )?(the |our |my )?next (supervision session|supervision|session)$/;

/** TYPED13: "next session" is an answer: its date is that of the session, wherever it is moved to. */
export const saysNextSession = (text: string): boolean =>
  nextSession.test(text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, ''));

/** What was typed as "by when": a date, counted from the day it was agreed, or the next session. */
export function readByWhen(
  text: string,
  agreedOn: CalendarDate,
  nextSessionOn?: CalendarDate,
): ByWhen {
  if (saysNextSession(text)) return { outcome: 'nextSession', date: nextSessionOn };
  return readTypedDate(text, agreedOn);
}
