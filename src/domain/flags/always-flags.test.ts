import { expect, it } from 'vitest';
import {
  bracknell,
  childDue,
  day,
  event,
  islington,
  mosaic,
  swindon,
} from '../../../test/due-builders.ts';
import { flagged, today, wordsOf } from '../../../test/flag-builders.ts';
import type { ActionFact, DecisionFact } from './case-facts.ts';

const decision = (on: string, over: Partial<DecisionFact> = {}): DecisionFact => ({
  on: day(on),
  text: 'Police check on the new partner',
  significance: 'routine',
  revisit: 'notRequired',
  ...over,
});
const action = (over: Partial<ActionFact>): ActionFact => ({
  what: 'Visit',
  owner: 'Amina Khan',
  carried: 0,
  ...over,
});

it('[FLAG5] URGENT: a significant or urgent decision after the last formal discussion', () => {
  const urgent = (on: string, over: Partial<DecisionFact> = {}) =>
    wordsOf('URGENT', { decisions: [decision(on, { significance: 'urgent', ...over })] });
  expect(urgent('2026-11-09')).toBe(
    'Significant or urgent matter recorded 9 November 2026; needs in-depth discussion.',
  );
  expect(urgent('2026-11-09', { significance: 'significant' })).toBe(urgent('2026-11-09'));
  expect(urgent('2026-11-09', { significance: 'routine' })).toBeUndefined();
  expect(urgent('2026-11-09', { revisit: 'revisited' })).toBeUndefined();
  expect(urgent('2026-11-01')).toBeUndefined();
  expect(urgent('2026-11-01', { revisit: 'pending' })).toBeUndefined(); // INFORMAL_PENDING says it
  // Of the session's own day: made in it, or informally after it and still pending.
  expect(urgent('2026-11-02')).toBeUndefined();
  expect(urgent('2026-11-02', { revisit: 'pending' })).toBeDefined();
  // A year typed wrong hides nothing.
  expect(urgent('2027-11-09')).toBeDefined();
});

it('[FLAG5] a decision is open where no formal discussion is held at all', () => {
  const decisions = [decision('2026-05-01', { significance: 'urgent', changesDirection: true })];
  const codes = flagged({ lastFormalOn: undefined, decisions }).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['URGENT', 'DIRECTION_CHANGE']));
});

it('[FLAG5] DIRECTION_CHANGE: each day on which it changed since', () => {
  const changes = (...days: readonly string[]) =>
    wordsOf('DIRECTION_CHANGE', {
      decisions: days.map((on) => decision(on, { changesDirection: true })),
    });
  expect(changes('2026-11-09')).toBe('The direction of this case changed on 9 November 2026.');
  expect(changes('2026-11-09', '2026-11-16')).toBe(
    'The direction of this case changed on 9 November 2026 and 16 November 2026.',
  );
  expect(changes('2026-10-30')).toBeUndefined();
  expect(wordsOf('DIRECTION_CHANGE', { decisions: [decision('2026-11-09')] })).toBeUndefined();
});

it('[FLAG6] INFORMAL_PENDING: as strongly as the policy asks for it, however long ago', () => {
  const decisions = [decision('2026-08-03', { revisit: 'pending' })];
  const start = 'Informal decision on 3 August 2026 (“Police check on the new partner”)';
  const words = (profile = islington) => wordsOf('INFORMAL_PENDING', { decisions }, profile);
  expect(words()).toBe(`${start} should be revisited at this session.`);
  expect(words(bracknell)).toBe(words());
  expect(words(swindon)).toBe(`${start}: revisit it at this session.`);
  expect(words(mosaic)).toBe(words(swindon));
  const { informal: _, ...silent } = islington;
  expect(words(silent as typeof islington)).toBe(words(swindon));
  const strict = { ...islington, informal: { ...islington.informal, revisitAtNextFormal: 'must' } };
  expect(words(strict as typeof islington)).toBe(`${start} must be revisited at this session.`);
  for (const revisit of ['notRequired', 'revisited'] as const)
    expect(
      wordsOf('INFORMAL_PENDING', { decisions: [decision('2026-11-09', { revisit })] }),
    ).toBeUndefined();
});

it('[FLAG7] PRACT_WORRY: the first three, in the practitioner’s own order', () => {
  expect(wordsOf('PRACT_WORRY', { worryRank: 1 })).toBe('Amina Khan’s greatest worry no. 1.');
  expect(wordsOf('PRACT_WORRY', { worryRank: 3, practitioner: '' })).toBe(
    'The practitioner’s greatest worry no. 3.',
  );
  expect(flagged({ worryRank: 2 })).toMatchObject([{ code: 'PRACT_WORRY', place: 2, points: 0 }]);
  expect(flagged({ requestedBy: ['Jo Bell'] })[0]).not.toHaveProperty('place');
  for (const worryRank of [undefined, 0, 4])
    expect(wordsOf('PRACT_WORRY', { worryRank })).toBeUndefined();
});

