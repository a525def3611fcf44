import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { type CalendarDate, toCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { deadlineOfEntry } from '#domain/entries/entry-deadline.ts';
import { buildEntries } from '#domain/entries/finalise-entry.ts';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { ChildMark } from '#domain/records/child-record.ts';
import type { OnChildFile } from '#domain/records/on-child-file.ts';
import {
  aDiscussion,
  aFinaliseQuestion,
  bracknell,
  islington,
  readyInDepth,
  swindon,
  today,
} from '../../../test/builders.ts';
import { anEntryDraft, anEntryQuestion } from '../../../test/entry-builders.ts';
import { deadlineOfDiscussion } from './discussion-deadline.ts';
import {
  compareQueued,
  countdownWords,
  hoursToRecord,
  isGrave,
  type Queued,
  queueProgress,
} from './recording-queue.ts';
import { recordingState } from './recording-state.ts';

function discussed(significance?: string, profile = islington): OnChildFile {
  const decision = { id: 'x', text: 'A', rationale: 'B', significance, decidedAt: '' };
  const part = readyInDepth(
    significance ? { decisions: [decision], noDecisions: false } : { noDecisions: true },
  );
  const discussion = aDiscussion({ children: [part] });
  const built = buildChildRecord(aFinaliseQuestion({ part, discussion, profile }));
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return built.record;
}

function entry(over: object = {}, profile = islington): OnChildFile {
  const built = buildEntries(anEntryQuestion({ draft: anEntryDraft(over), profile }));
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return built.built[0]?.entry as OnChildFile; // one child
}

const allocation = { kind: 'allocation', risks: 'Cold house.', significance: '' };

/** The deadline as the app works it out, which names its own hours. */
function wordsOf(record: OnChildFile, profile: PolicyProfile): string {
  const deadline =
    'draftId' in record
      ? deadlineOfEntry(record as never, profile, holidays)
      : deadlineOfDiscussion(record as never, profile, holidays);
  return deadline.status === 'due' ? deadline.words : '';
}

it.each([
  ['a significant discussion', discussed('significant'), islington, 24],
  ['an urgent one', discussed('urgent'), islington, 24],
  ['a routine one', discussed('routine'), islington, undefined],
  ['one with no decision', discussed(), islington, undefined],
  [
    'a significant one where the policy has no hours',
    discussed('urgent', swindon),
    swindon,
    undefined,
  ],
  ['a significant decision outside', entry(), islington, 24],
  ['a routine one outside', entry({ significance: 'routine' }), islington, undefined],
  ['one where the policy has no hours', entry({}, bracknell), bracknell, undefined],
  ['an allocation', entry(allocation, swindon), swindon, 24],
  ['an allocation where the policy has none', entry(allocation, swindon), bracknell, undefined],
] as const)(
  '[QUEUE1] hours are known as the deadline counts them: %s',
  (_, record, profile, hours) => {
    expect(hoursToRecord(record, profile)).toBe(hours);
    expect(wordsOf(record, profile).includes('24 hours')).toBe(hours !== undefined);
  },
);

const dueOn = (day: string, dueAt?: string): Queued['deadline'] => ({
  status: 'due',
  dueOn: toCalendarDate(day),
  ...(dueAt ? { dueAt: toInstant(dueAt) } : {}),
  overdueFrom: toCalendarDate(day),
  rule: 'R-21',
  clause: null,
  strength: 'should',
  words: '',
  holidays: 'known',
});
const queued = (id: string, over: Partial<Queued> = {}): Queued => ({
  id,
  name: 'Grace H',
  on: '2026-11-20',
  deadline: dueOn('2026-11-27'),
  hours: undefined,
  isGrave: false,
  ...over,
});
const order = (items: readonly Queued[]) => items.toSorted(compareQueued).map(({ id }) => id);
const inHours = (id: string, day: string, dueAt?: string) =>
  queued(id, { hours: 24, isGrave: true, deadline: dueOn(day, dueAt) });
const open: Queued['deadline'] = { status: 'none', why: '' };

describe('the order', () => {
  it('[QUEUE1] hours come first, the soonest moment before the others', () => {
    const items = [
      queued('overdue in days', { deadline: dueOn('2026-11-02') }),
      inHours('late', '2026-11-21', '2026-11-21T16:10:00Z'),
      // The day's end is midnight of the next: after any moment of that day.
      inHours('no time', '2026-11-21'),
      inHours('tomorrow', '2026-11-22', '2026-11-22T00:30:00Z'),
      inHours('soon', '2026-11-21', '2026-11-21T09:00:00+01:00'),
    ];
    expect(order(items)).toEqual(['soon', 'late', 'no time', 'tomorrow', 'overdue in days']);
  });

  it('[QUEUE2] then days; on one day the significant before the rest', () => {
    const items = [
      queued('routine'),
      queued('grave', { isGrave: true, on: '2026-11-21' }),
      queued('earlier', { deadline: dueOn('2026-11-26') }),
    ];
    expect(order(items)).toEqual(['earlier', 'grave', 'routine']);
    expect(isGrave(discussed('urgent', bracknell))).toBe(true);
    expect(isGrave(discussed())).toBe(false);
    expect(isGrave(entry())).toBe(true);
    expect(isGrave(entry({ significance: 'routine' }))).toBe(false);
  });

  it('[QUEUE3] what has no deadline comes last, the oldest first', () => {
    const items = [
      queued('new', { deadline: open, on: '2026-11-20' }),
      queued('old', { deadline: open, on: '2026-10-01' }),
      queued('due', { deadline: dueOn('2027-01-01') }),
    ];
    expect(order(items)).toEqual(['due', 'old', 'new']);
  });

  it('[QUEUE4] is the same however they are held, and no two are equal', () => {
    const any = fc.record({
      id: fc.uuid(),
      name: fc.constantFrom('Ada', 'Ben'),
      on: fc.constantFrom('2026-11-19', '2026-11-20'),
      deadline: fc.constantFrom(
        open,
        dueOn('2026-11-27'),
        dueOn('2026-11-27', '2026-11-27T09:00:00Z'),
      ),
      hours: fc.constantFrom(undefined, 24),
      isGrave: fc.boolean(),
    });
    const several = fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 12 });
    const shuffled = several.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    );
    fc.assert(
      fc.property(shuffled, ([items, other]) => {
        expect(order(other)).toEqual(order(items));
      }),
    );
  });
});

