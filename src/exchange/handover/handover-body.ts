import * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';
import { parseInstant } from '#domain/dates/calendar-date.ts';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { SupervisionRelation, supervisionKinds } from '#domain/records/staff.ts';
import { flag, listOf, typed } from '#domain/records/typed.ts';

/**
 * How a record of the file joins the one that is here. `merged`: by field, three ways. `fixed`: finished
 * text, never written again. `author`: as whoever wrote it last had it.
 */
export const joinedHow = {
  sessions: 'merged',
  agreements: 'merged',
  preparations: 'merged',
  responses: 'merged',
  entitlements: 'merged',
  absences: 'merged',
  notes: 'fixed',
  staffSignatures: 'fixed',
  childRecords: 'fixed',
  childAmendments: 'fixed',
  childMarks: 'fixed',
  childSignatures: 'fixed',
  childEntries: 'fixed',
  childActions: 'author',
  childActionEvents: 'author',
  decisions: 'author',
  decisionRevisits: 'author',
  staffActions: 'author',
  staffActionEvents: 'author',
  handoverNotes: 'fixed',
  observations: 'fixed',
  monitoring: 'fixed',
  cancellations: 'fixed',
  staffAmendments: 'fixed',
  staffMarks: 'fixed',
  childBroughtIn: 'author',
  staffBroughtIn: 'author',
  childStubs: 'author',
  staffStubs: 'author',
} as const satisfies Partial<Record<CollectionName, 'merged' | 'fixed' | 'author'>>;

export type HandedCollection = keyof typeof joinedHow;
export const handedCollections = Object.keys(joinedHow) as [
  HandedCollection,
  ...HandedCollection[],
];

export const referenceCollections = [
  'staff',
  'children',
  'allocations',
  'priorDiscussions',
  'profiles',
] as const;
/** The rest is taken whole or not at all. */
export const mergedReference: readonly string[] = ['staff', 'children', 'allocations'];
export type ReferenceCollection = (typeof referenceCollections)[number];

/** The SHA-256 of the body that the sender last had from the reader; '' where there was none. */
const basedOn = typed;

const ReferenceRow = z.looseObject({
  collection: z.enum(referenceCollections),
  /** As the sender knows it. */
  ref: z.string(),
  /** Every reference that the sender knows it by: how the reader finds who it is. */
  refs: listOf(z.string()),
  /** JSON of the fields that go out. */
  text: z.string(),
  basedOn,
});
export type ReferenceRow = z.infer<typeof ReferenceRow>;

const RecordRow = z.looseObject({
  collection: z.enum(handedCollections),
  id: RecordId,
  /** The stored text to the letter, or JSON of the body where part of it stays behind. */
  text: z.string(),
  basedOn,
});
export type RecordRow = z.infer<typeof RecordRow>;

/** Somebody whose supervision a file is about, as the sender has it. */
const About = z.looseObject({
  ref: StaffRef,
  name: z.string(),
  /** What the sender answers for. */
  kind: z._default(z.enum(supervisionKinds), 'both'),
  /** Who else supervises this person, or did. */
  others: listOf(SupervisionRelation),
});
export type About = z.infer<typeof About>;

/**
 * What a file is for. `forPractitioner`, `forSupervisor`: between the two of a supervision. `handOver`: a
 * supervisee to another supervisor. `cover`, `coverBack`: to whoever stands in for some days, and back.
 */
export const handoverKinds = [
  'forPractitioner',
  'forSupervisor',
  'handOver',
  'cover',
  'coverBack',
] as const;

/** Whether a file brings the list with it, and does not only say who its children are. */
export const bringsList = (kind: (typeof handoverKinds)[number]): boolean =>
  kind !== 'forSupervisor' && kind !== 'coverBack';

/** What is inside the seal. */
export const Handover = z.looseObject({
  kind: z.enum(handoverKinds),
  fileId: RecordId,
  /** Counts up on each device. */
  serial: z.number(),
  device: z.string(),
  madeAt: z.string().check(z.refine((text) => parseInstant(text) !== undefined)),
  /** `refs`: every reference the sender is known by. */
  from: z.looseObject({ ref: StaffRef, refs: listOf(z.string()), name: z.string(), role: typed }),
  to: z.looseObject({ ref: StaffRef, name: z.string() }),
  profileId: z.string(),
  caseSystem: z.string(),
  organisation: typed,
  /** Whose supervision is handed over or covered; empty between the two of one. */
  about: listOf(About),
  /** Of a cover: from and to, both days included, and whether supervision notes are in it. */
  coverFrom: typed,
  coverTo: typed,
  seesNotes: flag,
  /** Ids of the finished records that wait for the practitioner's answer. */
  awaiting: listOf(z.string()),
  reference: z.array(ReferenceRow),
  records: z.array(RecordRow),
});
export type Handover = z.infer<typeof Handover>;
