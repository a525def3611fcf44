import type { Vault } from '#vault/vault.ts';
import type { FootprintDb, StoredRows } from './db.ts';
import { giveWay } from './give-way.ts';
import type { OpenRecord } from './open-record.ts';
import type { Ports } from './ports.ts';
import { findSettings } from './settings.ts';
import { StorageError } from './storage-error.ts';
import { Workspace } from './workspace.ts';
import { created } from './writes.ts';

/** Milliseconds of work between yields: half a frame, so that typing and painting are never held up. */
const SLICE_MS = 8;
const BATCH = 25;

/** Opens every row into memory, in slices that yield. A screen sees all of it or nothing yet. */
export async function openWorkspace(
  db: FootprintDb,
  vault: Vault,
  { rows, commits }: StoredRows,
  ports: Ports,
): Promise<Workspace> {
  const workspace = new Workspace(db, vault, ports);
  workspace.mayChange = async (writes) => {
    // Nobody was handed over on most devices: then the rule is not even fetched.
    if (workspace.set.all('handoverNotes').size === 0) return;
    (await import('#storage/handover/handed-over.ts')).ensureMayChange(workspace, writes);
  };
  let sliceStart = ports.nowMs();
  for (let i = 0; i < rows.length; i += BATCH) {
    await workspace.take(rows.slice(i, i + BATCH));
    if (ports.nowMs() - sliceStart < SLICE_MS) continue;
    await giveWay();
    sliceStart = ports.nowMs();
  }
  await workspace.catchUp(commits);
  await ensureProfile(workspace);
  return workspace;
}

/** Records from before policies were stored name one the app ships: it becomes their first version. */
async function ensureProfile(workspace: Workspace): Promise<void> {
  const settings = findSettings(workspace)?.body;
  const isHeld = () => workspace.set.all('profiles').size > 0;
  if (!settings || isHeld()) return;
  const { firstProfile } = await import('#storage/policies/first-profile.ts');
  const version = await firstProfile(workspace, settings.profileId);
  if (!version) return; // a profile of a newer version of the app, whose rows say what it is
  try {
    await workspace.change(() => (isHeld() ? [] : [created('profiles', version.id, version)]));
  } catch (cause) {
    if (!(cause instanceof StorageError)) throw cause;
    // A full disk must keep nobody out: in memory this time, and written the next.
    const text = JSON.stringify(version);
    const held = { id: version.id, collection: 'profiles', v: 0, rev: null, body: version, text };
    workspace.set.apply([held as OpenRecord]); // an open row of `profiles`, not on disk yet
  }
}
