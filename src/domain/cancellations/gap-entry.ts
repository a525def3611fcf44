import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { type CalendarMonth, dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import { deadlineOfEntry } from '#domain/entries/entry-deadline.ts';
import { entryHeading } from '#domain/entries/entry-fields.ts';
import type { BuiltEntry } from '#domain/entries/finalise-entry.ts';
import { childPart, deadlinePart, policyPart } from '#domain/finalise/finished-parts.ts';
import type { RecordId } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';
import { ChildEntry } from '#domain/records/entry.ts';
import { gapLine } from './gap-line.ts';

/**
 * All that a gap on a child's record is made from (GAP7): the child, the months and who covered. No absence,
 * no reason and no cancellation is among it, so that none can reach the text.
 */
export interface GapEntryQuestion {
  readonly id: RecordId;
  /** The gap record that it was written with: whoever holds that one puts it in the case system. */
  readonly gapId: RecordId;
  readonly child: Child;
  readonly months: readonly CalendarMonth[];
  readonly cover: string;
  readonly at: string;
  readonly by: string;
  readonly profile: PolicyProfile;
  readonly policySha256?: string | undefined;
  readonly holidays: Holidays;
  readonly synthetic: boolean;
}

/** GAP7, GAP9: the neutral line as a finished entry of one child: no decision, and no event of any clock. */
export function buildGapEntry(question: GapEntryQuestion): BuiltEntry {
  const { child, months, cover, at, by, profile, holidays } = question;
  const on = dateInLondon(toInstant(at));
  const clocked = { kind: 'gap', on, decidedAt: '', significance: 'routine' } as const;
  const entry = ChildEntry.parse({
    ...clocked,
    id: question.id,
    file: 'child',
    schema: 1,
    childRef: child.ref,
    child: childPart(child, profile),
    subjectWord: subjectWord(child, on),
    heading: entryHeading(profile, 'gap'),
    draftId: question.gapId,
    who: by,
    channel: '',
    changesDirection: false,
    notToAct: false,
    fields: { text: gapLine(months, cover) },
    actions: [],
    months: [...months],
    toRevisit: false,
    policy: policyPart(profile, question.policySha256),
    deadline: deadlinePart(deadlineOfEntry(clocked, profile, holidays)),
    lateEntry: false,
    synthetic: question.synthetic,
    finalisedAt: at,
    finalisedBy: by,
  });
  const text = canonicalize(entry);
  assert(text, `entry ${entry.id} has no canonical form`);
  return { entry, text };
}

/** GAP8: the months that no entry has told of yet, whatever became of the one that did. */
export function untoldMonths(
  months: readonly CalendarMonth[],
  entries: readonly Pick<ChildEntry, 'kind' | 'months'>[],
): readonly CalendarMonth[] {
  const told = new Set<string>(
    entries.flatMap(({ kind, months: of }) => (kind === 'gap' ? (of ?? []) : [])),
  );
  return months.filter((month) => !told.has(month));
}
