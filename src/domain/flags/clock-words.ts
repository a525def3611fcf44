import { countOf } from '#domain/count-words.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import type { Due, DueStatus, NotDue } from '#domain/due/due-result.ts';
import { sourceWords } from '#domain/due/due-words.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';

const past: readonly DueStatus[] = ['breach', 'overdue', 'overdue_explained'];

export const isLate = ({ status }: Due): boolean => past.includes(status);

/** FLAG8: leave explains why a child was not discussed; the child was not discussed all the same. */
export const lateOne = <D extends Due>(answer: D | NotDue | undefined): D | undefined =>
  answer?.outcome === 'due' && isLate(answer) ? answer : undefined;

/**
 * What the rule asks for, "CIN, every month", out of the words of the due date: they are made in one
 * place, as "Due by DAY: WHAT (SOURCE)", and the day has no colon followed by a space.
 */
function ruleWords(due: Due, profile: PolicyProfile): string {
  const source = ` (${sourceWords(profile, due)})`;
  const what = due.words.slice(due.words.indexOf(': ') + 2);
  const asked = what.endsWith(source) ? what.slice(0, -source.length) : what;
  return asked.replace(/^discussion (every [^,]+), (.+)$/, '$2, $1');
}

/** "Discussion was due 18 November 2026; 3 days overdue (CIN, every month)." */
export function overdueWords(due: Due, profile: PolicyProfile): string {
  const late = countOf(due.daysLate, 'day');
  const rule = ruleWords(due, profile);
  return `Discussion was due ${formatDate(due.dueOn)}; ${late} overdue (${rule}).`;
}

/** "since 3 October 2026"; where nothing happened yet, since what. */
export function sinceWords({ countedFrom: { on, what } }: Due): string {
  const date = formatDate(on);
  switch (what) {
    case 'allocated':
      return `since the allocation on ${date}`;
    case 'opened':
      return `since the case opened on ${date}`;
    case 'joined':
      return `since a second team joined on ${date}`;
    case 'footprint':
      return `held since Footprint started on ${date}`;
    default:
      return `since ${date}`;
  }
}
