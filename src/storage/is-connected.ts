import * as z from 'zod/mini';
import type { Workspace } from './workspace.ts';

/**
 * As much of what is kept of the connection (`sync/memory.ts`) as tells whether anything is sent at all:
 * storage knows no endpoint. Both fields are empty where nobody connected, and after "Stop".
 */
const Connection = z.looseObject({
  token: z._default(z.string(), ''),
  signsIn: z._default(z.boolean(), false),
});

/** Whether this device sends its changes to an endpoint. Throws VaultError 'damaged'. */
export async function isConnected({ db, vault }: Workspace): Promise<boolean> {
  const sealed = (await db.meta.get('sync'))?.sealed;
  if (!sealed) return false;
  const binding = { kind: 'meta', c: 0, id: 'sync', v: sealed.v } as const;
  const { token, signsIn } = Connection.parse(JSON.parse(await vault.open(binding, sealed)));
  return token !== '' || signsIn;
}
