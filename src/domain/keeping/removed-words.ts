import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import type { ChildStub, StaffStub } from '#domain/records/keeping.ts';
import { settingWords } from './periods.ts';

const dayWords = (day: string): string => {
  const on = parseCalendarDate(day);
  return on ? formatDate(on) : day;
};

type Said = Pick<
  ChildStub | StaffStub,
  'file' | 'removedOn' | 'setting' | 'period' | 'keptElsewhereOn' | 'reference'
>;

/** KEEP6: when it was removed, from whose device, by which setting, and where it can be read. */
export function removedWords(stub: Said, isByMe = true): string {
  const { file, removedOn, keptElsewhereOn, reference } = stub;
  const place = file === 'child' ? 'Recorded in the case system' : 'Placed on the supervision file';
  const where = keptElsewhereOn === '' ? '' : ` ${place} on ${dayWords(keptElsewhereOn)}.`;
  const found = reference.trim() === '' ? '' : ` Reference: ${reference}`;
  const device = isByMe ? 'this device' : 'the device of whoever held it';
  return `Removed from ${device} on ${dayWords(removedOn)}, ${settingWords(stub)}.${where}${found}`;
}

/** What a line of the chronology is called where the record that was there is gone. */
export function removedTitle({ kind, entry }: Pick<ChildStub, 'kind' | 'entry'>): string {
  if (entry) return `${entryTables[entry.kind].name}: record removed`;
  if (kind === 'childBroughtIn') return 'Record brought in from before: removed';
  return kind === 'groupRecord'
    ? 'Group supervision: record removed'
    : 'Discussed in supervision: record removed';
}
