import { expect, it } from 'vitest';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeStaff, findStaff } from '#storage/settings.ts';
import { bodies, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { made, samsDevice } from '../../../test/handovers.ts';
import { aWorkspace, givePriya, openAgain, write } from '../../../test/workspaces.ts';
import { finaliseNote } from './staff-notes.ts';
import { addTraining, removeTraining } from './staff-training.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

it('trainings are kept one by one, as they were typed, and beside everything else', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  await changeStaff(workspace, priya, { qualification: ' Social worker,  registered ' });
  await addTraining(workspace, priya, { what: ' Motivational  Interviewing', on: '2026-03-03' });
  await addTraining(workspace, priya, { what: 'Supervision', on: '' });
  const again = await openAgain(workspace);
  const held = () => findStaff(workspace, priya)?.body;
  expect(findStaff(again, priya)?.body).toMatchObject({
    name: 'Priya Shah',
    qualification: ' Social worker,  registered ',
    trainings: [
      { what: ' Motivational  Interviewing', on: '2026-03-03' },
      { what: 'Supervision', on: '' },
    ],
  });
  await removeTraining(workspace, priya, held()?.trainings[0]?.id ?? '');
  expect(held()?.trainings).toMatchObject([{ what: 'Supervision' }]);
});

it('nothing waits for them: a session is held, and its records are finalised, without', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  for (const { qualification, trainings } of bodies(workspace, 'staff'))
    expect({ qualification, trainings }).toEqual({ qualification: '', trainings: [] });
  const session = await startSession(workspace, priya);
  const { id: _, childRef: __, ...typed } = readyBrief({ accountedAt: workspace.now });
  await write(workspace, session, 'C1', typed);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  await workspace.change(() => [updated(note, { ...note.body, text: 'Well.' })]);
  await endSession(workspace, session, there);
  expect(await finaliseChild(workspace, session, 'C1')).toMatchObject({ outcome: 'finalised' });
  expect(await finaliseNote(workspace, session)).toEqual({ outcome: 'finalised' });
});

it('they stay on this device: no hand-over file has them', async () => {
  const { sam, samRef, priyaRef } = await samsDevice();
  for (const ref of [samRef, priyaRef]) {
    await changeStaff(sam, ref, { qualification: 'CANARY qualification' });
    await addTraining(sam, ref, { what: 'CANARY training', on: '2026-03-03' });
  }
  expect(JSON.stringify(await made(sam, priyaRef))).not.toMatch(/CANARY (qualification|training)/);
});
