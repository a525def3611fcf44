import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { DraftAction, Settled } from './discussion.ts';
import { ToldAbsence } from './told-absence.ts';
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

/** What A2 has beside the aspects, each in words. Never required. */
export const noteTextKeys = [
  'agendaPractitioner',
  'agendaSupervisor',
  'appraisalGoalsProgress',
  'familyFeedback',
  'goodPractice',
  'diversityIssues',
  'teamGeneralIssues',
  'deliveryPlans',
  'disagreement',
] as const;
export type NoteTextKey = (typeof noteTextKeys)[number];

const textShape = Object.fromEntries(noteTextKeys.map((key) => [key, typed])) as Record<
  NoteTextKey,
  typeof typed
>; // each of these keys is a typed text: that is what makes the cast true

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
  ...textShape,
  /** Numbers of the standard for continuous learning that was worked on, '4.1' to '4.8'. */
  sweTags: listOf(z.string()),
  /** Whether the learning is logged as continuing professional development. */
  cpdLogged: z._default(z.enum(['', 'yes', 'no']), ''),
  /** Of a manager: whether case supervision is happening in the team, and how that is known (001:111). */
  caseSupervisionCheck: z._default(z.enum(['', 'yes', 'no']), ''),
  caseSupervisionNote: typed,
  /** Of somebody without cases: case-based decisions on thresholds (001:96). */
  thresholdDecisions: typed,
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
