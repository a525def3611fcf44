import * as z from 'zod/mini';
import { CalendarDate, type Interval } from '#domain/calendar-date.ts';

/**
 * A council's supervision policy as data (PROF1–PROF3 in ../RULES.md). Every object is loose: what a
 * newer profile adds is kept. `src` is the policy's file and line; `strength` changes words only.
 */
const text = z.string();
const flag = z.boolean();
const count = z.int().check(z.nonnegative());
const opt = z.optional;
const texts = opt(z.array(text));

export const Strength = z.enum(['must', 'should', 'aim', 'may', 'inferred']);
export type Strength = z.infer<typeof Strength>;

const interval = z.custom<Interval>(
  (value) => typeof value === 'string' && /^P[1-9]\d*[DWMY]$/.test(value),
  'An interval is written like P7D, P14D, P1M or P12M',
);
const hoursOrInterval = z.union([interval, z.templateLiteral(['PT', z.int(), 'H'])]);

const basis = z.enum(['rolling', 'calendarMonth']);
const cited = { src: opt(text), strength: opt(Strength), note: opt(text) };
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

const Worker = z.looseObject({
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

const Child = z.looseObject({
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

/** Null working days: the policy leaves the number open, and no deadline is computed. */
const InWorkingDays = z.looseObject({
  ...cited,
  workingDays: z.nullable(count),
  recommendedWorkingDays: opt(count),
  from: opt(text),
  asap: opt(flag),
});
const InHours = z.looseObject({ ...cited, hours: count, from: text, clock: opt(text) });

const Recording = z.looseObject({
  childRecord: opt(z.nullable(InWorkingDays)),
  staffNotes: opt(z.nullable(InWorkingDays)),
  significantOrUrgent: opt(z.nullable(InHours)),
  allocationOversight: opt(z.nullable(InHours)),
  informalSignificant: opt(z.looseObject({ ...cited, when: z.literal('at the time') })),
  recordedBy: opt(z.union([text, z.looseObject({ ...cited, who: text })])),
});

const Informal = z.looseObject({
  ...cited,
  heading: opt(text),
  recordType: opt(text),
  rationaleRequired: opt(flag),
  rationaleStrength: opt(Strength),
  revisitAtNextFormal: opt(z.enum(['must', 'should', 'recommended'])),
  revisitNote: opt(text),
  workingDays: opt(count),
  significantHours: opt(count),
  recordAllDecisionsOutsideFormal: opt(flag),
  recordDecisionsAndAdvice: opt(flag),
  quickCaptureForSmallDecisions: opt(flag),
  recogniseSignificant: opt(z.looseObject(cited)),
});

const Session = z.looseObject({
  ...cited,
  minutes: opt(z.nullable(count)),
  plannerDefaultMinutes: opt(count),
  plannerDefaultStrength: opt(Strength),
  agendaAtStart: opt(flag),
  depths: opt(z.array(z.enum(['brief', 'inDepth']))),
  fourAspectsRequired: opt(flag),
  threePsBalanceOver: opt(text),
});

const Group = z.looseObject({
  ...cited,
  minParticipants: opt(count),
  resetsChildClock: z.enum([
    'whenRecordedOnCaseDiscussion',
    'familySafeguardingTeamsOnly',
    'never',
  ]),
  resetsChildClockStrength: opt(Strength),
  resetsWorkerClock: flag,
  recordOn: opt(text),
  destination: opt(text),
  confidentialityAgreed: opt(flag),
  recordStatesGroup: opt(flag),
  namedIndividualForImmediateConcern: opt(flag),
  strengthOfReset: opt(Strength),
  everyOpenCaseAttachesTo: opt(text),
});

const Terms = z.looseObject({
  agreement: text,
  supervisor: text,
  supervisee: text,
  informal: text,
  childRecord: text,
  staffRecord: text,
  notes: opt(text),
  caseDiscussion: opt(text),
  lookedAfter: opt(text),
  careLeaver: opt(text),
  reviewingOfficer: opt(text),
  practiceModel: opt(text),
  supervisorAlt: texts,
  superviseeAlt: texts,
});

/** Where the rules come from: said beside every due date, so that nobody takes 2016 for today. */
const Source = z.looseObject({
  name: text,
  label: text,
  /** Null: the text has no date of its own. */
  year: z.nullable(z.int()),
  src: opt(text),
  note: opt(text),
});

export const PolicyProfile = z.looseObject({
  id: text.check(z.minLength(1)),
  seed: text,
  label: text,
  binding: z.union([flag, z.literal('ifAdopted')]),
  bindingSrc: opt(text),
  effectiveFrom: opt(CalendarDate),
  source: Source,
  /** What a record is filed under, in the council's own words. `headingsNote` says how it was read. */
  headings: z.looseObject({ caseDiscussion: text, managementDecision: text, staffNotes: text }),
  headingsNote: opt(text),
  terms: Terms,
  worker: Worker,
  supervisionOfManagers: opt(
    z.nullable(
      z.looseObject({
        ...cited,
        interval,
        basis,
        checkCaseSupervisionHappening: opt(flag),
        checkStrength: opt(Strength),
      }),
    ),
  ),
  child: Child,
  everyOpenCaseEachSession: flag,
  cohortMinimumsAreMinimum: opt(flag),
  group: opt(Group),
  recording: opt(Recording),
  informal: opt(Informal),
  session: opt(Session),
  briefRequires: texts,
  briefRequiresSrc: opt(text),
  prioritise: opt(text),
  rotation: opt(z.looseObject({ ...cited, allChildrenOverSessions: opt(flag) })),
  midwayCheck: opt(
    z.looseObject({
      ...cited,
      heading: text,
      by: z.array(text),
      countsAsSupervision: z.literal(false),
    }),
  ),
  leaveGap: opt(
    z.looseObject({
      ...cited,
      recordOn: z.array(text),
      reallocationPrompt: opt(flag),
      scheduleOnReturn: opt(
        z.looseObject({
          priority: flag,
          workingDays: opt(count),
          workingDaysStrength: opt(Strength),
        }),
      ),
    }),
  ),
  observation: opt(
    z.nullable(
      z.looseObject({
        directObservation: opt(
          z.looseObject({ ...cited, interval, min: opt(count), form: opt(text) }),
        ),
        observationOfSupervision: opt(z.looseObject({ ...cited, interval, who: opt(text) })),
      }),
    ),
  ),
  agreement: opt(
    z.looseObject({
      ...cited,
      required: flag,
      requiredStrength: opt(Strength),
      reviewInterval: opt(interval),
      reviewStrength: opt(Strength),
      signedBeforeFirstSession: opt(flag),
      signedStrength: opt(Strength),
    }),
  ),
  cancellation: opt(
    z.looseObject({
      ...cited,
      reasonRequired: flag,
      reasonStrength: opt(Strength),
      exceptionalOnly: opt(z.nullable(flag)),
    }),
  ),
  monitoring: opt(
    z.looseObject({
      ...cited,
      form: opt(text),
      by: opt(text),
      interval: opt(interval),
      intervalStrength: opt(Strength),
      thematicAudit: opt(interval),
      monthlyAudit: opt(z.looseObject({ ...cited, interval })),
      teamManagerAssurance: opt(flag),
    }),
  ),
  signOff: opt(
    z.looseObject({
      ...cited,
      required: flag,
      who: texts,
      recommended: texts,
      dated: opt(flag),
      decisionRecordWho: texts,
    }),
  ),
  caseload: opt(z.looseObject({ ...cited, target: count, high: count })),
  entitlement: opt(z.looseObject({ ...cited, steps: z.array(text) })),
  dispute: opt(z.looseObject({ ...cited, namedThirdParty: flag, advanceNoticeToOther: flag })),
  schools: opt(z.looseObject({ ...cited, supervisor: text })),
  supervisorTraining: opt(z.looseObject(cited)),
  formsMayBeAdapted: opt(z.looseObject(cited)),
});
export type PolicyProfile = z.infer<typeof PolicyProfile>;
