import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { agreedOn } from '#domain/due/agreed-on.ts';
import { checkChildOverride } from '#domain/due/child-override.ts';
import type { Due, DueAnswer } from '#domain/due/due-result.ts';
import { checkWorkerInterval, type IntervalCheck } from '#domain/due/worker-interval.ts';
import { ruleOn, workerPhases } from '#domain/due/worker-phases.ts';
import { agreementOf, observationsOf, primaryOf, recordingOf, whenOf } from './primary.ts';
import { type Asking, childOf, latestOf, workerOf } from './subjects.ts';

type Answers = Readonly<Record<string, (asking: Asking) => unknown>>;

const asDue = (answer: DueAnswer): Due | undefined =>
  answer.outcome === 'due' ? answer : undefined;

const primary = (asking: Asking) => primaryOf(asking, latestOf(asking));
const agreement = (asking: Asking) => asDue(agreementOf(asking, latestOf(asking)));
const practice = (asking: Asking) => asDue(observationsOf(asking, latestOf(asking))[0]);
const ofSupervision = (asking: Asking) => asDue(observationsOf(asking, latestOf(asking))[1]);

function recordDueBy(asking: Asking): unknown {
  const deadline = recordingOf(asking);
  return deadline.status === 'due' ? whenOf(deadline) : undefined;
}

function effectiveFrom({ profile, given }: Asking): CalendarDate | undefined {
  return agreedOn(profile, {
    supervisee: given.day('signedSupervisee'),
    supervisor: given.day('signedSupervisor'),
  });
}

/** A child's override, unless the vector is about a worker. */
function overrideCheck(asking: Asking): IntervalCheck | undefined {
  const { profile, given } = asking;
  const interval = given.text('overrideInterval');
  if (interval === undefined) return undefined;
  if (!given.has('stage', 'sessions', 'lastSession', 'startDate')) {
    const reason = given.text('overrideReason');
    return checkChildOverride({ profile, child: childOf(asking), interval, reason });
  }
  const worker = workerOf(asking);
  const inForce = ruleOn(workerPhases(profile, worker), latestOf(asking));
  const own = worker.ownInterval;
  return own && checkWorkerInterval({ profile, inForce, own });
}

/** What a vector may expect of anything else, and of whatever it is about. */
export const otherKeys: Answers = {
  dueBy: (asking) => {
    const due = primary(asking);
    return due && whenOf(due);
  },
  planBy: (asking) => primary(asking)?.planBy,
  overdueFrom: (asking) => primary(asking)?.overdueFrom,
  recordDueBy,
  effectiveFrom,
  reviewDueBy: (asking) => agreement(asking)?.dueOn,
  reviewPlanBy: (asking) => agreement(asking)?.planBy,
  directObservationDueBy: (asking) => practice(asking)?.dueOn,
  directObservationPlanBy: (asking) => practice(asking)?.planBy,
  observationOfSupervisionDueBy: (asking) => ofSupervision(asking)?.dueOn,
  observationOfSupervisionPlanBy: (asking) => ofSupervision(asking)?.planBy,
  accepted: (asking) => {
    const check = overrideCheck(asking);
    return check && check.outcome === 'accepted';
  },
  error: (asking) => {
    const check = overrideCheck(asking);
    return check?.outcome === 'refused' ? check.error : undefined;
  },
};
