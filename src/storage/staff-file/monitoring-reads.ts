import {
  type CalendarDate,
  type CalendarMonth,
  earlierOf,
  endOfMonth,
  formatDate,
  parseCalendarDate,
  toCalendarDate,
} from '#domain/dates/calendar-date.ts';
import type { DueAnswer } from '#domain/due/due-result.ts';
import type { FigureSet } from '#domain/figures/add-figures.ts';
import { figuresOfPeriod } from '#domain/figures/figures-of-period.ts';
import type { StaffRef } from '#domain/ids.ts';
import { auditDue } from '#domain/monitoring/audit-sample.ts';
import { type LabelOf, shownFigure } from '#domain/monitoring/figure-words.ts';
import { monthsOfForm } from '#domain/monitoring/monitoring-missing.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { finalMonitoring, type Monitoring, type ShownFigure } from '#domain/records/monitoring.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { startedFor } from '#storage/agenda/due-facts.ts';
import { figuresFor } from '#storage/figures/figures.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { findStaff, profileOf, settingsOf } from '#storage/settings.ts';
import { childOfRemoved, staffStubs } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, todayIn } from '#storage/writes.ts';

/** Whoever supervises monitors; who is only supervised has nobody to monitor. */
export const mayMonitor = (workspace: Pick<Workspace, 'set'>): boolean =>
  settingsOf(workspace).supervisorRef === '';

/** The forms about one person, the newest period first. */
export function monitoringOf(
  workspace: Pick<Workspace, 'set'>,
  superviseeRef: StaffRef,
): readonly Monitoring[] {
  return bodies(workspace, 'monitoring')
    .filter((form) => form.superviseeRef === superviseeRef)
    .toSorted((a, b) => (a.to + a.createdAt < b.to + b.createdAt ? 1 : -1));
}

/** One worker's figures of each of these months, and of all of them together (FIG21). */
export function figuresOfMonths(
  workspace: Workspace,
  ref: StaffRef,
  months: readonly CalendarMonth[],
): { readonly each: readonly FigureSet[]; readonly together: FigureSet } {
  const each = months.flatMap((month) =>
    figuresFor(workspace, { month, who: { kind: 'worker', ref } }).workers.map(
      ({ figures }) => figures,
    ),
  );
  return { each, together: figuresOfPeriod(each) };
}

/** Part 1 of a form as of now; empty where its months say nothing yet. */
export function partOne(
  workspace: Workspace,
  form: Pick<Monitoring, 'superviseeRef' | 'from' | 'to'>,
): readonly ShownFigure[] {
  const months = monthsOfForm(form, todayIn(workspace));
  const { together } = figuresOfMonths(workspace, form.superviseeRef, months);
  const labelOf = labelsOf(workspace);
  return together.map((figure) => shownFigure(figure, labelOf));
}

/** The last day that the form is about: the policy of that day stands on it (FIG3). */
export function lastDayOf({ to }: Pick<Monitoring, 'to'>, today: CalendarDate): CalendarDate {
  const first = parseCalendarDate(`${to}-01`);
  return first ? earlierOf(endOfMonth(first), today) : today;
}

/** By reference and never by name: this is the supervision file (domain-spec 0.1 rule 3). */
function labelsOf(workspace: Workspace): LabelOf {
  const references = new Map(
    bodies(workspace, 'children').flatMap(({ ref, aliases, reference }) =>
      [ref, ...aliases].map((alias): [string, string] => [alias, reference]),
    ),
  );
  const ofChild = (ref: string) => references.get(ref) || 'No reference held';
  const childOf = (ref: string): string | undefined =>
    workspace.set.find('childRecords', ref)?.body.childRef ??
    workspace.set.find('childEntries', ref)?.body.childRef ??
    workspace.set.find('decisions', ref)?.body.childRef ??
    workspace.set.find('childActions', ref)?.body.childRef ??
    childOfRemoved(workspace, ref);
  return (id, { ref }) => {
    switch (id) {
      case 'childrenDiscussed':
      case 'childrenInDate':
        return ofChild(ref);
      case 'childRecords':
      case 'urgentRecords':
      case 'decisionsRevisited':
        return ofChild(childOf(ref) ?? ref);
      case 'carriedTwice': {
        const child = childOf(ref);
        return child === undefined ? 'About the practitioner' : ofChild(child);
      }
      case 'severalTeams':
        return `Family ${references.get(ref) ?? ref}`;
      default:
        return '';
    }
  };
}

