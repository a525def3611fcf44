import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { isEmptyAction } from '#domain/discussion/discussion-progress.ts';
import type { RecordId } from '#domain/ids.ts';
import { cohortOptions, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { RecordingDeadline } from '#domain/recording/recording-deadline.ts';
import type { Child } from '#domain/records/child.ts';
import type { DraftAction } from '#domain/records/discussion.ts';
import { dueOnOf } from '#domain/session/end-session.ts';

/** What every finished text of a child has, whatever it is made of: who it is about, as it was on that day. */
export function childPart(child: Child, profile: PolicyProfile) {
  const status = cohortOptions(profile).find(({ code }) => code === child.status);
  return {
    name: child.name,
    reference: child.reference,
    dateOfBirth: child.dateOfBirth,
    expectedOn: child.expectedOn,
    status: status?.label ?? child.status,
  };
}

/** PROF11: what a finished text was judged by. */
export const policyPart = (profile: PolicyProfile, sha256: string | undefined) => ({
  id: profile.id,
  label: profile.source.label,
  ...(profile.version === undefined ? {} : { version: profile.version }),
  ...(sha256 ? { sha256 } : {}),
});

/** The deadline as it was shown: evidence of that day, read by no rule. */
export function deadlinePart(deadline: RecordingDeadline) {
  const due = deadline.status === 'due' ? deadline : undefined;
  return {
    dueOn: due?.dueOn ?? '',
    dueAt: due?.dueAt ?? '',
    clause: due?.clause ?? '',
    words: due?.words ?? (deadline.status === 'none' ? deadline.why : ''),
  };
}

interface RecordedAction {
  readonly id: RecordId;
  readonly what: string;
  readonly owner: string;
  readonly byWhen: string;
  readonly dueOn: string;
  readonly immediateSafeguarding?: true;
}

/** The actions that were written, with the day of each where it can be read from `on`. */
export const actionsPart = (
  actions: readonly DraftAction[],
  on: CalendarDate,
): readonly RecordedAction[] =>
  actions
    .filter((action) => !isEmptyAction(action))
    .map(({ id, what, owner, byWhen, immediateSafeguarding }) => ({
      id,
      what,
      owner,
      byWhen,
      dueOn: dueOnOf(byWhen, on),
      ...(immediateSafeguarding ? { immediateSafeguarding } : {}),
    }));
