import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { CohortOption } from '#domain/policies/policy-profile.ts';
import { type CsvField, csvFields } from './csv-fields.ts';
import { plainKey } from './field-reader.ts';
import { readFileDate } from './file-date.ts';
import { recogniseStatus } from './status-words.ts';

/** Which column of a file holds which of our fields. A person can change it; it is remembered by its key. */
export interface Mapping {
  /** Places of columns, from 0. A field that is not here is not in the file. */
  readonly columns: Readonly<Partial<Record<CsvField, number>>>;
  /** The file has no headings: its first row is a child. */
  readonly firstRowIsData: boolean;
}

/** The header row by which a mapping is remembered. Never anything of a child. */
export type MappingKey = string & { readonly __brand: 'MappingKey' };

export function mappingKey(headings: readonly string[], { firstRowIsData }: Mapping): MappingKey {
  // Without headings the first row is somebody's record, and only how many columns it has may be kept.
  const key = firstRowIsData
    ? `no headings, ${headings.length} columns`
    : JSON.stringify(headings.map(plainKey));
  return key as MappingKey; // made here and nowhere else
}

export interface GuessQuestion {
  readonly headings: readonly string[];
  /** A few rows are enough. */
  readonly sample: readonly (readonly string[])[];
  readonly statuses: readonly CohortOption[];
  readonly today: CalendarDate;
}

const headingOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A first guess from the headings; reference, name, date of birth and status also from the values. */
export function guessMapping(question: GuessQuestion): Mapping {
  const { headings, sample } = question;
  const columns: Partial<Record<CsvField, number>> = {};
  const taken = new Set<number>();
  const take = (key: CsvField, place: number) => {
    if (place < 0 || taken.has(place) || columns[key] !== undefined) return;
    columns[key] = place;
    taken.add(place);
  };
  const plain = headings.map(headingOf);
  for (const { key, names } of csvFields)
    take(
      key,
      plain.findIndex((heading) =>
        names.some((name) => heading === name || heading.replaceAll(' ', '') === plainKey(name)),
      ),
    );
  const firstRowIsData = taken.size === 0 && looksLikeData(question);
  const rows = firstRowIsData ? [headings, ...sample] : sample;
  const places = headings.map((_, place) => place);
  for (const [key, fits] of valueTests(question))
    take(
      key,
      places.find((place) => {
        const values = rows.map((row) => row[place] ?? '').filter((value) => value !== '');
        return !taken.has(place) && values.length > 0 && fits(values);
      }) ?? -1,
    );
  return { columns, firstRowIsData };
}

type Fits = (values: readonly string[]) => boolean;

const most = (values: readonly string[], test: (value: string) => boolean) =>
  values.filter(test).length > values.length * 0.8;

function valueTests({ statuses, today }: GuessQuestion): readonly (readonly [CsvField, Fits])[] {
  const isDate = (value: string) => readFileDate(value, today).outcome === 'read';
  return [
    ['dateOfBirth', (values) => most(values, isDate)],
    ['status', (values) => most(values, (value) => recogniseStatus(value, statuses) !== undefined)],
    [
      'reference',
      (values) =>
        most(values, (value) => /^[\w/-]*\d{2}[\w/-]*$/.test(value) && !isDate(value)) &&
        new Set(values).size === values.length,
    ],
    [
      'name',
      (values) =>
        most(values, (value) => /^[\p{L}'’.-]+(?:,? [\p{L}'’.-]+)+$/u.test(value)) &&
        new Set(values).size > values.length / 2,
    ],
  ];
}

/** Headings are words: no dates, and none of them a reference or a status. */
function looksLikeData({ headings, today }: GuessQuestion): boolean {
  return headings.some(
    (heading) => readFileDate(heading, today).outcome === 'read' || /^\d{3,}$/.test(heading),
  );
}

/** Why a mapping cannot be used yet; undefined where it can. */
export function mappingProblem({ columns }: Mapping, hasWorker: boolean): string | undefined {
  if (columns.reference === undefined) return 'Choose the column with the child’s reference';
  if (columns.worker === undefined && !hasWorker)
    return 'Choose the column with the worker, or the worker whose children these are';
  return undefined;
}
