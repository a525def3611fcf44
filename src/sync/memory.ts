import * as z from 'zod/mini';
import { CONNECTION, connectionBinding, connectionText } from '#storage/sync/is-connected.ts';
import type { Workspace } from '#storage/workspace.ts';

const known = { name: z.string(), from: z._default(z.string(), '') };

/** What is kept of the connection between two unlocks; sealed, as names and a token stand in it. */
const Memory = z.looseObject({
  origin: z._default(z.string(), ''),
  /** Random, of this device and these records: the endpoint tells its devices apart by it. */
  clientId: z._default(z.string(), ''),
  /** A pilot token that was pasted; '' where people sign in. */
  token: z._default(z.string(), ''),
  /** By the council's sign-in, whose token is in memory and never here. */
  signsIn: z._default(z.boolean(), false),
  /** What left this device because somebody no longer works with somebody, in words, newest first. */
  notices: z._default(z.array(z.looseObject({ at: z.string(), text: z.string() })), () => []),
  /** Whom the directory named last, and since when, to say who is no longer among them. */
  supervisees: z._default(z.array(z.looseObject({ id: z.string(), ...known })), () => []),
  children: z._default(z.array(z.looseObject({ ref: z.string(), ...known })), () => []),
});
export type Memory = z.infer<typeof Memory>;

/** Empty where this device was never connected. Throws VaultError 'damaged'. */
export async function readMemory(workspace: Workspace): Promise<Memory> {
  return Memory.parse(JSON.parse(await connectionText(workspace)));
}

export async function writeMemory(workspace: Workspace, change: Partial<Memory>): Promise<Memory> {
  const { db, vault, ports } = workspace;
  const next: Memory = { ...(await readMemory(workspace)), ...change };
  const v = ports.nowMs();
  const sealed = await vault.seal(connectionBinding(v), JSON.stringify(next));
  await db.meta.put({ k: CONNECTION, sealed: { v, ...sealed } });
  return next;
}
