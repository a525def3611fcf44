import { expect, it } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { staffRecordText } from '#exchange/text/staff-record-text.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import { updated } from '#storage/writes.ts';
import { held } from '../../../test/handed-over.ts';
import { samsDevice } from '../../../test/handovers.ts';
import { heldGroup } from '../../../test/held-groups.ts';

it('[NOTE14] a group stands in the next finished notes and in no others, with nobody else in it', async () => {
  const device = await samsDevice();
  const { sam, priyaRef } = device;
  await heldGroup(device, { families: ['C1', 'D9'] });
  const finished = async () => {
    const session = await held(sam, priyaRef, false);
    const note = noteOf(sam, session);
    if (!note) throw new Error('no notes');
    await sam.change(() => [updated(note, { ...note.body, text: 'Well.' } as StaffNote)]);
    expect(await finaliseNote(sam, session)).toEqual({ outcome: 'finalised' });
    const body = noteOf(sam, session)?.body;
    const record = body && finalOf(body);
    if (!record) throw new Error('not finished');
    return { record, text: staffRecordText(record) };
  };
  const { record, text } = await finished();
  expect(record.groupsAttended).toMatchObject([{ on: '2026-11-20', facilitator: 'Sam Lee' }]);
  expect(text).toContain(
    'Group supervision since last time\n- 20 November 2026: Group supervision, PRIVATE name; facilitator Sam Lee',
  );
  for (const kept of ['Dana Reed', 'Dan Osei', 'PRIVATE boundaries', 'Of C1', 'CANARY'])
    expect(text).not.toContain(kept);
  expect((await finished()).record).not.toHaveProperty('groupsAttended');
});
