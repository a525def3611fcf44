import type { ActionState } from '#domain/actions/child-actions.ts';
import {
  addDays,
  type CalendarDate,
  dateInLondon,
  laterOf,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import type { Leave } from '#domain/due/leave.ts';
import type { MissedMonth } from '#domain/due/missed-months.ts';
import type {
  ActionFact,
  CouncilFacts,
  DecisionFact,
  GapFact,
  LastRecordFacts,
} from '#domain/flags/case-facts.ts';
import type { ChildDecision } from '#domain/records/action.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { PreparedChild } from '#domain/records/preparation.ts';
import type { AgendaItem } from '#domain/records/session.ts';

/** What the flags read, out of what is stored (FACT1–FACT8 in ../RULES.md). */

const present = <T>(value: T | undefined): value is T => value !== undefined;

const latest = (days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined =>
  days.filter(present).toSorted().at(-1);

/** The day of a moment, or the day itself. */
export function dayOfMoment(text: string): CalendarDate | undefined {
  const at = parseInstant(text);
  return at ? dateInLondon(at) : parseCalendarDate(text);
}

/** FACT2: the last formal discussion in either depth, and the last in depth; none after today. */
export function lastDiscussions(events: readonly ChildEvent[], today: CalendarDate) {
  const formal = events.filter(({ kind, on }) => kind === 'formal' && on <= today);
  const inDepth = formal.filter(({ depth }) => depth !== 'brief'); // unsaid it is full (C-32)
  return {
    lastFormalOn: latest(formal.map(({ on }) => on)),
    lastInDepthOn: latest(inDepth.map(({ on }) => on)),
  };
}

/**
 * FACT3: a decision is of the day it was made. One that was added afterwards to a discussion that was
 * held is of that discussion. Where no day can be read it is of today: it must not be hidden.
 */
export function decisionFacts(
  decisions: readonly ChildDecision[],
  discussedIn: (sessionId: string) => CalendarDate | undefined,
  today: CalendarDate,
): readonly DecisionFact[] {
  return decisions
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ text, significance, changesDirection, decidedAt, sessionId }) => {
      const made = dayOfMoment(decidedAt) ?? today;
      const held = discussedIn(sessionId);
      const on = held !== undefined && held < made ? held : made;
      return { on, text, significance, changesDirection, revisit: 'notRequired' };
    });
}

export const actionFacts = (open: readonly ActionState[]): readonly ActionFact[] =>
  open.map(({ action: { what, owner, dueOn, immediateSafeguarding }, carried }) => {
    const due = parseCalendarDate(dueOn);
    return {
      what,
      owner,
      carried,
      ...(due ? { dueOn: due } : {}),
      ...(immediateSafeguarding ? { immediateSafeguarding } : {}),
    };
  });

const inCare: readonly string[] = ['CLA', 'CLA_PERM', 'CWCF_NO_PERM', 'CWCF_PERM'];

/** What the practitioner wrote of one child, and the day she shared it. */
export interface SharedOfChild {
  readonly part: PreparedChild;
  readonly sharedOn: CalendarDate;
}

/**
 * FACT5: the council's dates as at their day. A day that the practitioner wrote counts where it is later;
 * where no file was ever read, what she wrote is claimed as at the day she shared it.
 */
export function councilFacts(
  { facts, asAt, statuses }: Pick<Child, 'facts' | 'asAt' | 'statuses'>,
  shared: SharedOfChild | undefined,
): CouncilFacts {
  const part = shared?.part;
  const seen = (own: string, written = '') =>
    latest([parseCalendarDate(own), parseCalendarDate(written)]);
  const since = statuses
    .filter(({ code }) => inCare.includes(code))
    .map((status) => parseCalendarDate(status.since))
    .filter(present)
    .toSorted();
  return {
    asAt: parseCalendarDate(asAt) ?? shared?.sharedOn,
    lastSeenOn: seen(facts.lastSeenOn, part?.seenOnDate),
    lastSeenAloneOn: seen(facts.lastSeenAloneOn, part?.seenAloneOnDate),
    inTouchOn: seen(facts.inTouchOn, part?.inTouchOnDate),
    lastReviewOn: parseCalendarDate(facts.lastReviewOn),
    nextReviewOn: parseCalendarDate(facts.nextReviewOn),
    inCareSince: since[0],
    permanence: permanenceOf(facts),
  };
}

