import { monthNames } from './calendar-date.ts';

/** The numbers in a typed date, before anyone asked whether such a day exists. */
export interface DateParts {
  readonly day: number;
  readonly month: number;
  readonly year?: string | undefined;
}

/** TYPED8: Excel writes a time beside every date. */
const clockTime = /[t ]([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/;

/** Lower case, single spaces, no ordinals, commas or clock time (TYPED2, TYPED8). */
export const tidy = (text: string) =>
  text
    .normalize('NFKC') // no-break spaces and full-width digits, as pasted from Word
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[,'’]/g, ' ')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(clockTime, '')
    .replace(/\.$/, '');

function monthFrom(word: string): number {
  return word.length < 3 ? 0 : monthNames.findIndex((m) => m.toLowerCase().startsWith(word)) + 1;
}

const between = ' ?[-/. ] ?';
const yearFirst = new RegExp(`^(\\d{4})${between}(\\d{1,2})${between}(\\d{1,2})$`);
const numbers = new RegExp(`^(\\d{1,2})${between}(\\d{1,2})(?:${between}(\\d+))?$`);
const dayThenName = /^(\d{1,2})[-/. ]*(?:of )?([a-z]+)(?:[-/. ]*(\d+))?$/;
const nameThenDay = /^([a-z]+)[-/. ]*(\d{1,2})(?:[-/. ]+(\d+))?$/;

/** Day first, unless four digits or a month's name say otherwise (TYPED1). */
export function readParts(typed: string): DateParts | undefined {
  const yearFirstMatch = yearFirst.exec(typed);
  if (yearFirstMatch) return parts(yearFirstMatch[3], yearFirstMatch[2], yearFirstMatch[1]);
  const numbersMatch = numbers.exec(typed);
  if (numbersMatch) return parts(numbersMatch[1], numbersMatch[2], numbersMatch[3]);
  const dayMatch = dayThenName.exec(typed);
  if (dayMatch) return named(dayMatch[1], dayMatch[2], dayMatch[3]);
  const nameMatch = nameThenDay.exec(typed);
  if (nameMatch) return named(nameMatch[2], nameMatch[1], nameMatch[3]);
  return undefined;
}

function parts(day: string | undefined, month: string | number | undefined, year?: string) {
  return { day: Number(day), month: Number(month), year };
}

function named(day: string | undefined, name = '', year?: string): DateParts | undefined {
  const month = monthFrom(name);
  return month > 0 ? parts(day, month, year) : undefined;
}
