import { useState } from 'react';
import { type Holidays, holidayOn } from '#domain/dates/bank-holidays.ts';
import {
  addDays,
  type CalendarDate,
  dateInLondon,
  formatDate,
  formatLongDate,
  parseInstant,
  toCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { readBankHolidays } from '#domain/dates/read-bank-holidays.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { holidayList, loadPublished, typeDay } from '#storage/policies/store-holidays.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { FileField } from '#ui/file-field.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TypedDays } from './typed-days.tsx';

/** The days on which no deadline counts: published, worked out, typed, and the council's own closures. */
export function HolidaysScreen() {
  const workspace = useWorkspace();
  useAll('holidays');
  const holidays = holidaysOf(workspace);
  return (
    <Page title="Bank holidays" back={<BackLink href="/policy">Policy</BackLink>}>
      <p className="govuk-body">
        For England and Wales. Known from {formatDate(holidays.knownFrom)} to{' '}
        {formatDate(holidays.knownUntil)}; later ones are worked out, and a date that rests on one
        says so.
      </p>
      <Listed holidays={holidays} />
      <LoadFile />
      <TypedDays />
    </Page>
  );
}

interface Day {
  readonly on: CalendarDate;
  readonly name: string;
  readonly certainty: 'known' | 'computed';
}

function daysFrom(today: CalendarDate, holidays: Holidays): readonly Day[] {
  const last = toCalendarDate(`${Number(today.slice(0, 4)) + 1}-12-31`);
  const days: Day[] = [];
  for (let on = today; on <= last; on = addDays(on, 1)) {
    const holiday = holidayOn(on, holidays);
    if (holiday) days.push({ on, ...holiday });
  }
  return days;
}

function Listed({ holidays }: { readonly holidays: Holidays }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();

  async function remove({ on, name }: Day) {
    await typeDay(workspace, { kind: 'removed', on, name });
    announce(`${formatDate(on)} is no bank holiday any more`);
  }

  const columns: readonly Column<Day>[] = [
    { key: 'on', header: 'Day', rowHeader: true, render: ({ on }) => formatLongDate(on) },
    { key: 'name', header: 'Bank holiday', render: ({ name }) => name },
    {
      key: 'certainty',
      header: 'How sure',
      render: ({ certainty }) => (certainty === 'known' ? 'Known' : 'Worked out'),
    },
    {
      key: 'remove',
      header: 'If it is wrong',
      render: (day) => (
        <Button variant="link" onClick={() => void remove(day)}>
          Take off <span className="govuk-visually-hidden">{formatLongDate(day.on)}</span>
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      caption="To the end of next year"
      columns={columns}
      rows={daysFrom(todayIn(workspace), holidays)}
      rowKey={({ on }) => on}
      emptyText="None."
      compact
    />
  );
}

function LoadFile() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string>();
  const { publishedAt } = holidayList(workspace);
  const loadedAt = parseInstant(publishedAt);

  async function load(file: File) {
    const text = await file.text().catch(() => '');
    const read = readBankHolidays(text);
    if (read.outcome === 'unreadable') {
      setProblem(`${read.reason}. Nothing has been changed`);
      return;
    }
    setProblem(undefined);
    await loadPublished(workspace, read.days);
    announce(`${read.days.length} bank holidays loaded`);
  }

  return (
    <section aria-labelledby="published-heading">
      <h2 className="govuk-heading-m" id="published-heading">
        The list that GOV.UK publishes
      </h2>
      <p className="govuk-body">
        Footprint fetches nothing by itself. On a computer with a network, save
        www.gov.uk/bank-holidays.json and choose that file here. Its years take the place of those
        that came with Footprint.
      </p>
      {loadedAt && (
        <p className="govuk-body">Last loaded on {formatDate(dateInLondon(loadedAt))}.</p>
      )}
      <FileField
        name="bankHolidays"
        label="bank-holidays.json"
        accept=".json,application/json"
        error={problem}
        onFile={(file) => void load(file)}
      />
    </section>
  );
}
