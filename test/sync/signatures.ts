import { expect } from 'vitest';
import type { RecordId } from '#domain/ids.ts';
import { Session } from '#domain/records/session.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { signedRecordOf } from '#storage/signing/signatures.ts';
import type { Workspace } from '#storage/workspace.ts';
import { sha256 } from '#vault/hash.ts';
import type { Device } from './device.ts';
import type { World } from './world.ts';

/** A signature as it was made, and the finished text that it is of, both to the letter. */
export interface Signed {
  readonly id: string;
  readonly recordId: string;
  readonly text: string;
  readonly signedText: string;
}

/** The session of a note: what says who may sign it. Two devices that finish the same note write the same. */
export const sessionOf = (
  { sessionId: id, superviseeRef, createdAt, createdBy }: StaffNote,
  more: object,
): Session => {
  const of = { superviseeRef, supervisorRef: createdBy, status: 'ended' };
  return Session.parse({ id, ...of, createdAt, createdBy, ...more });
};

type Signature = OpenRecord<'staffSignatures'> | OpenRecord<'childSignatures'>;

export const signaturesOn = ({ set }: Pick<Workspace, 'set'>): readonly Signature[] => [
  ...set.all('staffSignatures').values(),
  ...set.all('childSignatures').values(),
];

/** Finished texts that a signature can be under: his notes, and either's corrections. */
export const finishedOn = ({ set }: Pick<Workspace, 'set'>): readonly OpenRecord[] => [
  ...[...set.all('notes').values()].filter(({ body }) => body.finalisedAt !== ''),
  ...set.all('childAmendments').values(),
];

/** Of what a signature is: of the note, or of the correction; an act over children's texts is of neither. */
export const signedBy = ({ body }: Signature): string =>
  'recordId' in body
    ? (body as { recordId: RecordId }).recordId // of a child's signature
    : (body.list.find(({ file }) => file === 'staff')?.recordId ?? '');

/** I8: signatures stay as they were made, count for their very text, and for no other. */
export async function expectSigned(world: World, { workspace, name }: Device): Promise<void> {
  const made = new Set(world.signed.map(({ text }) => text));
  for (const { id, text } of signaturesOn(workspace)) {
    expect(made, `I8: a signature ${id} that nobody made, on ${name}`).toContain(text);
  }
  for (const { id } of finishedOn(workspace)) {
    const { record, signatures } = (await signedRecordOf(workspace, id)) ?? { signatures: [] };
    const hash = await sha256(record?.text ?? '');
    for (const { validity, ...row } of signatures) {
      const hashes = row.file === 'staff' ? row.list.map((one) => one.hash) : [row.hash];
      const isOfThis = hashes.includes(hash);
      expect(validity !== 'notValid', `I8: ${row.id} under ${id} on ${name} ${validity}`).toBe(
        isOfThis,
      );
      world.met[isOfThis ? 'signatures' : 'signaturesOfAnother'] += 1;
    }
  }
  const seen = new Set(finishedOn(workspace).map(({ id }) => id));
  const alone = signaturesOn(workspace).map(signedBy);
  world.met.signaturesAlone += alone.filter((id) => id !== '' && !seen.has(id)).length;
}

/** I1, I8: each signature is somewhere, and so is the text that was signed. */
export function expectSignedKept({ signed, removed }: World, all: string): void {
  const lost = signed.filter(
    ({ id, recordId, text, signedText }) =>
      (!removed.has(id) && !all.includes(text)) ||
      (recordId !== '' && !removed.has(recordId) && !all.includes(signedText)),
  );
  expect(lost, 'I8: signed, and nowhere').toEqual([]);
}
