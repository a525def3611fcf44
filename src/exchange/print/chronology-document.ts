import { childLabel } from '#domain/caseload/child-label.ts';
import { formatShortDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Child } from '#domain/records/child.ts';
import { type ChronologyLine, chronologyOf } from '#storage/child-file/chronology.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { PrintDocument } from './document.ts';

/**
 * All that is held of one child, oldest first, from the child's file and the list alone. A restricted name
 * is not printed either (LIST7).
 */
export function chronologyDocument(workspace: Workspace, child: Child): PrintDocument {
  const lines = chronologyOf(workspace, child.ref);
  return {
    title: 'Chronology',
    file: 'child',
    reference: child.reference,
    marks: settingsOf(workspace).synthetic ? ['SYNTHETIC: example data, not a real child'] : [],
    header: [
      ['Name', childLabel(child)],
      ['Reference', child.reference || 'not known yet'],
      ['Held here', held(lines)],
    ],
    sections: [
      {
        heading: 'What was recorded',
        ...(lines.length === 0
          ? { paragraphs: ['Nothing is recorded of this child yet.'] }
          : {
              table: {
                columns: ['Date', 'What', 'In words'],
                rows: lines.map(({ on, title, words }) => [onOneLine(dayWords(on)), title, words]),
              },
            }),
      },
    ],
    signatures: [
      'It is made from what is held in Footprint on this device, and from nothing else.',
    ],
  };
}

function dayWords(on: string): string {
  const day = parseCalendarDate(on);
  return day ? formatShortDate(day) : on;
}

const onOneLine = (words: string): string => words.replaceAll(' ', '\u00a0');

function held(lines: readonly ChronologyLine[]): string {
  const [first, last] = [lines.at(0)?.on ?? '', lines.at(-1)?.on ?? ''].map(dayWords);
  return lines.length === 0 ? 'nothing' : `${first} to ${last}`;
}
