import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { DraftAction } from './discussion.ts';
import { FinishedAction, FinishedPolicy } from './finished.ts';
import { flag, listOf, typed } from './typed.ts';

/** Practice that was watched (domain-spec A7), and supervision that was watched (A7b). */
export const observationKinds = ['liveSupervision', 'observationOfSupervision'] as const;
export type ObservationKind = (typeof observationKinds)[number];

/** What was watched, in general words: no child is named on this file. */
export const activities = [
  'homeVisit',
  'directWork',
  'meeting',
  'conference',
  'group',
  'call',
  'other',
] as const;
export type Activity = (typeof activities)[number];

export const areaTags = ['strength', 'development'] as const;
export type AreaTag = (typeof areaTags)[number];

const Area = z.looseObject({ evidence: typed, tag: z._default(z.enum(['', ...areaTags]), '') });
const area = z._default(Area, () => Area.parse({}));

/** Of both kinds: which are asked is in observation-fields. */
const ofAreas = {
  communication: area,
  preparation: area,
  childFocus: area,
  relationship: area,
  childVoice: area,
  authority: area,
  challenge: area,
  antiDiscriminatory: area,
  framework: area,
  endings: area,
  setting: area,
  agenda: area,
  functions: area,
  climate: area,
  stakeholders: area,
  hypotheses: area,
};
export type AreaKey = keyof typeof ofAreas;
const Areas = z.looseObject(ofAreas);

const rating = z._default(z.enum(['', '1', '2', '3', '4', '5']), '');

/** The seven elements of Motivational Social Work, from 1 to 5. */
const ofElements = {
  evocation: rating,
  collaboration: rating,
  autonomy: rating,
  empathy: rating,
  purposefulness: rating,
  clarity: rating,
  childFocus: rating,
};
export type ElementKey = keyof typeof ofElements;
const Elements = z.looseObject(ofElements);

/**
 * An observation of somebody's work, on the supervision file. Finalised, the row's body is its canonical
 * text and is an ObservationRecord.
 */
export const Observation = z.looseObject({
  id: RecordId,
  kind: z.enum(observationKinds),
  /** Whose work it was. */
  superviseeRef: StaffRef,
  observer: typed,
  /** Day and time, as typed. */
  on: typed,
  time: typed,
  activity: z._default(z.enum(['', ...activities]), ''),
  activityOther: typed,
  purpose: typed,
  plan: typed,
  /** Whether the child or the family was asked by the practitioner, and how. */
  consent: z._default(z.enum(['', 'yes', 'no']), ''),
  consentHow: typed,
  areas: z._default(Areas, () => Areas.parse({})),
  elements: z._default(Elements, () => Elements.parse({})),
  motivationalInterviewing: flag,
  wentWell: typed,
  challenging: typed,
  reflection: typed,
  /** Typed by the observer as it was told, or the practitioner's own words. */
  reflectionBy: z._default(z.enum(['told', 'own']), 'told'),
  familyFeedback: typed,
  feedback: typed,
  learning: typed,
  actions: listOf(DraftAction),
  noActions: flag,
  summary: typed,
  /** When a person said that it is not needed after all; '' again once it is. Its text stays. */
  droppedAt: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
  finalisedAt: typed,
});
export type Observation = z.infer<typeof Observation>;

const text = z.string();

/** What an observation becomes when finalised. A type of its own: nothing takes it for a child's record. */
export const ObservationRecord = z.looseObject({
  ...Observation.shape,
  file: z.literal('staff'),
  schema: z.literal(1),
  heading: text,
  supervisee: text,
  superviseeTerm: text,
  /** The day that was read from what was typed; the moment, where a time was. */
  observedOn: text,
  observedAt: text,
  /** What the policy calls its practice model, where its elements were asked for; else ''. */
  practiceModel: text,
  actionsAgreed: z.array(FinishedAction),
  /** When the next one was due, as it was shown; '' where the policy asks for none. */
  nextDue: text,
  policy: FinishedPolicy,
  synthetic: z.boolean(),
  finalisedBy: text,
});
export type ObservationRecord = z.infer<typeof ObservationRecord>;

/** The final of this observation; undefined for a draft. */
export function finalObservation(row: Observation): ObservationRecord | undefined {
  return row.finalisedAt === '' ? undefined : ObservationRecord.safeParse(row).data;
}
