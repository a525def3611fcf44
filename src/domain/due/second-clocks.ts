import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import { type ChildHistory, childBegan } from './child-facts.ts';
import { type ChildEvent, lastEvent } from './clock-events.ts';
import { cohortRows } from './cohort-rows.ts';
import type { DueAnswer } from './due-result.ts';
import { everyWords } from './interval.ts';
import { cited, countingFrom, periodEnd } from './interval-rule.ts';
import { type Asked, makeDue, notDue } from './make-due.ts';

/**
 * The second clock: a discussion or an oversight entry at least monthly (CLOCK6, R-16, 000:33). Early
 * help is exempt by our reading (C-3); `earlyHelpExempt: false` is the setting that takes it back.
 */
export function oversightFloorDue(
  question: Asked & ChildHistory & { readonly earlyHelpExempt?: boolean | undefined },
): DueAnswer {
  const { profile, child, events, footprintStartedOn, now, earlyHelpExempt = true } = question;
  const floor = profile.child.oversightFloor;
  if (!floor) return notDue(`${profile.source.name} has no monthly oversight of each child.`);
  const rows = cohortRows(profile, child, child);
  const exempt = rows.length > 0 && rows.every(({ cohort }) => cohort?.oversightFloorExempt);
  if (exempt && earlyHelpExempt)
    return notDue('The policy sets its own oversight for this status; by our reading no other.');

  const last = lastEvent({ profile, clock: 'oversight', events, until: dayOf(now) });
  const began = childBegan(child);
  const countedFrom = countingFrom({ last, began, footprintStartedOn });
  if (!countedFrom) return notDue('No date held, and no day to count from.');
  const rule = { rule: 'R-16', ...cited(floor.src, floor.strength) };
  const what = `discussion or oversight ${everyWords(floor.interval, floor.basis)}`;
  return makeDue(question, { rule, what, dueOn: periodEnd(floor, countedFrom), countedFrom });
}

/** A family with more than one team: a group or KIT meeting each month (CLOCK7, R-18, 000:128). */
export function multiTeamDue(
  question: Asked & {
    /** The day the second team joined; undefined where there is only one. */
    readonly secondTeamJoined: CalendarDate | undefined;
    readonly events: readonly ChildEvent[];
  },
): DueAnswer {
  const { profile, secondTeamJoined, events, now } = question;
  const stated = profile.child.multiTeam;
  if (!stated) return notDue(`${profile.source.name} has no rule for several teams.`);
  const met = lastEvent({ profile, clock: 'multiTeam', events, until: dayOf(now) });
  // A meeting from before the second team joined was not between these teams.
  const since = secondTeamJoined !== undefined && met !== undefined && met < secondTeamJoined;
  const last = since ? undefined : met;
  const began = secondTeamJoined && ({ on: secondTeamJoined, what: 'joined' } as const);
  const countedFrom = countingFrom({ last, began });
  if (!countedFrom) return notDue('One team only, as far as is known.');
  const rule = { rule: 'R-18', ...cited(stated.src, stated.strength) };
  const what = `group supervision or KIT meeting ${everyWords(stated.interval, 'rolling')}`;
  const dueOn = periodEnd({ interval: stated.interval, basis: 'rolling' }, countedFrom);
  return makeDue(question, { rule, what, dueOn, countedFrom });
}
