import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../endpoint/database/migrations.ts';
import { overPGlite } from '../endpoint/database/open-database.ts';

const FOLDER = 'node_modules/.cache/endpoint-database';
/** Another one when the tables or the engine change. */
const made = createHash('sha256')
  .update(readFileSync('endpoint/database/migrations.ts'))
  .update(readFileSync('node_modules/@electric-sql/pglite/package.json'))
  .digest('hex');
const path = `${FOLDER}/${made}.tar`;

/** A migrated database in memory: a copy of one, because making one takes the engine many seconds. */
export async function newMemoryDatabase() {
  if (!existsSync(path)) await makeTemplate();
  return overPGlite(await PGlite.create({ loadDataDir: new Blob([await readFile(path)]) }));
}

async function makeTemplate(): Promise<void> {
  const pglite = await PGlite.create();
  const db = await overPGlite(pglite);
  await migrate(db, '2026-11-20T09:00:00.000Z');
  const copy = await pglite.dumpDataDir('none');
  await db.destroy();
  await mkdir(FOLDER, { recursive: true });
  // In one step: another file's tests may be making it too.
  await writeFile(`${path}.${process.pid}`, Buffer.from(await copy.arrayBuffer()));
  await rename(`${path}.${process.pid}`, path);
}
