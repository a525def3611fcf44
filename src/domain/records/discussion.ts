import * as z from 'zod/mini';
import { ChildRef, RecordId } from '#domain/ids.ts';
import { type DiscussionFieldKey, discussionFieldKeys } from './discussion-fields.ts';
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

const fieldShape = Object.fromEntries(discussionFieldKeys.map((key) => [key, typed])) as Record<
  DiscussionFieldKey,
  typeof typed
>; // every key of the field table is a typed text: that is what makes the cast true

export const DiscussionChild = z.looseObject({
  /** The child's reference, again, so that the merge can tell list items apart. */
  id: z.string(),
  childRef: ChildRef,
  depth: z._default(z.enum(['', 'brief', 'inDepth']), ''),
  onTrack: z._default(z.enum(['', 'yes', 'partly', 'no']), ''),
  ...fieldShape,
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
