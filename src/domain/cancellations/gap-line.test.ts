import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { gapNotes } from '#domain/due/leave-gap.ts';
import { absenceKinds, ToldAbsence } from '#domain/records/told-absence.ts';
import { readLeaveDates } from '#domain/supervision/read-leave.ts';
import { toldLeave } from '#domain/supervision/stored-leave.ts';
import { hostileTexts, islington } from '../../../test/builders.ts';
import { day, held, mosaic } from '../../../test/due-builders.ts';
import { gapLine, gapMonthsOfChild, monthsWords } from './gap-line.ts';

const months = (...texts: readonly string[]) => texts as readonly CalendarMonth[];

it('[GAP1] one neutral line: the months, the absence, and who covered as it was typed', () => {
  expect(gapLine(months('2026-11'), 'Dana Cole, duty team')).toBe(
    'No formal supervision in November 2026 because of practitioner absence. Cover: Dana Cole, duty team',
  );
  expect(gapLine(months('2026-11'), ' \n')).toBe(
    'No formal supervision in November 2026 because of practitioner absence.',
  );
  expect(gapLine([], 'Dana Cole')).toBe('');
  for (const text of Object.values(hostileTexts)) {
    expect(gapLine(months('2026-11'), text).endsWith(`Cover: ${text}`)).toBe(true);
  }
});

it('[GAP1] months as people write them', () => {
  expect(monthsWords(months('2026-10', '2026-11'))).toBe('October and November 2026');
  expect(monthsWords(months('2026-12', '2027-01'))).toBe('December 2026 and January 2027');
  expect(monthsWords(months('2026-10', '2026-11', '2026-12', '2027-01'))).toBe(
    'October, November, December 2026 and January 2027',
  );
  expect(monthsWords([])).toBe('');
});

it('[GAP2, GAP3] the same line for every kind of absence, and none where the policy asks for none', () => {
  const lineFor = (kind: string, detail: string, profile = islington) => {
    const typed = { from: '2 11 2026', to: '4 12 2026', fromDate: '' };
    const days = readLeaveDates(typed, 'to', day('2026-12-07'));
    const leave = toldLeave(ToldAbsence.parse({ id: 'x', kind, ...typed, ...days, detail }));
    if (!leave) throw new Error('two days were read');
    const notes = gapNotes({
      profile,
      holidays,
      worker: { stage: 'default' },
      sessions: held('2026-10-14'),
      absences: { leave: [leave], planned: [] },
      until: day('2026-12-07'),
      openCases: 1,
    });
    return notes.childRecords
      ? gapLine(
          notes.months.map(({ month }) => month),
          'Dana Cole',
        )
      : '';
  };
  const lines = absenceKinds.map(({ value }, i) => lineFor(value, `detail ${i}`));
  expect(new Set(lines)).toEqual(
    new Set([
      'No formal supervision in November 2026 because of practitioner absence. Cover: Dana Cole',
    ]),
  );
  expect(lineFor('sickness', '', mosaic)).toBe('');
});

it('[GAP3] months after the child’s last record, and none from before it came onto the list', () => {
  const all = months('2026-09', '2026-10', '2026-11');
  const of = (lastRecordOn: string, onListFrom: string) =>
    gapMonthsOfChild({ months: all, lastRecordOn, onListFrom });
  expect(of('2026-09-14', '2026-01-05')).toEqual(['2026-10', '2026-11']);
  expect(of('2026-12-04', '2026-01-05')).toEqual([]);
  expect(of('', '2026-10-30')).toEqual(['2026-10', '2026-11']);
  expect(of('', '2026-12-01')).toEqual([]);
  expect(of('', '')).toEqual(all);
});
