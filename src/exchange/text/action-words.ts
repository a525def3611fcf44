import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';

interface Agreed {
  readonly what: string;
  readonly owner: string;
  readonly byWhen: string;
  readonly dueOn: string;
}

/** "Visit. Who: Priya Shah. By: 4 December 2026". What nobody said stands as not said, and not as a gap. */
export function agreedActionWords({ what, owner, byWhen, dueOn }: Agreed): string {
  const due = parseCalendarDate(dueOn);
  const by = due ? formatDate(due) : dueOn || byWhen;
  return `${what}. Who: ${saidOr(owner)}. By: ${saidOr(by)}`;
}

const saidOr = (text: string): string => (text.trim() === '' ? 'not said' : text);

/** After an action of last time: " (Priya Shah)", and nothing where nobody was named. */
export const ownerAfter = (owner: string): string => (owner.trim() === '' ? '' : ` (${owner})`);
