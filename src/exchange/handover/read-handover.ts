import { PolicyProfile } from '#domain/policies/profile-schema.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import type { ProfileVersion } from '#domain/records/profile-version.ts';
import { openHandover } from '#vault/handover-seal.ts';
import type { DeriveFromPassphrase } from '#vault/slots.ts';
import { VaultError } from '#vault/vault-error.ts';
import { readFiveWords } from './five-words.ts';
import { Handover, type RecordRow, type ReferenceRow } from './handover-body.ts';
import {
  damaged,
  handoverLabel,
  nothingChanged,
  parseJson,
  readEnvelope,
  unreadable,
} from './handover-file.ts';
import { fieldsOf } from './parts.ts';

export type { Handover };

export type ReadHandover =
  | { readonly outcome: 'read'; readonly handover: Handover }
  | { readonly outcome: 'unreadable'; readonly reason: string }
  | { readonly outcome: 'wrongCode'; readonly reason: string };

const wrongWords =
  'These words do not open this file. Check each word and their order, and that they were given to you with this very file.';
const otherVersion =
  'This file holds something that this version of Footprint does not know. Update Footprint first.';

/** Opens a hand-over file in memory (HAND1, HAND2). Nothing is written, whatever the answer. */
export async function readHandover(
  text: string,
  typedWords: string,
  derive: DeriveFromPassphrase,
): Promise<ReadHandover> {
  const envelope = await readEnvelope(text);
  if (envelope.outcome === 'unreadable') return envelope;
  const words = await readFiveWords(typedWords);
  if (words.outcome === 'wrongCode') return wrongCode(words.reason);
  try {
    const body = await openHandover(handoverLabel, envelope.sealed, words.code, derive);
    const handover = Handover.safeParse(parseJson(body));
    // The seal holds, so it is what a Footprint wrote, only not one that we understand.
    if (!handover.success || !everyRowFits(handover.data)) return unreadable(otherVersion);
    return { outcome: 'read', handover: handover.data };
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause;
    return cause.reason === 'wrong-secret' ? wrongCode(wrongWords) : unreadable(damaged);
  }
}

const wrongCode = (reason: string) =>
  ({ outcome: 'wrongCode', reason: `${reason} ${nothingChanged}` }) as const;

/** Before anything is asked of a person: a row that cannot be stored is no row to be shown. */
const everyRowFits = ({ reference, records }: Handover): boolean =>
  [...reference, ...records].every(fits) && records.every(isItself);

/** What it is stored under is what it says it is. */
const isItself = ({ id, text }: RecordRow): boolean => fieldsOf(text).id === id;

function fits({ collection, text }: ReferenceRow | RecordRow): boolean {
  const body = parseJson(text);
  if (!recordSchemas[collection].safeParse(body).success) return false;
  // Rules are run by a policy, so it is checked whole.
  const { profile } = body as Partial<ProfileVersion>;
  return collection !== 'profiles' || PolicyProfile.safeParse(profile).success;
}
