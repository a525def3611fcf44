import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { Directory, wrongInDirectory } from './directory.ts';

export type ReadDirectory =
  | { readonly outcome: 'read'; readonly directory: Directory }
  | { readonly outcome: 'wrong'; readonly why: string };

/** The directory file's text. Never says what stands in it: only where it is wrong. */
export function readDirectory(text: string, today: CalendarDate): ReadDirectory {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own words quote the file, which holds names.
    return { outcome: 'wrong', why: 'it is not JSON' };
  }
  const parsed = Directory.safeParse(json);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') || 'the file';
    return { outcome: 'wrong', why: `"${at}" is missing or is not what it should be` };
  }
  const why = wrongInDirectory(parsed.data, today);
  return why === undefined
    ? { outcome: 'read', directory: parsed.data }
    : { outcome: 'wrong', why };
}
