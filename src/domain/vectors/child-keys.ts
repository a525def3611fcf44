import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { allocationOversightDue } from '#domain/due/allocation-due.ts';
import { firstFullDue } from '#domain/due/child-by-cohort.ts';
import { childDiscussionDue } from '#domain/due/child-due.ts';
import type { ChildFacts } from '#domain/due/child-facts.ts';
import { cohortRows } from '#domain/due/cohort-rows.ts';
import type { Due, DueAnswer } from '#domain/due/due-result.ts';
import { mustAppearOn } from '#domain/due/every-open-case.ts';
import { oversightFloorDue } from '#domain/due/second-clocks.ts';
import { type DayOrMoment, dayOf } from '#domain/recording/recording-deadline.ts';
import { multiTeamOf, whenOf } from './primary.ts';
import { type Asking, childHistoryOf, childOf, latestOf } from './subjects.ts';

type Answers = Readonly<Record<string, (asking: Asking) => unknown>>;

const asDue = (answer: DueAnswer): Due | undefined =>
  answer.outcome === 'due' ? answer : undefined;

/** The child's discussion, with some of what is known of the child put otherwise. */
function discussion(asking: Asking, change: Partial<ChildFacts> = {}): Due | undefined {
  const { profile, holidays, given } = asking;
  const history = childHistoryOf(asking);
  const child = { ...history.child, ...change };
  const asked = { profile, holidays, now: latestOf(asking), workerSessions: given.sessions() };
  return asDue(childDiscussionDue({ ...asked, ...history, child }));
}

function ifHigherRisk(asking: Asking): unknown {
  const child = childOf(asking);
  const known = cohortRows(asking.profile, child, child).some(({ cohort }) => cohort?.ifHigherRisk);
  return known ? discussion(asking, { higherRisk: true })?.dueOn : undefined;
}

/** R-15 from an allocation that nothing was recorded after, else the monthly floor. */
function oversight(asking: Asking): Due | undefined {
  const { profile, holidays } = asking;
  const history = childHistoryOf(asking);
  const { child, events } = history;
  const asked = { profile, holidays, now: latestOf(asking) };
  if (child.allocatedAt !== undefined) {
    const allocatedOn = dayOf(child.allocatedAt);
    const recorded = events.some(({ on }) => on >= allocatedOn);
    const first = asDue(allocationOversightDue({ ...asked, child }));
    if (first && !recorded) return first;
  }
  return asDue(oversightFloorDue({ ...asked, ...history }));
}

function fullSupervision(asking: Asking): unknown {
  const child = childOf(asking);
  if (child.allocatedAt === undefined) return undefined;
  return firstFullDue(asking.profile, child, dayOf(child.allocatedAt))?.dueOn;
}

const statusBefore = ({ given }: Asking): Partial<ChildFacts> => ({
  cohorts: given.texts('cohortBefore'),
  changed: undefined,
});

const planned = (asking: Asking): readonly CalendarDate[] => [
  ...asking.given.sessions().map(({ on }) => on),
  ...[asking.given.day('nextSession')].filter((day) => day !== undefined),
];

function mustAppear(asking: Asking): unknown {
  const openedOn = asking.given.day('caseOpened');
  if (openedOn === undefined) return undefined;
  return mustAppearOn({ profile: asking.profile, openedOn, sessions: planned(asking) });
}

/** The status of the case itself, beside that of its worker. */
export function caseStatusOn(asking: Asking, now: DayOrMoment): unknown {
  const { profile, holidays, given } = asking;
  const asked = { profile, holidays, now, workerSessions: given.sessions() };
  return asDue(childDiscussionDue({ ...asked, ...childHistoryOf(asking) }))?.status;
}

/** What a vector may expect of a child. */
export const childKeys: Answers = {
  discussionDueBy: (asking) => discussion(asking)?.dueOn,
  discussionPlanBy: (asking) => discussion(asking)?.planBy,
  dueBefore: (asking) => discussion(asking, statusBefore(asking))?.dueOn,
  rawNewDue: (asking) => discussion(asking, { changed: undefined })?.dueOn,
  ifHigherRiskDueBy: ifHigherRisk,
  fullSupervisionDueBy: fullSupervision,
  oversightDueBy: (asking) => {
    const due = oversight(asking);
    return due && whenOf(due);
  },
  oversightPlanBy: (asking) => oversight(asking)?.planBy,
  kitDueBy: (asking) => asDue(multiTeamOf(asking, latestOf(asking)))?.dueOn,
  kitPlanBy: (asking) => asDue(multiTeamOf(asking, latestOf(asking)))?.planBy,
  mustAppearOnAgenda: mustAppear,
};
