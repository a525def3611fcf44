import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { deadlineOfEntry } from '#domain/entries/entry-deadline.ts';
import { eventOfEntry } from '#domain/entries/entry-event.ts';
import { CancellationRecord } from '#domain/records/cancellation.ts';
import { ChildEntry } from '#domain/records/entry.ts';
import {
  aChild,
  hostileTexts,
  islington,
  loneSurrogates,
  swindon,
} from '../../../test/builders.ts';
import { buildGapEntry, type GapEntryQuestion, untoldMonths } from './gap-entry.ts';
import { missingForGap } from './gap-missing.ts';

const months = ['2026-11'] as unknown as CalendarMonth[];

const asked = (over: Partial<GapEntryQuestion> = {}): GapEntryQuestion => ({
  id: 'entry' as GapEntryQuestion['id'],
  gapId: 'gap' as GapEntryQuestion['gapId'],
  child: aChild(),
  months,
  cover: 'Dana Cole',
  at: '2026-12-07T10:00:00.000Z',
  by: 'Sam Lee',
  profile: islington,
  holidays,
  synthetic: false,
  ...over,
});

it('[GAP7] the line and the child, and nothing else that was typed', () => {
  const { entry, text } = buildGapEntry(asked());
  expect(entry).toMatchObject({
    file: 'child',
    kind: 'gap',
    heading: 'Gap in supervision',
    on: '2026-12-07',
    who: 'Sam Lee',
    months,
    fields: {
      text: 'No formal supervision in November 2026 because of practitioner absence. Cover: Dana Cole',
    },
    draftId: 'gap',
  });
  expect(ChildEntry.parse(JSON.parse(text))).toEqual(entry);
  expect(Object.keys(entry.fields)).toEqual(['text']);
});

it('[GAP7] the cover is there to the letter, whatever was typed', () => {
  for (const cover of Object.values(hostileTexts).filter((each) => each.trim() !== ''))
    expect(buildGapEntry(asked({ cover })).entry.fields.text?.endsWith(`Cover: ${cover}`)).toBe(
      true,
    );
});

it('[GAP8] a month that an entry told of is not told again; a month of its own still is', () => {
  const { entry } = buildGapEntry(asked());
  const both = ['2026-11', '2026-12'] as unknown as CalendarMonth[];
  expect(untoldMonths(both, [entry])).toEqual(['2026-12']);
  expect(untoldMonths(both, [])).toEqual(both);
  expect(untoldMonths(both, [{ kind: 'kit', months: ['2026-11'] }])).toEqual(both);
  expect(untoldMonths(both, [{ kind: 'gap' }])).toEqual(both);
});

it('[GAP9] it is no event, no decision, and has no day to be recorded by', () => {
  const { entry } = buildGapEntry(asked());
  expect(eventOfEntry(entry)).toEqual([]);
  expect(entry).toMatchObject({ toRevisit: false, lateEntry: false, actions: [] });
  for (const profile of [islington, swindon])
    expect(deadlineOfEntry(entry, profile, holidays)).toMatchObject({ status: 'none' });
});

it('[GAP10] passing cases on is asked about where the risk is high or the absence long; why never is', () => {
  const record = CancellationRecord.parse({
    ...{ id: 'gap', kind: 'gap', superviseeRef: 'p', supervisorRef: 's' },
    ...{ createdAt: '2026-12-07T10:00:00.000Z', createdBy: 's' },
  });
  const missing = (highRisk: boolean, over: object = {}, profile = islington) =>
    missingForGap({
      ...{ record: { ...record, ...over }, profile, by: 'Sam Lee' },
      cover: { highRisk, absenceWorkingDays: 0 },
    }).map(({ path }) => path);
  expect(missing(false)).toEqual([]);
  expect(missing(true)).toEqual(['coverConsidered']);
  expect(missing(true, { coverConsidered: 'Yes, C4' })).toEqual([]);
  expect(missing(true, {}, swindon)).toEqual([]);
  expect(missing(false, { cover: loneSurrogates[0] })).toEqual(['cover']);
});
