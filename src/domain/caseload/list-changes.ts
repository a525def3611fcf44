import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import { type Allocation, type Child, emptyFacts, type ListEvent } from '#domain/records/child.ts';

/** Who changes the list, when, from which day it counts, and why. Every change has all four. */
export interface ListChange {
  readonly by: string;
  readonly at: string;
  readonly on: CalendarDate;
  readonly reason: string;
}

function noted(
  child: Child,
  change: ListChange,
  event: Partial<ListEvent> & Pick<ListEvent, 'what'>,
): Child {
  const { by, at, on, reason } = change;
  const full: ListEvent = { by, at, on, reason, field: '', from: '', to: '', ...event };
  return { ...child, history: [...child.history, full] };
}

export interface NewChild {
  readonly ref: ChildRef;
  readonly reference: string;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly expectedOn: string;
  readonly status: string;
  readonly familyRef: string;
  readonly checks: Child['checks'];
}

export function addedChild(facts: NewChild, change: ListChange): Child {
  const { reference } = facts;
  const aliases = reference === '' ? [] : [reference];
  const child: Child = {
    ...nothingKnown(),
    ...facts,
    aliases,
    closedOn: '',
    removed: false,
    history: [],
  };
  return noted(child, change, { what: 'added' });
}

const nothingKnown = () => ({
  statuses: [],
  statusWords: '',
  permanenceApprovedBy: '',
  higherRiskEarlyHelp: '',
  teamsInvolved: '',
  secondTeamOn: '',
  overrideInterval: '',
  overrideReason: '',
  overrideReviewOn: '',
  legalStatus: '',
  diedOn: '',
  restricted: false,
  facts: emptyFacts(),
  asAt: '',
  notInFileOf: '',
});

export function closedChild(child: Child, change: ListChange): Child {
  return noted({ ...child, closedOn: change.on }, change, { what: 'closed' });
}

export function reopenedChild(child: Child, change: ListChange): Child {
  return noted({ ...child, closedOn: '' }, change, { what: 'reopened', from: child.closedOn });
}

/** LIST6: taken off the list as a mistake. Only while nothing about the child is finalised. */
export function removedChild(child: Child, change: ListChange): Child {
  return noted({ ...child, removed: true }, change, { what: 'removed' });
}

const correctable = [
  'name',
  'reference',
  'dateOfBirth',
  'expectedOn',
  'status',
  'familyRef',
  'higherRiskEarlyHelp',
  'overrideInterval',
  'overrideReason',
  'overrideReviewOn',
  'teamsInvolved',
  'secondTeamOn',
] as const;
export type Correction = Partial<Record<(typeof correctable)[number], string>>;

/**
 * LIST5: one event for each field that changes. A corrected reference adds an alias and never replaces
 * `ref`: records made before it still mean the same child.
 */
export function correctedChild(child: Child, correction: Correction, change: ListChange): Child {
  let corrected = child;
  for (const field of correctable) {
    const to = correction[field];
    if (to === undefined || to === child[field]) continue;
    const checks = corrected.checks.filter((check) => check.field !== field);
    corrected = noted({ ...corrected, [field]: to, checks }, change, {
      what: 'corrected',
      field,
      from: child[field],
      to,
    });
  }
  const { reference, aliases } = corrected;
  if (reference === '' || aliases.includes(reference)) return corrected;
  return { ...corrected, aliases: [...aliases, reference] };
}

export interface Transfer {
  readonly child: Child;
  /** The allocation that ends, with its last day; undefined where nobody was allocated. */
  readonly ended: Allocation | undefined;
  readonly started: Allocation;
}

export function transferredChild(
  child: Child,
  current: Allocation | undefined,
  to: StaffRef,
  change: ListChange,
): Transfer {
  return {
    child: noted(child, change, { what: 'transferred', from: current?.staffRef ?? '', to }),
    ended: current && { ...current, to: change.on },
    started: {
      childRef: child.ref,
      staffRef: to,
      from: change.on,
      to: '',
      allocatedAt: change.on,
    },
  };
}
