import { formatDate, parseCalendarDate } from '#domain/calendar-date.ts';
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

/** KEEP6: when it was removed, by which setting, and where it can be read. */
export function removedWords(stub: Said): string {
  const { file, removedOn, keptElsewhereOn, reference } = stub;
  const place = file === 'child' ? 'Recorded in the case system' : 'Placed on the supervision file';
  const where = keptElsewhereOn === '' ? '' : ` ${place} on ${dayWords(keptElsewhereOn)}.`;
  const found = reference.trim() === '' ? '' : ` Reference: ${reference}`;
  return `Removed from this device on ${dayWords(removedOn)}, ${settingWords(stub)}.${where}${found}`;
}
