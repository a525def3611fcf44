import * as z from 'zod/mini';
import type { Workspace } from '#storage/workspace.ts';

/**
 * As much of what is kept of the connection (`sync/memory.ts`) as tells whether anything is sent at all:
 * storage knows no endpoint. Both fields are empty where nobody connected, and after "Stop".
 */
const Connection = z.looseObject({
  token: z._default(z.string(), ''),
  signsIn: z._default(z.boolean(), false),
});

/** Under which key of `meta` the connection is kept, and what its seal is bound to. */
export const CONNECTION = 'sync';
export const connectionBinding = (v: number) =>
  ({ kind: 'meta', c: 0, id: CONNECTION, v }) as const;

/** What is kept of the connection, as JSON; '{}' where there never was one. Throws VaultError 'damaged'. */
export async function connectionText({
  db,
  vault,
}: Pick<Workspace, 'db' | 'vault'>): Promise<string> {
  const sealed = (await db.meta.get(CONNECTION))?.sealed;
  return sealed ? vault.open(connectionBinding(sealed.v), sealed) : '{}';
}

/** Whether this device sends its changes to an endpoint. Throws VaultError 'damaged'. */
export async function isConnected(workspace: Workspace): Promise<boolean> {
  const { token, signsIn } = Connection.parse(JSON.parse(await connectionText(workspace)));
  return token !== '' || signsIn;
}
