import {
  actPayload,
  childPayload,
  type SigningActKey,
  type UnsignedAct,
} from '#domain/signing/signing.ts';
import type { Workspace } from '#storage/workspace.ts';
import { challengeOf, publicKeyOf } from '#vault/assertion.ts';
import type { PasskeySlot } from '#vault/passkey.ts';
import type { NoPasskey, PasskeySource } from '#vault/passkey-source.ts';
import { signerOf } from '#vault/signing.ts';
import { verifySignature } from '#vault/verify-signature.ts';
import { type NewSigningKey, signingKeyOf } from './signing-key.ts';

type Signed = { readonly outcome: 'signed' } & UnsignedAct;

/** Puts the signatures under the rows of an act. */
export interface ActSigner {
  /** Undefined at level 0. */
  readonly key: SigningActKey | undefined;
  readonly sign: (act: UnsignedAct) => Promise<Signed | NoPasskey>;
}

/** Levels 0 and 1: the key of this device, made now where there is none; a typed name without one. */
export async function deviceSigner(
  workspace: Workspace,
  newKey: NewSigningKey,
): Promise<ActSigner> {
  const held = await signingKeyOf(workspace, newKey);
  const signed = held ? await signerOf(held) : async () => '';
  const { alg, keyId, publicKey } = held ?? {};
  return {
    key: alg && keyId && publicKey ? { level: 1, alg, keyId, publicKey } : undefined,
    sign: async ({ staff, children }) => ({
      outcome: 'signed',
      staff: { ...staff, signature: await signed(actPayload(staff)) },
      children: await Promise.all(
        children.map(async (row) => ({ ...row, signature: await signed(childPayload(row)) })),
      ),
    }),
  };
}

const NOT_CHECKED =
  'Not signed. The passkey did not check that it is you, or signed with another key. Try again, or sign with your passphrase';

type Row = Parameters<typeof verifySignature>[0];
type Touched = { readonly outcome: 'signed'; readonly signed: Partial<Row> } | NoPasskey;

const untouched: Touched = { outcome: 'signed', signed: {} };

/** Level 2. Undefined where the passkey was added before its public key was kept. */
export async function passkeySigner(
  slot: PasskeySlot,
  source: PasskeySource,
): Promise<ActSigner | undefined> {
  if (!slot.signs) return undefined;
  const key = { level: 2 as const, ...(await publicKeyOf(slot.signs)) };

  /** One touch. What cannot be checked now could never be checked: it is no signature. */
  async function touch(row: Row, text: string): Promise<Touched> {
    const touched = await source.sign(slot, await challengeOf(text));
    if (touched.outcome === 'none') return touched;
    const { outcome, ...signed } = touched;
    const genuine = await verifySignature({ ...row, ...signed }, text);
    return genuine === 'genuine' ? { outcome, signed } : { outcome: 'none', reason: NOT_CHECKED };
  }

  /** SIGN12: one touch for the supervision file and one for the children's, each where it has a text. */
  async function sign({ staff, children }: UnsignedAct): Promise<Signed | NoPasskey> {
    const ofStaff = staff.list.some(({ file }) => file === 'staff')
      ? await touch(staff, actPayload(staff))
      : untouched;
    if (ofStaff.outcome === 'none') return ofStaff;
    const [first] = children;
    const ofChildren = first ? await touch(first, childPayload(first)) : untouched;
    if (ofChildren.outcome === 'none') return ofChildren;
    return {
      outcome: 'signed',
      staff: { ...staff, ...ofStaff.signed },
      children: children.map((row) => ({ ...row, ...ofChildren.signed })),
    };
  }
  return { key, sign };
}
