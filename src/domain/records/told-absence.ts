import * as z from 'zod/mini';
import { typed } from './typed.ts';

export const absenceKinds = [
  { value: 'annualLeave', label: 'Annual leave' },
  { value: 'sickness', label: 'Sickness' },
  { value: 'training', label: 'Training' },
  { value: 'other', label: 'Something else' },
] as const;

/** An absence with its kind. The kind and the detail stay on the supervision file (domain-spec A2.3). */
export const ToldAbsence = z.looseObject({
  id: z.string(),
  kind: z._default(z.enum(['', 'annualLeave', 'sickness', 'training', 'other']), ''),
  from: typed,
  to: typed,
  /** The two days as they were meant on the day they were typed; '' where none was read. */
  fromDate: typed,
  toDate: typed,
  detail: typed,
});
export type ToldAbsence = z.infer<typeof ToldAbsence>;

export function emptyAbsence(id: string): ToldAbsence {
  return ToldAbsence.parse({ id });
}
