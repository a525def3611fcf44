import { compareInstants, parseInstant } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile } from '#domain/policies/shipped-profiles.ts';
import { type DayOrMoment, dayOf } from '#domain/recording/recording-deadline.ts';
import { caseStatusOn, childKeys } from './child-keys.ts';
import { readGiven, toWhen, unreadNames } from './given.ts';
import { otherKeys } from './other-keys.ts';
import { primaryOf } from './primary.ts';
import type { Asking } from './subjects.ts';
import { readVectorFile, type Vector } from './vector-file.ts';
import { dueAfterSession, workerKeys } from './worker-keys.ts';

/** One expectation of one vector. `got` is null where the rules give nothing. */
export interface VectorResult {
  readonly id: string;
  readonly key: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly passed: boolean;
}

/** Ids may be given twice, so results stay with their vector. */
export interface RanVector {
  readonly id: string;
  readonly results: readonly VectorResult[];
  /** Names in its `given` that nothing reads: perhaps misspelt. They fail nothing. */
  readonly unread: readonly string[];
}

export type VectorRun =
  | { readonly outcome: 'ran'; readonly vectors: readonly RanVector[] }
  | { readonly outcome: 'unreadable'; readonly why: string };

const keys: Readonly<Record<string, (asking: Asking) => unknown>> = {
  ...otherKeys,
  ...workerKeys,
  ...childKeys,
};

/** Keys that hold one answer a day. */
const dailyKeys: Readonly<Record<string, (asking: Asking, when: DayOrMoment) => unknown>> = {
  statusOn: (asking, when) => primaryOf(asking, when)?.status,
  caseStatusOn,
  dueAfterSession: (asking, when) => dueAfterSession(asking, dayOf(when)),
};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Moments are compared as moments: `Z` and `+00:00` are the same one. */
function isSame(expected: unknown, got: unknown): boolean {
  if (typeof expected === 'string' && typeof got === 'string') {
    const [a, b] = [parseInstant(expected), parseInstant(got)];
    if (a !== undefined && b !== undefined) return compareInstants(a, b) === 0;
  }
  return JSON.stringify(expected) === JSON.stringify(got);
}

function check(id: string, key: string, expected: unknown, answer: () => unknown): VectorResult {
  try {
    const got = answer() ?? null;
    return { id, key, expected, got, passed: isSame(expected, got) };
  } catch (cause) {
    // What a vector holds is somebody else's text: nonsense fails that vector and not the run.
    const got = `error: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { id, key, expected, got, passed: false };
  }
}

const failed = (id: string, key: string, expected: unknown, got: string): VectorResult => ({
  id,
  key,
  expected,
  got,
  passed: false,
});

function checkKey(
  id: string,
  asking: Asking,
  key: string,
  expected: unknown,
): readonly VectorResult[] {
  // A key such as `constructor` is on every object and a rule of none.
  const daily = Object.hasOwn(dailyKeys, key) ? dailyKeys[key] : undefined;
  if (daily) {
    if (!isFields(expected)) return [failed(id, key, expected, 'not a list of days')];
    return Object.entries(expected).map(([day, value]) =>
      check(id, `${key} ${day}`, value, () => daily(asking, toWhen(day, key))),
    );
  }
  const answer = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (!answer) return [failed(id, key, expected, 'no such key')];
  if (!isFields(expected)) return [check(id, key, expected, () => answer(asking))];
  return Object.entries(expected).map(([part, value]) =>
    check(id, `${key}.${part}`, value, () => {
      const got = answer(asking);
      return isFields(got) && Object.hasOwn(got, part) ? got[part] : 'no such key';
    }),
  );
}

function runVector(
  { id, profile: profileId, given, expect }: Vector,
  holidays: Asking['holidays'],
  own: readonly PolicyProfile[],
): readonly VectorResult[] {
  const profile = own.find((each) => each.id === profileId) ?? findProfile(profileId);
  if (!profile) return [failed(id, 'profile', profileId, 'no such profile')];
  const asking = { profile, holidays, given: readGiven(given) };
  const results = Object.entries(expect).flatMap(([key, expected]) =>
    checkKey(id, asking, key, expected),
  );
  return results.length > 0 ? results : [failed(id, 'expect', null, 'nothing to check')];
}

/**
 * Asks the rules every vector of a parsed file (VEC1–VEC6 in ../RULES.md), with the bank holidays of
 * that file. Each key in `expect` is one result or, for statuses by day, one for each day. A profile of
 * `own` comes before a shipped one of its id; of two the first.
 */
export function runVectors(parsed: unknown, own: readonly PolicyProfile[] = []): VectorRun {
  const file = readVectorFile(parsed);
  if (file.outcome === 'unreadable') return file;
  const { vectors, holidays } = file;
  const ran = vectors.map((vector) => ({
    id: vector.id,
    results: runVector(vector, holidays, own),
    unread: unreadNames(vector.given),
  }));
  return { outcome: 'ran', vectors: ran };
}
