import * as z from 'zod/mini';
import type { SealedHandover } from '#vault/handover-seal.ts';
import { sha256 } from '#vault/hash.ts';

/**
 * [Note: The hand-over file] One JSON text. In clear it has the format, its version, how the key is
 * stretched, the nonce, what is sealed, and the SHA-256 of that, by which a damaged file is told from
 * wrong words. It names nobody, and nor does its file name. What is inside: ./handover-body.ts.
 */
const HANDOVER_FORMAT = 'footprint-handover';
const HANDOVER_VERSION = 1;

export const handoverLabel = { format: HANDOVER_FORMAT, version: HANDOVER_VERSION } as const;

/** What every version's file begins with: a newer one may differ in all the rest. */
const Label = z.object({ format: z.literal(HANDOVER_FORMAT), version: z.number() });
const opening = `{"format":"${HANDOVER_FORMAT}"`;

const Kdf = z.object({
  alg: z.literal('argon2id'),
  m: z.number(),
  t: z.number(),
  p: z.number(),
  salt: z.string(),
});
const Envelope = z.object({
  ...Label.shape,
  kdf: Kdf,
  iv: z.string(),
  ct: z.string(),
  sha256: z.string(),
});

/** The hash is of the sealed text as it stands in the file. */
export async function writeEnvelope({ kdf, iv, ct }: SealedHandover): Promise<string> {
  return JSON.stringify({ ...handoverLabel, kdf, iv, ct, sha256: await sha256(ct) });
}

export type ReadEnvelope =
  | { readonly outcome: 'read'; readonly sealed: SealedHandover }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/** The shape of a file. Nothing is opened here. */
export async function readEnvelope(text: string): Promise<ReadEnvelope> {
  const json = parseJson(text);
  const label = Label.safeParse(json);
  if (!label.success) {
    const isCut = json === undefined && text.trimStart().startsWith(opening);
    return isCut ? unreadable(damaged) : unreadable(notOurs);
  }
  if (label.data.version > HANDOVER_VERSION) return unreadable(newer);
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return unreadable(damaged);
  const { kdf, iv, ct } = envelope.data;
  if ((await sha256(ct)) !== envelope.data.sha256) return unreadable(damaged);
  return { outcome: 'read', sealed: { kdf, iv, ct } };
}

export const nothingChanged = 'Nothing on this device has been changed.';

const notOurs =
  'This is not a Footprint hand-over file. Choose a file whose name ends in .fphandover.';
const newer = 'This file was made by a newer version of Footprint. Update Footprint first.';
export const damaged =
  'This hand-over file is damaged or cut short. Copy it again from where it was saved, or ask for a new one.';

export const unreadable = (reason: string) =>
  ({ outcome: 'unreadable', reason: `${reason} ${nothingChanged}` }) as const;

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: an answer, since the file may be anything
  }
}
