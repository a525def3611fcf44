import { countOf } from '#domain/count-words.ts';
import { hoursWords } from '#domain/plan/plan-words.ts';
import { plannedMinutes } from '#domain/plan/time-budget.ts';
import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Session } from '#domain/records/session.ts';

export interface SessionLength {
  readonly minutes: number;
  readonly from: 'typed' | 'policy' | 'default';
  /** What was typed and is no length; '' otherwise. It stays as it was typed. */
  readonly unread: string;
}

const longest = 24 * 60; // minutes

/**
 * AGENDA10: the length that a person typed for this session, in whole minutes, or else the policy's own,
 * or else the planner's default, called so (PLAN4, R-32).
 */
export function sessionLength(typed: string, profile: PolicyProfile): SessionLength {
  const text = typed.trim();
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (minutes > 0 && minutes <= longest) return { minutes, from: 'typed', unread: '' };
  const planned = plannedMinutes(profile);
  const from = planned.isDefault ? 'default' : 'policy';
  return { minutes: planned.minutes, from, unread: text };
}

/** "180 minutes (the policy’s: Islington 2016, 001:92-95)" or "180 minutes (planner’s default)". */
export function standingLengthWords(profile: PolicyProfile): string {
  const { minutes, isDefault } = plannedMinutes(profile);
  const length = countOf(minutes, 'minute');
  if (isDefault) return `${length} (planner’s default)`;
  const clause = profile.session?.src;
  return `${length} (the policy’s${clause ? `: ${cite(profile, clause)}` : ''})`;
}

/** AGENDA11: whole minutes of the sittings so far. A pause is no part of the session. */
export function minutesGone({ sittings }: Pick<Session, 'sittings'>, now: string): number {
  const ms = sittings.map(({ startedAt, endedAt }) => {
    const sat = Date.parse(endedAt || now) - Date.parse(startedAt);
    return Number.isFinite(sat) ? Math.max(0, sat) : 0;
  });
  return Math.floor(ms.reduce((sum, each) => sum + each, 0) / 60_000);
}

/** "1 hour 12 of 3 hours" */
export const clockWords = (gone: number, minutes: number): string =>
  `${hoursWords(gone)} of ${hoursWords(minutes)}`;
