import * as z from 'zod/mini';
import {
  basis,
  cited,
  flag,
  hoursOrInterval,
  interval,
  opt,
  Strength,
  text,
  texts,
} from './profile-words.ts';

const countedFrom = z.looseObject({
  from: z.enum(['startDate', 'previousPhaseEnd']),
  add: interval,
});

const Phase = z.looseObject({
  interval,
  basis: opt(basis),
  planningTarget: opt(interval),
  /** Null: the last phase. A field's date ends the phase; `default` stands in while it is empty. */
  until: z.nullable(
    z.union([countedFrom, z.looseObject({ field: text, default: opt(countedFrom) })]),
  ),
  strength: opt(Strength),
  /** Where one phase comes from elsewhere than the rest of its stage. */
  src: opt(text),
});

const StageRule = z.looseObject({
  ...cited,
  /** Null: the policy gives no number and a person sets one, shorter only. */
  interval: opt(z.nullable(interval)),
  intervalOptions: opt(z.array(interval)),
  basis: opt(basis),
  planningTarget: opt(interval),
  phases: opt(z.array(Phase)),
  mayBeMoreFrequent: opt(flag),
  moreFrequent: opt(text),
  earlyStepDownAllowed: opt(flag),
  earlyStepDownReasonRequired: opt(flag),
  earlyStepDownWhen: opt(text),
  agendaVariant: opt(text),
  appliesTo: texts,
});

/** How often a worker is supervised, by stage. */
export const Worker = z.looseObject({
  default: z.looseObject({ ...cited, interval, basis, planningTarget: opt(interval) }),
  asye: opt(StageRule),
  student: opt(StageRule),
  probation: opt(StageRule),
  newlyQualified: opt(StageRule),
  experienced: opt(StageRule),
  nonCaseHolding: opt(StageRule),
  caseHolderBackstop: opt(StageRule),
  recommended: opt(StageRule),
  partTime: opt(text),
  onRequest: opt(flag),
  requiresParts: opt(z.array(z.enum(['personal', 'case', 'any']))),
  requiresPartsSrc: opt(text),
});

const Cohort = z.looseObject({
  ...cited,
  code: text.check(z.minLength(1)),
  label: text.check(z.minLength(1)),
  interval: opt(interval),
  intervalStrength: opt(Strength),
  first: opt(
    z.looseObject({ ...cited, kind: text, record: opt(text), within: hoursOrInterval, from: text }),
  ),
  firstFull: opt(z.looseObject({ ...cited, within: hoursOrInterval, from: text })),
  ifHigherRisk: opt(z.looseObject({ interval, inEverySession: opt(flag) })),
  oversightFloorExempt: opt(flag),
  oversightFloorExemptStrength: opt(Strength),
  oversightFloorExemptSetting: opt(flag),
  requires: texts,
});

/** How often a child is discussed. */
export const Child = z.looseObject({
  mode: z.enum(['byCohort', 'everyOpenCaseEachSession', 'allOrSample', 'none']),
  strictestCohortWins: opt(flag),
  declareAllOrSample: opt(flag),
  cohorts: opt(z.array(Cohort)),
  oversightFloor: opt(
    z.nullable(z.looseObject({ ...cited, interval, basis, satisfiedBy: z.array(text) })),
  ),
  managerOverride: opt(
    z.looseObject({ ...cited, direction: z.literal('shorterOnly'), reasonRequired: flag }),
  ),
  multiTeam: opt(z.looseObject({ ...cited, interval, satisfiedBy: z.array(text) })),
  src: opt(text),
});
