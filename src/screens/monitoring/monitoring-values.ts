import type { Monitoring } from '#domain/records/monitoring.ts';
import type { FormValues } from '#ui/form-values.ts';

export type MonitoringValues = FormValues<Monitoring>;

/** A copy: the form goes on changing its own values. Fields it does not know are still in them. */
export const formOf = (values: MonitoringValues): Monitoring =>
  structuredClone(values) as Monitoring; // made from one
