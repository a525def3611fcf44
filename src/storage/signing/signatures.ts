import type { RecordId } from '#domain/ids.ts';
import type { ChildSignature, StaffSignature } from '#domain/records/signature.ts';
import {
  actBehind,
  type Checked,
  type Findings,
  isListed,
  signatureState,
  standing,
} from '#domain/signing/signature-state.ts';
import {
  actPayload,
  childListText,
  childPayload,
  leafText,
  type Signable,
  toSign,
} from '#domain/signing/signing.ts';
import { finishedIn, hashes } from '#storage/agreeing/agreeing-reads.ts';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { verifySignature } from '#vault/verify-signature.ts';
import { findSignable, type SignableRecord } from './signable-records.ts';
import { isVouchedFor } from './vouched.ts';

type Reads = Pick<Workspace, 'set'>;

/** Worked out once for each stored text: an open record is never changed, only replaced. */
async function hashOf(record: OpenRecord): Promise<string> {
  const hash = hashes.get(record) ?? (await sha256(record.text));
  hashes.set(record, hash);
  return hash;
}

/** A finished text with the hash of it as it is stored, and its signatures, each checked now. */
export interface SignedRecord extends SignableRecord {
  readonly text: Signable;
  readonly signatures: readonly Checked[];
}

/** SIGN5, SIGN8: one finished text of either file; undefined where there is none with this id. */
export async function signedRecordOf(
  workspace: Reads,
  recordId: string,
): Promise<SignedRecord | undefined> {
  const found = findSignable(workspace, recordId);
  if (!found) return undefined;
  const { record, file, childRef } = found;
  const hash = await hashOf(record);
  const text: Signable = {
    recordId: record.id as RecordId, // the id of a stored record
    ...{ hash, file, childRef },
    schema: (record.body as { readonly schema?: unknown }).schema, // loose: notes may have none
  };
  const signatures =
    file === 'child'
      ? await underChildText(workspace, found, hash)
      : await underStaffText(workspace, found, hash);
  return { ...found, text, signatures };
}

/** The signatures under any finished text, each checked now. */
export const signaturesOf = async (
  workspace: Reads,
  recordId: string,
): Promise<readonly Checked[]> => (await signedRecordOf(workspace, recordId))?.signatures ?? [];

/**
 * Those on a child's file alone, under a text and under its corrections: nothing of the other file can be
 * handed on with them.
 */
export async function childSignaturesOf(
  workspace: Reads,
  recordId: string,
): Promise<readonly Checked<ChildSignature>[]> {
  const texts = [recordId, ...amendmentsOf(workspace, recordId).map(({ id }) => id)];
  const checked = texts.map(async (id) => {
    const found = findSignable(workspace, id);
    if (found?.file !== 'child') return [];
    return underChildText(workspace, found, await hashOf(found.record));
  });
  return (await Promise.all(checked)).flat();
}

/** The acts that signed a text of the supervision file. */
export async function staffSignaturesOf(
  workspace: Reads,
  recordId: string,
): Promise<readonly Checked<StaffSignature>[]> {
  const found = findSignable(workspace, recordId);
  if (found?.file !== 'staff') return [];
  return underStaffText(workspace, found, await hashOf(found.record));
}

function underChildText(
  workspace: Reads,
  { record: { id }, childRef }: SignableRecord,
  hash: string,
): Promise<readonly Checked<ChildSignature>[]> {
  const rows = bodies(workspace, 'childSignatures').filter((row) => row.recordId === id);
  return Promise.all(
    rows.map(async (row) => {
      const act = workspace.set.find('staffSignatures', row.actId)?.body;
      const listHash = act ? await sha256(childListText(act.list)) : '';
      const validity = signatureState({
        level: row.level,
        isOfThisText: row.hash === hash && row.childRef === childRef,
        isGenuine: await isGenuine(row),
        act: behind(workspace, row, act, listHash),
      });
      return { ...row, validity };
    }),
  );
}

/** SIGN13: an act that came in a file anybody could have made speaks against a signature, and not for it. */
function behind(
  workspace: Reads,
  row: ChildSignature,
  act: StaffSignature | undefined,
  listHash: string,
): Findings['act'] {
  if (!act) return isKnownKey(workspace, row) ? 'same' : 'notHere';
  const found = actBehind(row, act, listHash);
  return found === 'same' && !isVouchedFor(workspace, act) ? 'notHere' : found;
}

/**
 * SIGN8: an act over a group's records, or over decisions about several children, stays with whoever signed:
 * it would tell each practitioner of the others. Another act here by the same person names the key as well.
 */
const isKnownKey = (workspace: Reads, { keyId, signerRef }: ChildSignature): boolean =>
  bodies(workspace, 'staffSignatures').some(
    (act) =>
      act.level > 0 &&
      act.keyId === keyId &&
      act.signerRef === signerRef &&
      isVouchedFor(workspace, act),
  );

/** SIGN12: a touch that signed several children's texts is of this one where its leaf is among them. */
async function isGenuine(row: ChildSignature) {
  const isAmong = row.level !== 2 || row.leaves.includes(await sha256(leafText(row)));
  return isAmong ? verifySignature(row, childPayload(row)) : 'broken';
}

function underStaffText(
  workspace: Reads,
  { record: { id }, sessionId }: SignableRecord,
  hash: string,
): Promise<readonly Checked<StaffSignature>[]> {
  const acts = bodies(workspace, 'staffSignatures').filter(({ list }) =>
    list.some(({ recordId }) => recordId === id),
  );
  return Promise.all(
    acts.map(async (row) => {
      const validity = signatureState({
        level: row.level,
        isOfThisText: isListed(row, id, hash) && row.sessionId === sessionId,
        isGenuine: await verifySignature(row, actPayload(row)),
        act: isVouchedFor(workspace, row) ? 'same' : 'notHere',
      });
      return { ...row, validity };
    }),
  );
}

/** Everything finalised in an ended session that is signed with it. Corrections sign on their own. */
export function signingOf(workspace: Reads, sessionId: string): Promise<readonly SignedRecord[]> {
  const ids = finishedIn(workspace, sessionId).flatMap(({ record }) =>
    record.collection === 'childAmendments' ? [] : [record.id],
  );
  return signedRecordsOf(workspace, ids);
}

/** Those of the ids that are finished texts, with their signatures. */
export async function signedRecordsOf(
  workspace: Reads,
  recordIds: readonly string[],
): Promise<readonly SignedRecord[]> {
  const found = await Promise.all(recordIds.map((id) => signedRecordOf(workspace, id)));
  return found.filter((each) => each !== undefined);
}

/** What an act would sign now (SIGN1, SIGN3, SIGN4). */
export const unsignedOf = (texts: readonly SignedRecord[]): readonly Signable[] =>
  toSign(
    texts.map(({ text }) => text),
    texts.filter(({ signatures }) => standing(signatures).length > 0).map(({ text }) => text),
  );
