import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * What an empty browser fetches before Home, followed from import to import: what scripts/first-load.mjs
 * measures in a build is looked at here file by file. Types are no imports of a built app.
 */
const statements = /^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
/** Loaded on demand, yet before Home is on the screen. Pages of their own are not, as there. */
const onTheWay =
  /^src\/(app\/(?!(?:start-here|finish-starting|handover-pages|change-passphrase-page)\.)|screens\/(home|unlock)\/)/;

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, to]) => to ?? '');

function fileOf(from: string, to: string): string | undefined {
  if (to.startsWith('#')) return `src/${to.slice(1)}`;
  return to.startsWith('.') ? join(dirname(from), to) : undefined; // a package
}

/** Each file that is loaded, and the one that asked for it. */
function loadedFrom(start: string): ReadonlyMap<string, string> {
  const loaded = new Map([[start, '']]);
  for (const [file] of loaded) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    const resolved = (names: readonly string[]) => names.flatMap((to) => fileOf(file, to) ?? []);
    const later = resolved(found(text, dynamic)).filter((path) => onTheWay.test(path));
    for (const path of [...resolved(found(text, statements)), ...later])
      if (!loaded.has(path)) loaded.set(path, file);
  }
  return loaded;
}

function wayTo(file: string, loaded: ReadonlyMap<string, string>): string {
  const way = [file];
  for (let from = loaded.get(file); from; from = loaded.get(from)) way.unshift(from);
  return way.join(' > ');
}

const loaded = loadedFrom('src/app/main.tsx');

it('the walk reaches the app, its storage and Home', () => {
  const files = [...loaded.keys()];
  expect(files).toContain('src/storage/policies/profiles.ts');
  expect(files).toContain('src/screens/home/home-screen.tsx');
  expect(files).toContain('src/domain/policies/policy-profile.ts');
  expect(files).not.toContain('src/screens/start/who-i-am.tsx');
});

it.each([
  'src/domain/policies/profiles.json',
  'src/domain/policies/shipped-profiles.ts',
  'src/domain/policies/profile-schema.ts',
  'src/domain/policies/check-profile.ts',
])('the shipped profiles and their schema are not in the first load: %s', (file) => {
  expect(loaded.has(file) ? wayTo(file, loaded) : 'not loaded').toBe('not loaded');
});
