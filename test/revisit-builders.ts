import { toInstant } from '#domain/dates/calendar-date.ts';
import type { DecisionOutside } from '#domain/decisions/decisions-to-revisit.ts';
import { ChildEntry } from '#domain/records/entry.ts';

/** A significant decision in passing, at four in the afternoon, written down an hour later. */
export const aDecisionOutside = (over: Partial<DecisionOutside> = {}): DecisionOutside => ({
  id: 'd1',
  heading: 'Management Decision',
  text: 'Amina stays with her aunt.',
  significance: 'significant',
  decidedAt: toInstant('2026-11-05T16:00:00Z'),
  writtenAt: toInstant('2026-11-05T17:00:00Z'),
  ...over,
});

/** The same as it stands on the child's file. */
export const anEntry = (over: { readonly [K in keyof ChildEntry]?: unknown } = {}): ChildEntry =>
  ChildEntry.parse({
    id: 'd1',
    file: 'child',
    schema: 1,
    kind: 'managementDecision',
    childRef: 'C1',
    child: { name: 'Amina Khan', reference: 'C1', dateOfBirth: '', expectedOn: '', status: '' },
    subjectWord: 'child',
    heading: 'Management Decision',
    draftId: 'draft',
    on: '2026-11-05',
    decidedAt: '2026-11-05T16:00:00Z',
    who: 'Sam Lee',
    channel: 'By phone',
    significance: 'significant',
    changesDirection: false,
    notToAct: false,
    fields: { text: 'Amina stays with her aunt.', rationale: 'She is safe there.' },
    actions: [],
    toRevisit: true,
    policy: { id: 'islington-001', label: 'Islington' },
    deadline: { dueOn: '', dueAt: '', clause: '', words: '' },
    lateEntry: false,
    synthetic: false,
    finalisedAt: '2026-11-05T17:00:00Z',
    finalisedBy: 'Sam Lee',
    ...over,
  });
