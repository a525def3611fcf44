import * as z from 'zod/mini';
import {
  englandAndWalesHolidays,
  type Holidays,
  holidaysFromTable,
} from '#domain/dates/bank-holidays.ts';

const Fields = z.record(z.string(), z.unknown());

const Vector = z.looseObject({
  id: z.string(),
  profile: z.string(),
  given: Fields,
  expect: Fields,
});
export type Vector = z.infer<typeof Vector>;

const VectorFile = z.looseObject({
  bankHolidays: z.optional(z.record(z.string(), z.string())),
  vectors: z.array(Vector),
});

export type ReadFile =
  | { readonly outcome: 'read'; readonly vectors: readonly Vector[]; readonly holidays: Holidays }
  | { readonly outcome: 'unreadable'; readonly why: string };

/** A parsed file of vectors with its own bank holidays (ours where it has none), or what is wrong. */
export function readVectorFile(parsed: unknown): ReadFile {
  const file = VectorFile.safeParse(parsed);
  if (!file.success) {
    const [issue] = file.error.issues;
    const where = issue?.path.join('.') || 'the file';
    return { outcome: 'unreadable', why: `${where}: ${issue?.message ?? 'not of the format'}` };
  }
  const { vectors, bankHolidays = {} } = file.data;
  if (vectors.length === 0) return { outcome: 'unreadable', why: 'it holds no vectors' };
  if (Object.keys(bankHolidays).length === 0)
    return { outcome: 'read', vectors, holidays: englandAndWalesHolidays };
  try {
    return { outcome: 'read', vectors, holidays: holidaysFromTable(bankHolidays) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { outcome: 'unreadable', why: `bankHolidays: ${why}` };
  }
}
