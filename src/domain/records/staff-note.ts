import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { DraftAction, Settled } from './discussion.ts';
import { ToldAbsence } from './response.ts';
import { flag, listOf, typed } from './typed.ts';

/** The four aspects and support of 000:167-182, each with text or a reason why not (domain-spec A2). */
export const aspectKeys = [
  'managerial',
  'workAndCases',
  'development',
  'relationships',
  'support',
] as const;
export type AspectKey = (typeof aspectKeys)[number];

const Aspect = z.looseObject({ text: typed, notCovered: typed });
const emptyAspect = z._default(Aspect, () => Aspect.parse({}));

/**
 * Personal supervision notes of one session (domain-spec A2). They stay on the supervision file; no
 * child export can take one. Finalised, the row's body is its canonical text and is a StaffRecord.
 */
export const StaffNote = z.looseObject({
  id: RecordId,
  sessionId: RecordId,
  superviseeRef: StaffRef,
  sessionType: z._default(
    z.enum(['caseAndPersonal', 'personal', 'case', 'group']),
    'caseAndPersonal',
  ),
  mode: z._default(z.enum(['', 'inPerson', 'video', 'phone']), ''),
  location: typed,
  managerial: emptyAspect,
  workAndCases: emptyAspect,
  development: emptyAspect,
  relationships: emptyAspect,
  support: emptyAspect,
  /** "Discussed, detail not recorded at the worker's request." */
  supportDetailWithheld: flag,
  /** As told in the session, where the practitioner did not prepare them. */
  absences: listOf(ToldAbsence),
  noAbsences: flag,
  gapWhy: typed,
  /** Neutral words for each child's record: who covered. */
  gapCover: typed,
  gapReallocation: typed,
  settled: listOf(Settled),
  actions: listOf(DraftAction),
  /** Any other business, and the whole of notes written before the aspects had fields of their own. */
  text: typed,
  nextMeetingOn: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
  finalisedAt: typed,
});
export type StaffNote = z.infer<typeof StaffNote>;

const text = z.string();

const ReviewedAction = z.looseObject({
  id: RecordId,
  what: text,
  owner: text,
  dueOn: text,
  /** '' where nothing was said of it. */
  outcome: z.enum(['', 'done', 'carried', 'noLongerNeeded']),
  reason: text,
});

const AgreedAction = z.looseObject({
  id: RecordId,
  what: text,
  owner: text,
  byWhen: text,
  dueOn: text,
});

/** What supervision notes become when finalised. A type of its own: nothing takes it for a ChildRecord. */
export const StaffRecord = z.looseObject({
  ...StaffNote.shape,
  file: z.literal('staff'),
  schema: z.literal(1),
  heading: text,
  supervisor: text,
  supervisee: text,
  /** What the policy calls the person, and whether it speaks of the three Ps: the words that were shown. */
  superviseeTerm: typed,
  threePs: flag,
  /** Meeting, writing and finalising: three dates, each said. */
  meetingOn: text,
  writtenOn: text,
  coverage: z.looseObject({ of: z.enum(['all', 'sample']), words: text }),
  /** Absences as the practitioner wrote them in her own response, beside those told in the session. */
  absencesWritten: listOf(ToldAbsence),
  noAbsencesWritten: flag,
  /** The months whose supervision was missed since last time, in words; '' where none was. */
  gap: typed,
  actionsReviewed: listOf(ReviewedAction),
  actionsAgreed: listOf(AgreedAction),
  /** The date of the typed next meeting, and when supervision was due, as it was shown. */
  nextMeetingDate: typed,
  nextDue: typed,
  policy: z.looseObject({
    id: text,
    label: text,
    version: z.optional(text),
    sha256: z.optional(text),
  }),
  deadline: z.looseObject({ dueOn: text, clause: text, words: text }),
  lateEntry: z.boolean(),
  synthetic: z.boolean(),
  finalisedBy: text,
});
export type StaffRecord = z.infer<typeof StaffRecord>;

/** The final of these notes; undefined for a draft, and for notes finalised before they had one. */
export function finalOf(note: StaffNote): StaffRecord | undefined {
  return note.finalisedAt === '' ? undefined : StaffRecord.safeParse(note).data;
}
