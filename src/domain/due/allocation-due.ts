import {
  addHours,
  type CalendarDate,
  dateInLondon,
  type Instant,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { type DayOrMoment, dayOf } from '#domain/recording/recording-deadline.ts';
import type { ChildFacts } from './child-facts.ts';
import { cohortRows } from './cohort-rows.ts';
import type { DueAnswer } from './due-result.ts';
import { cited } from './interval-rule.ts';
import { type Asked, makeDue, notDue } from './make-due.ts';

const hoursOf = (within: string): number | undefined => {
  const hours = /^PT(\d+)H$/.exec(within)?.[1];
  return hours === undefined ? undefined : Number(hours);
};

/**
 * Oversight and direction at the point of allocation (CLOCK8, R-15, 000:120): elapsed hours, weekends
 * included. Without a time it is due by the end of that day (C-9). `recordedAt` ends it.
 */
export function allocationOversightDue(
  question: Asked & {
    readonly child: ChildFacts;
    /** When the allocation record was written; undefined: not yet. */
    readonly recordedAt?: DayOrMoment | undefined;
  },
): DueAnswer {
  const { profile, child, recordedAt } = question;
  const { allocatedAt } = child;
  const row = cohortRows(profile, child, child).find(({ cohort }) => cohort?.first);
  const { first, src } = row?.cohort ?? {};
  if (!first) return notDue(`${profile.source.name} asks for no oversight at allocation here.`);
  if (allocatedAt === undefined) return notDue('No date of allocation is held.');
  if (recordedAt !== undefined) return notDue('Oversight at allocation is recorded.');

  const hours = hoursOf(first.within);
  if (hours === undefined) return notDue('The policy gives no hours for oversight at allocation.');
  const timed = parseCalendarDate(allocatedAt) === undefined;
  const dueAt = timed ? addHours(allocatedAt as Instant, hours) : undefined; // not a day, so a moment
  const dueOn: CalendarDate = dueAt === undefined ? dayOf(allocatedAt) : dateInLondon(dueAt);
  return makeDue(question, {
    rule: { rule: 'R-15', ...cited(first.src ?? src, first.strength) },
    what: `oversight within ${hours} hours of allocation`,
    dueOn,
    dueAt,
    countedFrom: { on: dayOf(allocatedAt), what: 'allocated' },
  });
}
