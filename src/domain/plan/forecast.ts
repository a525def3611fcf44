import { assert } from '#domain/assert.ts';
import { countOf } from '#domain/count-words.ts';
import { type CalendarDate, formatDate } from '#domain/dates/calendar-date.ts';
import { chooseInDepth } from './choose-depths.ts';
import type { PlanCase, PlanQuestion } from './plan-session.ts';
import { subjectsWords } from './plan-words.ts';
import { longestWaiting, rankCases } from './rank-cases.ts';
import { inDepthSlots, planDefaults, rotationSlots } from './time-budget.ts';

const noticeAfter = 12; // sessions (domain-spec section C)

export interface ReachedCase {
  readonly ref: string;
  /** 1 is the session being planned; undefined where the sessions asked about do not reach it. */
  readonly session: number | undefined;
}

export interface InDepthForecast {
  readonly cases: readonly ReachedCase[];
  /** How many sessions until each had a discussion in depth; undefined where these do not suffice. */
  readonly sessions: number | undefined;
  readonly on: CalendarDate | undefined;
  readonly words: string;
  /** More than twelve sessions, or more than were asked about. */
  readonly notice: string | undefined;
}

/** The session in which each is reached: the first as planned, then the reserve alone. */
function reached(
  question: PlanQuestion,
  sessions: number,
): { readonly found: ReadonlyMap<string, number>; readonly reserve: number } {
  const { cases, minutes, personal } = question;
  const parameters = { ...planDefaults, ...question.parameters };
  const budget = { minutes, personal, parameters };
  const reserve = rotationSlots(inDepthSlots(cases, budget), parameters);
  const first = sessions > 0 ? [...chooseInDepth(rankCases(cases), budget).keys()] : [];
  const found = new Map(first.map((ref) => [ref, 1]));
  const waiting = longestWaiting(cases.filter(({ ref }) => !found.has(ref)));
  if (reserve === 0) return { found, reserve };
  waiting.slice(0, reserve * Math.max(0, sessions - 1)).forEach(({ ref }, index) => {
    found.set(ref, 2 + Math.floor(index / reserve));
  });
  return { found, reserve };
}

/**
 * PLAN13 (R-34, 004:40): when each child will have been discussed in depth. Nobody knows the flags to
 * come, so after this session it counts on the reserved slots alone, and says so. `sessionsAhead` are
 * the days of the sessions, this one first.
 */
export function forecastInDepth(
  question: PlanQuestion & { readonly sessionsAhead: readonly CalendarDate[] },
): InDepthForecast {
  const { cases, sessionsAhead } = question;
  assert(new Set(cases.map(({ ref }) => ref)).size === cases.length, 'A child is planned twice');
  const { found, reserve } = reached(question, sessionsAhead.length);
  const isAll = found.size === cases.length;
  const sessions = isAll ? Math.max(0, ...found.values()) : undefined;
  const on = sessions === undefined ? undefined : sessionsAhead[sessions - 1];
  return {
    cases: cases.map(({ ref }) => ({ ref, session: found.get(ref) })),
    sessions,
    on,
    words: forecastWords({ cases, sessions, on, reserve, asked: sessionsAhead.length }),
    notice: noticeOf(sessions, { reserve, asked: sessionsAhead.length }),
  };
}

function forecastWords(known: {
  readonly cases: readonly PlanCase[];
  readonly sessions: number | undefined;
  readonly on: CalendarDate | undefined;
  readonly reserve: number;
  readonly asked: number;
}): string {
  const { cases, sessions, on, reserve, asked } = known;
  const all = subjectsWords(cases.map(({ word }) => word));
  if (sessions === undefined && reserve === 0)
    return `A session of this length keeps no time for those who waited longest, so it cannot be said when each of ${all} will have been discussed in depth.`;
  if (sessions === undefined)
    return `${countOf(asked, 'session')} do not make space in depth for each of ${all}.`;
  const by = on ? `, by ${formatDate(on)}` : '';
  const kept = sessions > 1 ? ', counting on the slots kept for those who waited longest' : '';
  return `In depth for each of ${all} within ${countOf(sessions, 'session')}${by}${kept}.`;
}

function noticeOf(
  sessions: number | undefined,
  { reserve, asked }: { readonly reserve: number; readonly asked: number },
): string | undefined {
  if (sessions !== undefined && sessions <= noticeAfter) return undefined;
  if (sessions === undefined && reserve === 0) return 'Think about longer or more sessions.';
  const how = sessions === undefined ? `more than ${asked}` : `${sessions}`;
  return `It takes ${how} sessions until each has been discussed in depth. Think about longer or more sessions.`;
}
