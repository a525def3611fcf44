import type { CalendarDate, Interval } from '#domain/dates/calendar-date.ts';
import type { Due } from '#domain/due/due-result.ts';
import { entitlementOfferedFrom } from '#domain/due/entitlement.ts';
import { gapNotes, returnDuty } from '#domain/due/leave-gap.ts';
import { type MissedMonth, missedMonths } from '#domain/due/missed-months.ts';
import type { HeldSession } from '#domain/due/worker.ts';
import { workerSupervisionDue } from '#domain/due/worker-due.ts';
import { workerPhases } from '#domain/due/worker-phases.ts';
import { type Asking, knownUntil, latestOf, workerHistoryOf, workerOf } from './subjects.ts';

type Answers = Readonly<Record<string, (asking: Asking) => unknown>>;

function due(asking: Asking, sessions: readonly HeldSession[], now: CalendarDate): Due | undefined {
  const { profile, holidays } = asking;
  const history = workerHistoryOf(asking);
  const answer = workerSupervisionDue({ profile, holidays, now, ...history, sessions });
  return answer.outcome === 'due' ? answer : undefined;
}

const dueNow = (asking: Asking) => due(asking, asking.given.sessions(), latestOf(asking));

function dueAfterFirst(asking: Asking): Due | undefined {
  const [first] = asking.given.sessions();
  return first && due(asking, [first], first.on);
}

/** A phase is known by its interval: 004's monthly one and Swindon's are both `P1M`. */
const phaseFrom =
  (interval: Interval) =>
  (asking: Asking): unknown =>
    workerPhases(asking.profile, workerOf(asking)).find((phase) => phase.rule.interval === interval)
      ?.from;

function missed(asking: Asking): readonly MissedMonth[] {
  const { profile, holidays } = asking;
  const until = knownUntil(asking);
  return missedMonths({ profile, holidays, until, ...workerHistoryOf(asking) });
}

function missedReason(asking: Asking): unknown {
  const reasons = new Set(missed(asking).map(({ reason }) => reason));
  return reasons.size === 1 ? [...reasons][0] : undefined;
}

const returned = (asking: Asking) =>
  returnDuty({
    profile: asking.profile,
    holidays: asking.holidays,
    ...workerHistoryOf(asking),
  });

function notesRequired(asking: Asking): unknown {
  const { profile, holidays, given } = asking;
  const until = knownUntil(asking);
  const openCases = given.count('openCases');
  return gapNotes({ profile, holidays, until, openCases, ...workerHistoryOf(asking) });
}

/** What a vector may expect of a worker's supervision. */
export const workerKeys: Answers = {
  nextDueBy: (asking) => dueNow(asking)?.dueOn,
  nextPlanBy: (asking) => dueNow(asking)?.planBy,
  dueByAfterFirst: (asking) => dueAfterFirst(asking)?.dueOn,
  targetBy: (asking) => dueNow(asking)?.target?.on,
  targetPlanBy: (asking) => dueNow(asking)?.target?.planBy,
  backstopBy: (asking) => dueNow(asking)?.backstop?.on,
  backstopPlanBy: (asking) => dueNow(asking)?.backstop?.planBy,
  weeklyFrom: phaseFrom('P7D'),
  fortnightlyFrom: phaseFrom('P14D'),
  monthlyFrom: phaseFrom('P1M'),
  monthsMissed: (asking) => missed(asking).map(({ month }) => month),
  missedReason,
  gapNotesRequired: notesRequired,
  priorityBy: (asking) => returned(asking)?.priorityBy,
  dueByAfterReturn: (asking) => returned(asking)?.dueOn,
  entitlementRouteOfferedFrom: (asking) => {
    const answer = dueNow(asking);
    return answer && entitlementOfferedFrom(asking.profile, answer);
  },
};

/** "After a session on that day": that session alone, on that day. */
export const dueAfterSession = (asking: Asking, day: CalendarDate): unknown =>
  due(asking, [{ on: day }], day)?.dueOn;
