import * as z from 'zod/mini';
import { flag, listOf, typed } from './typed.ts';

const NamedDay = z.looseObject({ on: z.string(), name: z.string() });
export type NamedDay = z.infer<typeof NamedDay>;

/** A day that a person typed. `removed`: on the list and no bank holiday after all. */
const TypedDay = z.looseObject({
  id: z.string(),
  kind: z.enum(['added', 'removed', 'closure']),
  on: z.string(),
  name: typed,
  at: z.string(),
  by: typed,
});
export type TypedDay = z.infer<typeof TypedDay>;

/** What is known of bank holidays here beyond what the app ships: one row in a person's records. */
export const HolidayList = z.looseObject({
  id: z.string(),
  /** Of England and Wales, from the file that GOV.UK publishes. */
  published: listOf(NamedDay),
  publishedAt: typed,
  typed: listOf(TypedDay),
  /** Whether days on which the council is closed are no working days for a deadline. */
  closuresCount: flag,
});
export type HolidayList = z.infer<typeof HolidayList>;
