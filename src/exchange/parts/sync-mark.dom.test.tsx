import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { settingsOf } from '#storage/settings.ts';
import { type SyncCommands, SyncContext } from '#storage/sync/use-sync.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { recordId } from '../../../test/builders.ts';
import { needing, syncCommands } from '../../../test/sync-now.ts';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { OwnSyncMark, SyncMark, useSyncMarkWords } from './sync-mark.tsx';

const id = recordId('note');

const Words = () => <p>{useSyncMarkWords()(id) ?? 'no mark'}</p>;

async function show(sync: SyncCommands | undefined, of?: Workspace) {
  const workspace = of ?? (await aWorkspace());
  return render(
    <WorkspaceContext value={workspace}>
      <SyncContext value={sync}>
        <ul aria-label="list">
          <SyncMark id={id} about="of 20 November" />
        </ul>
        <section aria-label="own page">
          <OwnSyncMark id={id} />
        </section>
        <Words />
      </SyncContext>
    </WorkspaceContext>,
  );
}
const links = () => screen.queryAllByRole('link').map((link) => link.textContent);

it.each([
  [{ state: 'clash' }, 'Two versions', 'Choose between them'],
  [{ state: 'refused', refusedFor: 'not_yours' }, 'Not taken', 'See why'],
] as const)(
  '[SENT8] a record that is %j is marked, with the way to where it is settled',
  async (change, words, link) => {
    await show(syncCommands({ needsPerson: [needing(recordId('other')), needing(id, change)] }));
    expect(links()).toEqual([`${link}, of 20 November`, link]);
    expect(screen.getAllByRole('link')[0]).toHaveAttribute('href', '/sync');
    expect(screen.getAllByText(words)).toHaveLength(3);
  },
);

async function withWaitingNote() {
  const workspace = await aWorkspace();
  const superviseeRef = await givePriya(workspace, [{ reference: 'C1' }]);
  const by = { createdAt: workspace.now, createdBy: settingsOf(workspace).me };
  const note = StaffNote.parse({ id, superviseeRef, sessionId: 's1', ...by });
  await workspace.change(() => [created('notes', id, note)]);
  return workspace;
}

/** Time for what the stored row says to be read. */
const aWhile = () => act(() => new Promise((done) => setTimeout(done, 50)));

it('[SENT8] that it waits is said on its own page, and on no list', async () => {
  const workspace = await withWaitingNote();
  const { unmount } = await show(syncCommands(), workspace);
  expect(await screen.findByText('Not sent')).toBeVisible();
  expect(screen.getByRole('list', { name: 'list' })).toBeEmptyDOMElement();
  expect(screen.getByText('no mark')).toBeVisible();
  unmount();
  await workspace.db.outbox.delete(id);
  await show(syncCommands(), workspace);
  await aWhile();
  expect(screen.queryByText('Not sent')).toBeNull();
});

it('[SENT8] without an endpoint, or not connected to it, nothing is marked', async () => {
  const workspace = await withWaitingNote();
  const { unmount } = await show(undefined, workspace);
  await aWhile();
  expect(links()).toEqual([]);
  expect(screen.getByRole('region', { name: 'own page' })).toBeEmptyDOMElement();
  unmount();
  await show(syncCommands({ connected: false }), workspace);
  await aWhile();
  expect(screen.getByRole('region', { name: 'own page' })).toBeEmptyDOMElement();
});
