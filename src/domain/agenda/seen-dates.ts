import { type CalendarDate, formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { SubjectWord } from '#domain/records/discussion-fields.ts';
import type { PreparedChild } from '#domain/records/preparation.ts';

type SeenKey = 'seenOn' | 'seenAloneOn' | 'inTouchOn';

export interface SeenField {
  readonly key: SeenKey;
  /** Where the date that was read from it is kept. */
  readonly dateKey: `${SeenKey}Date`;
  readonly label: string;
}

const field = (key: SeenKey, label: string): SeenField => ({ key, dateKey: `${key}Date`, label });

/**
 * PREP8: a young person may have been in touch instead; before the birth it is the parents who are
 * seen (A3).
 */
export function seenFields(word: SubjectWord): readonly SeenField[] {
  if (word === 'unborn baby') return [field('seenOn', 'Parents seen on')];
  const seen = [field('seenOn', 'Seen on'), field('seenAloneOn', 'Seen alone on')];
  return word === 'young person' ? [...seen, field('inTouchOn', 'In touch on')] : seen;
}

/** PREP9: the date as it was meant on the day it was typed; '' where none could be read. */
export function readSeenDate(typed: string, today: CalendarDate): CalendarDate | '' {
  const read = readTypedDate(typed, today, { prefer: 'past' });
  return read.outcome === 'read' ? read.date : '';
}

export interface SeenEntry {
  readonly key: SeenKey;
  readonly label: string;
  readonly words: string;
}

/**
 * What was written, as a date where one was read and otherwise as it was typed: also in a field that
 * is no longer asked, because the word for the child has changed since.
 */
export function seenEntries(part: PreparedChild, word: SubjectWord): readonly SeenEntry[] {
  const asked = seenFields(word);
  const other = seenFields('young person').filter(({ key }) => !asked.some((a) => a.key === key));
  return [...asked, ...other]
    .map(({ key, dateKey, label }) => {
      const date = parseCalendarDate(part[dateKey]);
      return { key, label, words: date ? formatDate(date) : part[key] };
    })
    .filter(({ words }) => words.trim() !== '');
}
