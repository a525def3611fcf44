import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { DueAnswer } from './due-result.ts';

/**
 * AGREE5 (R-36, 003:162-165): the first day on which a practitioner is offered the route for supervision
 * that is not happening: the first overdue one. Undefined where the policy has no such route.
 */
export function entitlementOfferedFrom(
  profile: PolicyProfile,
  supervision: DueAnswer,
): CalendarDate | undefined {
  if (!profile.entitlement || supervision.outcome === 'none') return undefined;
  return supervision.overdueFrom;
}
