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
