import { type ChangedField, changedFields, type FactChange } from './changes.ts';
import {
  type FactDate,
  factDates,
  type ImportedChild,
  type ImportedFacts,
} from './imported-caseload.ts';
import type { ListedChild } from './listed-child.ts';

interface FieldChange {
  readonly field: ChangedField;
  readonly from: string;
  readonly to: string;
}

const yes = (flag: boolean | undefined) => (flag ? 'yes' : '');

/**
 * What the file says otherwise about who a child is. An empty field of a file never empties ours; a birth
 * ends the expected date.
 */
export function fieldChanges(listed: ListedChild, child: ImportedChild): readonly FieldChange[] {
  const isBorn = child.dateOfBirth !== '' && listed.expectedOn !== '';
  const held: Record<ChangedField, string> = {
    name: listed.name,
    dateOfBirth: listed.dateOfBirth,
    expectedOn: listed.expectedOn,
    familyRef: listed.familyRef,
    legalStatus: listed.legalStatus ?? '',
    diedOn: listed.diedOn ?? '',
    restricted: yes(listed.restricted),
  };
  const said: Record<ChangedField, string> = { ...child, restricted: yes(child.restricted) };
  return changedFields
    .map((field) => ({ field, from: held[field], to: said[field] }))
    .filter(({ field, from, to }) => {
      if (from === to) return false;
      return to !== '' || (field === 'expectedOn' && isBorn);
    });
}

/** Those that also come from people here: only a later date replaces ours. */
const onlyLater: readonly FactDate[] = [
  'lastSeenOn',
  'lastSeenAloneOn',
  'inTouchOn',
  'lastSupervisedOn',
  'lastInDepthOn',
];

/** The dates that the file has newly or otherwise. */
export function factChanges(
  held: Partial<ImportedFacts>,
  { facts }: ImportedChild,
): readonly FactChange[] {
  const changes: FactChange[] = [];
  for (const fact of factDates) {
    const [from, to] = [held[fact] ?? '', facts[fact]];
    if (from === to) continue;
    // The review that was next has been held, and no other is planned yet.
    const isOver = fact === 'nextReviewOn' && from !== '' && from <= facts.lastReviewOn;
    const replaces = to === '' ? isOver : !onlyLater.includes(fact) || to > from;
    if (replaces) changes.push({ fact, from, to });
  }
  const [from, to] = [yes(held.permanencePlanRecorded), yes(facts.permanencePlanRecorded)];
  if (from !== to && to !== '') changes.push({ fact: 'permanencePlanRecorded', from, to });
  return changes;
}
