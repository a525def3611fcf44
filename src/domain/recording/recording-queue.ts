import { countOf } from '#domain/count-words.ts';
import {
  addDays,
  type CalendarDate,
  compareInstants,
  dateInLondon,
  formatLongDate,
  formatTime,
  type Instant,
  momentInLondon,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ChildMark } from '#domain/records/child-record.ts';
import { isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { isDueInHours } from './discussion-deadline.ts';
import { recordedMark } from './marks.ts';
import type { DueRecord, RecordingDeadline } from './recording-deadline.ts';
import type { RecordingState } from './recording-state.ts';

/** A finished record that waits to be put into the case system: what its place in the queue follows from. */
export interface Queued {
  readonly id: string;
  readonly name: string;
  /** The day of what was recorded. */
  readonly on: string;
  readonly deadline: RecordingDeadline;
  /** How many hours the policy gives; undefined where it counts in days, or not at all. */
  readonly hours: number | undefined;
  readonly isGrave: boolean;
}

/** QUEUE1: the hours within which the policy wants this record: the significant, an allocation. */
export function hoursToRecord(record: OnChildFile, profile: PolicyProfile): number | undefined {
  const { significantOrUrgent, allocationOversight } = profile.recording ?? {};
  if (!isEntry(record))
    return isDueInHours(record, profile) ? significantOrUrgent?.hours : undefined;
  if (record.kind === 'allocation') return allocationOversight?.hours;
  const isDecision = record.kind === 'managementDecision' && record.significance !== 'routine';
  return isDecision ? significantOrUrgent?.hours : undefined;
}

/** QUEUE2: whether it holds a significant or urgent decision, whatever the policy gives for one. */
export const isGrave = (record: OnChildFile): boolean =>
  isEntry(record)
    ? record.significance !== 'routine'
    : record.decisions.some(({ significance }) => significance !== 'routine');

/** QUEUE1 to QUEUE4: what is to be recorded first. No two records are ever equal. */
export function compareQueued(a: Queued, b: Queued): number {
  return (
    groupOf(a) - groupOf(b) ||
    byEnd(a.deadline, b.deadline) ||
    Number(b.isGrave) - Number(a.isGrave) ||
    byText(a.on, b.on) ||
    byText(a.name, b.name) ||
    byText(a.id, b.id)
  );
}

const groupOf = ({ deadline, hours }: Queued): number => {
  if (deadline.status === 'none') return 2;
  return hours === undefined ? 1 : 0;
};

const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function byEnd(a: RecordingDeadline, b: RecordingDeadline): number {
  if (a.status === 'none' || b.status === 'none') return 0;
  return compareInstants(endOf(a), endOf(b));
}

/** A day ends when the next begins, in London. */
const endOf = ({ dueOn, dueAt }: DueRecord): Instant =>
  dueAt ?? momentInLondon(addDays(dueOn, 1), { hour: 0, minute: 0 });

/**
 * QUEUE5: the countdown. Days as everywhere else (REC14); hours with the time that is left, because
 * "due today" is no help at four o'clock.
 */
export function countdownWords(
  { deadline, hours }: Pick<Queued, 'deadline' | 'hours'>,
  state: RecordingState,
  now: Instant,
): string {
  if (hours === undefined || deadline.status === 'none') return state.words;
  const label = `${countOf(hours, 'hour')}: `;
  if (state.status === 'overdue') return `${label}${state.words}`;
  const { dueAt } = deadline;
  if (dueAt === undefined) return `${label}${state.words}, no time is held`;
  return `${label}${dueAtWords(dueAt, dateInLondon(now))}, ${leftWords(now, dueAt)}`;
}

function dueAtWords(dueAt: Instant, today: CalendarDate): string {
  const time = formatTime(dueAt);
  const day = dateInLondon(dueAt);
  if (day === addDays(today, 1)) {
    return time === 'midnight' ? 'due at midnight tonight' : `due tomorrow at ${time}`;
  }
  const when = time === 'midnight' ? 'midnight at the start of the day' : time;
  return day === today ? `due today at ${when}` : `due ${formatLongDate(day)} at ${when}`;
}

function leftWords(now: Instant, dueAt: Instant): string {
  const ms = toMs(dueAt) - toMs(now);
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'less than a minute left';
  if (minutes < 60) return `${countOf(minutes, 'minute')} left`;
  return `${countOf(Math.floor(minutes / 60), 'hour')} left`;
}

const toMs = (instant: Instant) => Temporal.Instant.from(instant).epochMilliseconds;

/**
 * QUEUE6: "3 of 22 recorded": those that were marked today, of them and what still waits. `ids` are the
 * records that are recorded here, the waiting ones among them.
 */
export function queueProgress(
  ids: readonly string[],
  marks: readonly ChildMark[],
  today: CalendarDate,
): { readonly done: number; readonly all: number; readonly words: string } {
  const found = ids.map((id) => recordedMark(id, marks));
  const waiting = found.filter((mark) => mark === undefined).length;
  const isToday = (mark: ChildMark | undefined) =>
    mark !== undefined && dateInLondon(toInstant(mark.at)) === today;
  const done = found.filter(isToday).length;
  const all = done + waiting;
  return { done, all, words: `${done} of ${all} recorded` };
}
