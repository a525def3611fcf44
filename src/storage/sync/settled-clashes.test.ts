import { expect, it } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { settingsOf } from '#storage/settings.ts';
import { created } from '#storage/writes.ts';
import { recordId } from '../../../test/builders.ts';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { type Choice, settleClash } from './settle-clash.ts';
import { settledClashes, settledRecords } from './settled-clashes.ts';

const told = { by: 'S9', at: '2026-11-21T16:02:00.000Z', oursAt: '2026-11-21T15:58:00.000Z' };
const first = { path: 'text', ours: 'Mine', theirs: 'Theirs, to the letter: \u00e9 ', ...told };
const second = { path: 'location', ours: 'Room 4', theirs: 'At home', ...told };
const id = recordId('note');

async function withTwo() {
  const workspace = await aWorkspace();
  const superviseeRef = await givePriya(workspace, [{ reference: 'C1' }]);
  const note = StaffNote.parse({
    ...{ id, superviseeRef, text: 'Mine', location: 'Room 4', sessionId: 's1' },
    ...{ createdAt: workspace.now, createdBy: settingsOf(workspace).me },
  });
  const body = { ...note, clashes: [first, second] } as StaffNote;
  await workspace.change(() => [created('notes', id, body)]);
  const choose = (clash: typeof first, choice: Choice) =>
    settleClash(workspace, { collection: 'notes', id }, clash, choice);
  return { workspace, choose };
}

it.each(['ours', 'theirs', 'both'] as const)(
  '[SENT3] after %s both texts are still there, with whose and when',
  async (choice) => {
    const { workspace, choose } = await withTwo();
    expect(await settledClashes(workspace, id)).toEqual([]);
    await choose(first, choice);
    // The other is asked still, and stands in the record itself.
    expect(await settledClashes(workspace, id)).toEqual([first]);
    expect(settledRecords(workspace)).toEqual([]);
    await choose(second, 'ours');
    expect(await settledClashes(workspace, id)).toEqual([second, first]);
    expect(settledRecords(workspace).map((record) => record.id)).toEqual([id]);
  },
);

it('[SENT3] typing on afterwards takes nothing of it away', async () => {
  const { workspace, choose } = await withTwo();
  await choose(first, 'ours');
  await choose(second, 'ours');
  const held = workspace.set.find('notes', id);
  if (!held) throw new Error('no note');
  workspace.draft({ collection: 'notes', id, body: { ...held.body, text: 'Something new' } });
  await workspace.queue.flush();
  expect(await settledClashes(workspace, id)).toEqual([second, first]);
});
