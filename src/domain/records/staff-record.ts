import * as z from 'zod/mini';
import { RecordId } from '#domain/ids.ts';
import { SupervisionRecordForm } from '#domain/policies/profile-forms.ts';
import { FinishedPolicy } from './finished.ts';
import { StaffNote } from './staff-note.ts';
import { ToldAbsence } from './told-absence.ts';
import { flag, listOf, typed } from './typed.ts';

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

/** A group that the practitioner was in: the attendance line of the supervision file (A3, group variant). */
const AttendedGroup = z.looseObject({
  id: text,
  on: text,
  name: text,
  facilitator: text,
  /** As what this person took part. */
  role: text,
  familySafeguarding: z.boolean(),
  confidentialityAgreed: z.boolean(),
});
export type AttendedGroup = z.infer<typeof AttendedGroup>;

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
  /** When they met, from and to: left out of a record from before it was kept. */
  sittings: z.optional(z.array(z.looseObject({ from: text, to: text }))),
  /** The agenda both agreed: children by the council's reference, never by name. Left out where none was. */
  agendaAgreed: z.optional(
    z.looseObject({ at: text, items: z.array(z.looseObject({ reference: text, depth: text })) }),
  ),
  organisation: z.optional(text),
  /** The policy's own form, in its words of that day (FORM1); left out where it has none. */
  form: z.optional(SupervisionRecordForm),
  coverage: z.looseObject({ of: z.enum(['all', 'sample']), words: text }),
  /** Absences as the practitioner wrote them in her own response, beside those told in the session. */
  absencesWritten: listOf(ToldAbsence),
  noAbsencesWritten: flag,
  /** Groups since last time; left out where there was none. */
  groupsAttended: z.optional(z.array(AttendedGroup)),
  /** The months whose supervision was missed since last time, in words; '' where none was. */
  gap: typed,
  actionsReviewed: listOf(ReviewedAction),
  actionsAgreed: listOf(AgreedAction),
  /** The date of the typed next meeting, and when supervision was due, as it was shown. */
  nextMeetingDate: typed,
  nextDue: typed,
  policy: FinishedPolicy,
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
