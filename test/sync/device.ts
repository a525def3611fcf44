import { Settings } from '#domain/records/settings.ts';
import { FootprintDb, noRows, readRows } from '#storage/db.ts';
import { openWorkspace } from '#storage/open-workspace.ts';
import { firstProfile } from '#storage/policies/first-profile.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { type CycleEnd, syncOnce } from '#sync/cycle.ts';
import type { Net } from '#sync/net.ts';
import type { Bytes } from '#vault/bytes.ts';
import { openVault } from '#vault/vault.ts';
import { type TestPorts, testPorts } from '../workspaces.ts';
import { aTab, sleep, wake } from './tabs.ts';

export interface Device {
  readonly name: string;
  readonly person: string;
  readonly token: string;
  readonly clientId: string;
  readonly ports: TestPorts;
  /** The records as they are open now: another object after a crash. */
  workspace: Workspace;
  /** Another tab of the same person, while there is one. */
  other?: Workspace | undefined;
  /** Its app is older than records of some kind. */
  isOld?: boolean;
  /** The next write of that in a cycle fails. */
  fails?: 'rows' | 'outbox' | undefined;
}

const master = new Uint8Array(32).fill(9) as Bytes;
const PROFILE = 'islington-001';

/** A device of one person, with nothing on it but who they are. */
export async function aDevice(
  name: string,
  person: string,
  token: string,
  newId: () => string,
): Promise<Device> {
  const ports: TestPorts = { ...testPorts(), newId };
  const vaultId = newId();
  const vault = await openVault(vaultId, master);
  const db = new FootprintDb(vaultId);
  const workspace = await aTab(() => openWorkspace(db, vault, noRows, ports));
  const id = await vault.referenceId('settings', 'own');
  const settings = Settings.parse({ me: person, profileId: PROFILE });
  const version = await firstProfile(workspace, PROFILE);
  if (!version) throw new Error('the app ships it');
  await workspace.change(() => [
    created('settings', id, settings),
    created('profiles', version.id, version),
  ]);
  return { name, person, token, clientId: newId(), ports, workspace };
}

async function opened({ workspace: { vault }, ports }: Device): Promise<Workspace> {
  const db = new FootprintDb(vault.id);
  const rows = await readRows(db);
  return aTab(() => openWorkspace(db, vault, rows, ports));
}

/** The process ends without a word; the next one opens what is on the disk. */
export async function crash(device: Device): Promise<void> {
  const { tabs, db } = device.workspace;
  tabs.close();
  db.close();
  device.workspace = await opened(device);
}

/** The person goes on in another tab, which may be at work before it has heard what happened since. */
export async function goToOtherTab(device: Device, isAwake: boolean): Promise<void> {
  const next = device.other ?? (await opened(device));
  sleep(device.workspace);
  device.other = device.workspace;
  device.workspace = next;
  if (isAwake) await wake(next);
}

export async function closeOtherTab(device: Device): Promise<void> {
  const { other } = device;
  if (!other) return;
  await other.queue.flush();
  other.tabs.close();
  other.db.close();
  device.other = undefined;
}

export async function closeDevice(device: Device): Promise<void> {
  await closeOtherTab(device);
  device.workspace.tabs.close();
  await device.workspace.db.delete();
}

export const syncDevice = (device: Device, net: Net): Promise<CycleEnd> =>
  syncOnce({
    workspace: device.workspace,
    net,
    clientId: device.clientId,
    token: device.token,
    appVersion: device.isOld ? 'old' : 'test',
    signal: new AbortController().signal,
    // Several batches in one cycle, as where hundreds wait.
    ...(device.name === 'sam-laptop' || device.name === 'priya' ? { atATime: 2 } : {}),
  });
