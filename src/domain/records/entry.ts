import * as z from 'zod/mini';
import { ChildRef, RecordId } from '#domain/ids.ts';
import { DraftAction } from './discussion.ts';
import { FinishedAction, FinishedChild, FinishedDeadline, FinishedPolicy } from './finished.ts';
import { flag, listOf, typed } from './typed.ts';

/** What is put on a child's record outside a session (domain-spec A6, A6b, A6c, A6d). */
export const entryKinds = ['managementDecision', 'allocation', 'kit', 'midwayCheck'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A gap is written from a gap record, for every open child at once, and by no form of its own. */
export const childEntryKinds = [...entryKinds, 'gap'] as const;
export type ChildEntryKind = (typeof childEntryKinds)[number];

/** Where a decision was made (001:105). */
export const entryChannels = [
  'inPassing',
  'phone',
  'message',
  'meetingOfPractitioners',
  'cpOrCinReview',
  'initialPlanningMeeting',
  'lookedAfterReview',
  'panel',
  'other',
] as const;
export type EntryChannel = (typeof entryChannels)[number];

const yesOrNo = z._default(z.enum(['', 'yes', 'no']), '');

/** An entry while it is written: for one child, or for several at once. Which texts it has: entry-fields. */
export const EntryDraft = z.looseObject({
  id: RecordId,
  kind: z.enum(entryKinds),
  childRefs: listOf(ChildRef),
  /** The name as it was typed, by which the child is found. */
  childTyped: typed,
  /** Of several: their names belong on each other's records (domain-spec 0.1 rule 1). */
  namesRelevant: flag,
  /** Day and time of the decision, the allocation or the meeting, as typed. */
  on: typed,
  time: typed,
  /** Who decided, allocated or checked. */
  who: typed,
  channel: z._default(z.enum(['', ...entryChannels]), ''),
  channelOther: typed,
  significance: z._default(z.enum(['', 'routine', 'significant', 'urgent']), ''),
  changesDirection: yesOrNo,
  /** A decision not to act is a decision too. */
  notToAct: flag,
  asked: typed,
  text: typed,
  rationale: typed,
  risks: typed,
  experience: typed,
  firstVisitBy: typed,
  teams: typed,
  attendees: typed,
  nextOn: typed,
  actions: listOf(DraftAction),
  /** The finished entry of each child; from then on the draft is read only. */
  finished: listOf(z.looseObject({ id: z.string(), childRef: ChildRef, entryId: RecordId })),
  /** When a person said that it is not needed after all; '' again once it is. Its text stays. */
  droppedAt: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
});
export type EntryDraft = z.infer<typeof EntryDraft>;

const text = z.string();

/**
 * A finished entry: one for each child, on the child's file. The stored body is its canonical JSON and is
 * never written again; corrections are amendments, and "recorded in Mosaic" is a mark, as of a child record.
 */
export const ChildEntry = z.looseObject({
  id: RecordId,
  file: z.literal('child'),
  schema: z.literal(1),
  kind: z.enum(childEntryKinds),
  childRef: ChildRef,
  child: FinishedChild,
  subjectWord: z.enum(['child', 'young person', 'unborn baby']),
  heading: text,
  draftId: RecordId,
  /** The day; `decidedAt` is the instant where a time was typed, and '' where it was not (C-9). */
  on: text,
  decidedAt: text,
  who: text,
  channel: text,
  significance: z.enum(['routine', 'significant', 'urgent']),
  changesDirection: z.boolean(),
  notToAct: z.boolean(),
  /** Its texts by the keys of entry-fields; one that is empty is left out. */
  fields: z.record(z.string(), text),
  actions: z.array(FinishedAction),
  /** Only of a gap: the months it tells of. */
  months: z.optional(z.array(text)),
  /** It waits for the next formal session. */
  toRevisit: z.boolean(),
  policy: FinishedPolicy,
  deadline: FinishedDeadline,
  lateEntry: z.boolean(),
  synthetic: z.boolean(),
  finalisedAt: text,
  finalisedBy: text,
});
export type ChildEntry = z.infer<typeof ChildEntry>;

/**
 * What a formal session said of a decision made outside it. Under the draft's own id: it follows the
 * answer until the child's record is finalised.
 */
export const DecisionRevisit = z.looseObject({
  id: RecordId,
  entryId: RecordId,
  childRef: ChildRef,
  sessionId: RecordId,
  outcome: z.enum(['confirmed', 'changed', 'withdrawn', 'notReached']),
  note: typed,
  on: typed,
  at: z.string(),
  by: z.string(),
});
export type DecisionRevisit = z.infer<typeof DecisionRevisit>;
