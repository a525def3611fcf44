import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { CsvRow } from './csv-rows.ts';
import { type FieldReader, isYes } from './field-reader.ts';
import type { FieldProblem } from './pasted-rows.ts';
import { isMisshapen } from './row-faults.ts';
import { type Places, placeIn, placesIn, SsdRow, valueAt } from './ssd-row.ts';
import type { TableHead } from './table-head.ts';

/** Names in full: one put together for each row would be looked up letter by letter. */
const columns = {
  ssd_cin_visits: {
    whose: 'cinv_person_id',
    date: 'cinv_cin_visit_date',
    seen: 'cinv_cin_visit_seen',
    alone: 'cinv_cin_visit_seen_alone',
  },
  ssd_cp_visits: {
    whose: 'cppv_person_id',
    date: 'cppv_cp_visit_date',
    seen: 'cppv_cp_visit_seen',
    alone: 'cppv_cp_visit_seen_alone',
  },
  ssd_cla_visits: {
    whose: 'clav_person_id',
    date: 'clav_cla_visit_date',
    seen: 'clav_cla_visit_seen',
    alone: 'clav_cla_visit_seen_alone',
  },
} as const;

type VisitTable = keyof typeof columns;
const visitTables = Object.keys(columns) as readonly VisitTable[]; // its own keys

export const isVisitTable = (table: string | undefined): table is VisitTable =>
  table !== undefined && table in columns;

interface Seen {
  on: CalendarDate | '';
  aloneOn: CalendarDate | '';
  /** Rows whose date has something to be said about, if the child comes in at all. */
  odd: SsdRow[] | undefined;
}

/**
 * The visits of one file as they are read. A council has twenty for each child, of which two dates are
 * wanted: no row is kept but those with something to say about, for a million of them would fill the memory.
 */
export class VisitRows {
  readonly misshapen: { readonly row: CsvRow; readonly childRef: string }[] = [];
  readonly #seen = new Map<string, Seen>();
  readonly #places: Places;
  readonly #at: Readonly<Record<'whose' | 'date' | 'seen' | 'alone', number>>;
  #count = 0;
  #newest: CalendarDate | '' = '';

  constructor(
    readonly name: VisitTable,
    readonly table: TableHead,
    readonly reader: FieldReader,
  ) {
    this.#places = placesIn(table.headings);
    const { whose, date, seen, alone } = columns[name];
    const at = (column: string) => placeIn(this.#places, column);
    this.#at = { whose: at(whose), date: at(date), seen: at(seen), alone: at(alone) };
  }

  get count(): number {
    return this.#count;
  }

  /** The newest day of any visit, made or not, today at the latest; '' where there is none. */
  get newest(): CalendarDate | '' {
    return this.#newest;
  }

  take(row: CsvRow): void {
    const { cells } = row;
    const at = this.#at;
    this.#count += 1;
    const ref = valueAt(cells, at.whose);
    if (isMisshapen(this.table, row)) this.misshapen.push({ row, childRef: ref });
    const value = valueAt(cells, at.date);
    const on = this.reader.quietDate(value);
    const isPast = on !== '' && on <= this.reader.today;
    if (isPast && on > this.#newest) this.#newest = on;
    if (ref === '' || !isYes(valueAt(cells, at.seen))) return;
    let held = this.#seen.get(ref);
    if (!held) {
      held = { on: '', aloneOn: '', odd: undefined };
      this.#seen.set(ref, held);
    }
    if (isPast) {
      if (on > held.on) held.on = on;
      if (on > held.aloneOn && isYes(valueAt(cells, at.alone))) held.aloneOn = on;
    } else if (value !== '') {
      held.odd ??= [];
      held.odd.push(new SsdRow(this.table, row, this.#places));
    }
  }

  seen(ref: string): Seen | undefined {
    return this.#seen.get(ref);
  }
}

/** The visits of all files together, by child. */
export class SsdVisits {
  readonly #files: VisitRows[] = [];

  add(rows: VisitRows): void {
    this.#files.push(rows);
  }

  get newest(): CalendarDate | '' {
    let newest: CalendarDate | '' = '';
    for (const file of this.#files) if (file.newest > newest) newest = file.newest;
    return newest;
  }

  /** When a child was last seen, and seen alone. Says what is wrong with the dates that cannot count. */
  of(ref: string, checks: FieldProblem[]): { readonly on: string; readonly aloneOn: string } {
    let on: CalendarDate | '' = '';
    let aloneOn: CalendarDate | '' = '';
    for (const name of visitTables)
      for (const file of this.#files) {
        const seen = file.name === name ? file.seen(ref) : undefined;
        if (!seen) continue;
        if (seen.on > on) on = seen.on;
        if (seen.aloneOn > aloneOn) aloneOn = seen.aloneOn;
        for (const row of seen.odd ?? [])
          file.reader.pastDate(row.cell(columns[name].date, ref), { field: 'lastSeenOn', checks });
      }
    return { on, aloneOn };
  }
}
