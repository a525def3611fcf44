import * as z from 'zod/mini';
import { ChildRef, RecordId } from '#domain/ids.ts';
import {
  choiceCodes,
  type DiscussionTextKey,
  discussionTextKeys,
  dynamicCodes,
  extraTimeCodes,
  hypothesisStates,
  reflectionCodes,
} from './discussion-keys.ts';
import { flag, listOf, typed } from './typed.ts';

export const DraftDecision = z.looseObject({
  id: RecordId,
  text: typed,
  rationale: typed,
  significance: z._default(z.enum(['routine', 'significant', 'urgent']), 'routine'),
  changesDirection: flag,
  decidedAt: typed,
});
export type DraftDecision = z.infer<typeof DraftDecision>;

export const DraftAction = z.looseObject({
  id: RecordId,
  what: typed,
  owner: typed,
  byWhen: typed,
  /** To be done at once to keep the child safe (003:121,214). Left out where nobody ticked it. */
  immediateSafeguarding: z.optional(z.boolean()),
});
export type DraftAction = z.infer<typeof DraftAction>;

/** What happened to an action of last time, as it is said in this session. */
export const Settled = z.looseObject({
  /** The id of the event it becomes, so that writing it twice changes nothing. */
  id: RecordId,
  actionId: RecordId,
  outcome: z._default(z.enum(['', 'done', 'carried', 'noLongerNeeded']), ''),
  reason: typed,
});
export type Settled = z.infer<typeof Settled>;

/** What is said in this session of a decision made outside it. */
export const DraftRevisit = z.looseObject({
  /** The id of the record it becomes, so that writing it twice changes nothing. */
  id: RecordId,
  entryId: RecordId,
  outcome: z._default(z.enum(['', 'confirmed', 'changed', 'withdrawn', 'notReached']), ''),
  note: typed,
});
export type DraftRevisit = z.infer<typeof DraftRevisit>;

/** What may explain it, with what speaks for and against (000:44, 001:29). */
export const Hypothesis = z.looseObject({
  id: RecordId,
  statement: typed,
  evidenceFor: typed,
  evidenceAgainst: typed,
  status: z._default(z.enum(hypothesisStates), 'open'),
});
export type Hypothesis = z.infer<typeof Hypothesis>;

/**
 * One model chosen as a help to think, with what was typed at its steps. A step's id is its model's code
 * and its key, so that what was typed under another model stays.
 */
export const Reflection = z.looseObject({
  model: z._default(z.enum(['', ...reflectionCodes]), ''),
  steps: listOf(z.looseObject({ id: z.string(), key: z.string(), text: typed })),
});
export type Reflection = z.infer<typeof Reflection>;

const textShape = Object.fromEntries(discussionTextKeys.map((key) => [key, typed])) as Record<
  DiscussionTextKey,
  typeof typed
>; // each of these keys is a typed text: that is what makes the cast true

export const DiscussionChild = z.looseObject({
  /** The child's reference, again, so that the merge can tell list items apart. */
  id: z.string(),
  childRef: ChildRef,
  depth: z._default(z.enum(['', 'brief', 'inDepth']), ''),
  onTrack: z._default(z.enum(['', 'yes', 'partly', 'no']), ''),
  ...textShape,
  seen: z._default(z.enum(['', ...choiceCodes.seen]), ''),
  reviewInTime: z._default(z.enum(['', ...choiceCodes.reviewInTime]), ''),
  planInPlace: z._default(z.enum(['', ...choiceCodes.planInPlace]), ''),
  assessmentCurrent: z._default(z.enum(['', ...choiceCodes.assessmentCurrent]), ''),
  riskLevel: z._default(z.enum(['', ...choiceCodes.riskLevel]), ''),
  difference: z._default(z.enum(['', ...choiceCodes.difference]), ''),
  scaling: z._default(z.enum(['', ...choiceCodes.scaling]), ''),
  driftDelay: z._default(z.enum(['', ...choiceCodes.driftDelay]), ''),
  threshold: z._default(z.enum(['', ...choiceCodes.threshold]), ''),
  domesticAbuse: z._default(z.enum(['', ...choiceCodes.domesticAbuse]), ''),
  substanceMisuse: z._default(z.enum(['', ...choiceCodes.substanceMisuse]), ''),
  mentalHealth: z._default(z.enum(['', ...choiceCodes.mentalHealth]), ''),
  stageOfChange: z._default(z.enum(['', ...choiceCodes.stageOfChange]), ''),
  dynamics: listOf(z.enum(dynamicCodes)),
  /** A person says that this is complex (001:94). */
  complex: flag,
  hypotheses: listOf(Hypothesis),
  reflection: z._default(Reflection, () => Reflection.parse({})),
  /** Why more time is needed, and in other words. Working data: on no record. */
  extraTime: listOf(z.enum(extraTimeCodes)),
  extraTimeOther: typed,
  settled: listOf(Settled),
  revisits: listOf(DraftRevisit),
  decisions: listOf(DraftDecision),
  noDecisions: flag,
  actions: listOf(DraftAction),
  noActions: flag,
  /** Names of brothers and sisters go on this child's record only where this is ticked. */
  siblingsRelevant: flag,
  account: z._default(z.enum(['', 'discussed', 'notDiscussed']), ''),
  accountedAt: typed,
  notDiscussedReason: typed,
  /** Set when this child's record is finalised. From then on this part is read only. */
  childRecordId: typed,
});
export type DiscussionChild = z.infer<typeof DiscussionChild>;

/** The working draft of a case discussion: one for a family, with each child's own part. */
export const Discussion = z.looseObject({
  id: RecordId,
  sessionId: RecordId,
  /** Written once for the family; goes on each child's record. */
  familySummary: typed,
  children: listOf(DiscussionChild),
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
});
export type Discussion = z.infer<typeof Discussion>;

/** One child's empty part of a discussion. */
export function emptyDiscussionChild(childRef: ChildRef): DiscussionChild {
  return DiscussionChild.parse({ id: childRef, childRef });
}
