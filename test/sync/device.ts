import { Settings } from '#domain/records/settings.ts';
import { FootprintDb } from '#storage/db.ts';
import { openWorkspace } from '#storage/open-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { type CycleEnd, syncOnce } from '#sync/cycle.ts';
import type { Net } from '#sync/net.ts';
import type { Bytes } from '#vault/bytes.ts';
import { openVault } from '#vault/vault.ts';
import { type TestPorts, testPorts } from '../workspaces.ts';

export interface Device {
  readonly name: string;
  readonly person: string;
  readonly token: string;
  readonly clientId: string;
  readonly ports: TestPorts;
  /** The records as they are open now: another object after a crash. */
  workspace: Workspace;
}

const master = new Uint8Array(32).fill(9) as Bytes;

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
  const workspace = await openWorkspace(db, vault, [], ports);
  const id = await vault.referenceId('settings', 'own');
  const settings = Settings.parse({ me: person, profileId: 'islington-001' });
  await workspace.change(() => [created('settings', id, settings)]);
  return { name, person, token, clientId: newId(), ports, workspace };
}

/** The process ends without a word; the next one opens what is on the disk. */
export async function crash(device: Device): Promise<void> {
  const { vault, tabs, db } = device.workspace;
  tabs.close();
  db.close();
  const next = new FootprintDb(vault.id);
  device.workspace = await openWorkspace(next, vault, await next.rows.toArray(), device.ports);
}

export async function closeDevice({ workspace }: Device): Promise<void> {
  workspace.tabs.close();
  await workspace.db.delete();
}

export const syncDevice = (device: Device, net: Net): Promise<CycleEnd> =>
  syncOnce({
    workspace: device.workspace,
    net,
    clientId: device.clientId,
    token: device.token,
    appVersion: 'test',
    signal: new AbortController().signal,
  });
