import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { withReadDays } from '#domain/entitlements/entitlement-days.ts';
import type { Entitlement } from '#domain/records/entitlement.ts';
import type { FormValues } from '#ui/form-values.ts';

export type EntitlementValues = FormValues<Entitlement>;

/** A copy, with each day read as it was typed. `last` is what the form made before. */
export const entitlementFrom = (
  values: EntitlementValues,
  last: Entitlement,
  today: CalendarDate,
): Entitlement => withReadDays(structuredClone(values) as Entitlement, last, today); // made from one
