import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { CohortOption } from '#domain/policies/policy-profile.ts';

/** A column of the list. Read by its heading, or in this order where there is none. */
export const pasteColumns = [
  {
    key: 'reference',
    label: 'Reference',
    names: ['reference', 'ref', 'id', 'child id', 'lcs', 'mosaic', 'person id', 'case number'],
  },
  {
    key: 'name',
    label: 'Name',
    names: ['name', 'child', 'child name', 'full name', 'young person'],
  },
  {
    key: 'dateOfBirth',
    label: 'Date of birth',
    names: ['date of birth', 'dob', 'born', 'birth date'],
  },
  { key: 'status', label: 'Status', names: ['status', 'plan', 'cohort', 'category', 'type'] },
  {
    key: 'worker',
    label: 'Worker',
    names: ['worker', 'practitioner', 'social worker', 'sw', 'allocated to', 'allocated worker'],
  },
  {
    key: 'allocatedAt',
    label: 'Allocated',
    names: [
      'allocated',
      'allocated on',
      'allocated at',
      'allocation date',
      'start',
      'date allocated',
    ],
  },
  { key: 'family', label: 'Family', names: ['family', 'family id', 'sibling group', 'siblings'] },
] as const;

export type PasteKey = (typeof pasteColumns)[number]['key'];

export interface FieldProblem {
  readonly field: string;
  readonly found: string;
  readonly problem: string;
}

/** A child as pasted. Its faulty fields are empty and listed in `checks`: they keep nobody out. */
export interface PastedChild {
  readonly line: number;
  readonly reference: string;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly expectedOn: string;
  readonly status: string;
  readonly worker: string;
  readonly allocatedAt: string;
  readonly family: string;
  readonly checks: readonly FieldProblem[];
}

export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly problem: string;
}

export interface PasteRead {
  readonly children: readonly PastedChild[];
  readonly unread: readonly UnreadLine[];
  /** The columns as they were understood, for the preview to show. */
  readonly columns: readonly (PasteKey | '')[];
}

/**
 * Rows copied from a spreadsheet (tabs) or typed with commas. A row with a reference and a worker always
 * comes in (issue rule); any other row comes in with a name and a worker; the rest stays listed.
 */
export function readPastedRows(
  text: string,
  today: CalendarDate,
  statuses: readonly CohortOption[],
  defaultWorker: string,
): PasteRead {
  const lines = splitLines(text);
  const cells = lines.map(({ text: line }) => splitCells(line));
  const heading = cells[0]?.map(columnNamed) ?? [];
  const hasHeading = heading.filter((key) => key !== '').length >= 2;
  const columns = hasHeading ? heading : pasteColumns.map(({ key }) => key);

  const children: PastedChild[] = [];
  const unread: UnreadLine[] = [];
  for (const [i, { line, text: original }] of lines.entries()) {
    if (hasHeading && i === 0) continue;
    const values = valuesOf(cells[i] ?? [], columns);
    const child = readChild({ values, line, today, statuses, defaultWorker });
    if (typeof child === 'string') unread.push({ line, text: original, problem: child });
    else children.push(child);
  }
  return { children, unread, columns };
}

/** Line breaks inside quotes belong to the cell, as spreadsheets copy them. */
function splitLines(text: string): readonly { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = [];
  let start = 0;
  let line = 1;
  let cellBegins = true;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    const cell = char === '"' && cellBegins ? cellInQuotes(text, i) : undefined;
    if (cell) i = cell.end - 1;
    cellBegins = char === '\t' || char === ',' || char === '\n' || (cellBegins && char === ' ');
    if (i < text.length && (char !== '\n' || cell)) continue;
    const slice = text.slice(start, i).replace(/\r$/, '');
    if (slice.trim() !== '') lines.push({ line, text: slice });
    line += 1;
    start = i + 1;
  }
  return lines;
}

/**
 * The cell in quotes that begins here. Undefined where the mark is only text: one that is not closed
 * where its cell ends must not swallow the children after it. No sheet has a tab beside a line break in
 * one cell, so that is a mark of this row and another of a later one.
 */