/** Nothing in the file is not "none": that only a person says (FLAG18). */
function permanenceOf(facts: Child['facts']): CouncilFacts['permanence'] {
  if (facts.permanenceDecisionOn !== '') return 'decided';
  return facts.permanencePlanRecorded ? 'recorded' : undefined;
}

/** Every code that says what the child's status is, each once. */
export const statusCodesOf = ({ status, statuses }: Pick<Child, 'status' | 'statuses'>) => [
  ...new Set([status, ...statuses.map(({ code }) => code)].filter((code) => code !== '')),
];

/** FACT6: from the entry's own history; what was not known before is no change. */
export function statusChangesOf(
  { history }: Pick<Child, 'history'>,
  labelOf: (code: string) => string,
) {
  return history.flatMap(({ what, field, from, to, on }) => {
    const day = parseCalendarDate(on);
    const isStatus = what === 'corrected' && (field === 'status' || field === 'legalStatus');
    return isStatus && day && from !== '' && to !== '' ? [{ on: day, to: labelOf(to) }] : [];
  });
}

/** FACT4: of the last discussion and no earlier one: until that is finalised nothing is missing in it. */
export function lastRecordFacts(
  records: readonly Pick<ChildRecord, 'discussedOn' | 'fields'>[],
  lastFormalOn: CalendarDate | undefined,
): LastRecordFacts | undefined {
  const record = records.find(({ discussedOn }) => discussedOn === lastFormalOn);
  if (!record || lastFormalOn === undefined) return undefined;
  const voice = (record.fields.childVoice ?? '').trim();
  return { on: lastFormalOn, childVoice: voice === '' ? 'empty' : 'recorded' };
}

/**
 * FACT7: the months that leave made miss, and the absences themselves, each day told once however often
 * it was written down. None that was over before the child came onto the list.
 */
export function gapFacts(question: {
  readonly months: readonly MissedMonth[];
  readonly leave: readonly Leave[];
  readonly workingDays: (from: CalendarDate, to: CalendarDate) => number;
  readonly onListFrom: CalendarDate | undefined;
  readonly today: CalendarDate;
}): readonly GapFact[] {
  const { months, leave, workingDays, onListFrom = '', today } = question;
  const missed = months
    .filter(({ month, reason }) => reason === 'leave' && month >= onListFrom.slice(0, 7))
    .map(({ month }): GapFact => ({ what: 'missedMonth', month }));
  const away = together(leave, today)
    .filter(({ to }) => to >= onListFrom)
    .map(
      ({ from, to }): GapFact => ({
        what: 'absence',
        from,
        to,
        workingDays: workingDays(from, to),
      }),
    );
  return [...missed, ...away];
}

/** FACT8: the practitioner asks by choosing it; the supervisor by choosing it and saying why. */
export const practitionerAsks = (part: Pick<PreparedChild, 'depth'> | undefined): boolean =>
  part?.depth === 'inDepth';

export const supervisorAsks = (item: Pick<AgendaItem, 'depth' | 'reason'> | undefined): boolean =>
  item?.depth === 'inDepth' && item.reason.trim() !== '';

interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Absences that overlap or follow on are one. One that still goes on is counted up to today. */
function together(leave: readonly Leave[], today: CalendarDate): readonly Days[] {
  const sorted = leave
    .filter(({ start }) => start <= today)
    .map(({ start, end }): Days => ({ from: start, to: end ?? today }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const merged: Days[] = [];
  for (const next of sorted) {
    const before = merged.at(-1);
    if (!before || next.from > addDays(before.to, 1)) merged.push(next);
    else merged[merged.length - 1] = { ...before, to: laterOf(before.to, next.to) };
  }
  return merged;
}
