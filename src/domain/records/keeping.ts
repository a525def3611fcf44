import * as z from 'zod/mini';
import { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { CancellationRecord } from './cancellation.ts';
import { childEntryKinds, DecisionRevisit } from './entry.ts';
import { FinishedPolicy } from './finished.ts';
import { GroupDay } from './group-day.ts';
import { StaffNote } from './staff-note.ts';
import { flag, listOf, typed } from './typed.ts';

/** What can be listed after a period of its own. Each belongs to one file, or to neither. */
export const keptKinds = [
  'childRecord',
  'groupRecord',
  'childEntry',
  'childGap',
  'childBroughtIn',
  'staffNote',
  'agreement',
  'observation',
  'monitoring',
  'cancellation',
  'gap',
  'handoverNote',
  'entitlement',
  'answer',
  'extraRequest',
  'staffBroughtIn',
  'preparation',
  'draft',
] as const;
export type KeptKind = (typeof keptKinds)[number];

const ofEachKind = Object.fromEntries(keptKinds.map((kind) => [kind, typed])) as Record<
  KeptKind,
  typeof typed
>; // every kind of the list is a key: that is what makes the cast true

/** How long each kind stays, as an ISO interval; '' is not set, and nothing of it is ever listed. */
const Periods = z.looseObject({
  ...ofEachKind,
  /** Days after a child's record was recorded in the case system: `P30D`. */
  recorded: typed,
});
export type Periods = z.infer<typeof Periods>;

/** The periods, of which there is one row, or a hold: nothing about that child or person is listed or removed. */
export const Keeping = z.looseObject({
  id: RecordId,
  what: z.enum(['periods', 'hold']),
  periods: z._default(Periods, () => Periods.parse({})),
  /** Of a hold: one of the two. */
  childRef: z.optional(ChildRef),
  staffRef: z.optional(StaffRef),
  reason: typed,
  /** Who holds, as typed. */
  heldBy: typed,
  from: typed,
  endedOn: typed,
  at: z.string(),
  by: z.string(),
});
export type Keeping = z.infer<typeof Keeping>;

const text = z.string();

/** What stays of a removed record: when, of what kind, and what its rules still read. None of its words. */
const stub = {
  id: RecordId,
  recordId: RecordId,
  kind: z.enum(keptKinds),
  /** The session it was of; '' where it was of none. */
  sessionId: z._default(z.union([RecordId, z.literal('')]), ''),
  /** The day of what was recorded. */
  on: text,
  /** SHA-256 of the finalised text, hex: what was signed can still be told from another text. */
  hash: text,
  policy: z.optional(FinishedPolicy),
  finalisedAt: typed,
  /** The day it was recorded in the case system, or placed on the supervision file, and where. */
  keptElsewhereOn: typed,
  reference: typed,
  /** The setting that it was past. */
  setting: z._default(z.enum(['kind', 'recorded']), 'kind'),
  period: typed,
  removedOn: text,
  removedBy: text,
};

const Significance = z.enum(['routine', 'significant', 'urgent']);

/** Of an entry: what its clocks, its deadline and the sessions after it are reckoned from (KEEP7). */
const EntryKept = z.looseObject({
  kind: z.enum(childEntryKinds),
  draftId: RecordId,
  decidedAt: typed,
  significance: Significance,
  changesDirection: flag,
  /** That something was decided, and not what. */
  isDecision: flag,
  months: listOf(text),
  /** What formal sessions said of it, without a word of theirs. */
  revisits: listOf(
    z.looseObject({
      sessionId: RecordId,
      outcome: DecisionRevisit.shape.outcome,
      on: typed,
      at: text,
    }),
  ),
});

export const ChildStub = z.looseObject({
  ...stub,
  file: z.literal('child'),
  childRef: ChildRef,
  entry: z.optional(EntryKept),
  /** Of a group’s record: the day, where it was a group that met (GROUP6). */
  groupDay: z.optional(GroupDay),
  /** '' of one that was no discussion. */
  depth: z.enum(['', 'brief', 'inDepth']),
  /** When each of its decisions was made and how grave it was: what its deadline is counted from (FIN8). */
  decisions: z.array(z.looseObject({ significance: Significance, decidedAt: text })),
});
export type ChildStub = z.infer<typeof ChildStub>;

/** Of the practitioner’s answer: which texts it was to, and whether they were agreed. */
const Answered = z.looseObject({
  stance: z.enum(['agreed', 'notAgreed']),
  answeredAt: text,
  read: listOf(z.looseObject({ id: z.string(), hash: z.string() })),
});

const Cancelled = z.looseObject({
  plannedFor: text,
  reason: CancellationRecord.shape.reason,
  exceptional: z.boolean(),
  rearrangedOn: typed,
});

export const StaffStub = z.looseObject({
  ...stub,
  file: z.literal('staff'),
  superviseeRef: StaffRef,
  /** Of an observation: which. */
  observed: typed,
  /** Of an agreement: from when it was in force, and when it was reviewed and went on as it was. */
  since: typed,
  reviewedOn: listOf(text),
  /** Of a cancelled session: what figures read of it, by its kind of reason and never in words. */
  cancelled: z.optional(Cancelled),
  /** Of a gap: the months that it told of. */
  months: listOf(text),
  /** Of notes: which part of supervision they were of, and whether they said why months were missed. */
  sessionType: z.optional(StaffNote.shape.sessionType),
  explained: flag,
  /** Of notes and preparations: days away, and never why (C-31). */
  away: listOf(z.looseObject({ from: text, to: text })),
  answer: z.optional(Answered),
});
export type StaffStub = z.infer<typeof StaffStub>;