function cellInQuotes(text: string, at: number): { content: string; end: number } | undefined {
  const quoted = /"([^"]*(?:""[^"]*)*)" *(?=[\t,\r\n]|$)/y;
  quoted.lastIndex = at;
  const content = quoted.exec(text)?.[1];
  if (content === undefined || (content.includes('\n') && content.includes('\t'))) return undefined;
  return { content: content.replaceAll('""', '"'), end: quoted.lastIndex };
}

function splitCells(line: string): readonly string[] {
  const separator = line.includes('\t') ? '\t' : ',';
  const cells: string[] = [];
  let cell = '';
  for (let i = 0; i < line.length; i++) {
    const char = line[i] ?? '';
    const inQuotes = char === '"' && cell.trim() === '' ? cellInQuotes(line, i) : undefined;
    if (inQuotes && [separator, undefined].includes(line[inQuotes.end])) {
      cell = inQuotes.content;
      i = inQuotes.end - 1;
    } else if (char === separator) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += char;
    }
  }
  return [...cells, cell.trim()];
}

function columnNamed(heading: string): PasteKey | '' {
  const plain = heading
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim();
  return pasteColumns.find(({ names }) => (names as readonly string[]).includes(plain))?.key ?? '';
}

function valuesOf(
  cells: readonly string[],
  columns: readonly (PasteKey | '')[],
): Record<PasteKey, string> {
  const values = Object.fromEntries(pasteColumns.map(({ key }) => [key, ''])) as Record<
    PasteKey,
    string
  >; // every key set
  for (const [i, key] of columns.entries()) if (key !== '') values[key] = cells[i] ?? '';
  return values;
}

interface RowQuestion {
  readonly values: Record<PasteKey, string>;
  readonly line: number;
  readonly today: CalendarDate;
  readonly statuses: readonly CohortOption[];
  readonly defaultWorker: string;
}

function readChild({ values, line, today, statuses, defaultWorker }: RowQuestion) {
  const { reference, name, family } = values;
  const worker = values.worker || defaultWorker;
  if (worker === '') return 'No worker. Add a worker to the row, or choose one above';
  if (reference === '' && name === '') return 'No reference and no name. Add one of them';

  const checks: FieldProblem[] = [];
  const born = readDate(values.dateOfBirth, 'dateOfBirth', today, checks);
  const allocatedAt = readDate(values.allocatedAt, 'allocatedAt', today, checks);
  const status = readStatus(values.status, statuses, checks);
  const unborn = born !== '' && born > today;
  if (name === '') checks.push({ field: 'name', found: '', problem: 'no name in the row' });
  return {
    line,
    reference,
    name,
    dateOfBirth: unborn ? '' : born,
    expectedOn: unborn ? born : '',
    status,
    worker,
    allocatedAt,
    family,
    checks,
  };
}

function readDate(
  found: string,
  field: string,
  today: CalendarDate,
  checks: FieldProblem[],
): string {
  const expected = /^(edd|due|expected)[ :]*/i;
  const text = found.replace(expected, '');
  const read = readTypedDate(text, today, { prefer: expected.test(found) ? 'future' : 'past' });
  if (read.outcome === 'read') return read.date;
  if (read.outcome === 'unreadable') checks.push({ field, found, problem: 'not readable' });
  return '';
}

function readStatus(
  found: string,
  statuses: readonly CohortOption[],
  checks: FieldProblem[],
): string {
  if (found === '') return '';
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const match = statuses.find(
    ({ code, label }) => plain(code) === plain(found) || plain(label) === plain(found),
  );
  if (match) return match.code;
  checks.push({ field: 'status', found, problem: 'not one of your policy’s statuses' });
  return '';
}

/** Duplicates inside the paste, and children already on the list: shown in the preview, never merged unasked. */
export function referencesTwice(children: readonly PastedChild[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { reference } of children) {
    if (reference === '') continue;
    if (seen.has(reference)) twice.add(reference);
    seen.add(reference);
  }
  return twice;
}

/** The same reference twice is one child: the first row comes in, each other stays listed to be settled. */
export function onceEach({ children, unread, columns }: PasteRead): PasteRead {
  const first = new Map<string, number>();
  const again: UnreadLine[] = [];
  const kept = children.filter(({ reference, line, ...child }) => {
    const held = first.get(reference);
    if (reference === '' || held === undefined) {
      first.set(reference, line);
      return true;
    }
    const text = [reference, child.name, child.dateOfBirth || child.expectedOn, child.worker];
    const problem = `The same reference as row ${held}. Check which of the two is right`;
    again.push({ line, text: text.filter((cell) => cell !== '').join(', '), problem });
    return false;
  });
  return { children: kept, unread: [...unread, ...again], columns };
}
