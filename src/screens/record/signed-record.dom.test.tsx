import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { amendRecord, finaliseChild } from '#storage/child-file/child-records.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { signingOf } from '#storage/signing/signatures.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { findAll, updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
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
    await signRecords(workspace, { recordIds: shownIds });
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

it('[SIGN9] a correction has a line of its own, and is signed on its own where it stands', async () => {
  const user = userEvent.setup();
  const { workspace, record, sign } = await shown();
  await act(sign);
  await act(() => amendRecord(workspace, record.body, { text: 'Her aunt.', reason: 'Misheard' }));
  await waitFor(() => expect(text()).toContain('Her aunt.\nThe correction is not signed.\n'));
  await waitFor(() => expect(lastLines()[1]).toBe(line));
  const corrections = screen.getByRole('region', { name: 'Corrections' });
  await user.click(
    await within(corrections).findByRole('button', { name: 'Sign this correction' }),
  );
  await user.click(await within(corrections).findByLabelText(/^I wrote this/));
  await user.click(within(corrections).getByRole('button', { name: 'Sign this correction' }));
  await within(corrections).findByText(/^Signed by Sam Lee, author, 20 November 2026 at 10:00am/);
  await waitFor(() => expect(text()).toContain(`Her aunt.\n${line}\n`));
  expect(within(corrections).queryByRole('button', { name: 'Sign this correction' })).toBeNull();
});

it('[SIGN11] names the level and what it is worth, with the hash of the text', async () => {
  const { record, sign } = await shown();
  const signatures = screen.getByRole('region', { name: 'Signatures' });
  expect(await within(signatures).findByText('Not signed.')).toBeVisible();
  await act(sign);
  expect(
    await within(signatures).findByText(/^Level 1: Signed on this device after unlocking again/),
  ).toBeVisible();
  expect(within(signatures).getByText(/^SHA-256 of the text: [0-9a-f]{64}$/)).toHaveTextContent(
    await sha256(record.text),
  );
  // It is signed with the others of its session, and not here.
  expect(within(signatures).queryByRole('button')).toBeNull();
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
