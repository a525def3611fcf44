/**
 * `npm run typed`: a session of three hours (27,000 keys) beside 20,000 records under a processor six times
 * as slow, by test/e2e/typed-session.e2e.ts, and then 600 keys at a person’s pace. Figure 11 of the design,
 * memory and disk are printed. Arguments: keys, throttle, keys at a person’s pace.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const [keys = '27000', throttle = '6', paced = '600'] = process.argv.slice(2);
const PRACTITIONERS = 17; // 20,000 records

const outDir = join('node_modules', '.cache', 'bench-typed');
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  build: { ssr: 'bench/typed-backup.ts', outDir, emptyOutDir: true, target: 'node20' },
});
const { typedBackup } = await import(new URL(`../${outDir}/typed-backup.js`, import.meta.url));
const { backup, ...about } = await typedBackup(PRACTITIONERS);
const folder = mkdtempSync(join(tmpdir(), 'footprint-typed-'));
const path = join(folder, 'typed.footprint');
writeFileSync(path, backup);
writeFileSync(`${path}.json`, JSON.stringify(about));
console.log(`typed: ${about.records} records held; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);

const env = {
  ...process.env,
  ...{ TYPED_KEYS: keys, TYPED_THROTTLE: throttle, TYPED_PACED: paced, TYPED_BACKUP: path },
};
const run = ['--no-install', 'playwright', 'test', 'typed-session'];
const { status } = spawnSync('npx', run, { env, stdio: 'inherit' });
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
