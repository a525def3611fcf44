import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { type FaultList, oddText } from './fault-list.ts';
import { type FileDate, readFileDate } from './file-date.ts';
import type { FieldProblem } from './pasted-rows.ts';

/** One cell, and where it stands. */
export interface Cell {
  readonly file: string;
  readonly line: number;
  /** The heading as it stands in the file. */
  readonly heading: string;
  readonly value: string;
  readonly childRef: string;
}

export const placeOf = ({ heading, file, line, value, childRef }: Cell) => ({
  file,
  line,
  field: heading,
  value,
  childRef,
});

/** Where a faulty field is also marked on the child: "Check: date of birth not readable". */
export interface Marked {
  readonly field: string;
  readonly checks: FieldProblem[];
}

/** Reads cells, and lists what is wrong with them. A faulty one reads as empty and keeps nobody out. */
export class FieldReader {
  readonly today: CalendarDate;
  readonly faults: FaultList;
  /** The same few thousand dates stand in a file a million times. */
  readonly #dates = new Map<string, FileDate>();

  constructor(today: CalendarDate, faults: FaultList) {
    this.today = today;
    this.faults = faults;
  }

  /** Without a word about one that cannot be read. */
  quietDate(value: string): CalendarDate | '' {
    const read = this.#read(value);
    return read.outcome === 'read' ? read.date : '';
  }

  /** Any date, also one to come. */
  date(cell: Cell, mark?: Marked): CalendarDate | '' {
    const read = this.#read(cell.value);
    if (read.outcome === 'read') return read.date;
    if (read.outcome === 'unreadable')
      this.#fault(cell, 'not readable', 'Not a date that can be read', read.wouldBeRight, mark);
    return '';
  }

  /** A date of something that has happened: one that is still to come is a fault. */
  pastDate(cell: Cell, mark?: Marked): CalendarDate | '' {
    const date = this.date(cell, mark);
    if (date === '' || date <= this.today) return date;
    const wouldBeRight = 'The day it happened, today at the latest';
    this.#fault(cell, 'is in the future', 'A date in the future', wouldBeRight, mark);
    return '';
  }

  /** The text as it is. What a reader should know about it is listed. */
  text(cell: Cell): string {
    const odd = oddText(cell.value);
    if (odd) this.faults.add({ ...placeOf(cell), ...odd });
    return cell.value;
  }

  #read(value: string): FileDate {
    let read = this.#dates.get(value);
    if (!read) {
      read = readFileDate(value, this.today);
      this.#dates.set(value, read);
    }
    return read;
  }

  #fault(cell: Cell, short: string, problem: string, wouldBeRight: string, mark?: Marked) {
    this.faults.add({ ...placeOf(cell), problem, wouldBeRight });
    mark?.checks.push({ field: mark.field, found: cell.value, problem: short });
  }
}

/** Yes in the ways that systems write it; anything else is no. */
export const isYes = (value: string): boolean =>
  value === 'Y' || (value !== 'N' && value !== '' && /^(?:y|yes|true|t|1)$/i.test(value.trim()));

/** Upper and lower case, spaces and punctuation do not tell two words apart. */
export const plainKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
