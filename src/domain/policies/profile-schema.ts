import * as z from 'zod/mini';
import { CalendarDate } from '#domain/dates/calendar-date.ts';
import { Child, Worker } from './profile-clocks.ts';
import { Forms } from './profile-forms.ts';
import {
  basis,
  cited,
  count,
  flag,
  interval,
  opt,
  Strength,
  text,
  texts,
} from './profile-words.ts';

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

/**
 * A council's supervision policy as data (PROF1–PROF3 in ../RULES.md). Every object is loose: what a
 * newer profile adds is kept. `src` is the policy's file and line; `strength` changes words only.
 */
export const PolicyProfile = z.looseObject({
  id: text.check(z.minLength(1)),
  seed: text,
  label: text,
  binding: z.union([flag, z.literal('ifAdopted')]),
  bindingSrc: opt(text),
  /** What a finalised record names beside the id: the council's own number, or one the app counted. */
  version: opt(text),
  effectiveFrom: opt(CalendarDate),
  source: Source,
  /** What a record is filed under, in the council's own words. `headingsNote` says how it was read. */
  headings: z.looseObject({ caseDiscussion: text, managementDecision: text, staffNotes: text }),
  headingsNote: opt(text),
  forms: opt(Forms),
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
