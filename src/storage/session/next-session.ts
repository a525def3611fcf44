import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/** Each worker's sessions, held and planned, in order. One that was cancelled is none. */
export type DaysOfSessions = ReadonlyMap<string, readonly CalendarDate[]>;

export function daysOfSessions(workspace: Pick<Workspace, 'set'>): DaysOfSessions {
  const found = new Map<string, CalendarDate[]>();
  for (const session of bodies(workspace, 'sessions')) {
    const { status, superviseeRef, plannedFor } = session;
    const on = status === 'planned' ? parseCalendarDate(plannedFor) : sessionDate(session);
    if (!on || status === 'cancelled') continue;
    const own = found.get(superviseeRef);
    if (own) own.push(on);
    else found.set(superviseeRef, [on]);
  }
  for (const days of found.values()) days.sort();
  return found;
}

/** TYPED13: the first session of this worker after the day on which "next session" was said. */
export const nextSessionAfter = (
  days: DaysOfSessions,
  worker: string,
  saidOn: string,
): CalendarDate | undefined => (days.get(worker) ?? []).find((on) => on > saidOn);
