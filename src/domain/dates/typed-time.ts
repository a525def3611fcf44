import { formatTime, toInstant } from './calendar-date.ts';

export type TypedTime =
  | { readonly outcome: 'read'; readonly hour: number; readonly minute: number }
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'unreadable'; readonly reason: string };

const unreadable = (reason: string): TypedTime => ({ outcome: 'unreadable', reason });
const example = 'Write a time like 2:41pm or 14:41';

const named: Readonly<Record<string, number>> = { midday: 12, noon: 12, midnight: 0 };
const pattern = /^(\d{1,2})(?:[:. ]?(\d{2}))?(?: ?([ap])\.?m\.?)?$/;

/**
 * A time of day as people type it (TYPED11, TYPED12 in ../RULES.md). From 1:00 to 6:59 without am, pm or a
 * leading nought nobody knows which half of the day is meant, and a deadline in hours rests on it: a
 * person says.
 */
export function readTypedTime(text: string): TypedTime {
  const typed = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (typed === '') return { outcome: 'empty' };
  const word = named[typed];
  if (word !== undefined) return { outcome: 'read', hour: word, minute: 0 };
  const [, hours, minutes, half] = pattern.exec(typed) ?? [];
  if (hours === undefined || (minutes === undefined && half === undefined))
    return unreadable(example);
  const hour = Number(hours);
  const minute = Number(minutes ?? '0');
  if (minute > 59 || hour > 23) return unreadable(`${text.trim()} is not a time. ${example}`);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return unreadable(`${text.trim()} is not a time. ${example}`);
    return { outcome: 'read', hour: (hour % 12) + (half === 'p' ? 12 : 0), minute };
  }
  if (hour >= 1 && hour <= 6 && !hours.startsWith('0')) {
    const at = `${hour}:${minutes}`;
    return unreadable(`Write ${at}am or ${at}pm`);
  }
  return { outcome: 'read', hour, minute };
}

/** The time now, as a person would have typed it. */
export const timeAsTyped = (now: string): string => formatTime(toInstant(now));
