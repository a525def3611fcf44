import { isHigherRiskOn } from '#domain/caseload/higher-risk.ts';
import { type CalendarDate, parseCalendarDate, parseInstant } from '#domain/dates/calendar-date.ts';
import type { ChildFacts } from '#domain/due/child-facts.ts';
import { overrideOn } from '#domain/due/child-override.ts';
import type { ChildOnList } from '#domain/figures/figure-facts.ts';
import { cohortOptions, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Allocation, Child } from '#domain/records/child.ts';
import { eventsOfChild } from '#storage/agenda/due.ts';
import { priorOf } from '#storage/caseload/prior-discussions.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/**
 * Every child that was ever on a worker's list, one for each time it was there, with what was known of it
 * on a day: the figures of a month that is over are not told by what was corrected since.
 */
export function childrenOfWorker(
  workspace: Workspace,
  staffRef: string,
  known: { readonly on: CalendarDate; readonly profile: PolicyProfile },
): readonly ChildOnList[] {
  const children = new Map(bodies(workspace, 'children').map((child) => [child.ref, child]));
  const familySafeguarding = findStaff(workspace, staffRef)?.body.familySafeguarding;
  return bodies(workspace, 'allocations')
    .filter((allocation) => allocation.staffRef === staffRef)
    .flatMap((allocation): readonly ChildOnList[] => {
      const child = children.get(allocation.childRef);
      if (!child || child.removed) return []; // taken off as a mistake: never open (LIST1)
      const { cohorts, changed } = statusOn(child, known.on);
      return [
        {
          ref: child.ref,
          from: parseCalendarDate(allocation.from),
          until: earliest([allocation.to, child.closedOn]),
          status: statusWords(known.profile, cohorts),
          facts: {
            ...factsOf(workspace, child, allocation),
            ...{ cohorts, changed, familySafeguarding },
            higherRisk: isHigherRiskOn(child, known.on),
            override: overrideOn(child, known.on),
          },
          events: eventsOfChild(workspace, child.ref),
        },
      ];
    });
}

const earliest = (texts: readonly string[]): CalendarDate | undefined =>
  texts
    .flatMap((text) => parseCalendarDate(text) ?? [])
    .sort()
    .at(0);

function statusWords(profile: PolicyProfile, [code]: readonly string[]): string {
  if (code === undefined) return 'Status not known';
  return cohortOptions(profile).find((option) => option.code === code)?.label ?? code;
}

/** The status on that day, and its latest change by then, from the entry's own history. */
function statusOn(
  { status, history }: Child,
  day: CalendarDate,
): Pick<ChildFacts, 'cohorts' | 'changed'> {
  const changes = history.filter(({ what, field }) => what === 'corrected' && field === 'status');
  const later = changes.find(({ on }) => on > day);
  const last = changes.findLast(({ on }) => on <= day);
  const code = later ? later.from : status;
  const on = parseCalendarDate(last?.on ?? '');
  return {
    cohorts: code === '' ? [] : [code],
    // A status that was not known before is no change of status.
    changed: last && on && last.from !== '' ? { on, from: { cohorts: [last.from] } } : undefined,
  };
}

function factsOf(
  workspace: Workspace,
  { ref, facts, permanenceApprovedBy }: Child,
  { allocatedAt, from }: Allocation,
): Omit<ChildFacts, 'cohorts' | 'changed'> {
  const typed = allocatedAt || from;
  return {
    permanenceDecisionDate: facts.permanenceDecisionOn,
    permanenceApprovedBy,
    allocatedAt: parseInstant(typed) ?? parseCalendarDate(typed),
    neverDiscussed: priorOf(workspace, ref)?.body.answer === 'never',
  };
}
