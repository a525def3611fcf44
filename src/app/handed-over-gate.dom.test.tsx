import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { RecordScreen } from '#screens/record/record-screen.tsx';
import { finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { findStaff } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { accepted, held, threePeople } from '../../test/handed-over.ts';
import { HandedOverGate } from './handed-over-gate.tsx';

beforeEach(() => window.history.replaceState(null, '', '/'));

function show(workspace: Workspace, path: string, page = <button type="button">Change it</button>) {
  window.history.replaceState(null, '', path);
  render(
    <WorkspaceContext value={workspace}>
      <HandedOverGate>{page}</HandedOverGate>
    </WorkspaceContext>,
  );
}

async function handedOver() {
  const people = await threePeople();
  const { sam, priyaRef } = people;
  const session = await held(sam, priyaRef, false);
  for (const ref of ['C1', 'C2']) await finaliseChild(sam, session, ref);
  for (const record of bodies(sam, 'childRecords'))
    await markRecorded(sam, record, { state: 'recorded', on: '2026-11-20', reference: '' });
  await accepted(people);
  return { ...people, session };
}

it('[HAND20] the page of somebody who was handed over is read and not changed', async () => {
  const { sam, priyaRef } = await handedOver();
  show(sam, `/practitioners/${findStaff(sam, priyaRef)?.id}`);
  expect(screen.getByText(/What is here can be read and not changed/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Change it' })).toBeDisabled();
});

it('[HAND20] a finished record that is recorded is copied and printed all the same, and not corrected', async () => {
  const { sam } = await handedOver();
  const [record] = bodies(sam, 'childRecords');
  if (!record) throw new Error('no record');
  show(sam, `/records/${record.id}`, <RecordScreen recordId={record.id} />);
  expect(
    screen.getByText(/^Priya Shah was handed over .* can be read and not changed/),
  ).toBeVisible();
  expect(await screen.findByLabelText('Passphrase or recovery key')).toBeEnabled();
  expect(screen.getByRole('button', { name: /^Undo/ })).toBeEnabled();
  expect(screen.queryByText('Add a correction')).toBeNull();
  expect(screen.getByText(/^You do not correct it/)).toBeVisible();
});
