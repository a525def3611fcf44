import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { PlannedSession } from '#domain/due/leave.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';

/** Why a planned session was not held (domain-spec A10). On the supervision file alone. */
export const cancellationReasons = [
  { value: 'practitionerSick', label: 'Practitioner off sick' },
  { value: 'supervisorSick', label: 'Supervisor off sick' },
  { value: 'annualLeave', label: 'Annual leave' },
  { value: 'childProtection', label: 'Emergency child protection' },
  { value: 'court', label: 'Court' },
  { value: 'duty', label: 'Duty, or a new case that could not wait' },
  { value: 'operational', label: 'Operational crisis' },
  { value: 'training', label: 'Training' },
  { value: 'other', label: 'Something else' },
] as const;
export type CancellationReason = (typeof cancellationReasons)[number]['value'];

/** As it is typed: '' and undefined are "not said yet". */
export interface Cancellation {
  readonly plannedFor: CalendarDate;
  readonly reason: '' | CancellationReason;
  readonly otherReason: string;
  /** Whether the reason is exceptional: a person says so, no reason is so by itself. */
  readonly exceptional?: boolean | undefined;
  readonly rearrangedFor?: CalendarDate | undefined;
  readonly whyNotRearranged: string;
  readonly coverConsidered: string;
}

/** What makes cover worth a thought: a high risk, or an absence as long as this (001:87). */
export interface CoverFacts {
  readonly highRisk: boolean;
  readonly absenceWorkingDays: number;
}

const longAbsence = 10; // working days: the specification's number beside 001:87

const blank = (text: string) => text.trim() === '';

const isReasonGiven = ({ reason, otherReason }: Cancellation): boolean =>
  reason !== '' && (reason !== 'other' || !blank(otherReason));

/** What a cancellation still has to say (CANCEL1, CANCEL2, CANCEL5; R-43, A10), by its fields. */
export function missingForCancellation(
  profile: PolicyProfile,
  cancellation: Cancellation,
  cover: CoverFacts,
): readonly Missing[] {
  const { exceptional, rearrangedFor, whyNotRearranged, coverConsidered } = cancellation;
  const { reasonRequired, exceptionalOnly } = profile.cancellation ?? {};
  const missing: Missing[] = [];
  if (reasonRequired && !isReasonGiven(cancellation))
    missing.push({ path: 'reason', message: 'Say why the session was cancelled' });
  if (exceptionalOnly && exceptional === undefined)
    missing.push({ path: 'exceptional', message: 'Say whether the reason was exceptional' });
  if (reasonRequired && rearrangedFor === undefined && blank(whyNotRearranged))
    missing.push({
      path: 'rearrangedFor',
      message: 'Enter the new day, or why there is none yet',
    });
  if (considersCover(profile, cover) && blank(coverConsidered))
    missing.push({ path: 'coverConsidered', message: 'Say who covers these cases meanwhile' });
  return missing;
}

/** CANCEL5 (001:87): where the policy asks for it, and a child is at high risk or the absence is long. */
export const considersCover = (
  { leaveGap }: PolicyProfile,
  { highRisk, absenceWorkingDays }: CoverFacts,
): boolean =>
  leaveGap?.reallocationPrompt === true && (highRisk || absenceWorkingDays > longAbsence);

/**
 * CANCEL3: what the clocks know of it. Cancelling meets none and moves no due date; only an exceptional
 * reason that is recorded explains the period that was missed (LEAVE1).
 */
export function lostSession(cancellation: Cancellation): PlannedSession {
  const { plannedFor: on, exceptional } = cancellation;
  return { on, exceptionalReason: exceptional === true && isReasonGiven(cancellation) };
}

/** CANCEL4: the children who will be late by the new date, or who have a date at all where there is none. */
export function childrenAtRisk<C extends { readonly dueOn?: CalendarDate | undefined }>(
  children: readonly C[],
  { rearrangedFor }: Pick<Cancellation, 'rearrangedFor'>,
): readonly C[] {
  return children.filter(
    ({ dueOn }) => dueOn !== undefined && (rearrangedFor === undefined || dueOn < rearrangedFor),
  );
}
