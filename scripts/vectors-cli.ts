import 'temporal-polyfill/global';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runVectors, type VectorResult } from '../src/domain/vectors/run-vectors.ts';

/** `npm run vectors -- FILE…`: a line for each vector, then `N passed, N failed`. */
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

/** A file that cannot be read or holds nothing counts as one failure: silence would look like success. */
function runFile(name: string): { readonly passed: number; readonly failed: number } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(pathOf(name), 'utf8').replace(/^\ufeff/, ''));
  } catch (cause) {
    console.log(
      `${name} FAILED could not be read: ${cause instanceof Error ? cause.message : cause}`,
    );
    return { passed: 0, failed: 1 };
  }
  const run = runVectors(parsed);
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
