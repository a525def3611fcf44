import {
  addedChild,
  closedChild,
  correctedChild,
  type ListChange,
  reopenedChild,
} from '#domain/caseload/list-changes.ts';
import {
  type CalendarDate,
  dateInLondon,
  formatDate,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { Child } from '#domain/records/child.ts';
import { type ExchangedBefore, referenceKey } from '#storage/handover/exchanged.ts';
import { withDaysAs } from './group-days.ts';
import type { MatchedChild } from './match-children.ts';
import { baseFor } from './merge-base.ts';
import { mergeHanded } from './merge-handed.ts';
import { type Fields, fieldsOf, pick, without } from './parts.ts';
import { type NotTaken, type Planned, planned } from './planned.ts';

export interface ChildrenQuestion {
  readonly matched: readonly MatchedChild[];
  readonly before: ExchangedBefore;
  readonly device: string;
  /** Their children's references to ours. */
  readonly children: ReadonlyMap<string, string>;
  readonly change: ListChange;
}

/** Known by their references, which are joined and never merged. */
const identity = ['ref', 'aliases', 'history'];

/** The list as the supervisor has it, joined to the list that is here. Nobody leaves it by a file. */
export function planChildren(question: ChildrenQuestion): readonly (Planned | NotTaken)[] {
  const done = new Set<string>();
  return question.matched.flatMap((matched): readonly (Planned | NotTaken)[] => {
    if (!done.has(matched.ref)) {
      done.add(matched.ref);
      return [planChild(matched, question)];
    }
    const name = matched.held?.body.name ?? matched.ref;
    return [{ reason: `Two children of the file are one child here: ${name}. Check that entry.` }];
  });
}

function planChild({ row, held, ref }: MatchedChild, question: ChildrenQuestion): Planned {
  const { before, device, change } = question;
  const theirs = partOf(row.text, question);
  const key = referenceKey('children', row.ref);
  // Of somebody who was on both lists before the first file an empty field says nothing.
  const nothing = pick(Child.parse({ ref }), Object.keys(theirs));
  const base = baseFor(before.get(key)?.body, { basedOn: row.basedOn, device }, nothing);
  const met = { key, text: row.text, basedOn: row.basedOn, theirs, base, as: ref as string };
  const place = { kind: 'child', ref } as const;
  const refs = [...row.refs, row.ref];
  if (!held) {
    const fresh = Child.parse({ ...theirs, ref });
    const { history } = addedChild(fresh, change);
    const body = withAliases({ ...fresh, history: [...pastOf(row.text), ...history] }, refs);
    return planned({ collection: 'children', held: undefined, place, body, met });
  }
  const keys = Object.keys(theirs);
  const latest = withLatest(held.body, Child.parse({ ...theirs, ref }));
  const ours = pick(latest.ours, [...keys, 'clashes']);
  const { record, clashes } = mergeHanded(base, ours, pick(latest.theirs, keys));
  const changed = noted(held.body, record as Fields, change);
  const body = withAliases(withPast(held.body, changed, pastOf(row.text)), refs);
  return planned({ collection: 'children', held, place: held.id, body, clashes, met });
}

/** What a supervisor's file tells of how the entry came to be as it is: a clock counts from it (CHILD7). */
const pastOf = (text: string): Child['history'] =>
  Child.parse(fieldsOf(text)).history.filter(({ what }) => what === 'corrected');

/** What their list tells of a change counts from the day that it gives, and stands there once. */
function withPast(held: Child, changed: Child, past: Child['history']): Child {
  const keyOf = ({ at, what, field }: Child['history'][number]) => `${at} ${what} ${field}`;
  const known = new Set(held.history.map(keyOf));
  const told = past.filter((event) => !known.has(keyOf(event)));
  if (told.length === 0) return changed;
  const isTold = ({ field, to }: Child['history'][number]) =>
    told.some((event) => event.field === field && event.to === to);
  const own = changed.history.slice(held.history.length).filter((event) => !isTold(event));
  const history = [...held.history, ...told, ...own].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return { ...changed, history };
}

/** What they say of the child, in our references. */
function partOf(text: string, { children }: ChildrenQuestion): Fields {
  const raw = fieldsOf(text);
  const part = without(pick(Child.parse(raw), Object.keys(raw)), identity);
  const familyRef = String(part.familyRef ?? '');
  return { ...part, familyRef: children.get(familyRef) ?? familyRef };
}

/** LIST5: what a file changes is noted in the entry's own history, one event for each field. */
function noted(child: Child, merged: Fields, change: ListChange): Child {
  const { closedOn, ...rest } = merged;
  const corrected = correctedChild(child, rest, change);
  const next = { ...corrected, ...rest, aliases: corrected.aliases } as Child; // fields of a Child over a Child
  if (typeof closedOn !== 'string' || closedOn === child.closedOn) return next;
  const on = parseCalendarDate(closedOn);
  return on ? closedChild(next, { ...change, on }) : reopenedChild(next, change);
}

function withAliases(child: Child, refs: readonly string[]): Child {
  const more = [...refs, child.reference].filter(
    (ref) => ref !== '' && (ref !== child.ref || ref === child.reference),
  );
  const aliases = [...new Set([...child.aliases, ...more])];
  return aliases.length === child.aliases.length ? child : { ...child, aliases };
}

const seenKeys = ['lastSeenOn', 'lastSeenAloneOn', 'inTouchOn'] as const;
/** What comes out of the council's own file, and is as old as that. */
const fromCouncil = ['asAt', 'statuses', 'statusWords', 'legalStatus'] as const;

/**
 * What is no disagreement between two people: of two visits the later one is when the child was last
 * seen, and of two extracts of the council's the later one is how things are.
 */
function withLatest(ours: Child, theirs: Child) {
  const isDated = ours.asAt !== '' && theirs.asAt !== '';
  const later = ours.asAt > theirs.asAt ? ours : theirs;
  const seen = Object.fromEntries(
    seenKeys.map((key) => [
      key,
      ours.facts[key] > theirs.facts[key] ? ours.facts[key] : theirs.facts[key],
    ]),
  );
  const upToDate = (side: Child): Child => ({
    ...side,
    ...(isDated ? pick(later, fromCouncil) : {}),
    facts: { ...(isDated ? later : side).facts, ...seen },
  });
  const { groupDays = [] } = theirs;
  const latest = withDaysAs(upToDate(ours), groupDays);
  return { ours: latest, theirs: upToDate(theirs) };
}

export function listChangeBy(
  { madeAt, from }: { readonly madeAt: string; readonly from: { readonly ref: string } },
  at: string,
  on: CalendarDate,
): ListChange {
  const made = formatDate(dateInLondon(toInstant(madeAt)));
  return { by: from.ref, at, on, reason: `From the hand-over file of ${made}` };
}
