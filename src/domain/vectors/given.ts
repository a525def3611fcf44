import { assert } from '#domain/assert.ts';
import {
  type CalendarDate,
  dateInLondon,
  type Interval,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import { parseInterval } from '#domain/due/interval.ts';
import type { Leave, PlannedSession } from '#domain/due/leave.ts';
import type { HeldSession, SessionPart } from '#domain/due/worker.ts';
import type { DayOrMoment } from '#domain/recording/recording-deadline.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Null, absent and empty all mean that it is not known. */
const isHeld = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A day, or a moment with an offset. Throws on anything else: a vector that cannot be read fails. */
export function toWhen(value: unknown, key: string): DayOrMoment {
  assert(typeof value === 'string', `${key} is not a date: ${JSON.stringify(value)}`);
  const when = parseCalendarDate(value) ?? parseInstant(value);
  assert(when !== undefined, `${key} is not a date: ${value}`);
  return when;
}

export function toDay(value: unknown, key: string): CalendarDate {
  const when = toWhen(value, key);
  return parseCalendarDate(when) ?? dateInLondon(when as never); // not a day, so a moment
}

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isHeld(value) ? [value] : [];

const sessionParts: readonly SessionPart[] = ['personal', 'case'];

/** A day, or a day with the parts it covered. A group's is not a worker's session. */
function toSession(value: unknown): readonly HeldSession[] {
  if (!isFields(value)) return [{ on: toDay(value, 'sessions') }];
  const said = [...list(value.parts), ...list(value.part), ...list(value.type)].join(' ');
  if (/group|informal/i.test(said)) return [];
  const parts = sessionParts.filter((part) => said.toLowerCase().includes(part));
  const on = toDay(value.on ?? value.date, 'sessions');
  return [parts.length > 0 ? { on, parts } : { on }];
}

function toLeave(value: unknown): Leave {
  assert(isFields(value), `leave is not a list of absences: ${JSON.stringify(value)}`);
  const day = (key: string) => (isHeld(value[key]) ? toDay(value[key], `leave ${key}`) : undefined);
  return {
    start: toDay(value.start, 'leave start'),
    end: day('end'),
    returnDate: day('returnDate'),
  };
}

/** Every name that is read somewhere. A misspelt one would otherwise be passed over in silence. */
const readNames = new Set(
  [
    'sessionDate significant urgent decidedAt',
    'cohort cohorts cohortBefore cohortAfter changeOn lastSupervised lastOversight allocatedAt',
    'higherRisk higherRiskEarlyHelp permanenceDecisionDate permanenceApprovedBy',
    'overrideInterval overrideReason caseOpened nextSession secondTeamJoined lastKitOrGroup',
    'sessions lastSession lastPersonal lastCase plannedSession plannedSessions leave openCases',
    'stage startDate sixMonthReviewDate agreedFortnightlyFrom agreedInterval frequency',
    'caseHolder managesComplexCases footprintStartedOn',
    'signedSupervisee signedSupervisor reviewHeldOn',
    'lastDirectObservation lastObservationOfSupervision',
  ]
    .join(' ')
    .split(' '),
);

export const unreadNames = (given: Fields): readonly string[] =>
  Object.keys(given).filter((name) => !readNames.has(name));

/** What a vector's `given` holds, read by name; undefined where it holds nothing. Throws on nonsense. */
export function readGiven(given: Fields) {
  const text = (key: string): string | undefined =>
    isHeld(given[key]) ? String(given[key]) : undefined;
  const day = (key: string): CalendarDate | undefined =>
    isHeld(given[key]) ? toDay(given[key], key) : undefined;
  return {
    has: (...keys: readonly string[]) => keys.some((key) => isHeld(given[key])),
    names: (key: string) => key in given,
    text,
    day,
    when: (key: string) => (isHeld(given[key]) ? toWhen(given[key], key) : undefined),
    flag: (key: string) => (typeof given[key] === 'boolean' ? (given[key] as boolean) : undefined),
    count: (key: string) => (typeof given[key] === 'number' ? (given[key] as number) : undefined),
    texts: (key: string) => list(given[key]).map(String),
    interval: (key: string): Interval | undefined => parseInterval(text(key) ?? ''),
    sessions: () =>
      [
        ...[...list(given.sessions), ...list(given.lastSession)].flatMap(toSession),
        ...list(given.lastPersonal).flatMap((on) => toSession({ on, parts: 'personal' })),
        ...list(given.lastCase).flatMap((on) => toSession({ on, parts: 'case' })),
      ].sort((a, b) => (a.on < b.on ? -1 : 1)),
    leave: () => list(given.leave).map(toLeave),
    planned: (): readonly PlannedSession[] =>
      [...list(given.plannedSessions), ...list(given.plannedSession)].map((value) => ({
        on: toDay(value, 'plannedSessions'),
      })),
    latest: () => latestDay(given),
  };
}
export type Given = ReturnType<typeof readGiven>;

/** The last day that the vector knows of: when a question without a day of its own is asked. */
function latestDay(value: unknown): CalendarDate | undefined {
  if (typeof value === 'string') {
    const instant = parseInstant(value);
    return parseCalendarDate(value) ?? (instant && dateInLondon(instant));
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value)
    .map(latestDay)
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
