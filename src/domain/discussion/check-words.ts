import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Child } from '#domain/records/child.ts';
import { type CheckKey, checkKeys } from '#domain/records/discussion-keys.ts';
import { heldFor } from './discussion-answers.ts';

type Known = Pick<Child, 'facts' | 'asAt'>;

const names: Readonly<Record<CheckKey, string>> = {
  seen: 'Last seen',
  reviewInTime: 'Last review',
  planInPlace: 'Plan',
  assessmentCurrent: 'Assessment',
};

/** CHECK1: what the data say of a basic, with its day: "not held" and never "no" (R-47, FLAG10). */
export function heldWords(key: CheckKey, child: Known): string {
  const on = heldFor(key, child);
  return `${names[key]} ${on ? formatDate(on) : 'not held'}`;
}

/** All four in a line, as at the day of the data. */
export function basicsWords(child: Known): string {
  if (checkKeys.every((key) => heldFor(key, child) === undefined)) {
    return 'Seen, review, plan and assessment: no date held.';
  }
  const asAt = parseCalendarDate(child.asAt);
  const held = checkKeys.map((key) => heldWords(key, child)).join('. ');
  return `${held}.${asAt ? ` As at ${formatDate(asAt)}.` : ''}`;
}
