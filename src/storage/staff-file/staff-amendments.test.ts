import { describe, expect, it } from 'vitest';
import { collections } from '#domain/collections.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { findAll, updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { aWorkspace, givePriya, openAgain, type TestPorts } from '../../../test/workspaces.ts';
import { amendStaffRecord, mayAmendStaffRecord, staffAmendmentsOf } from './staff-amendments.ts';
import { finaliseNote } from './staff-notes.ts';

async function finished() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const session = await startSession(workspace, priya);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  const body = { ...note.body, text: 'Off sick in October.' } as StaffNote;
  await workspace.change(() => [updated(note, body)]);
  const finalise = () => finaliseNote(workspace, session);
  return { workspace, priya, noteId: note.id, finalise };
}

const slip = { text: 'Off sick in November.', reason: 'A slip' };

describe('a correction on the supervision file', () => {
  it('[SIGN9] has its author, time, reason and the hash of what it corrects, which stays as it was', async () => {
    const { workspace, noteId, finalise, priya } = await finished();
    await finalise();
    const before = workspace.set.find('notes', noteId);
    await amendStaffRecord(workspace, noteId, slip);
    expect(staffAmendmentsOf(workspace, noteId)).toEqual([
      {
        id: expect.any(String),
        file: 'staff',
        recordId: noteId,
        recordHash: await sha256(before?.text ?? ''),
        superviseeRef: priya,
        ...slip,
        at: workspace.now,
        by: 'Sam Lee',
        byRef: expect.stringMatching(/^local:/),
      },
    ]);
    expect(workspace.set.find('notes', noteId)).toEqual(before);
    const again = await openAgain(workspace);
    expect(staffAmendmentsOf(again, noteId)).toMatchObject([slip]);
    expect(again.damaged).toEqual([]);
  });

  it('[SIGN9] several stand in their order, and each is of one record', async () => {
    const { workspace, noteId, finalise } = await finished();
    await finalise();
    await amendStaffRecord(workspace, noteId, slip);
    (workspace.ports as TestPorts).advance(60_000); // made by testPorts
    await amendStaffRecord(workspace, noteId, { ...slip, reason: 'Another' });
    const reasons = staffAmendmentsOf(workspace, noteId).map(({ reason }) => reason);
    expect(reasons).toEqual(['A slip', 'Another']);
    expect(staffAmendmentsOf(workspace, 'another')).toEqual([]);
  });

  it('[SIGN9] is not of a draft, nor of another correction, nor of a child’s record', async () => {
    const { workspace, noteId, finalise } = await finished();
    expect(mayAmendStaffRecord(workspace, noteId)).toBe(false);
    await expect(amendStaffRecord(workspace, noteId, slip)).rejects.toThrow(/not corrected here/);
    await finalise();
    expect(mayAmendStaffRecord(workspace, noteId)).toBe(true);
    const id = await amendStaffRecord(workspace, noteId, slip);
    expect(mayAmendStaffRecord(workspace, id)).toBe(false);
    expect(mayAmendStaffRecord(workspace, 'nothing')).toBe(false);
  });

  it('[SIGN9] is not written by the person it is about', async () => {
    const { workspace, noteId, finalise, priya } = await finished();
    await finalise();
    await changeSettings(workspace, { me: priya });
    expect(mayAmendStaffRecord(workspace, noteId)).toBe(false);
  });

  it('[SIGN9] leaves nothing on a child’s file', async () => {
    const { workspace, noteId, finalise } = await finished();
    await finalise();
    const childFile = () =>
      Object.entries(collections)
        .filter(([, { file }]) => file === 'child')
        .flatMap(([name]) => findAll(workspace, name as 'childRecords').map(({ text }) => text));
    const before = childFile();
    await amendStaffRecord(workspace, noteId, slip);
    expect(childFile()).toEqual(before);
    expect(collections.staffAmendments.file).toBe('staff');
  });
});
