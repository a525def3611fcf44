import type * as z from 'zod/mini';
import { intervalMessage } from './profile-words.ts';

/** One thing that is wrong in a profile: where, what would be right, and what is there. */
export interface Fault {
  /** `child.cohorts[2].interval`; '' for the file as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** "child.cohorts[2].interval: expected an interval such as P7D or P1M, found "monthly"". */
export const faultWords = ({ path, expected, found }: Fault): string =>
  `${path === '' ? 'the file' : path}: expected ${expected}, found ${found}`;

type Path = readonly PropertyKey[];

export const pathWords = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inside, part) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[part] // any key of an object may be asked for
        : undefined,
    value,
  );

const SHOWN = 60;

export function foundWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'a group of fields';
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

type Issue = z.core.$ZodIssue;

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  object: 'a group of fields',
  array: 'a list',
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return listed(issue.values.map((value) => JSON.stringify(value)));
    case 'too_small':
      return issue.origin === 'string' ? 'some text' : `a number from ${issue.minimum}`;
    case 'invalid_format':
      return 'hours such as PT24H';
    case 'custom':
      return issue.message === intervalMessage
        ? 'an interval such as P7D, P14D, P1M or P12M'
        : 'a day that exists, written like 2027-04-01';
    default:
      return 'something else';
  }
}

/**
 * PROF13: the faults behind one issue of the schema. Of several shapes that a field may have, the one
 * that was meant is told about: the one whose fields are there.
 */
export function faultsOf(issue: Issue, whole: unknown, under: Path = []): readonly Fault[] {
  const path = [...under, ...issue.path];
  const found = valueAt(whole, path);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = issue.errors
      .filter((issues) => issues.every((inner) => inner.path.length > 0))
      .toSorted((a, b) => missingIn(a, found) - missingIn(b, found) || a.length - b.length)
      .at(0);
    if (meant) return meant.flatMap((inner) => faultsOf(inner, whole, path));
    const kinds = issue.errors.flatMap(([first]) => (first ? [expectedOf(first)] : []));
    const expected = listed([...new Set(kinds)]);
    return [{ path: pathWords(path), expected, found: foundWords(found) }];
  }
  return [{ path: pathWords(path), expected: expectedOf(issue), found: foundWords(found) }];
}

const missingIn = (issues: readonly Issue[], value: unknown): number =>
  issues.filter(({ path }) => valueAt(value, path) === undefined).length;
