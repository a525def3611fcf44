import * as z from 'zod/mini';
import { ChildRef } from '#domain/ids.ts';
import { typed } from './typed.ts';

/**
 * When a child was last discussed before Footprint held a record of it. "Do not know" and "never" are
 * answers of a person; without any answer there is no row.
 */
export const PriorDiscussion = z.looseObject({
  childRef: ChildRef,
  answer: z.enum(['date', 'unknown', 'never']),
  /** ISO date where the answer is one. */
  on: typed,
  /** The day of the last discussion in depth, where it is known too. */
  inDepthOn: typed,
  source: z._default(z.enum(['told', 'file']), 'told'),
  at: z.string(),
  by: z.string(),
});
export type PriorDiscussion = z.infer<typeof PriorDiscussion>;
