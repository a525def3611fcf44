import type { RecordId } from '#domain/ids.ts';
import type { ChildSignature, StaffSignature } from '#domain/records/signature.ts';
import {
  actBehind,
  type Checked,
  isListed,
  signatureState,
  standing,
} from '#domain/signature-state.ts';
import { actPayload, childListText, childPayload, type Signable, toSign } from '#domain/signing.ts';
import { sha256 } from '#vault/hash.ts';
import { verifyText } from '#vault/signing.ts';
import { finishedIn, hashes } from './agreeing-reads.ts';
import type { OpenRecord } from './open-record.ts';
import type { Workspace } from './workspace.ts';
import { bodies } from './writes.ts';

type Reads = Pick<Workspace, 'set'>;
type Signed = OpenRecord<'childRecords'> | OpenRecord<'notes'>;

/** Worked out once for each stored text: an open record is never changed, only replaced. */
async function hashOf(record: Signed): Promise<string> {
  const hash = hashes.get(record) ?? (await sha256(record.text));
  hashes.set(record, hash);
  return hash;
}

/** The signatures on a child's file under one record, each checked now (SIGN5). */
export async function childSignaturesOf(
  workspace: Reads,
  recordId: string,
): Promise<readonly Checked<ChildSignature>[]> {
  const record = workspace.set.find('childRecords', recordId);
  const rows = bodies(workspace, 'childSignatures').filter((row) => row.recordId === recordId);
  if (!record || rows.length === 0) return [];
  const hash = await hashOf(record);
  return Promise.all(rows.map((row) => checkedChild(workspace, row, record, hash)));
}

async function checkedChild(
  workspace: Reads,
  row: ChildSignature,
  { body }: OpenRecord<'childRecords'>,
  hash: string,
): Promise<Checked<ChildSignature>> {
  const act = workspace.set.find('staffSignatures', row.actId)?.body;
  const listHash = act ? await sha256(childListText(act.list)) : '';
  const validity = signatureState({
    level: row.level,
    isOfThisText: row.hash === hash && row.childRef === body.childRef,
    isGenuine: row.level === 0 ? 'cannotTell' : await verifyText(row, childPayload(row)),
    act: actBehind(row, act, listHash),
  });
  return { ...row, validity };
}

/** The acts that signed the notes of a session, each checked now. */
export async function noteSignaturesOf(
  workspace: Reads,
  noteId: string,
): Promise<readonly Checked<StaffSignature>[]> {
  const record = workspace.set.find('notes', noteId);
  const acts = bodies(workspace, 'staffSignatures').filter(({ list }) =>
    list.some(({ recordId }) => recordId === noteId),
  );
  if (!record || acts.length === 0) return [];
  const hash = await hashOf(record);
  return Promise.all(
    acts.map(async (row) => {
      const isGenuine = row.level === 0 ? 'cannotTell' : await verifyText(row, actPayload(row));
      const isOfThisText = isListed(row, noteId, hash) && row.sessionId === record.body.sessionId;
      const validity = signatureState({ level: row.level, isOfThisText, isGenuine, act: 'same' });
      return { ...row, validity };
    }),
  );
}

/** One finalised text of a session with its signatures. */
export interface TextOfSession {
  readonly text: Signable;
  readonly record: Signed;
  readonly signatures: readonly Checked[];
}

/** Everything finalised in an ended session that a signature can be under. Corrections sign on their own. */
export async function signingOf(
  workspace: Reads,
  sessionId: string,
): Promise<readonly TextOfSession[]> {
  const records = finishedIn(workspace, sessionId).flatMap(({ record }) =>
    record.collection === 'childAmendments' ? [] : [record],
  );
  return Promise.all(
    records.map(async (record) => {
      const hash = await hashOf(record);
      const text: Signable = {
        recordId: record.id as RecordId, // the id of a stored record
        hash,
        file: record.collection === 'notes' ? 'staff' : 'child',
        childRef: record.collection === 'notes' ? '' : record.body.childRef,
        schema: (record.body as { readonly schema?: unknown }).schema, // loose: notes may have none
      };
      const signatures =
        record.collection === 'notes'
          ? await noteSignaturesOf(workspace, record.id)
          : await childSignaturesOf(workspace, record.id);
      return { text, record, signatures };
    }),
  );
}

/** What an act would sign now (SIGN1, SIGN3, SIGN4). */
export const unsignedOf = (texts: readonly TextOfSession[]): readonly Signable[] =>
  toSign(
    texts.map(({ text }) => text),
    texts.filter(({ signatures }) => standing(signatures).length > 0).map(({ text }) => text),
  );
