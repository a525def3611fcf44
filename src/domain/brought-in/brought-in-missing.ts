import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { BroughtIn } from '#domain/records/brought-in.ts';

/** The day of the form as it was typed; undefined where it cannot be read. */
export function dayOfBroughtIn(typed: string, today: CalendarDate): CalendarDate | undefined {
  const read = readTypedDate(typed, today, { prefer: 'past' });
  return read.outcome === 'read' ? read.date : undefined;
}

/** BRIN1: what a record needs before it is kept: its day, who wrote it, what it was and its text. */
export function missingToConfirm(record: BroughtIn, today: CalendarDate): readonly Missing[] {
  const missing: Missing[] = [];
  if (record.kind === '') missing.push({ path: 'kind', message: 'Choose what it was' });
  const day = dayOfBroughtIn(record.on, today);
  if (record.on.trim() === '') missing.push({ path: 'on', message: 'Enter the day of the record' });
  else if (!day) missing.push({ path: 'on', message: 'Write the day like 12 March 2025' });
  else if (day > today)
    missing.push({ path: 'on', message: 'The day must be today or in the past' });
  if (record.author.trim() === '')
    missing.push({ path: 'author', message: 'Enter who wrote it, or that it is not known' });
  if (record.text.trim() === '') missing.push({ path: 'text', message: 'Paste the text' });
  return missing;
}
