import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { settingsOf } from '#storage/settings.ts';
import { sealEarlier } from '#storage/sync/earlier-bodies.ts';
import { type KeptThere, type SyncCommands, SyncContext } from '#storage/sync/use-sync.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, updated } from '#storage/writes.ts';
import { recordId } from '../../../test/builders.ts';
import { needing, syncCommands } from '../../../test/sync-now.ts';
import { aWorkspace, givePriya, passphrase, quickDerive } from '../../../test/workspaces.ts';
import { KeptTextsScreen } from './kept-texts-screen.tsx';

// Argon2id runs in a worker, which jsdom has not.
vi.mock('#vault/argon2-in-worker.ts', () => ({
  deriveInWorker: (...given: Parameters<typeof quickDerive>) => quickDerive(...given),
}));

/** What the browser was handed to save. */
const saved: { readonly name: string; readonly text: string }[] = [];
vi.mock('#exchange/download.ts', () => ({
  download: async (name: string, blob: Blob) => {
    saved.push({ name, text: await blob.text() });
  },
}));
vi.setConfig({ testTimeout: 20_000 });
afterEach(() => {
  saved.length = 0;
});

const id = recordId('note');

async function withNote(fields: object = {}) {
  const workspace = await aWorkspace();
  const superviseeRef = await givePriya(workspace, [{ reference: 'C1' }]);
  const note = StaffNote.parse({
    ...{ id, superviseeRef, sessionId: 's1', text: 'Mine' },
    ...{ createdAt: workspace.now, createdBy: settingsOf(workspace).me },
    ...fields,
  });
  await workspace.change(() => [created('notes', id, note)]);
  return { workspace, note, user: userEvent.setup() };
}

const show = (workspace: Workspace, sync: SyncCommands) =>
  render(
    <WorkspaceContext value={workspace}>
      <SyncContext value={sync}>
        <KeptTextsScreen recordId={id} />
      </SyncContext>
    </WorkspaceContext>,
  );

const syncing = (there: KeptThere, now: Parameters<typeof syncCommands>[0] = {}) => {
  const keptThere = vi.fn(async () => there);
  return { ...syncCommands(now), keptThere };
};

it('[SENT10] a text that was not taken leaves in a file of words, asked for and noted', async () => {
  const { workspace, note, user } = await withNote({ text: 'Finished there' });
  const text = JSON.stringify({ ...note, text: 'On the train ' });
  const at = '2026-11-20T16:02:00.000Z';
  const refused = needing(id, { state: 'refused', refusedFor: 'locked', text, at });
  show(workspace, syncing({ outcome: 'notThere' }, { needsPerson: [refused] }));
  expect(await screen.findByText(/On the train/)).toBeVisible();
  expect(screen.getByText('Not taken on 20 November 2026 at 4:02pm.')).toBeVisible();
  expect(screen.getByText('Stays on the supervision file')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save to a file' })).toBeNull();
  await user.selectOptions(screen.getByLabelText('What is it for?'), 'move');
  await user.type(screen.getByLabelText('Passphrase or recovery key'), passphrase);
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Save to a file' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toMatch(/^footprint-practitioner-\w+-kept-texts-\w+\.txt$/);
  expect(saved[0]?.text).toContain('Member of staff: Priya Shah');
  expect(saved[0]?.text).toContain('Text: On the train ');
  expect(saved[0]?.text).not.toMatch(/[{}]/);
  expect(bodies(workspace, 'audit').at(-1)).toMatchObject({
    what: 'exported',
    about: { kind: 'keptTexts', purpose: 'move', records: 1 },
  });
});

/** The other device chose its own text, and this one took that in: see TAKE3. */
async function chosenElsewhere() {
  const all = await withNote({ text: 'From the desk' });
  const held = all.workspace.set.find('notes', id);
  if (!held) throw new Error('no note');
  const body = { ...held.body, text: 'From the train', clashes: [] } as StaffNote;
  await all.workspace.change(() => [updated(held, body, 'replaced')]);
  return all;
}

it('[SENT9] the version that was not kept is read from this device, with the endpoint out of reach', async () => {
  const { workspace } = await chosenElsewhere();
  await workspace.db.versions.toCollection().modify({ why: 'replaced' }); // nothing was sent here: it was the base
  show(workspace, syncing({ outcome: 'offline' }));
  expect(await screen.findByText('From the desk')).toBeVisible();
  expect(screen.getByText(/^There is no connection to the endpoint/)).toBeVisible();
  expect(screen.queryByText('From the train')).toBeNull();
});

it('[SENT9] and from the endpoint, which is asked once; each text stands once', async () => {
  const { workspace, note } = await chosenElsewhere();
  await workspace.db.versions.toCollection().modify({ why: 'replaced' });
  const at = '2026-11-20T16:02:00.000Z';
  const texts = ['From the desk', 'From the train', 'From the phone', 'From the train'].map(
    (text) => ({ text: JSON.stringify({ ...note, text }), at }),
  );
  const sync = syncing({ outcome: 'read', texts: [...texts, { text: 'not JSON', at }] });
  show(workspace, sync);
  expect(await screen.findByText('From the phone')).toBeVisible();
  expect(
    screen.getByText(/^Not kept in the record. The endpoint has it since 20 Nov/),
  ).toBeVisible();
  expect(screen.getAllByText('From the desk')).toHaveLength(1);
  expect(screen.queryByText('From the train')).toBeNull();
  expect(sync.keptThere.mock.calls).toEqual([[id]]);
});

it('[SENT11] what a finished record did not take in is read here, by field', async () => {
  const { workspace, note } = await withNote({ text: 'Finished here' });
  const held = await workspace.db.rows.get(id);
  if (!held) throw new Error('no row');
  const text = JSON.stringify({
    ...note,
    text: 'At the desk',
    savedAt: '2026-11-20T16:02:00.000Z',
  });
  await workspace.db.versions.add(await sealEarlier(workspace, held, { text, why: 'beside' }));
  show(workspace, syncing({ outcome: 'read', texts: [] }));
  expect(
    await screen.findByRole('heading', {
      name: 'Not in the finished record, saved on 20 November 2026 at 4:02pm',
    }),
  ).toBeVisible();
  expect(screen.getByText('At the desk')).toBeVisible();
  expect(screen.queryByText('Finished here')).toBeNull();
});

it('[SENT9] where nothing else is kept it says so; with nobody signed in, why', async () => {
  const { workspace } = await withNote();
  const { unmount } = show(workspace, syncing({ outcome: 'read', texts: [] }));
  expect(await screen.findByText(/^Nothing of this record is kept/)).toBeVisible();
  expect(screen.queryByRole('heading', { name: /Save these/ })).toBeNull();
  unmount();
  show(workspace, syncing({ outcome: 'signedOut' }));
  expect(await screen.findByText(/^You are not signed in to the endpoint/)).toBeVisible();
});
