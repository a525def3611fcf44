import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import { type CalendarDate, dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { actionsPart, policyPart } from '#domain/finalise/finished-parts.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { type Observation, ObservationRecord } from '#domain/records/observation.ts';
import type { StaffAction } from '#domain/records/staff-action.ts';
import { modelWithElements, observationTables } from './observation-fields.ts';
import { missingFromObservation, observedMoment, readObservedDay } from './observation-missing.ts';

/** Everything a finished observation is made from. Pure: `at` is handed in. */
export interface ObservationQuestion {
  readonly observation: Observation;
  readonly at: string;
  readonly by: string;
  /** Whose work it was. */
  readonly supervisee: string;
  /** Of the day it was observed (PROF9). */
  readonly profile: PolicyProfile;
  readonly policySha256?: string | undefined;
  /** When the next one is due after this one, in words; '' where none is. */
  readonly nextDue: string;
  readonly synthetic: boolean;
}

export type FinalisedObservation =
  | {
      readonly outcome: 'finalised';
      readonly record: ObservationRecord;
      /** Its canonical text (RFC 8785): what is stored, and never written again. */
      readonly text: string;
    }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/** OBS4: an observation as a record of the supervision file, or what is still missing. */
export function buildObservation(question: ObservationQuestion): FinalisedObservation {
  const { observation, at, by, supervisee } = question;
  const missing = missingFromObservation({ observation, at, names: [by, supervisee] });
  const day = readObservedDay(observation, dateInLondon(toInstant(at)));
  if (missing.length > 0 || day.outcome !== 'read') return { outcome: 'missing', missing };
  const record = ObservationRecord.parse(bodyOf(question, day.date));
  const text = canonicalize(record);
  assert(text, `observation ${record.id} has no canonical form`);
  return { outcome: 'finalised', record, text };
}

function bodyOf(question: ObservationQuestion, on: CalendarDate) {
  const { observation, profile, at, by } = question;
  const { name, withFamily } = observationTables[observation.kind];
  return {
    ...observation,
    file: 'staff',
    schema: 1,
    heading: name,
    supervisee: question.supervisee,
    superviseeTerm: profile.terms.supervisee,
    observedOn: on,
    observedAt: observedMoment(observation, on) ?? '',
    practiceModel: withFamily ? modelWithElements(profile) : '',
    actionsAgreed: actionsPart(observation.actions, on),
    nextDue: question.nextDue,
    policy: policyPart(profile, question.policySha256),
    synthetic: question.synthetic,
    finalisedAt: at,
    finalisedBy: by,
  };
}

/**
 * OBS8: what was agreed, as actions of the supervision file: the next supervision finds them. An action
 * says which session it comes from; one of these comes from none, so it names the observation.
 */
export const actionsOfObservation = (
  record: ObservationRecord,
  { at, by }: { readonly at: string; readonly by: string },
): readonly StaffAction[] =>
  record.actionsAgreed.map(({ id, what, owner, byWhen, dueOn }) => ({
    ...{ id, what, owner, byWhen, dueOn },
    superviseeRef: record.superviseeRef,
    sessionId: record.id,
    agreedOn: record.observedOn,
    createdAt: at,
    createdBy: by,
  }));
