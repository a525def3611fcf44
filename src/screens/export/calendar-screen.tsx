import { useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { formatLongDate, toInstant } from '#domain/dates/calendar-date.ts';
import { calendarText } from '#domain/out/calendar-file.ts';
import { shortId } from '#domain/out/file-name.ts';
import { plannedDays } from '#exchange/out/planned-days.ts';
import { placeForFile } from '#exchange/out/save-to-disk.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { BackLink, Page } from '#ui/page.tsx';

/** Days and references: no record and no name, so nobody is asked who they are. */
export function CalendarScreen() {
  const workspace = useWorkspace();
  useAll('sessions');
  useAll('groups');
  const [said, setSaid] = useState('');
  const days = plannedDays(workspace);
  async function save() {
    const fileName = `footprint-sessions-${todayIn(workspace)}.ics`;
    try {
      const sink = await placeForFile({ fileName, type: 'text/calendar;charset=utf-8' });
      if (!sink) return;
      const text = calendarText(days, toInstant(workspace.now));
      await sink.write(new TextEncoder().encode(text));
      await sink.close();
      setSaid(`Saved. Open ${fileName} with your calendar.`);
    } catch (cause) {
      console.warn('the calendar file was not saved', cause);
      setSaid('The file was not saved. Try again, or choose another folder.');
    }
  }
  return (
    <Page
      title="Planned sessions for a calendar"
      back={<BackLink href="/export">Save records to files</BackLink>}
      width="text"
    >
      <p className="govuk-body">
        Each planned session is an event of the whole day, called “Supervision” with a reference. No
        name is in it: other people may see your calendar. A later file adds what was planned since;
        what was cancelled or moved you remove from your calendar yourself.
      </p>
      <DataTable
        caption="What will be in the file"
        columns={[
          { key: 'on', header: 'Day', rowHeader: true, render: ({ on }) => formatLongDate(on) },
          {
            key: 'what',
            header: 'Event',
            render: ({ what, id }) => `${what}, reference ${shortId(id)}`,
          },
        ]}
        rows={days}
        rowKey={({ id }) => id}
        emptyText="No session is planned."
      />
      {days.length > 0 && (
        <Button onClick={() => void save()}>{`Save ${countOf(days.length, 'session')}`}</Button>
      )}
      <p className="govuk-body" role="status">
        {said}
      </p>
    </Page>
  );
}