describe('[QUEUE5] the countdown', () => {
  const says = (deadline: Queued['deadline'], hours: number | undefined, at: string) => {
    const now = toInstant(at);
    const state = recordingState({ deadline, now, holidays });
    return countdownWords({ deadline, hours }, state, now);
  };
  const at4 = dueOn('2026-11-20', '2026-11-20T16:10:00Z');

  it.each([
    ['2026-11-20T13:05:00Z', '24 hours: due today at 4:10pm, 3 hours left'],
    ['2026-11-20T15:11:00Z', '24 hours: due today at 4:10pm, 59 minutes left'],
    ['2026-11-20T15:10:00Z', '24 hours: due today at 4:10pm, 1 hour left'],
    ['2026-11-20T16:09:30Z', '24 hours: due today at 4:10pm, less than a minute left'],
    ['2026-11-19T16:10:00Z', '24 hours: due tomorrow at 4:10pm, 24 hours left'],
    ['2026-11-18T16:10:00Z', '24 hours: due Friday 20 November 2026 at 4:10pm, 48 hours left'],
    ['2026-11-20T16:11:00Z', '24 hours: overdue since 4:10pm today'],
    ['2026-11-22T09:00:00Z', '24 hours: 2 days overdue'],
  ])('[QUEUE5] in hours at %s: %s', (at, words) => {
    expect(says(at4, 24, at)).toBe(words);
  });

  it('[QUEUE5] midnight is tonight and never “today at midnight”', () => {
    const midnight = dueOn('2026-11-21', '2026-11-21T00:00:00Z');
    expect(says(midnight, 24, '2026-11-20T23:00:00Z')).toBe(
      '24 hours: due at midnight tonight, 1 hour left',
    );
    expect(says(midnight, 24, '2026-11-21T00:00:00Z')).toBe(
      '24 hours: due today at midnight at the start of the day, less than a minute left',
    );
  });

  it('[QUEUE5] with no time held it is the day', () => {
    expect(says(dueOn('2026-11-20'), 24, '2026-11-20T09:00:00Z')).toBe(
      '24 hours: due today, no time is held',
    );
  });

  it('[QUEUE5] in days as everywhere, and nothing where no deadline is', () => {
    expect(says(dueOn('2026-11-27'), undefined, '2026-11-25T09:00:00Z')).toBe(
      'due Friday 27 November 2026, 2 working days left',
    );
    expect(says(open, undefined, '2026-11-25T09:00:00Z')).toBe('no deadline');
  });
});

describe('progress', () => {
  const mark = (recordId: string, at: string, state = 'recorded') =>
    ChildMark.parse({
      id: `${recordId} ${at}`,
      recordId,
      childRef: 'C1',
      state,
      caseSystem: 'Mosaic',
      on: '2026-11-20',
      reference: '',
      at,
      by: 'Sam Lee',
    });
  const ids = ['a', 'b', 'c', 'd'];
  const said = (marks: readonly ChildMark[], on: CalendarDate = today) =>
    queueProgress(ids, marks, on).words;

  it('[QUEUE6] counts what was marked today, of it and what waits', () => {
    expect(said([])).toBe('0 of 4 recorded');
    const marks = [
      mark('a', '2026-11-20T09:00:00Z'),
      mark('b', '2026-11-20T00:30:00Z'),
      mark('c', '2026-11-19T23:59:00Z'),
      mark('other', '2026-11-20T09:00:00Z'),
    ];
    expect(said(marks)).toBe('2 of 3 recorded');
    expect(queueProgress(ids, marks, today)).toMatchObject({ done: 2, all: 3 });
  });

  it('[QUEUE6] one that was undone waits again', () => {
    const undone = [mark('a', '2026-11-20T09:00:00Z'), mark('a', '2026-11-20T09:01:00Z', 'undone')];
    expect(said(undone)).toBe('0 of 4 recorded');
  });
});
