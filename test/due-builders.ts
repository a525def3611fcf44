import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import {
  type CalendarDate,
  parseCalendarDate,
  toCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { type ChildQuestion, childDiscussionDue } from '#domain/due/child-due.ts';
import type { ChildFacts } from '#domain/due/child-facts.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import type { Due, DueAnswer } from '#domain/due/due-result.ts';
import type { Leave } from '#domain/due/leave.ts';
import type { HeldSession, Worker } from '#domain/due/worker.ts';
import { type WorkerQuestion, workerSupervisionDue } from '#domain/due/worker-due.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile } from '#domain/policies/shipped-profiles.ts';

export const day = toCalendarDate;
export const when = (text: string) => parseCalendarDate(text) ?? toInstant(text);

const profileOf = (id: string) => findProfile(id) as PolicyProfile; // the five of profiles.json
export const swindon = profileOf('swindon-000');
export const islington = profileOf('islington-001');
export const focusGroup = profileOf('focus-group-002');
export const bracknell = profileOf('bracknell-003');
export const mosaic = profileOf('mosaic-004');

export const askedOn = (profile: PolicyProfile, now: string) =>
  ({ profile, holidays, now: when(now) }) as const;

export const held = (...days: readonly string[]): readonly HeldSession[] =>
  days.map((on) => ({ on: day(on) }));

export const away = (start: string, end: string, returnDate?: string): Leave => ({
  start: day(start),
  end: day(end),
  returnDate: returnDate === undefined ? undefined : day(returnDate),
});

export const event = (kind: ChildEvent['kind'], on: string, more: Partial<ChildEvent> = {}) =>
  ({ kind, on: day(on), ...more }) as const;

/** Throws where nothing is due, with the reason. */
export function due<D extends Due>(answer: D | DueAnswer): D {
  if (answer.outcome === 'none') throw new Error(answer.why);
  return answer as D; // not the other one
}

type WorkerOver = Partial<Omit<WorkerQuestion, 'worker'>> & { readonly worker?: Partial<Worker> };

/** A worker's next supervision; the stage is `default` and nothing else is known unless given. */
export const workerDue = (profile: PolicyProfile, now: string, over: WorkerOver = {}) =>
  workerSupervisionDue({
    ...askedOn(profile, now),
    sessions: [],
    ...over,
    worker: { stage: 'default', ...over.worker },
  });

type ChildOver = Partial<Omit<ChildQuestion, 'child'>> & { readonly child?: Partial<ChildFacts> };

/** A child's next discussion; the cohort is CIN and nothing else is known unless given. */
export const childDue = (profile: PolicyProfile, now: string, over: ChildOver = {}) =>
  childDiscussionDue({
    ...askedOn(profile, now),
    events: [],
    ...over,
    child: { cohorts: ['CIN'], ...over.child },
  });

export const statusOf = (answer: DueAnswer): string => due(answer).status;
export const dayOn = (answer: DueAnswer): CalendarDate => due(answer).dueOn;
