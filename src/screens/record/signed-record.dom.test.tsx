import { act, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { amendRecord, finaliseChild } from '#storage/child-records.ts';
import { noteOf } from '#storage/session-reads.ts';
import { endSession, startSession } from '#storage/sessions.ts';
import { signSession } from '#storage/sign-session.ts';
import { signingOf } from '#storage/signatures.ts';
import { openSitting } from '#storage/sitting.ts';
import { finaliseNote } from '#storage/staff-notes.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { findAll, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { aWorkspace, givePriya, passphrase, quickDerive, write } from '../../../test/workspaces.ts';
import { RecordScreen } from './record-screen.tsx';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();

/** One child’s record with the notes, both finalised, on the record’s own page. */
async function shown() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace H' }]);
  const session = await startSession(workspace, priya);
  await write(workspace, session, 'C1', brief);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  const body = { ...note.body, text: 'PLANTED off sick' } as StaffNote;
  await workspace.change(() => [updated(note, body)]);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  await finaliseChild(workspace, session, 'C1');
  await finaliseNote(workspace, session);
  const [record] = findAll(workspace, 'childRecords');
  if (!record) throw new Error('not finalised');
  render(
    <WorkspaceContext value={workspace}>
      <RecordScreen recordId={record.id} />
    </WorkspaceContext>,
  );
  const sign = async () => {
    await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
    const shownIds = (await signingOf(workspace, session)).map((each) => each.record.id);
    await signSession(workspace, { sessionId: session, shownIds });
  };
  return { workspace, record, sign };
}

const text = () => screen.getByLabelText<HTMLTextAreaElement>('Text for Mosaic').value;
const lastLines = () => text().split('\n').slice(-2);
const line = 'Signed by Sam Lee on 20 November 2026 at 10:00am (level 1)';

it('says whether it is signed, in the facts and in one line of the text', async () => {
  const { sign } = await shown();
  expect(screen.getByText('not signed')).toBeVisible();
  expect(text()).toMatch(/by Sam Lee\. Not signed\.$/);
  await act(sign);
  expect(await screen.findByText(line, { selector: 'dd' })).toBeVisible();
  const finalised = expect.stringMatching(/^Finalised at .* by Sam Lee\.$/);
  await waitFor(() => expect(lastLines()).toEqual([finalised, line]));
  expect(text()).not.toMatch(/PLANTED|sick/);
});

it('a correction is said to be unsigned', async () => {
  const { workspace, record, sign } = await shown();
  await act(sign);
  await act(() => amendRecord(workspace, record.body, { text: 'Her aunt.', reason: 'Misheard' }));
  await screen.findByText(line, { selector: 'dd' });
  await waitFor(() => expect(lastLines()).toEqual([line, 'Corrections are not signed.']));
});

it('a signature that is not valid is told on the page, and is none in the text', async () => {
  const { workspace, sign } = await shown();
  await act(sign);
  const [row] = findAll(workspace, 'childSignatures');
  if (!row) throw new Error('not signed');
  await act(() => workspace.change(() => [updated(row, { ...row.body, signerName: 'Jo Field' })]));
  expect(await screen.findByText(/a signature is here that is not valid/)).toBeVisible();
  await waitFor(() => expect(text()).toMatch(/Not signed\.$/));
  expect(text()).not.toContain('Jo Field');
});
