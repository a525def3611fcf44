import { expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { MOST_BYTES } from '#domain/versions/record-size.ts';
import { settingsOf } from '#storage/settings.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { seenOf } from '#storage/sync/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { recordId } from '../../test/builders.ts';
import { aWorkspace, givePriya } from '../../test/workspaces.ts';
import { planTake } from './take.ts';
import { tellClashes } from './tell-clashes.ts';
import type { WireRecord } from './wire/common.ts';
import { MAX_RECORD_BYTES } from './wire/limits.ts';

const id = recordId('aaaaaaaa-0000-4000-8000-000000000001');

/** A note that the endpoint has, changed here since. */
async function changedHere(superviseeRef: StaffRef, workspace: Workspace) {
  const note = StaffNote.parse({
    ...{ id, superviseeRef, text: 'Before', sessionId: 's1' },
    ...{ createdAt: workspace.now, createdBy: settingsOf(workspace).me },
  });
  await workspace.change(() => [created('notes', id, note)]);
  await workspace.db.rows.update(id, { rev: 1 });
  await workspace.db.outbox.delete(id);
  await workspace.change((set) => {
    const held = set.find('notes', id);
    const savedAt = '2026-11-21T15:58:00.000Z';
    return held ? [updated(held, { ...held.body, text: 'Here', savedAt })] : [];
  });
  return note;
}

const wireOf = (body: object, authorRef: string): WireRecord => ({
  ...{ recordId: id, type: 'notes', rev: 2, deleted: false, payload: JSON.stringify(body) },
  ...{ payloadSchema: 1, payloadHash: null, authorRef, held: false },
  mutationId: crypto.randomUUID(),
});

it('[SENT2] what arrives against a text of mine keeps whose it is and when each was written', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const note = await changedHere(priya, workspace);
  const theirs = { ...note, text: 'There', savedAt: '2026-11-21T16:02:00.000Z' };
  const [seen] = await seenOf(workspace, [id]);
  if (!seen) throw new Error('no row');
  const { step } = await planTake(workspace, wireOf(theirs, priya), seen);
  expect(clashesOf(step?.open?.body ?? {})).toEqual([
    {
      ...{ path: 'text', ours: 'Here', theirs: 'There', by: priya },
      ...{ at: '2026-11-21T16:02:00.000Z', oursAt: '2026-11-21T15:58:00.000Z' },
    },
  ]);
});

const clash = { path: 'text', ours: 'a', theirs: 'b' };
const told = { ...clash, by: 'S1', at: '1', oursAt: '2' };

it('[SENT2] one that stood here before stays as it was, is there once, and a settled one does not come back', () => {
  const body = { text: 'a', clashes: [clash, { ...clash, theirs: 'c' }] };
  const theirs = { savedAt: '3' };
  expect(
    clashesOf(tellClashes({ body, ours: { clashes: [told], savedAt: '4' }, theirs, by: 'S2' })),
  ).toEqual([told, { ...clash, theirs: 'c', by: 'S2', at: '3', oursAt: '4' }]);
  // Of two tabs of this device, before anything came: nobody else’s.
  expect(clashesOf(tellClashes({ body, ours: { clashes: [clash] }, theirs, by: 'S2' }))[0]).toEqual(
    clash,
  );
  const settled = { text: 'a', clashes: [] };
  expect(tellClashes({ body: settled, ours: { clashes: [told] }, theirs, by: 'S2' })).toBe(settled);
});

it('[SENT5] what is told as too long is what cannot be sent', () => {
  expect(MOST_BYTES).toBe(MAX_RECORD_BYTES);
});
