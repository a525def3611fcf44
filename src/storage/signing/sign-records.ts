import { assert } from '#domain/assert.ts';
import type { RecordId } from '#domain/ids.ts';
import {
  buildAct,
  childListText,
  leafText,
  type Signable,
  type SigningAct,
  type UnsignedAct,
} from '#domain/signing/signing.ts';
import type { SigningRole } from '#domain/signing/signing-roles.ts';
import { passkeysOfAccount } from '#storage/keys/ways-in.ts';
import type { Write } from '#storage/save.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { browserPasskeys, type NoPasskey, type PasskeySource } from '#vault/passkey-source.ts';
import { newSigningKey } from '#vault/signing.ts';
import { type ActSigner, deviceSigner, passkeySigner } from './act-signer.ts';
import { mySigningRole } from './record-to-sign.ts';
import type { SignableRecord } from './signable-records.ts';
import { signedRecordsOf, unsignedOf } from './signatures.ts';
import { findSigningKey, type NewSigningKey } from './signing-key.ts';
import { sittingUntilMs } from './sitting-clock.ts';

interface SignRecords {
  /** The records that were on the screen: nothing that came in since is signed unseen. */
  readonly recordIds: readonly string[];
  /** As typed; it is the signature at level 0, where this browser can hold no key. */
  readonly typedName?: string;
  readonly newKey?: NewSigningKey;
  /** Level 2: the way in that signs. It checks the person itself, so that no sitting is asked for. */
  readonly passkeyId?: string;
  readonly source?: PasskeySource;
}

export type SignedRecords =
  | { readonly outcome: 'signed'; readonly count: number; readonly level: 0 | 1 | 2 }
  /** Signed already, or nothing of what was shown can be signed. */
  | { readonly outcome: 'nothing' }
  /** No sitting is open: whoever signs is asked for the passphrase first (SIGN6). */
  | { readonly outcome: 'closed' }
  | NoPasskey;

/** Whether this browser has a key to sign with, or could make one. A look makes none. */
export const signingLevel = async (
  workspace: Workspace,
  newKey: NewSigningKey = newSigningKey,
): Promise<0 | 1> => (((await findSigningKey(workspace)) ?? (await newKey())) ? 1 : 0);

/**
 * SIGN1, SIGN8: signs what was shown and is not signed yet, all or none, in one act for each session or
 * supervision file. Throws StorageError, and where one of them is not mine to sign (SIGN10).
 */
export async function signRecords(
  workspace: Workspace,
  asked: SignRecords,
): Promise<SignedRecords> {
  const signer = await signerFor(workspace, asked);
  if ('outcome' in signer) return signer;
  let outcome: SignedRecords = { outcome: 'nothing' };
  await workspace.change(async () => {
    outcome = { outcome: 'nothing' };
    const records = await signedRecordsOf(workspace, asked.recordIds);
    const found = new Map(records.map((each) => [each.text.recordId, each]));
    const items = unsignedOf(records).map((text): Item => {
      const of = found.get(text.recordId);
      const role = mySigningRole(workspace, text.recordId);
      assert(of && role.outcome === 'may', `record ${text.recordId} is not signed here`);
      return { text, ...actOf(workspace, of), role: role.role };
    });
    const writes: Write[] = [];
    for (const ofAct of actsOf(items)) {
      const signed = await signer.sign(await unsignedAct(workspace, ofAct, signer, asked));
      if (signed.outcome === 'none') {
        outcome = signed;
        return [];
      }
      writes.push(...writesOf(signed));
    }
    const level = signer.key?.level ?? 0;
    if (items.length > 0) outcome = { outcome: 'signed', count: items.length, level };
    return writes;
  });
  return outcome;
}

async function signerFor(
  workspace: Workspace,
  { newKey = newSigningKey, passkeyId, source }: SignRecords,
): Promise<ActSigner | Extract<SignedRecords, { readonly outcome: 'closed' | 'none' }>> {
  if (passkeyId === undefined) {
    if (sittingUntilMs(workspace) === undefined) return { outcome: 'closed' };
    return deviceSigner(workspace, newKey);
  }
  const slots = await passkeysOfAccount(workspace.vault.id);
  const slot = slots.find(({ id }) => id === passkeyId);
  // Removed in another window, or added before its public key was kept.
  const signer = slot && (await passkeySigner(slot, source ?? browserPasskeys()));
  return signer ?? { outcome: 'none', reason: 'Add the passkey again to sign with it' };
}

type Of = SigningAct['of'];

interface Item extends Of {
  readonly text: Signable;
  readonly role: SigningRole;
}

/** A session is signed as one, its notes with its children's records; a group likewise. */
function actOf(workspace: Workspace, { sessionId, superviseeRef }: SignableRecord): Of {
  const session = findSession(workspace, sessionId)?.body;
  return session
    ? { of: 'session', sessionId: session.id, superviseeRef: session.superviseeRef }
    : { of: 'records', sessionId, superviseeRef };
}

/** No act is over texts of two people's supervision files: it goes with either of them. */
function actsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const acts = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.sessionId, item.superviseeRef, item.role]);
    acts.set(key, [...(acts.get(key) ?? []), item]);
  }
  return [...acts.values()];
}

async function unsignedAct(
  workspace: Workspace,
  items: readonly Item[],
  { key }: ActSigner,
  { typedName = '' }: SignRecords,
): Promise<UnsignedAct> {
  const [first] = items;
  assert(first, 'an act over nothing');
  const { of, sessionId, superviseeRef, role } = first;
  const texts = items.map(({ text }) => text);
  const ofChildren = texts.filter(({ file }) => file === 'child');
  const idOf = signatureIds(workspace);
  const ofStaff = texts.find(({ file }) => file === 'staff');
  return buildAct({
    actId: ofStaff ? await idOf(ofStaff) : (workspace.ports.newId() as RecordId), // a port makes ids
    childIds: await Promise.all(ofChildren.map(idOf)),
    texts,
    childListHash: await sha256(childListText(texts)),
    leaves: await Promise.all(ofChildren.map((text) => sha256(leafText(text)))),
    of: { of, sessionId, superviseeRef },
    by: {
      role,
      signerRef: settingsOf(workspace).me,
      signerName: key ? myName(workspace) : typedName,
      at: workspace.now,
    },
    key,
  });
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

const writesOf = ({ staff, children }: UnsignedAct): readonly Write[] => [
  created('staffSignatures', staff.id, staff),
  ...children.map((row) => created('childSignatures', row.id, row)),
];
