import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import { type CoverFacts, considersCover } from './cancellation.ts';
import { brokenText, unsettled } from './cancellation-missing.ts';

/**
 * GAP10: what a gap still needs before it is written on children's records. Not why: the kind of absence is
 * asked of nobody (C-31).
 */
export function missingForGap(question: {
  readonly record: CancellationRecord;
  readonly profile: PolicyProfile;
  readonly cover: CoverFacts;
  readonly by: string;
}): readonly Missing[] {
  const { record, profile, cover } = question;
  const isAsked = considersCover(profile, cover) && record.coverConsidered.trim() === '';
  return [
    ...(isAsked
      ? [{ path: 'coverConsidered', message: 'Say whether passing cases on was considered' }]
      : []),
    ...brokenText(question),
    ...unsettled(record),
  ];
}
