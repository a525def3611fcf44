import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';

/** "Session", "Management decision". */
export function whatOf(record: OnChildFile): string {
  if (isEntry(record)) return entryTables[record.kind].name;
  return record.context === 'oneToOne' ? 'Session' : 'Group supervision';
}

export function onDate(record: OnChildFile): string {
  const day = dayRecorded(record);
  const date = parseCalendarDate(day);
  return date ? formatDate(date) : day;
}
