import * as z from 'zod/mini';
import { flag, listOf, typed } from './typed.ts';

/** A row as it was before an import changed it; null where the import made it. */
const Before = z.looseObject({
  collection: z.enum(['children', 'allocations', 'staff', 'priorDiscussions', 'unreadRows']),
  id: z.string(),
  body: z.nullable(z.unknown()),
  /** The row's version after the import: a row changed since is not undone. */
  v: z.number(),
});

/** One import of the council's file: what it told of, and what is needed to undo it. */
export const CaseloadImport = z.looseObject({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  asAt: typed,
  source: z.enum(['csv', 'ssd']),
  /** References of the workers whose children were taken; everyone else was dropped unread. */
  workers: listOf(z.string()),
  childCount: z._default(z.number(), 0),
  /** For a CSV: its headings and what each column was said to be, to be offered again. */
  headings: listOf(z.string()),
  mapping: z._default(z.record(z.string(), z.string()), () => ({})),
  undone: flag,
  before: listOf(Before),
});
export type CaseloadImport = z.infer<typeof CaseloadImport>;
