import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';

export type ReadAnswer =
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'answer'; readonly answer: 'unknown' | 'never' }
  | { readonly outcome: 'date'; readonly on: CalendarDate }
  | { readonly outcome: 'unreadable'; readonly reason: string };

const unknownWords = ['do not know', "don't know", 'not known', 'unknown', 'dk', '?'];
const neverWords = ['never', 'none', 'not yet'];

/** One cell of "when was each child last discussed": a past date, "do not know", or "never". */
export function readLastDiscussed(typed: string, today: CalendarDate): ReadAnswer {
  const plain = typed.trim().toLowerCase();
  if (plain === '') return { outcome: 'empty' };
  if (unknownWords.includes(plain)) return { outcome: 'answer', answer: 'unknown' };
  if (neverWords.includes(plain)) return { outcome: 'answer', answer: 'never' };
  const read = readTypedDate(typed, today, { prefer: 'past' });
  if (read.outcome === 'empty') return { outcome: 'empty' };
  if (read.outcome === 'unreadable') return read;
  if (read.date > today) {
    return { outcome: 'unreadable', reason: 'The date must be today or in the past' };
  }
  return { outcome: 'date', on: read.date };
}

/** A column copied from a spreadsheet: one line for each child, in the order of the grid. */
export const pastedColumn = (text: string): readonly string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t')[0]?.trim() ?? '');
