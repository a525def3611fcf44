import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Training } from '#domain/records/staff.ts';

/** STAFF1 (C-22): as typed, or that there is none. Nothing anywhere waits for one. */
export const qualificationWords = (qualification: string): string =>
  qualification.trim() === '' ? 'No qualification recorded' : qualification;

/** "Motivational Interviewing on 3 March 2026". */
export function trainingLine({ what, on }: Training): string {
  const date = parseCalendarDate(on);
  return `${what}${date ? ` on ${formatDate(date)}` : ', no date held'}`;
}

/** Newest first; those without a date last, as they came. */
export const trainingsInOrder = (trainings: readonly Training[]): readonly Training[] =>
  trainings.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));

/** STAFF1 (R-60): what somebody was trained in, in one line. */
export const trainingWords = (trainings: readonly Training[]): string =>
  trainings.length === 0
    ? 'No training recorded'
    : trainingsInOrder(trainings).map(trainingLine).join('; ');

/** STAFF2 (R-60): what the policy says of the training of those who supervise. */
export function trainingAsked(profile: PolicyProfile): string | undefined {
  const { supervisorTraining } = profile;
  if (!supervisorTraining?.src) return undefined;
  const clause = cite(profile, supervisorTraining.src);
  return `Those who supervise need to be suitably trained, and supervised themselves (${clause}).`;
}
