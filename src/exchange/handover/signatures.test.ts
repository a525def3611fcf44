import { describe, expect, it } from 'vitest';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { childSignaturesOf, signingOf, staffSignaturesOf } from '#storage/signing/signatures.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { carry, made, twoPeople } from '../../../test/handovers.ts';
import { passphrase, quickDerive, write } from '../../../test/workspaces.ts';
import { takeIn } from './take-in.ts';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();

/** A session that is held, finalised and signed, the notes with it. */
async function signed(workspace: Workspace, staffRef: StaffRef, children: readonly string[]) {
  const session = await startSession(workspace, staffRef);
  for (const childRef of children) await write(workspace, session, childRef, brief);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  for (const childRef of children) await finaliseChild(workspace, session, childRef);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  await workspace.change(() => [updated(note, { ...note.body, text: 'Well.' } as StaffNote)]);
  await finaliseNote(workspace, session);
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  const shownIds = (await signingOf(workspace, session)).map(({ record }) => record.id);
  await signRecords(workspace, { recordIds: shownIds });
  return session as RecordId;
}

const validities = async (workspace: Workspace) => {
  const records = findAll(workspace, 'childRecords');
  const notes = findAll(workspace, 'notes');
  const found = [
    ...(await Promise.all(records.map(({ id }) => childSignaturesOf(workspace, id)))),
    ...(await Promise.all(notes.map(({ id }) => staffSignaturesOf(workspace, id)))),
  ];
  return found.map((each) => each.map(({ validity }) => validity));
};

describe('the supervisor’s signatures', () => {
  it('[HAND3, SIGN5] reach the practitioner with the records and the notes, and are valid there', async () => {
    const { sam, priya, priyaRef } = await twoPeople();
    await signed(sam, priyaRef, ['C1', 'C2']);
    expect((await carry(sam, priyaRef, priya)).refused).toEqual([]);
    expect(await validities(priya)).toEqual([['valid'], ['valid'], ['valid']]);
  });

  it('[HAND3] nothing of another practitioner’s session goes out', async () => {
    const { sam, priyaRef, danRef } = await twoPeople();
    await signed(sam, danRef, ['D9']);
    const rows = (await made(sam, priyaRef)).records;
    expect(rows.filter(({ collection }) => /Signatures$/.test(collection))).toEqual([]);
  });

  it('[HAND6] one that somebody else signed is not taken from this person’s file', async () => {
    const { sam, priya, priyaRef } = await twoPeople();
    await signed(sam, priyaRef, ['C1']);
    const file = await made(sam, priyaRef);
    const records = file.records.map((row) =>
      /Signatures$/.test(row.collection)
        ? { ...row, text: JSON.stringify({ ...JSON.parse(row.text), signerRef: 'local:else' }) }
        : row,
    );
    const { refused } = await takeIn(priya, { ...file, records });
    expect(refused).toEqual([
      'Signature: it is not something this person’s file may bring. It was not taken in.',
    ]);
    expect(bodies(priya, 'childSignatures')).toEqual([]);
    expect(bodies(priya, 'staffSignatures')).toEqual([]);
  });

  it('[HAND4] a practitioner’s file brings none', async () => {
    const { sam, samRef, priya, priyaRef } = await twoPeople();
    await signed(sam, priyaRef, ['C1']);
    await carry(sam, priyaRef, priya);
    const rows = (await made(priya, samRef)).records;
    expect(rows.filter(({ collection }) => /Signatures$/.test(collection))).toEqual([]);
  });

  it('[SIGN5] a text that was changed on the way is not valid there', async () => {
    const { sam, priya, priyaRef } = await twoPeople();
    await signed(sam, priyaRef, ['C1']);
    const file = await made(sam, priyaRef);
    const records = file.records.map((row) =>
      row.collection === 'childRecords'
        ? { ...row, text: row.text.replace('Settled at school', 'Settled at home') }
        : row,
    );
    await takeIn(priya, { ...file, records });
    expect(await validities(priya)).toEqual([['notValid'], ['valid']]);
  });
});
