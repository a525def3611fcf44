import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { formatRecoveryKey } from '#vault/recovery-key.ts';
import { aSupervisionStory, offSick } from '../../../test/supervision-story.ts';
import { aWorkspace, passphrase, quickDerive, recoverySecret } from '../../../test/workspaces.ts';
import { EverythingScreen } from './everything-screen.tsx';
import { ExportRecordScreen } from './export-record-screen.tsx';
import { ExportScreen } from './export-screen.tsx';
import { OpenExportScreen } from './open-export-screen.tsx';

// Argon2id runs in a worker, which jsdom has not.
vi.mock('#vault/argon2-in-worker.ts', () => ({
  deriveInWorker: (...given: Parameters<typeof quickDerive>) => quickDerive(...given),
}));

// Word files are made in a worker, which a test has not.
vi.mock('#exchange/out/docx-maker.ts', async () => {
  const { docxOf } = await import('#exchange/out/docx.ts');
  return { docxMaker: () => ({ make: docxOf, end: () => {} }) };
});

/** What the browser was handed to save. */
const saved: { name: string; bytes: Uint8Array }[] = [];
vi.mock('#exchange/download.ts', () => ({
  download: async (name: string, blob: Blob) => {
    saved.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
  },
}));
// Several things are typed one after the other: on a busy machine that takes longer than a rule does.
vi.setConfig({ testTimeout: 20_000 });
afterEach(() => {
  saved.length = 0;
});

function show(workspace: Workspace, page: React.ReactNode) {
  const { unmount } = render(<WorkspaceContext value={workspace}>{page}</WorkspaceContext>);
  return { user: userEvent.setup(), unmount };
}
type User = ReturnType<typeof userEvent.setup>;

const story = () => aSupervisionStory({ telling: offSick, gap: true });
const saveButton = (name: RegExp) => screen.findByRole('button', { name });
const proveIt = async (user: User) => {
  await user.type(screen.getByLabelText('Passphrase or recovery key'), passphrase);
  await user.keyboard('{Enter}');
};
const choosePurpose = (user: User) =>
  user.selectOptions(screen.getByLabelText('What is it for?'), 'oversight');

