import { expect, it } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { settingsOf } from '#storage/settings.ts';
import { settleClash } from '#storage/sync/settle-clash.ts';
import { created } from '#storage/writes.ts';
import { recordId } from '../../test/builders.ts';
import { aWorkspace, givePriya } from '../../test/workspaces.ts';
import { countWaiting, needsPerson } from './waiting.ts';

const clash = { path: 'text', ours: 'Mine', theirs: 'Theirs' };

async function withClash() {
  const workspace = await aWorkspace();
  const superviseeRef = await givePriya(workspace, [{ reference: 'C1' }]);
  await workspace.db.outbox.clear();
  const id = recordId('note');
  const note = StaffNote.parse({
    ...{ id, superviseeRef, text: 'Mine', sessionId: 's1' },
    ...{ createdAt: workspace.now, createdBy: settingsOf(workspace).me },
  });
  await workspace.change(() => [created('notes', id, { ...note, clashes: [clash] } as StaffNote)]);
  return { workspace, id };
}

it('[SENT4] two versions need a person from when they are there, before the next cycle has looked', async () => {
  const { workspace, id } = await withClash();
  expect((await workspace.db.outbox.get(id))?.state).toBe('waiting');
  expect(await countWaiting(workspace)).toEqual({ waiting: 0, sending: 0, clash: 1, refused: 0 });
  expect(await needsPerson(workspace)).toMatchObject([{ id, collection: 'notes', state: 'clash' }]);
});

it('[SENT4] once a person has chosen it waits like any other, also with no network', async () => {
  const { workspace, id } = await withClash();
  await workspace.db.outbox.update(id, { state: 'clash' });
  expect((await countWaiting(workspace)).clash).toBe(1);
  await settleClash(workspace, { collection: 'notes', id }, clash, 'theirs');
  expect(await countWaiting(workspace)).toEqual({ waiting: 1, sending: 0, clash: 0, refused: 0 });
  expect(await needsPerson(workspace)).toEqual([]);
});
