import type { Workspace } from '#storage/workspace.ts';
import type { SigningKey } from '#vault/signing.ts';

/**
 * The signing key of this device: sealed in `meta`, so that it is in no backup and no file. A restored
 * copy of the records makes a key of its own; what the old one signed is checked by the half that stands
 * beside each signature.
 */
const KEY = 'signing-key';
const binding = { kind: 'meta', c: 0, id: KEY, v: 1 } as const;

export type NewSigningKey = () => Promise<SigningKey | undefined>;

/** The key, made now where there is none yet; undefined where the browser can make none (level 0). */
export async function signingKeyOf(
  workspace: Workspace,
  newKey: NewSigningKey,
): Promise<SigningKey | undefined> {
  const held = await findSigningKey(workspace);
  if (held) return held;
  const made = await newKey();
  if (!made) return undefined;
  const { db, vault } = workspace;
  const sealed = await vault.seal(binding, JSON.stringify(made));
  await db.transaction('rw', [db.meta], async () => {
    // Another tab may have made one meanwhile: the first counts.
    if (!(await db.meta.get(KEY))) await db.meta.put({ k: KEY, sealed: { v: 1, ...sealed } });
  });
  return findSigningKey(workspace);
}

/** The key where one was made. Throws VaultError 'damaged'. */
export async function findSigningKey({ db, vault }: Workspace): Promise<SigningKey | undefined> {
  const row = await db.meta.get(KEY);
  if (!row?.sealed) return undefined;
  return JSON.parse(await vault.open(binding, row.sealed)) as SigningKey; // sealed above
}
