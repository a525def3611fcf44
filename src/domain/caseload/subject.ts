import { type CalendarDate, daysBetween, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Child } from '#domain/records/child.ts';
import type { SubjectWord } from '#domain/records/discussion-fields.ts';

/** Statuses of the policies that mean a care-experienced young person. */
const careExperienced = ['CARE_EXP', 'IF', 'CARE_LEAVER'];

type Born = Pick<Child, 'dateOfBirth' | 'expectedOn' | 'status'>;

/** Whole years, by birthdays; someone born on 29 February is a year older on 1 March. */
export function ageInYears(dateOfBirth: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return on.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** SUBJ1: "young person" from 16 or care experienced, "unborn baby" before birth (design section 9). */
export function subjectWord(child: Born, on: CalendarDate): SubjectWord {
  const born = parseCalendarDate(child.dateOfBirth);
  if (!born && child.expectedOn !== '') return 'unborn baby';
  if (careExperienced.includes(child.status)) return 'young person';
  return born && ageInYears(born, on) >= 16 ? 'young person' : 'child';
}

/** "9 years old", "7 months old", "3 weeks old", "unborn, expected 4 March 2027"; '' where nothing is held. */
export function ageText(
  child: Born,
  on: CalendarDate,
  formatDate: (date: CalendarDate) => string,
): string {
  const born = parseCalendarDate(child.dateOfBirth);
  if (!born) {
    const expected = parseCalendarDate(child.expectedOn);
    return expected ? `unborn, expected ${formatDate(expected)}` : '';
  }
  const days = daysBetween(born, on);
  if (days < 0) return '';
  const years = ageInYears(born, on);
  if (years >= 2) return `${years} years old`;
  const months =
    (Number(on.slice(0, 4)) - Number(born.slice(0, 4))) * 12 +
    Number(on.slice(5, 7)) -
    Number(born.slice(5, 7)) -
    (on.slice(8) < born.slice(8) ? 1 : 0);
  if (months >= 2) return `${months} months old`;
  if (days < 7) return days === 1 ? '1 day old' : `${days} days old`;
  const weeks = Math.floor(days / 7);
  return weeks === 1 ? '1 week old' : `${weeks} weeks old`;
}
