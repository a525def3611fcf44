import { type CalendarDate, laterOf } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';

export interface Signatures {
  readonly supervisee?: CalendarDate | undefined;
  readonly supervisor?: CalendarDate | undefined;
}

/**
 * AGREE2: the later signature. Where the policy wants both before the first session (003:167) one alone
 * agrees nothing; elsewhere a signature is not needed, so the one there is counts.
 */
export function agreedOn(
  profile: PolicyProfile,
  { supervisee, supervisor }: Signatures,
): CalendarDate | undefined {
  if (supervisee !== undefined && supervisor !== undefined) return laterOf(supervisee, supervisor);
  return profile.agreement?.signedBeforeFirstSession ? undefined : (supervisee ?? supervisor);
}
