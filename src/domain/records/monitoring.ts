import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { DraftAction } from './discussion.ts';
import { FinishedPolicy } from './finished.ts';
import { flag, listOf, typed } from './typed.ts';

/** The questions of part 2 (domain-spec A8), in the order of the form. Their words: monitoring-questions. */
export const questionKeys = [
  'jointAgenda',
  'aspectsCovered',
  'childVoice',
  'hypotheses',
  'impact',
  'driftChallenged',
  'decisions',
  'timescales',
  'supportAndChallenge',
  'learning',
  'wellbeing',
  'diversity',
  'plansReviewed',
  'signedByBoth',
  'appraisal',
  'evidenceSeen',
] as const;
export type QuestionKey = (typeof questionKeys)[number];

export const qualityAnswers = ['yes', 'partly', 'no', 'notApplicable'] as const;
export type QualityAnswer = (typeof qualityAnswers)[number];

const Answer = z.looseObject({
  answer: z._default(z.enum(['', ...qualityAnswers]), ''),
  comment: typed,
});
export type Answer = z.infer<typeof Answer>;

const emptyAnswer = z._default(Answer, () => Answer.parse({}));

const Answers = z.looseObject({
  jointAgenda: emptyAnswer,
  aspectsCovered: emptyAnswer,
  childVoice: emptyAnswer,
  hypotheses: emptyAnswer,
  impact: emptyAnswer,
  driftChallenged: emptyAnswer,
  decisions: emptyAnswer,
  timescales: emptyAnswer,
  supportAndChallenge: emptyAnswer,
  learning: emptyAnswer,
  wellbeing: emptyAnswer,
  diversity: emptyAnswer,
  plansReviewed: emptyAnswer,
  signedByBoth: emptyAnswer,
  appraisal: emptyAnswer,
  evidenceSeen: emptyAnswer,
} satisfies Record<QuestionKey, typeof emptyAnswer>);

/**
 * The monitoring of one person's supervision over some months (domain-spec A8), while it is written. Part 1
 * is not in it: it is counted each time it is looked at, and kept with the finished record alone.
 */
export const Monitoring = z.looseObject({
  id: RecordId,
  superviseeRef: StaffRef,
  supervisorRef: StaffRef,
  /** The first and the last month, `YYYY-MM`. */
  from: typed,
  to: typed,
  completedBy: typed,
  /** The day it was completed, as typed. */
  on: typed,
  /** The records that were picked to be read, and the word they can be picked by again (AUDIT1). */
  pickSeed: typed,
  pickOf: z._default(z.number(), 0),
  pickedIds: listOf(z.string()),
  timesPicked: z._default(z.number(), 0),
  answers: z._default(Answers, () => Answers.parse({})),
  strengths: typed,
  toDevelop: typed,
  actions: listOf(DraftAction),
  feedbackOn: typed,
  auditor: typed,
  /** When a person said that it is not needed after all; '' again once it is. Its text stays. */
  droppedAt: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
  finalisedAt: typed,
});
export type Monitoring = z.infer<typeof Monitoring>;

const text = z.string();

/** One thing behind a figure, as it was shown: by reference and day, and never by name. */
const ShownItem = z.looseObject({
  about: text,
  why: text,
  counted: z.boolean(),
  group: typed,
});

/** A figure as it was shown on that day: evidence, read by no rule. */
const ShownFigure = z.looseObject({
  id: text,
  label: text,
  /** "4 of 5 (80%)", or "Not measured: " and why. */
  words: text,
  isMeasured: z.boolean(),
  numerator: z.number(),
  denominator: z.number(),
  whatItCounts: text,
  rule: text,
  clause: text,
  /** What is said beside it: each status, the one overdue longest, what was not measured. */
  beside: listOf(text),
  list: listOf(ShownItem),
  toCome: listOf(ShownItem),
});
export type ShownFigure = z.infer<typeof ShownFigure>;
export type ShownItem = z.infer<typeof ShownItem>;

/** What the form becomes when finalised: on the supervision file, and in no child's record. */
export const MonitoringRecord = z.looseObject({
  ...Monitoring.shape,
  file: z.literal('staff'),
  type: z.literal('monitoring'),
  schema: z.literal(1),
  heading: text,
  supervisor: text,
  supervisee: text,
  superviseeTerm: text,
  /** Whether the policy speaks of the three Ps: the words of the questions that were shown. */
  threePs: flag,
  period: text,
  completedOn: text,
  feedbackDate: text,
  /** Part 1, and the day it was counted on. */
  figures: listOf(ShownFigure),
  countedOn: text,
  /** What was picked, as it can be said: "CH-0001, discussed on 12 November 2026". */
  picked: listOf(text),
  actionsAgreed: listOf(
    z.looseObject({ id: RecordId, what: text, owner: text, byWhen: text, dueOn: text }),
  ),
  policy: FinishedPolicy,
  synthetic: flag,
  finalisedBy: text,
});
export type MonitoringRecord = z.infer<typeof MonitoringRecord>;

/** The final of this row; undefined for a draft. */
export function finalMonitoring(row: Monitoring): MonitoringRecord | undefined {
  return row.finalisedAt === '' ? undefined : MonitoringRecord.safeParse(row).data;
}
