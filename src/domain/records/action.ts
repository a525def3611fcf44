import * as z from 'zod/mini';
import { ChildRef, RecordId } from '#domain/ids.ts';
import { flag, typed } from './typed.ts';

/** What, who, by when. What happened to it afterwards is appended as events; state is their fold. */
export const ChildAction = z.looseObject({
  id: RecordId,
  childRef: ChildRef,
  sessionId: RecordId,
  discussionId: RecordId,
  what: typed,
  owner: typed,
  /** As typed; `dueOn` is its date where it could be read. */
  byWhen: typed,
  dueOn: typed,
  agreedOn: typed,
  /** Left out where nobody ticked it (003:121,214). */
  immediateSafeguarding: z.optional(z.boolean()),
  createdAt: z.string(),
  createdBy: z.string(),
});
export type ChildAction = z.infer<typeof ChildAction>;

export const actionOutcomes = [
  'done',
  'carried',
  'noLongerNeeded',
  'withdrawn',
  'restored',
  /** What the practitioner says beforehand. It settles nothing: the session does. */
  'saidDone',
  'saidNotDone',
  /** Another owner or another day; it stays open. */
  'changed',
  /** Takes back the event that `undoes` names. Both stay in the history. */
  'undone',
] as const;

/** Only on an event that says so: who has the action from then on, by when, and what is taken back. */
export const changedByEvent = {
  owner: z.optional(z.string()),
  byWhen: z.optional(z.string()),
  dueOn: z.optional(z.string()),
  undoes: z.optional(RecordId),
};

export const ChildActionEvent = z.looseObject({
  id: RecordId,
  actionId: RecordId,
  childRef: ChildRef,
  sessionId: RecordId,
  outcome: z.enum(actionOutcomes),
  on: typed,
  reason: typed,
  ...changedByEvent,
  at: z.string(),
  by: z.string(),
});
export type ChildActionEvent = z.infer<typeof ChildActionEvent>;

/** A decision made in supervision, on the child's record from the moment the session ends. */
export const ChildDecision = z.looseObject({
  id: RecordId,
  childRef: ChildRef,
  sessionId: RecordId,
  discussionId: RecordId,
  text: typed,
  rationale: typed,
  significance: z._default(z.enum(['routine', 'significant', 'urgent']), 'routine'),
  changesDirection: flag,
  decidedAt: typed,
  withdrawn: z._default(z.boolean(), false),
  /** Told to a device that does not hold the group; left out everywhere else (HAND15). */
  madeIn: z.optional(z.literal('group')),
  createdBy: z.string(),
});
export type ChildDecision = z.infer<typeof ChildDecision>;
