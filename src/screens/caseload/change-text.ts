import { fieldHeading } from '#domain/caseload/field-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Change, FileWorker } from '#exchange/caseload/changes.ts';

const value = (text: string): string => {
  const date = parseCalendarDate(text);
  return date ? formatDate(date) : text || 'nothing';
};

const names = (workers: readonly FileWorker[]) =>
  workers.map(({ name }) => name).join(' and ') || 'nobody';

/** One change in words, for a person to accept or to leave. */
export function changeText(change: Change, staffName: (ref: string) => string): string {
  switch (change.kind) {
    case 'new':
      return `${change.child.ref}. ${change.status?.words ?? 'No status in the file'}. Worker: ${names(change.workers)}`;
    case 'field':
      return `${fieldHeading(change.field)}: ${value(change.from)} becomes ${value(change.to)}`;
    case 'status':
      return `${change.from || 'No status'} becomes ${change.to.words}`;
    case 'worker':
    case 'twoWorkers':
      return `${change.from.map(staffName).join(' and ') || 'Nobody'} becomes ${names(change.to)}`;
    case 'facts':
      return change.changes
        .map(({ fact, from, to }) => `${fieldHeading(fact)}: ${value(from)} becomes ${value(to)}`)
        .join('; ');
    case 'closed':
      return `Closed on ${value(change.on)} in the file`;
    case 'reappeared':
      return change.was === 'missing'
        ? 'In the file again'
        : `In the file, though ${change.was} here`;
    case 'missing':
      return `${change.words}. Stays open until you close or transfer the case`;
    case 'twoReferences':
      return `In the file as ${change.refs.join(' and ')}`;
  }
}