it('a ZIP of children: counted first, asked each time, with a purpose, and noted', async () => {
  const { workspace } = await story();
  const { user } = show(workspace, <ExportScreen />);
  expect(screen.getByText('10, of 3 children')).toBeVisible();
  expect(screen.queryByLabelText('Supervision notes')).toBeNull();
  expect(screen.getByText('This file is not protected once it leaves Footprint.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  await proveIt(user);
  await user.click(await saveButton(/^Save 10 records/));
  expect(await screen.findByRole('link', { name: 'Choose what the file is for' })).toBeVisible();
  await choosePurpose(user);
  await user.click(await saveButton(/^Save 10 records/));
  const said = await screen.findByText(/^Saved\. Check that footprint-children-/);
  expect(said.closest('p')).toHaveFocus();
  await waitFor(() => expect(saved).toHaveLength(1));
  const files = Object.keys(unzipSync(saved[0]?.bytes ?? new Uint8Array()));
  expect(files.filter((path) => path.endsWith('.docx'))).toHaveLength(10);
  expect(sittingUntilMs(workspace)).toBeUndefined();
  expect(screen.queryByRole('button', { name: /^Save 10/ })).toBeNull();
  expect(bodies(workspace, 'audit').find(({ what }) => what === 'exported')?.about).toEqual({
    ...{ kind: 'child', purpose: 'oversight', records: 10 },
  });
});

it('what is chosen is counted again: the other file, a kind, a period, a person', async () => {
  const { workspace } = await story();
  const { user } = show(workspace, <ExportScreen />);
  await user.type(screen.getByLabelText('From (optional)'), '1/11/2026');
  expect(screen.getByText('6, of 3 children')).toBeVisible();
  await user.click(screen.getByLabelText('Management decisions outside supervision'));
  expect(screen.getByText('3, of 3 children')).toBeVisible();
  await user.clear(screen.getByLabelText('From (optional)'));
  await user.type(screen.getByLabelText('From (optional)'), '31/2/2026');
  expect(screen.getByText('Check the dates first.')).toBeVisible();
  await user.clear(screen.getByLabelText('From (optional)'));
  await user.selectOptions(screen.getByLabelText('Whose work?'), 'Priya Shah');
  await user.click(screen.getByLabelText('The supervision file'));
  expect(screen.getByText('1, of 1 practitioner')).toBeVisible();
  expect(screen.queryByLabelText('Case discussions in supervision')).toBeNull();
});

it('a date that cannot be read is an error at its field, said when somebody tries to save', async () => {
  const { workspace } = await story();
  const { user } = show(workspace, <ExportScreen />);
  const from = () => screen.getByLabelText('From (optional)');
  await user.type(from(), '31/2/2026');
  await user.click(screen.getByLabelText('Word files (DOCX), one for each record'));
  expect(from()).not.toBeInvalid();
  await choosePurpose(user);
  await proveIt(user);
  await user.click(await saveButton(/^Save the records/));
  const summary = screen.getByRole('alert').parentElement;
  expect(summary).toHaveFocus();
  expect(summary).toHaveTextContent('Select at least one kind of file');
  await user.click(screen.getAllByRole('link', { name: /date/i })[0] as HTMLElement);
  expect(from()).toHaveFocus();
  expect(from()).toBeInvalid();
  expect(from()).toHaveAccessibleDescription(/date/i);
  expect(saved).toHaveLength(0);
  await user.clear(from());
  await user.type(from(), '20/11/2026');
  await user.type(screen.getByLabelText('To (optional)'), '1/11/2026');
  expect(screen.getByLabelText('To (optional)')).toHaveAccessibleDescription(/same as or after/);
  await user.clear(screen.getByLabelText('To (optional)'));
  await user.clear(from());
  await user.click(screen.getByLabelText('Plain text, one for each record'));
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(await saveButton(/^Save 10 records/));
  await waitFor(() => expect(saved).toHaveLength(1));
});

it('who is there is asked for each file, and the words say so', async () => {
  const { workspace } = await story();
  show(workspace, <ExportScreen />);
  const field = screen.getByLabelText('Passphrase or recovery key');
  expect(field).toHaveAccessibleDescription('To save 10 records in one ZIP. Asked each time.');
  expect(screen.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(screen.queryByText(/30 minutes/)).toBeNull();
});

it('a child’s record goes with the sitting; notes ask each time; a draft is not there', async () => {
  const { workspace } = await story();
  const record = findAll(workspace, 'childRecords')[0]?.id ?? '';
  const { user, unmount } = show(workspace, <ExportRecordScreen recordId={record} />);
  await user.click(screen.getByLabelText('Plain text'));
  await choosePurpose(user);
  await proveIt(user);
  await user.click(await saveButton(/^Save to a file/));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toMatch(/^footprint-C1-2026-09-15-caseDiscussion-[\w-]+\.txt$/);
  expect(strFromU8(saved[0]?.bytes ?? new Uint8Array())).toContain('Grace H');
  expect(sittingUntilMs(workspace)).toBeDefined();
  unmount();
  const note = findAll(workspace, 'notes', ({ finalisedAt }) => finalisedAt !== '')[0]?.id ?? '';
  const second = show(workspace, <ExportRecordScreen recordId={note} />);
  expect(sittingUntilMs(workspace)).toBeUndefined();
  second.unmount();
  const draft = findAll(workspace, 'discussions')[0]?.id ?? '';
  show(workspace, <ExportRecordScreen recordId={draft} />);
  expect(screen.getByRole('heading', { name: 'Record not found' })).toBeVisible();
});

it('everything out of one device and into another: looked at first, and nothing before a person says so', async () => {
  const { workspace } = await story();
  const first = show(workspace, <EverythingScreen />);
  await screen.findByText(/in one JSON file/);
  await choosePurpose(first.user);
  await first.user.type(
    screen.getByLabelText('Passphrase or recovery key'),
    formatRecoveryKey(recoverySecret),
  );
  await first.user.keyboard('{Enter}');
  await first.user.click(await saveButton(/^Save everything/));
  await waitFor(() => expect(saved).toHaveLength(1));
  first.unmount();
  const other = await aWorkspace();
  const { user } = show(other, <OpenExportScreen />);
  const choose = async (bytes: Uint8Array) =>
    user.upload(
      await screen.findByLabelText('Export of Footprint'),
      new File([bytes as BlobPart], 'export.json', { type: 'application/json' }),
    );
  const bytes = saved[0]?.bytes ?? new Uint8Array();
  await choose(bytes.slice(0, 500));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Nothing on this device has been changed',
  );
  await choose(bytes);
  expect(await screen.findByText(/unverified until the key is known/)).toBeVisible();
  expect(findAll(other, 'childRecords')).toHaveLength(0);
  await user.click(screen.getByLabelText('It was made by me, on another device'));
  await user.click(screen.getByRole('button', { name: /^Take in \d+ records/ }));
  expect(await screen.findByText(/taken in/)).toBeVisible();
  const texts = (held: Workspace) =>
    findAll(held, 'childRecords').map(({ id, text }) => [id, text]);
  expect(texts(other)).toEqual(texts(workspace));
});