/** A finished record that can be read for the audit: what it is, and where. */
export interface RecordToRead {
  readonly id: string;
  readonly words: string;
  readonly href: string;
  readonly on: CalendarDate;
}

const onDay = (on: CalendarDate, what: string) => `${what} ${formatDate(on)}`;

/** What was finished of this person's sessions in these months: each child's record, and the notes. */
export function recordsToRead(
  workspace: Workspace,
  form: Pick<Monitoring, 'superviseeRef' | 'from' | 'to'>,
): {
  readonly childRecords: readonly RecordToRead[];
  readonly notes: readonly RecordToRead[];
} {
  const months = monthsOfForm(form, todayIn(workspace));
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return { childRecords: [], notes: [] };
  const [start, end] = [toCalendarDate(`${first}-01`), endOfMonth(toCalendarDate(`${last}-01`))];
  const isTheirs = (sessionId: string) =>
    findSession(workspace, sessionId)?.body.superviseeRef === form.superviseeRef;
  const isInPeriod = ({ on }: RecordToRead) => on >= start && on <= end;
  const labelOf = labelsOf(workspace);
  return {
    childRecords: findAll(workspace, 'childRecords', ({ sessionId }) => isTheirs(sessionId))
      .flatMap(({ body }) => childRecordToRead(body, labelOf))
      .filter(isInPeriod),
    notes: findAll(workspace, 'notes', ({ finalisedAt, sessionId }) =>
      finalisedAt === '' ? false : isTheirs(sessionId),
    )
      .flatMap(({ body }) => noteToRead(workspace, body))
      .filter(isInPeriod),
  };
}

function childRecordToRead(record: ChildRecord, labelOf: LabelOf): readonly RecordToRead[] {
  const { id, discussedOn } = record;
  const on = parseCalendarDate(discussedOn);
  if (!on) return [];
  const label = labelOf('childRecords', { ref: id, worker: '', counted: true, why: '' });
  return [{ id, on, words: `${label}, ${onDay(on, 'discussed on')}`, href: `/records/${id}` }];
}

function noteToRead(workspace: Workspace, { id, sessionId }: StaffNote): readonly RecordToRead[] {
  const session = findSession(workspace, sessionId)?.body;
  const on = session && sessionDate(session);
  if (!on) return [];
  return [{ id, on, words: onDay(on, 'Notes of'), href: `/sessions/${sessionId}/notes` }];
}

/** The picked ones that are here, in the order they were picked. */
export function pickedRecords(
  workspace: Workspace,
  form: Pick<Monitoring, 'superviseeRef' | 'from' | 'to' | 'pickedIds'>,
): readonly RecordToRead[] {
  const { childRecords, notes } = recordsToRead(workspace, form);
  const all = [...childRecords, ...notes];
  return form.pickedIds.flatMap((id) => all.find((record) => record.id === id) ?? []);
}

/** When this person's supervision is to be monitored next (AUDIT3). */
export function monitoringDue(workspace: Workspace, superviseeRef: StaffRef): DueAnswer {
  const staff = findStaff(workspace, superviseeRef)?.body;
  const removed = staffStubs(workspace, 'monitoring').filter(
    (stub) => stub.superviseeRef === superviseeRef,
  );
  const done = [
    ...monitoringOf(workspace, superviseeRef).map((form) => finalMonitoring(form)?.completedOn),
    ...removed.map(({ on }) => on),
  ]
    .flatMap((day = '') => parseCalendarDate(day) ?? [])
    .toSorted();
  return auditDue({
    profile: profileOf(workspace),
    holidays: holidaysOf(workspace),
    now: todayIn(workspace),
    kind: 'monitoring',
    lastOn: done.at(-1),
    footprintStartedOn: staff && startedFor(workspace, staff),
  });
}
