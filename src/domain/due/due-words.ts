import {
  type CalendarDate,
  formatDate,
  formatDateTime,
  type Instant,
} from '#domain/dates/calendar-date.ts';
import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { CountedFrom, RuleCited } from './due-result.ts';

/** DUE6: where a rule comes from, or that the number is ours. */
export function sourceWords(profile: PolicyProfile, rule: RuleCited): string {
  return rule.clause === null
    ? `our reading: ${profile.source.name} gives no number`
    : cite(profile, rule.clause);
}

const leads = { due: 'Due by', target: 'Target', backstop: 'Never later than' } as const;

/** "Due by 31 December 2026: case supervision every calendar month (Islington 2016, 001:86)". */
export function dueWords(line: {
  readonly profile: PolicyProfile;
  readonly rule: RuleCited;
  readonly what: string;
  readonly on: CalendarDate;
  readonly at?: Instant | undefined;
  readonly countedFrom?: CountedFrom | undefined;
  readonly kind?: keyof typeof leads;
}): string {
  const { profile, rule, what, on, at, countedFrom, kind = 'due' } = line;
  const aimed = kind === 'due' && (rule.strength === 'aim' || rule.strength === 'may');
  const when = at === undefined ? formatDate(on) : formatDateTime(at);
  const stated = `${aimed ? 'Aim for' : leads[kind]} ${when}`;
  const tail = `${what} (${sourceWords(profile, rule)})`;
  if (countedFrom?.what !== 'footprint') return `${stated}: ${tail}`;
  // DUE8: what is not known is said first.
  const start = formatDate(countedFrom.on);
  return `No date held. ${stated}, counted from the day Footprint started, ${start}: ${tail}`;
}
