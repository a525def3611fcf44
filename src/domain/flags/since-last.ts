import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { CaseFacts, DecisionFact } from './case-facts.ts';
import type { FlagQuestion } from './flag.ts';

/** A group's where it meets the clock (FACT2): where every case is the group's there is no other. */
const lastOf = ({ lastDiscussedOn, lastFormalOn }: CaseFacts): CalendarDate | undefined =>
  lastDiscussedOn ?? lastFormalOn;

/**
 * FLAG4: after the last discussion. Where none is held, from the day Footprint started, that day
 * included; always where a person said "never". What is later than today has not happened yet.
 */
export function isSinceLast({ facts, today }: FlagQuestion, on: CalendarDate): boolean {
  const { neverDiscussed, footprintStartedOn } = facts;
  const last = lastOf(facts);
  if (on > today) return false;
  if (last !== undefined) return on > last;
  if (neverDiscussed) return true;
  return footprintStartedOn !== undefined && on >= footprintStartedOn;
}

/**
 * FLAG5: a decision that no formal discussion has followed as far as is known. Made informally on the
 * day of the session it counts while it is pending. A day typed wrong must not hide it: no end here.
 */
export function awaitsDiscussion({ lastFormalOn }: CaseFacts, decision: DecisionFact): boolean {
  if (decision.revisit === 'revisited') return false;
  if (lastFormalOn === undefined || decision.on > lastFormalOn) return true;
  return decision.on === lastFormalOn && decision.revisit === 'pending';
}

/** Allocated after the day Footprint started: what came before is known to be nothing (DUE9). */
const isNewHere = ({ allocatedOn, footprintStartedOn }: CaseFacts): boolean =>
  allocatedOn !== undefined && footprintStartedOn !== undefined && allocatedOn > footprintStartedOn;

/** FLAG9: no day is held on which this child was discussed, and nobody said "never". */
export function isWithoutDate(facts: CaseFacts): boolean {
  return lastOf(facts) === undefined && !facts.neverDiscussed && !isNewHere(facts);
}

export interface InDepthSince {
  /** Undefined for "never", and where there is nothing to count from. */
  readonly on?: CalendarDate;
  readonly what: 'inDepth' | 'never' | 'allocated' | 'footprint' | 'unknown';
}

/** FLAG22: since when there was no discussion in depth. "Never" only where a person said so. */
export function inDepthSince(facts: CaseFacts): InDepthSince {
  const { lastInDepthOn, neverDiscussed, allocatedOn, footprintStartedOn } = facts;
  if (lastInDepthOn !== undefined) return { on: lastInDepthOn, what: 'inDepth' };
  if (neverDiscussed) return { what: 'never' };
  if (allocatedOn !== undefined && isNewHere(facts)) return { on: allocatedOn, what: 'allocated' };
  return footprintStartedOn === undefined
    ? { what: 'unknown' }
    : { on: footprintStartedOn, what: 'footprint' };
}
