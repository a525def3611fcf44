import { englandAndWalesHolidays } from '#domain/dates/bank-holidays.ts';
import type { EntryQuestion } from '#domain/entries/finalise-entry.ts';
import type { RecordId } from '#domain/ids.ts';
import { EntryDraft } from '#domain/records/entry.ts';
import { aChild, islington, thatMorning } from './builders.ts';

type Loose<T> = { [K in keyof T]?: unknown };

/** A significant decision of that morning about Amina Khan, with all that it needs. */
export const anEntryDraft = (over: Loose<EntryDraft> = {}): EntryDraft =>
  EntryDraft.parse({
    id: 'draft-1',
    kind: 'managementDecision',
    childRefs: ['C1'],
    childTyped: 'Amina Khan',
    on: '20 November 2026',
    time: '9:30am',
    who: 'Sam Lee',
    significance: 'significant',
    changesDirection: 'no',
    text: 'Ask for a strategy discussion.',
    rationale: 'A second bruise in a week.',
    createdAt: thatMorning,
    createdBy: 'me',
    ...over,
  });

/** Asked at noon on the day of the tests. */
export function anEntryQuestion(over: Partial<EntryQuestion> = {}): EntryQuestion {
  let made = 0;
  return {
    draft: anEntryDraft(),
    children: [aChild()],
    at: '2026-11-20T12:00:00.000Z',
    by: 'Sam Lee',
    newId: () => {
      made += 1;
      return `e${made}` as RecordId;
    },
    profile: islington,
    holidays: englandAndWalesHolidays,
    synthetic: false,
    ...over,
  };
}
