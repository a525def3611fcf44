import {
  broughtInDay,
  broughtInLine,
  broughtInTitle,
} from '#domain/brought-in/brought-in-words.ts';
import { dateInLondon, formatDate, parseInstant } from '#domain/dates/calendar-date.ts';
import type { BroughtIn } from '#domain/records/brought-in.ts';
import type { PrintDocument } from './document.ts';
import { syntheticMarks } from './initials.ts';

/** Whose it is, in the words that may stand on paper of its file. */
interface Whose {
  readonly label: string;
  readonly name: string;
  readonly synthetic: boolean;
}

/**
 * A record that was brought in as it is printed, whichever file it is of: what it is stands first (BRIN3),
 * and nothing of what was pasted is changed. Undefined for a draft.
 */
export function broughtInParts(
  record: BroughtIn,
  { label, name, synthetic }: Whose,
): Omit<PrintDocument, 'file' | 'reference'> | undefined {
  const { confirmedAt, withdrawnAt, withdrawnWhy, author, text } = record;
  if (confirmedAt === '') return undefined;
  const withdrawn = parseInstant(withdrawnAt);
  return {
    title: broughtInTitle(record),
    marks: [
      ...syntheticMarks(synthetic),
      broughtInLine(record),
      ...(withdrawn
        ? [`Withdrawn on ${formatDate(dateInLondon(withdrawn))}: ${withdrawnWhy}`]
        : []),
    ],
    header: [
      [label, name],
      ['Day of the record', broughtInDay(record)],
      ['Written by', author],
    ],
    sections: [{ heading: 'Text', paragraphs: [text] }],
    signatures: ['It is kept as it was pasted, and was not finalised or signed in Footprint.'],
  };
}
