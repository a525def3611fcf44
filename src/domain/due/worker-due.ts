import { addInterval, type CalendarDate, earlierOf } from '#domain/dates/calendar-date.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import type { CountedFrom, Due, NotDue, OtherDate } from './due-result.ts';
import { everyWords } from './interval.ts';
import { cited } from './interval-rule.ts';
import type { Absences } from './leave.ts';
import { type Asked, makeDue, notDue, otherDate } from './make-due.ts';
import { allExplained, missedSince } from './missed-periods.ts';
import type { SessionPart, Worker } from './worker.ts';
import { type PartClock, partClocks, requiredParts, type WorkerHistory } from './worker-clock.ts';
import { backstopRule } from './worker-interval.ts';
import { workerPhases } from './worker-phases.ts';
import { stagePrompt } from './worker-stage.ts';

export interface WorkerDue extends Due {
  /** The parts that are due on that day: under Swindon's policy each part has a date of its own. */
  readonly parts: readonly (SessionPart | 'any')[];
  /** What the policy leaves to a person, such as a shorter interval for somebody newly qualified. */
  readonly prompt?: string;
}

export interface WorkerQuestion extends Asked, WorkerHistory {
  readonly absences?: Absences | undefined;
}

const none: Absences = { leave: [], planned: [] };

function backstopOf(question: WorkerQuestion, from: CalendarDate): OtherDate | undefined {
  const rule = backstopRule(question.profile, question.worker);
  if (!rule) return undefined;
  const what = `supervision ${rule.what}`;
  return otherDate(question, 'backstop', { rule, what, on: addInterval(from, rule.interval) });
}

/** WORK17: the planning target, or the frequency recommended where a longer one was agreed (C-8). */
function targetOf(question: WorkerQuestion, clock: PartClock): OtherDate | undefined {
  const { rule, origin, dueOn } = clock;
  const { recommended } = question.profile.worker;
  const planned = rule.targetInterval && { rule, interval: rule.targetInterval };
  const advised = recommended?.interval && {
    rule: { rule: 'R-04', ...cited(recommended.src, recommended.strength) },
    interval: recommended.interval,
  };
  const target = planned || advised;
  if (!target) return undefined;
  const on = addInterval(origin.on, target.interval);
  // A target after the must says nothing; advice for the same day says nothing new.
  if (on > dueOn || (on === dueOn && !planned)) return undefined;
  const what = `supervision ${everyWords(target.interval, 'rolling')}`;
  return otherDate(question, 'target', { rule: target.rule, what, on });
}

const partsWords = (parts: readonly (SessionPart | 'any')[]): string =>
  parts.includes('any') ? 'supervision' : `${parts.join(' and ')} supervision`;

/** SUPV3: the policy sets a date for the other part alone. */
const otherHasTheDate = ({ answersFor }: Worker): string =>
  `The policy sets no date for ${answersFor ?? ''} supervision. The other supervisor has the date.`;

const earliest = (clocks: readonly PartClock[]): PartClock | undefined =>
  clocks.reduce<PartClock | undefined>(
    (best, each) => (best && best.dueOn <= each.dueOn ? best : each),
    undefined,
  );

/** LEAVE3: over all the parts that a session was due for. */
function isExplained(question: WorkerQuestion, clocks: readonly PartClock[]): boolean {
  const { now, holidays, absences = none } = question;
  if (absences.leave.length === 0 && absences.planned.length === 0) return false;
  const until = dayOf(now);
  return allExplained(
    clocks.flatMap((clock) => missedSince({ ...clock, until, absences, holidays })),
  );
}

/**
 * When a worker's next supervision is due (WORK1–WORK17, R-01 to R-17). Days in London; `none` only
 * where no session, no first day and no start of Footprint is known.
 */
export function workerSupervisionDue(question: WorkerQuestion): WorkerDue | NotDue {
  const { profile, worker, now } = question;
  if (requiredParts(profile, worker).length === 0) return notDue(otherHasTheDate(worker));
  const phases = workerPhases(profile, worker);
  const clocks = partClocks({ profile, history: question, phases, now });
  const clock = earliest(clocks);
  if (!clock) return notDue('No date held, and no day to count from.');

  const { origin } = clock;
  const backstop = backstopOf(question, newest(clocks).on);
  const dueOn = backstop ? earlierOf(clock.dueOn, backstop.on) : clock.dueOn; // never past it
  const governs = backstop !== undefined && backstop.on < clock.dueOn;
  const together = clocks.filter((each) => each.dueOn === clock.dueOn).map(({ part }) => part);
  const prompt = stagePrompt(profile, worker);
  return {
    ...makeDue(question, {
      rule: governs ? backstop : clock.rule,
      what: `${partsWords(together)} ${governs ? 'at the latest' : clock.rule.what}`,
      dueOn,
      countedFrom: origin,
      target: targetOf(question, clock),
      backstop,
      explained: dayOf(now) > dueOn && isExplained(question, clocks),
    }),
    parts: together,
    ...(prompt === undefined ? {} : { prompt }),
  };
}

/** The backstop is about meeting at all, so the newest session of any kind counts. */
const newest = (clocks: readonly PartClock[]): CountedFrom =>
  clocks.map(({ origin }) => origin).reduce((best, each) => (each.on > best.on ? each : best));
