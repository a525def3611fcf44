import { mayEndWait } from '#domain/agreeing.ts';
import { assert } from '#domain/assert.ts';
import type { RecordId } from '#domain/ids.ts';
import {
  actPayload,
  buildAct,
  childListText,
  childPayload,
  type Signable,
  type UnsignedAct,
} from '#domain/signing.ts';
import { sha256 } from '#vault/hash.ts';
import { newSigningKey, signerOf } from '#vault/signing.ts';
import { myRefs } from './agreeing-reads.ts';
import type { Write } from './save.ts';
import { findSession } from './session-reads.ts';
import { myName, settingsOf } from './settings.ts';
import { signingOf, unsignedOf } from './signatures.ts';
import { findSigningKey, type NewSigningKey, signingKeyOf } from './signing-key.ts';
import { sittingUntilMs } from './sitting-clock.ts';
import type { Workspace } from './workspace.ts';
import { created } from './writes.ts';

interface SignSession {
  readonly sessionId: string;
  /** The records that were on the screen: nothing that came in since is signed unseen. */
  readonly shownIds: readonly string[];
  /** As typed; it is the signature at level 0, where this browser can hold no key. */
  readonly typedName?: string;
  readonly newKey?: NewSigningKey;
}

export type SignedSession =
  | { readonly outcome: 'signed'; readonly count: number; readonly level: 0 | 1 }
  /** Signed already, or nothing of what was shown can be signed. */
  | { readonly outcome: 'nothing' }
  /** No sitting is open: whoever signs is asked for the passphrase first (SIGN6). */
  | { readonly outcome: 'closed' };

/** Whether this browser has a key to sign with, or could make one. A look makes none. */
export const signingLevel = async (
  workspace: Workspace,
  newKey: NewSigningKey = newSigningKey,
): Promise<0 | 1> => (((await findSigningKey(workspace)) ?? (await newKey())) ? 1 : 0);

/** SIGN1: whoever supervised the session signs its records, and nobody else. */
export function maySign(workspace: Pick<Workspace, 'set'>, sessionId: string): boolean {
  const session = findSession(workspace, sessionId)?.body;
  return session !== undefined && mayEndWait(session, myRefs(workspace));
}

/**
 * Signs everything of a session that was shown and is not signed yet, in one act, all or none, while a
 * sitting is open. Throws StorageError.
 */
export async function signSession(
  workspace: Workspace,
  { sessionId, shownIds, typedName = '', newKey = newSigningKey }: SignSession,
): Promise<SignedSession> {
  if (sittingUntilMs(workspace) === undefined) return { outcome: 'closed' };
  const key = await signingKeyOf(workspace, newKey);
  const sign = key ? await signerOf(key) : async () => '';
  let outcome: SignedSession = { outcome: 'nothing' };
  await workspace.change(async () => {
    outcome = { outcome: 'nothing' };
    const session = findSession(workspace, sessionId)?.body;
    assert(session && maySign(workspace, sessionId), `session ${sessionId} is not signed here`);
    const texts = unsignedOf(await signingOf(workspace, sessionId)).filter(({ recordId }) =>
      shownIds.includes(recordId),
    );
    if (texts.length === 0) return [];
    outcome = { outcome: 'signed', count: texts.length, level: key ? 1 : 0 };
    const idOf = signatureIds(workspace);
    const [notes] = texts.filter(({ file }) => file === 'staff');
    const act = buildAct({
      actId: notes ? await idOf(notes) : (workspace.ports.newId() as RecordId), // a port makes ids
      childIds: await Promise.all(texts.filter(({ file }) => file === 'child').map(idOf)),
      texts,
      childListHash: await sha256(childListText(texts)),
      of: { sessionId: session.id, superviseeRef: session.superviseeRef },
      by: {
        role: 'supervisor',
        signerRef: settingsOf(workspace).me,
        signerName: key ? myName(workspace) : typedName,
        at: workspace.now,
      },
      key,
    });
    return signedWrites(act, sign);
  });
  return outcome;
}

/**
 * One row for each text and signer, under an id that follows from both: two tabs that sign at once write
 * the same row, and the second finds it signed (SIGN3). Another id where a row that is not valid has it.
 */
function signatureIds(workspace: Workspace) {
  const { me } = settingsOf(workspace);
  return async ({ recordId }: Signable): Promise<RecordId> => {
    const hex = await sha256(`signature\n${me}\n${recordId}`);
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
    const id = [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
    const isTaken = workspace.set.findAnywhere(id) !== undefined;
    return (isTaken ? workspace.ports.newId() : id) as RecordId; // shaped as the ids that a port makes
  };
}

async function signedWrites(
  { staff, children }: UnsignedAct,
  sign: (text: string) => Promise<string>,
): Promise<readonly Write[]> {
  const act = { ...staff, signature: await sign(actPayload(staff)) };
  const rows = await Promise.all(
    children.map(async (row) => ({ ...row, signature: await sign(childPayload(row)) })),
  );
  return [
    created('staffSignatures', act.id, act),
    ...rows.map((row) => created('childSignatures', row.id, row)),
  ];
}
