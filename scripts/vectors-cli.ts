import 'temporal-polyfill/global';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkProfileText } from '../src/domain/policies/check-profile.ts';
import type { PolicyProfile } from '../src/domain/policies/policy-profile.ts';
import { faultWords } from '../src/domain/policies/profile-faults.ts';
import { runVectors, type VectorResult } from '../src/domain/vectors/run-vectors.ts';

/**
 * `npm run vectors -- FILE…`: a line for each vector, then `N passed, N failed`. A file that is a profile
 * is checked, and the vectors of the files after it may be of that profile.
 */
/** npm changes to the project's folder, but a person names files from where they are. */
function pathOf(name: string): string {
  const fromThere = resolve(process.env.INIT_CWD ?? '.', name);
  return existsSync(fromThere) ? fromThere : resolve(name);
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function lineOf(id: string, results: readonly VectorResult[]): string {
  const wrong = results.filter(({ passed }) => !passed);
  if (wrong.length === 0) return `${id} passed`;
  const faults = wrong.map(
    ({ key, expected, got }) => `${key}: expected ${shown(expected)}, got ${shown(got)}`,
  );
  return `${id} FAILED ${faults.join('; ')}`;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The profiles named so far, the latest first: a mended copy counts and not the one before it. */
const ownProfiles: PolicyProfile[] = [];

/** What has neither vectors nor any of the parts of a profile is told as a file of vectors. */
const isProfile = (parsed: unknown): boolean =>
  typeof parsed === 'object' &&
  parsed !== null &&
  !('vectors' in parsed) &&
  ('worker' in parsed || 'child' in parsed || 'headings' in parsed);

/** Each fault counts as a failure, so that the sum says how much there is to do. */
function checkFile(name: string, text: string): Counts {
  const check = checkProfileText(text);
  if (check.outcome === 'faults') {
    for (const fault of check.faults) console.log(`${name} FAILED ${faultWords(fault)}`);
    return { passed: 0, failed: check.faults.length };
  }
  console.log(`${name} passed: ${check.profile.label}`);
  if (check.unread.length > 0) console.error(`${name}: nothing reads ${check.unread.join(', ')}`);
  ownProfiles.unshift(check.profile);
  return { passed: 1, failed: 0 };
}

/** A file that cannot be read or holds nothing counts as one failure: silence would look like success. */
function runFile(name: string): Counts {
  let text: string;
  let parsed: unknown;
  try {
    text = readFileSync(pathOf(name), 'utf8').replace(/^\ufeff/, '');
    parsed = JSON.parse(text);
  } catch (cause) {
    console.log(
      `${name} FAILED could not be read: ${cause instanceof Error ? cause.message : cause}`,
    );
    return { passed: 0, failed: 1 };
  }
  if (isProfile(parsed)) return checkFile(name, text);
  const run = runVectors(parsed, ownProfiles);
  if (run.outcome === 'unreadable') {
    console.log(`${name} FAILED ${run.why}`);
    return { passed: 0, failed: 1 };
  }
  let failed = 0;
  for (const vector of run.vectors) {
    console.log(lineOf(vector.id, vector.results));
    if (vector.unread.length > 0)
      console.error(`${vector.id}: nothing reads ${vector.unread.join(', ')} of its given`);
    if (vector.results.some((result) => !result.passed)) failed += 1;
  }
  return { passed: run.vectors.length - failed, failed };
}

const files = process.argv.slice(2);
if (files.length === 0) console.log('Name at least one file: npm run vectors -- FILE…');
const counts = files.map(runFile);
const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;
