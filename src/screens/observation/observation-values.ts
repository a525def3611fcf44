import type { Observation } from '#domain/records/observation.ts';
import type { FormValues } from '#ui/form-values.ts';

export type ObservationValues = FormValues<Observation>;

/** A copy: the form goes on changing its own values. Fields it does not know are still in them. */
export const observationOf = (values: ObservationValues): Observation =>
  structuredClone(values) as Observation; // made from one
