import type { Interval } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Strength } from '#domain/policies/profile-words.ts';
import { type Basis, everyWords, isShorter } from './interval.ts';
import { cited, type IntervalRule } from './interval-rule.ts';
import type { Worker } from './worker.ts';

type Profiled = PolicyProfile['worker'];
export type StageRule = NonNullable<Profiled['asye']>;

interface Stated {
  readonly interval: Interval;
  readonly basis?: Basis | undefined;
  readonly planningTarget?: Interval | undefined;
  readonly src?: string | undefined;
  readonly strength?: Strength | undefined;
}

/** An interval as a profile states it, made into a rule. Days roll; nobody counts weeks by the month. */
export function intervalRule(stated: Stated, rule: string, whom = ''): IntervalRule {
  const { interval, basis = 'rolling', planningTarget, src, strength } = stated;
  return {
    rule,
    ...cited(src, strength),
    interval,
    basis,
    targetInterval: planningTarget,
    what: everyWords(interval, basis) + whom,
  };
}

/** The default rule has a number in the specification for each shape of policy that it found. */
function defaultRuleId({ default: stated, caseHolderBackstop }: Profiled): string {
  if (stated.planningTarget) return 'R-03';
  if (stated.basis === 'calendarMonth') return 'R-02';
  if (caseHolderBackstop) return 'R-04';
  return stated.strength === 'aim' ? 'R-05' : 'R-01';
}

export const defaultRule = ({ worker }: PolicyProfile): IntervalRule =>
  intervalRule(worker.default, defaultRuleId(worker));

/** WORK10: an ASYE worker is newly qualified where the policy speaks only of those. */
export function stageRule(profile: PolicyProfile, { stage }: Worker): StageRule | undefined {
  if (stage === 'default' || stage === 'manager') return undefined;
  return profile.worker[stage] ?? (stage === 'asye' ? profile.worker.newlyQualified : undefined);
}

/** WORK9–WORK12: the interval of a stage that has no phases; the default where it names no number. */
export function singleRule(profile: PolicyProfile, worker: Worker): IntervalRule {
  const managers = profile.supervisionOfManagers;
  if (worker.stage === 'manager' && managers)
    return intervalRule(managers, 'R-11', ' for managers');
  const stated = stageRule(profile, worker);
  if (!stated) return defaultRule(profile);
  const { interval, intervalOptions = [], basis, src, strength, planningTarget } = stated;
  // "Weekly or fortnightly" (002:11) is met by either, so the longer one is the last day.
  const longest = [...intervalOptions].sort((a, b) => (isShorter(a, b) ? 1 : -1)).at(0);
  const chosen = interval ?? longest;
  if (!chosen) return defaultRule(profile); // WORK11: the policy gives no number
  const rule = worker.stage === 'nonCaseHolding' ? 'R-12' : 'R-05';
  return intervalRule({ interval: chosen, basis, src, strength, planningTarget }, rule);
}

/** WORK11: what to say where the policy leaves the number to a person. */
export function stagePrompt(profile: PolicyProfile, worker: Worker): string | undefined {
  const stated = stageRule(profile, worker);
  if (!stated) return undefined;
  const counted = stated.phases?.some(({ until }) => until && !('field' in until)) === true;
  if (counted && worker.startedOn === undefined)
    return 'Enter the day this stage started: its later intervals are counted from it.';
  if (worker.ownInterval || worker.agreedInterval) return undefined;
  const { source } = profile;
  const clause = stated.src ?? 'no clause';
  if (stated.moreFrequent)
    return `More frequent supervision is ${stated.moreFrequent} (${source.name}, ${clause}). Agree a shorter interval.`;
  if (stated.mayBeMoreFrequent)
    return `Supervision may be more frequent (${source.name}, ${clause}). Set a shorter interval if it is needed.`;
  if (stated.intervalOptions)
    return `Choose between ${stated.intervalOptions.map((each) => everyWords(each, 'rolling')).join(' and ')} (${source.name}, ${clause}).`;
  return undefined;
}
