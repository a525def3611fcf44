import * as z from 'zod/mini';
import { ChildRef, RecordId } from '#domain/ids.ts';
import { hypothesisStates } from './discussion-keys.ts';
import { FinishedAction, FinishedChild, FinishedDeadline, FinishedPolicy } from './finished.ts';
import { typed } from './typed.ts';

const text = z.string();

/** The sentence for text that no file format can carry; nothing typed is cut or changed to avoid it. */
export const loneSurrogateMessage =
  'This text holds half of a character that cannot be stored in a finished record. Delete the broken character and type it again';

/** Half of a two-part character: canonical JSON (RFC 8785) has no way to write it. */
export function hasLoneSurrogate(value: string): boolean {
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value);
}

const ReviewedAction = z.looseObject({
  id: RecordId,
  what: text,
  owner: text,
  dueOn: text,
  outcome: z.enum(['done', 'carried', 'noLongerNeeded']),
  reason: text,
});

const RecordedDecision = z.looseObject({
  id: RecordId,
  text,
  rationale: text,
  significance: z.enum(['routine', 'significant', 'urgent']),
  /** Left out where nobody ticked it: a record from before it could be has the same text. */
  changesDirection: z.optional(z.literal(true)),
  decidedAt: text,
});

const RecordedHypothesis = z.looseObject({
  id: RecordId,
  statement: text,
  evidenceFor: text,
  evidenceAgainst: text,
  status: z.enum(hypothesisStates),
});

const RevisitedDecision = z.looseObject({
  entryId: RecordId,
  text,
  madeOn: text,
  outcome: z.enum(['confirmed', 'changed', 'withdrawn', 'notReached']),
  note: text,
});

/** What a group adds (000:223-260, 003:111-121): who was there and in which part, and every view. */
const OfGroup = z.looseObject({
  facilitator: text,
  presenter: text,
  question: text,
  participants: z.array(z.looseObject({ name: text, role: text, agency: text })),
  confidentiality: text,
  views: z.array(z.looseObject({ whose: text, text, dissents: z.boolean() })),
  groupThink: text,
  immediateConcern: z.enum(['yes', 'no']),
  concern: text,
  namedIndividual: text,
  managerPresent: z.enum(['yes', 'no', '']),
  /** What was put forward while the accountable manager was not there: no decision (A3). */
  ideas: z.array(z.looseObject({ text, rationale: text })),
  trio: z.record(z.string(), text),
  summaries: z.array(
    z.looseObject({ role: text, author: text, period: text, summary: text, progress: text }),
  ),
  nextGroupOn: text,
});
export type OfGroup = z.infer<typeof OfGroup>;

/**
 * What a case discussion becomes when it is finalised: one for each child, on the child's file.
 * The stored body is its canonical JSON and is never written again; corrections are amendments.
 */
export const ChildRecord = z.looseObject({
  id: RecordId,
  file: z.literal('child'),
  schema: z.literal(1),
  childRef: ChildRef,
  child: FinishedChild,
  subjectWord: z.enum(['child', 'young person', 'unborn baby']),
  heading: text,
  sessionId: RecordId,
  discussionId: RecordId,
  discussedOn: text,
  /** The day it was last written; '' in a record from before it was kept. */
  writtenOn: typed,
  supervisor: text,
  practitioner: text,
  context: z.enum(['oneToOne', 'group', 'familySafeguardingGroup']),
  depth: z.enum(['brief', 'inDepth']),
  onTrack: z.enum(['yes', 'partly', 'no', '']),
  /** The neutral line of a gap in supervision, where the policy asks for it. */
  gap: typed,
  familySummary: text,
  /** Names of brothers and sisters, only where the supervisor ticked that they are relevant. */
  siblings: z.array(text),
  fields: z.record(z.string(), text),
  /** What was chosen, by its code; the words are those of the field table. Left out where nothing was. */
  answers: z.optional(z.record(z.string(), z.union([text, z.array(text)]))),
  hypotheses: z.optional(z.array(RecordedHypothesis)),
  actionsReviewed: z.array(ReviewedAction),
  /** Left out where none waited. */
  decisionsRevisited: z.optional(z.array(RevisitedDecision)),
  /** Only of a group's. */
  group: z.optional(OfGroup),
  decisions: z.array(RecordedDecision),
  noDecisions: z.boolean(),
  actions: z.array(FinishedAction),
  noActions: z.boolean(),
  policy: FinishedPolicy,
  deadline: FinishedDeadline,
  lateEntry: z.boolean(),
  synthetic: z.boolean(),
  finalisedAt: text,
  finalisedBy: text,
});
export type ChildRecord = z.infer<typeof ChildRecord>;

/** A dated correction. The original stays as it was (domain-spec 0.1 rule 5). */
export const ChildAmendment = z.looseObject({
  id: RecordId,
  file: z.literal('child'),
  recordId: RecordId,
  /** SHA-256 of the finalised text that is amended, hex. */
  recordHash: text,
  childRef: ChildRef,
  text,
  reason: text,
  at: text,
  by: text,
  /** Whose it is to sign; '' in one from before it was kept. */
  byRef: typed,
});
export type ChildAmendment = z.infer<typeof ChildAmendment>;

/** "Recorded in Mosaic on …": the end of the deadline. Undone by a later mark, never erased. */
export const ChildMark = z.looseObject({
  id: RecordId,
  recordId: RecordId,
  childRef: ChildRef,
  state: z.enum(['recorded', 'undone']),
  caseSystem: text,
  on: text,
  reference: text,
  at: text,
  by: text,
});
export type ChildMark = z.infer<typeof ChildMark>;
