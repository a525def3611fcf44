import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import { cohortDue, earliestOf, firstFullDue } from './child-by-cohort.ts';
import { type ChildHistory, childBegan } from './child-facts.ts';
import { lastEvent, resetsClock } from './clock-events.ts';
import { cohortRows } from './cohort-rows.ts';
import type { CountedFrom, Due, NotDue } from './due-result.ts';
import { belongsToGroup, type CaseQuestion, everyCaseDue } from './every-open-case.ts';
import { countingFrom } from './interval-rule.ts';
import { makeDue, notDue } from './make-due.ts';

export interface ChildDue extends Due {
  /** To be on the agenda of each one-to-one of its worker, whatever the date says. */
  readonly inEverySession: boolean;
  /** The first full discussion after an allocation is still to come (C-32). */
  readonly firstFullBy?: CalendarDate;
}

export interface ChildQuestion extends CaseQuestion, ChildHistory {}

/** CHILD6: the allocation that still waits for its first discussion in depth, where we saw it happen. */
function awaitingFirstFull(question: ChildQuestion): CalendarDate | undefined {
  const { profile, child, events, footprintStartedOn, now } = question;
  if (child.allocatedAt === undefined) return undefined;
  const allocatedOn = dayOf(child.allocatedAt);
  if (footprintStartedOn !== undefined && allocatedOn <= footprintStartedOn) return undefined;
  const held = events.some(
    (event) =>
      event.on >= allocatedOn &&
      event.on <= dayOf(now) &&
      event.depth !== 'brief' &&
      resetsClock(profile, 'discussion', event),
  );
  return held ? undefined : allocatedOn;
}

/** The day a child's discussion is counted from (CHILD1, DUE9). */
export function discussionOrigin(question: ChildQuestion): CountedFrom | undefined {
  const { profile, child, events, footprintStartedOn, now } = question;
  const last = lastEvent({ profile, clock: 'discussion', events, until: dayOf(now) });
  const began = childBegan(child);
  const saidNever = child.neverDiscussed;
  return countingFrom({ last, began, footprintStartedOn, saidNever });
}

function byCohort(question: ChildQuestion): ChildDue | NotDue {
  const { profile, child, now, holidays } = question;
  const today = dayOf(now);
  const origin = discussionOrigin(question);
  if (!origin) return notDue('No date held, and no day to count from.');

  const waiting = awaitingFirstFull(question);
  const firstFull = waiting && firstFullDue(profile, child, waiting);
  // Where nothing was discussed since the allocation, the first full one takes the interval's place.
  const byInterval =
    firstFull && origin.what !== 'lastHeld'
      ? undefined
      : cohortDue({ profile, child, origin, today, holidays });
  const due = earliestOf([firstFull, byInterval].flatMap((each) => each ?? []));
  if (!due) return notDue(`${profile.source.name} gives no interval for this child.`);
  // A brief check-in after the 28 days leaves the full one late: it counts from the allocation.
  const countedFrom: CountedFrom =
    due === firstFull && waiting ? { on: waiting, what: 'allocated' } : origin;
  return {
    ...makeDue(question, { ...due, countedFrom }),
    inEverySession: cohortRows(profile, child, child).some((row) => row.inEverySession),
    ...(firstFull ? { firstFullBy: firstFull.dueOn } : {}),
  };
}

/**
 * When a child's next discussion in supervision is due, by the profile's mode (CHILD1–CHILD12, R-13,
 * `none` where the policy has no rule for each child, or there is no day to count from.
 */
export function childDiscussionDue(question: ChildQuestion): ChildDue | NotDue {
  const { profile } = question;
  switch (profile.child.mode) {
    case 'byCohort':
      return byCohort(question);
    case 'everyOpenCaseEachSession': {
      const due = everyCaseDue(question, discussionOrigin(question));
      const inEverySession = !belongsToGroup(profile, question.child); // CHILD14
      return due.outcome === 'none' ? due : { ...due, inEverySession };
    }
    case 'allOrSample':
      return notDue(
        `${profile.source.name} asks for all cases or a sample, and gives no interval for each child.`,
      );
    case 'none':
      return notDue(`${profile.source.name} has no rule for each child.`);
  }
}
