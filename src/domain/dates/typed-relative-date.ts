import {
  addDays,
  addInterval,
  type CalendarDate,
  type Interval,
  weekday,
  weekdayNames,
} from './calendar-date.ts';

/** Which side of today a date without a year, or a bare `friday`, is looked for. */
export type Prefer = 'future' | 'past';

/** 1 is Monday; at least three letters, so that `m` is never guessed at. */
export function weekdayFrom(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const index = weekdayNames.findIndex((name) => name.toLowerCase().startsWith(word));
  if (index >= 0) return index + 1;
  return word === 'weds' ? 3 : undefined;
}

const namedDays = { yesterday: -1, today: 0, tomorrow: 1 } as const;

function readWeekday(words: string, today: CalendarDate, prefer: Prefer): CalendarDate | undefined {
  const [, which, word] = /^(?:(on|this|next|last) )?([a-z]+)$/.exec(words) ?? [];
  const wanted = weekdayFrom(word ?? '');
  if (wanted === undefined) return undefined;
  const ahead = wanted - weekday(today);
  // TYPED4: weeks start on Monday, so `next friday` is in the week after this one.
  if (which === 'next') return addDays(today, ahead + 7);
  const past = which === 'last' || (prefer === 'past' && which !== 'this');
  if (past) return addDays(today, ahead < 0 ? ahead : ahead - 7);
  return addDays(today, ahead > 0 ? ahead : ahead + 7);
}

const units = {
  day: ['D', 1],
  week: ['W', 1],
  fortnight: ['W', 2],
  month: ['M', 1],
  year: ['Y', 1],
} as const;

function readSpan(words: string, today: CalendarDate, prefer: Prefer): CalendarDate | undefined {
  const span = /^(in )?(\d{1,3}|an?) ?(day|week|fortnight|month|year)s?( time)?( ago)?$/.exec(
    words,
  );
  if (!span) return undefined;
  const [, ahead, howMany = '', unitWord = '', time, ago] = span;
  if (ago && (ahead || time)) return undefined;
  const [unit, times] = units[unitWord as keyof typeof units]; // the pattern allows no other word
  const count = (/^\d/.test(howMany) ? Number(howMany) : 1) * times;
  const back = ago !== undefined || (prefer === 'past' && !ahead && !time);
  const interval: Interval = `${back ? '-' : ''}P${count}${unit}`;
  return addInterval(today, interval);
}

/**
 * `today`, `friday`, `next friday`, `2 weeks`, `3 months ago` (TYPED4, TYPED5); undefined when the
 * words are none of these. `words` are lower case with single spaces.
 */
export function readRelativeDate(
  words: string,
  today: CalendarDate,
  prefer: Prefer,
): CalendarDate | undefined {
  if (Object.hasOwn(namedDays, words))
    return addDays(today, namedDays[words as keyof typeof namedDays]);
  return readWeekday(words, today, prefer) ?? readSpan(words, today, prefer);
}
