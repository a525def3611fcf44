import type { Vault } from '#vault/vault.ts';
import type { FootprintDb, Row } from './db.ts';
import type { Ports } from './ports.ts';
import { Workspace } from './workspace.ts';

/** Milliseconds of work between yields: half a frame, so that typing and painting are never held up. */
const SLICE_MS = 8;
const BATCH = 25;

/** Opens every row into memory, in slices that yield. A screen sees all of it or nothing yet. */
export async function openWorkspace(
  db: FootprintDb,
  vault: Vault,
  rows: readonly Row[],
  ports: Ports,
): Promise<Workspace> {
  const workspace = new Workspace(db, vault, ports);
  let sliceStart = ports.nowMs();
  for (let i = 0; i < rows.length; i += BATCH) {
    await workspace.take(rows.slice(i, i + BATCH));
    if (ports.nowMs() - sliceStart < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    sliceStart = ports.nowMs();
  }
  await workspace.catchUp();
  return workspace;
}
