import { assert } from '#domain/assert.ts';
import { addInterval, type CalendarDate, earlierOf, laterOf } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { IntervalRule } from './interval-rule.ts';
import type { Worker } from './worker.ts';
import { intervalRule, type StageRule, singleRule, stageRule } from './worker-stage.ts';

type Phase = NonNullable<StageRule['phases']>[number];
type Until = NonNullable<Phase['until']>;
type UntilField = Extract<Until, { field: string }>;
type UntilCounted = Exclude<Until, UntilField>;

export interface WorkerPhase {
  /** Undefined: from the beginning, whenever that was. */
  readonly from: CalendarDate | undefined;
  readonly rule: IntervalRule;
}

/** Whose date may end a phase. A field that this version does not know ends none. */
const fieldDate = (worker: Worker, field: string): CalendarDate | undefined =>
  field === 'sixMonthReviewDate' || field === 'agreedFortnightlyFrom' ? worker[field] : undefined;

const isField = (until: Until): until is UntilField => 'field' in until;

/** WORK5–WORK7: the day the next phase starts, or undefined while nobody can tell. */
function endOf(
  until: Until,
  worker: Worker,
  phaseFrom: CalendarDate | undefined,
): CalendarDate | undefined {
  if (isField(until))
    return (
      fieldDate(worker, until.field) ?? (until.default && endOf(until.default, worker, phaseFrom))
    );
  const { from, add } = until as UntilCounted; // the other of the two
  const counted = from === 'previousPhaseEnd' ? phaseFrom : worker.startedOn;
  return counted && addInterval(counted, add);
}

/** The student rule is R-09; a review that a person dates makes it 004's ASYE (R-07), else R-06. */
function phaseRuleId(worker: Worker, phases: readonly Phase[]): string {
  if (worker.stage === 'student') return 'R-09';
  return phases.some(({ until }) => until && isField(until)) ? 'R-07' : 'R-06';
}

/**
 * The intervals of a worker one after the other, the first with no earlier one before it. A phase
 * whose end cannot be told goes on: more supervision than asked for is the safer mistake.
 */
export function workerPhases(profile: PolicyProfile, worker: Worker): readonly WorkerPhase[] {
  const stated = stageRule(profile, worker);
  const phases = stated?.phases;
  if (!stated || !phases) return [{ from: worker.startedOn, rule: singleRule(profile, worker) }];

  const id = phaseRuleId(worker, phases);
  const whom = worker.stage === 'student' ? ', student' : ', ASYE';
  const made: WorkerPhase[] = [];
  let from: CalendarDate | undefined = worker.startedOn;
  for (const phase of phases) {
    const strength = phase.strength ?? stated.strength;
    const src = phase.src ?? stated.src;
    made.push({ from, rule: intervalRule({ ...phase, src, strength }, id, whom) });
    const end: CalendarDate | undefined = phase.until
      ? endOf(phase.until, worker, from)
      : undefined;
    if (end === undefined) break;
    from = from === undefined ? end : laterOf(end, from); // a review in the first week ends no earlier phase
  }
  return steppedDown(made, stated, worker, id, whom);
}

/** WORK8: the last phase may come earlier where the policy allows it, with a reason (000:98-100). */
function steppedDown(
  made: readonly WorkerPhase[],
  stated: StageRule,
  { steppedDown: step }: Worker,
  id: string,
  whom: string,
): readonly WorkerPhase[] {
  const last = stated.phases?.at(-1);
  if (!last || !step || !stated.earlyStepDownAllowed || step.reason.trim() === '') return made;
  const reached = made.find(({ rule }) => rule.interval === last.interval)?.from;
  const from = reached === undefined ? step.on : earlierOf(reached, step.on);
  const before = made.filter((phase) => phase.from === undefined || phase.from < from);
  const src = last.src ?? stated.src;
  const strength = last.strength ?? stated.strength;
  return [...before, { from, rule: intervalRule({ ...last, src, strength }, id, whom) }];
}

/** WORK4: the phase in force on that day. */
export function ruleOn(phases: readonly WorkerPhase[], on: CalendarDate): IntervalRule {
  const [first, ...later] = phases;
  const reached = later.filter(({ from }) => from !== undefined && from <= on).at(-1) ?? first;
  assert(reached !== undefined, 'A worker has at least one phase');
  return reached.rule;
}
