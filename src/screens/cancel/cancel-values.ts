import type { CancellationRecord } from '#domain/records/cancellation.ts';
import type { FormValues } from '#ui/form-values.ts';

export type CancelValues = FormValues<CancellationRecord>;

/** A copy: the form goes on changing its own values. Fields it does not know are still in them. */
export const cancellationFrom = (values: CancelValues): CancellationRecord =>
  structuredClone(values) as CancellationRecord; // made from one
