import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { addPasskey } from '#storage/keys/ways-in.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies, updated } from '#storage/writes.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { sha256 } from '#vault/hash.ts';
import { passkeysOf } from '#vault/passkey-source.ts';
import { FakePasskeys } from '../../../test/passkeys.ts';
import { aWorkspace, givePriya, passphrase, quickDerive } from '../../../test/workspaces.ts';
import { SignRecord } from './sign-record.tsx';
import { signatureLines } from './signature-lines.ts';

// Argon2id runs in a worker, which jsdom has not.
vi.mock('#vault/argon2-in-worker.ts', () => ({
  deriveInWorker: (...given: Parameters<typeof quickDerive>) => quickDerive(...given),
}));

const byPassphrase = { type: 'passphrase', passphrase, derive: quickDerive } as const;

/** Notes that are finalised, on a device with a passkey or without one. */
async function finished(fake?: FakePasskeys) {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  if (fake) {
    vi.stubGlobal('PublicKeyCredential', class {});
    Object.defineProperty(navigator, 'credentials', { value: fake, configurable: true });
    onTestFinished(() => void vi.unstubAllGlobals());
    await addPasskey(workspace, byPassphrase, passkeysOf(fake, location.hostname));
  }
  const session = await startSession(workspace, priya);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  const body = { ...note.body, text: 'Well.' } as StaffNote;
  await workspace.change(() => [updated(note, body)]);
  await finaliseNote(workspace, session);
  return { workspace, priya, noteId: note.id };
}

type Made = Awaited<ReturnType<typeof finished>>;

function show({ workspace, noteId }: Made) {
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <SignRecord recordId={noteId} />
      </StatusRegion>
    </WorkspaceContext>,
  );
  return user;
}

const start = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(await screen.findByRole('button', { name: 'Sign this record' }));
const agree = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click((await screen.findAllByLabelText(/^I agree this is a record/))[0] as HTMLElement);
const byPasskey = () => screen.findByRole('button', { name: 'Sign with your passkey' });

it('[SIGN11] not signed says so, with the hash of the stored text', async () => {
  const made = await finished();
  show(made);
  expect(await screen.findByText('Not signed.')).toBeVisible();
  const { text = '' } = made.workspace.set.find('notes', made.noteId) ?? {};
  const hash = `SHA-256 of the text: ${await sha256(text)}`;
  expect(screen.getByText(hash)).toBeVisible();
  expect(await signatureLines(made.workspace, made.noteId)).toEqual(['Not signed.', hash]);
  expect(await signatureLines(made.workspace, 'nothing')).toEqual([]);
});

it('[SIGN11, SIGN12] signs with the passkey where there is one, and names the level', async () => {
  const made = await finished(new FakePasskeys());
  const user = show(made);
  await start(user);
  await user.click(await byPasskey());
  // The tick comes first.
  expect(
    await screen.findByRole('link', { name: 'Tick that you agree before you sign' }),
  ).toBeVisible();
  await agree(user);
  await user.click(await byPasskey());
  const who = 'Signed by Sam Lee, supervisor, 20 November 2026 at 10:00am';
  const item = await screen.findByRole('listitem');
  expect(item).toHaveTextContent(`${who}.`);
  expect(item).toHaveTextContent('Level 2: Signed with a passkey.');
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  expect(screen.getByRole('status')).toHaveTextContent('This record signed');
  const lines = await signatureLines(made.workspace, made.noteId);
  expect(lines.slice(0, 2)).toEqual([
    `${who}.`,
    expect.stringMatching(/^Level 2: Signed with a passkey\. Shows whether/),
  ]);
});

it('[SIGN12] a passkey that is cancelled is said, signs nothing, and the passphrase is beside it', async () => {
  const fake = new FakePasskeys();
  const made = await finished(fake);
  const user = show(made);
  await start(user);
  await agree(user);
  fake.failing = 'NotAllowedError';
  await user.click(await byPasskey());
  expect(
    await screen.findByText(/^Not signed\. The passkey was cancelled/, {
      selector: '.govuk-inset-text',
    }),
  ).toBeVisible();
  expect(bodies(made.workspace, 'staffSignatures')).toEqual([]);
  await user.click(screen.getByText('Sign with your passphrase instead'));
  await user.type(screen.getByLabelText('Passphrase or recovery key'), `${passphrase}{Enter}`);
  await user.click(await screen.findByRole('button', { name: 'Sign this record' }));
  expect(await screen.findByRole('listitem')).toHaveTextContent('Level 1:');
});

it('[SIGN12] one that was added before it could sign says what to do', async () => {
  const user = show(await finished(new FakePasskeys({ tellsKey: false })));
  await start(user);
  expect(await screen.findByText(/Add the passkey again to sign with it/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Sign with your passkey' })).toBeNull();
  expect(screen.getByLabelText('Passphrase or recovery key')).toBeVisible();
});

it('[SIGN10] whoever may not sign is told why, and has no button', async () => {
  const made = await finished();
  await changeSettings(made.workspace, { me: made.priya });
  show(made);
  expect(
    await screen.findByText('You do not sign it: only the supervisor signs it.'),
  ).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('[SIGN5] one that is not valid is told, and it counts as not signed', async () => {
  const made = await finished();
  const { workspace, noteId } = made;
  await openSitting(workspace, byPassphrase);
  await signRecords(workspace, { recordIds: [noteId] });
  show(made);
  const item = await screen.findByRole('listitem');
  expect(within(item).getByText(/^Level 1: Signed on this device/)).toBeVisible();
  const [row] = [...workspace.set.all('staffSignatures').values()];
  if (!row) throw new Error('not signed');
  await act(() => workspace.change(() => [updated(row, { ...row.body, signerName: 'Jo Field' })]));
  expect(await screen.findByText(/A signature here is not valid/)).toBeVisible();
  expect(screen.getByText('Not signed.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sign this record' })).toBeVisible();
  expect((await signatureLines(workspace, noteId))[0]).toBe('Not signed.');
});