it('[FLAG7] REQUESTED: either of the two, or both', () => {
  const asked = (...requestedBy: readonly string[]) => wordsOf('REQUESTED', { requestedBy });
  expect(asked('Amina Khan')).toBe('In-depth discussion requested by Amina Khan.');
  expect(asked('Amina Khan', 'Jo Bell')).toBe(
    'In-depth discussion requested by Amina Khan and Jo Bell.',
  );
  for (const nobody of ['', ' ']) expect(asked(nobody)).toBe('In-depth discussion requested.');
  expect(asked()).toBeUndefined();
});

it('[FLAG8] CHILD_OVERDUE: days, status and interval, out of the one due date', () => {
  const overdue = (last: string, child: object = {}) =>
    wordsOf('CHILD_OVERDUE', {
      discussionDue: childDue(swindon, today, { events: [event('formal', last)], child }),
    });
  expect(overdue('2026-10-17')).toBe(
    'Discussion was due 17 November 2026; 3 days overdue (CIN, every month).',
  );
  expect(overdue('2026-10-19')).toBe(
    'Discussion was due 19 November 2026; 1 day overdue (CIN, every month).',
  );
  expect(overdue('2026-10-20')).toBeUndefined(); // due today
  expect(overdue('2026-08-18', { cohorts: ['EH'] })).toBe(
    'Discussion was due 18 November 2026; 2 days overdue (Early Help, every 3 months).',
  );
  expect(overdue('2026-11-01', { override: { interval: 'P14D', reason: 'Risk' } })).toBe(
    'Discussion was due 15 November 2026; 5 days overdue (as set by the manager, every 14 days).',
  );
});

it('[FLAG8] CHILD_OVERDUE in the words of each policy, and explained by leave all the same', () => {
  const due = childDue(islington, today, { events: [event('formal', '2026-09-30')] });
  const words = wordsOf('CHILD_OVERDUE', { discussionDue: due }, islington);
  expect(words).toBe(
    'Discussion was due 31 October 2026; 20 days overdue ' +
      '(every open case in each monthly supervision).',
  );
  if (due.outcome === 'none') throw new Error(due.why);
  for (const status of ['overdue_explained', 'breach'] as const)
    expect(wordsOf('CHILD_OVERDUE', { discussionDue: { ...due, status } }, islington)).toBe(words);
  const none = childDue(bracknell, today);
  expect(wordsOf('CHILD_OVERDUE', { discussionDue: none }, bracknell)).toBeUndefined();
  expect(wordsOf('CHILD_OVERDUE')).toBeUndefined();
});

it('[FLAG8] FIRST_FULL: only where the policy asks for one, and we saw the allocation', () => {
  const first = (allocated: string, more: { cohorts?: string[]; events?: [] | string[] } = {}) => {
    const allocatedOn = day(allocated);
    const footprintStartedOn = day('2026-06-01');
    return wordsOf('FIRST_FULL', {
      allocatedOn,
      lastFormalOn: undefined,
      discussionDue: childDue(swindon, today, {
        child: { cohorts: more.cohorts ?? ['ASSESS'], allocatedAt: allocatedOn },
        events: (more.events ?? []).map((on) => event('formal', on, { depth: 'brief' })),
        footprintStartedOn,
      }),
    });
  };
  expect(first('2026-11-02')).toBe(
    'New allocation 2 November 2026; first full supervision due by 30 November 2026.',
  );
  expect(first('2026-10-01')).toBe(
    'New allocation 1 October 2026; first full supervision was due by 29 October 2026.',
  );
  expect(first('2026-10-23')).toMatch(/supervision due by 20 November 2026\.$/); // today
  expect(first('2026-11-02', { events: ['2026-11-09'] })).toBe(first('2026-11-02')); // C-32
  expect(first('2026-05-20')).toBeUndefined(); // before Footprint started
  expect(first('2026-11-02', { cohorts: ['CIN'] })).toBeUndefined();
  const due = childDue(swindon, today, {
    child: { cohorts: ['ASSESS'], allocatedAt: day('2026-11-02') },
  });
  expect(due).toMatchObject({ firstFullBy: '2026-11-30' });
  expect(wordsOf('FIRST_FULL', { discussionDue: due })).toBeUndefined(); // no day of allocation held
});

it('[FLAG21] IMMEDIATE_ACTION: while it is open, with its owner', () => {
  const open = (over: Partial<ActionFact>) =>
    wordsOf('IMMEDIATE_ACTION', { actions: [action(over)] });
  expect(open({ immediateSafeguarding: true })).toBe(
    'An immediate safeguarding action is still open (owner Amina Khan).',
  );
  expect(open({ immediateSafeguarding: true, owner: ' ' })).toBe(
    'An immediate safeguarding action is still open (no owner named).',
  );
  expect(open({})).toBeUndefined();
});
