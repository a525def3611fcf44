import { expect, it } from 'vitest';
import { placesFor } from '#domain/keys/places.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { planSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { supervised } from '../../test/supervised.ts';
import { aWorkspace, givePriya, type TestPorts, testPorts, write } from '../../test/workspaces.ts';
import { placesToGo } from './go-to-places.ts';

async function made() {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: 'Ava B' },
    { reference: 'C2', name: 'Ben C' },
    { reference: 'C3', name: 'Chloe D' },
  ]);
  return { workspace, priya };
}

const labels = (workspace: Workspace, path: string, typed: string) =>
  placesFor(placesToGo(workspace, path), typed).map(({ label }) => label);

it('a restricted name is no word that anything is found by; its reference is', async () => {
  const { workspace, priya } = await made();
  const child = findChild(workspace, 'C2');
  if (!child) throw new Error('no child');
  await workspace.change(() => [updated(child, { ...child.body, restricted: true })]);
  const id = await startSession(workspace, priya);
  const places = placesToGo(workspace, `/sessions/${id}`);
  expect(JSON.stringify(places)).not.toContain('Ben');
  expect(labels(workspace, '/', 'C2')).toEqual(['Restricted, C2', 'Restricted, C2']);
});

it('no address holds a name', async () => {
  const { workspace, priya } = await made();
  const id = await startSession(workspace, priya);
  for (const { href } of placesToGo(workspace, `/sessions/${id}`))
    expect(href).not.toMatch(/Ava|Ben|Chloe|Priya/);
});

it('the next overdue child is after the one on the screen and round, and not one already discussed', async () => {
  const { workspace, priya } = await made();
  (workspace.ports as TestPorts).goTo('2027-03-01T10:00:00.000Z'); // made by testPorts
  const id = await startSession(workspace, priya);
  const rowOf = (ref: string) => `/sessions/${id}/${findChild(workspace, ref)?.id}`;
  const overdue = 'Next child whose discussion is overdue';
  expect(labels(workspace, rowOf('C1'), 'overdue')).toContain(`${overdue}: Ben C`);
  expect(labels(workspace, rowOf('C3'), 'overdue')).toContain(`${overdue}: Ava B`);
  await write(workspace, id, 'C2', { depth: 'brief', briefNote: 'Reads.', account: 'discussed' });
  expect(labels(workspace, rowOf('C1'), 'overdue')).toContain(`${overdue}: Chloe D`);
  expect(labels(workspace, '/', 'next')[0]).toBe('Next child who is not discussed: Ava B');
});

it('a planned session is its agenda, and without a session there is no next child', async () => {
  const { workspace, priya } = await made();
  await planSession(workspace, priya, '2026-12-01');
  expect(labels(workspace, '/', 'agenda')[0]).toBe('Agenda: Priya Shah');
  expect(labels(workspace, '/', 'next child')).toEqual([]);
});

it('who is supervised goes to the pages that are theirs', async () => {
  const { workspace } = await made();
  expect(labels(workspace, '/', 'prepare')).toEqual([]);
  const { workspace: own } = await supervised();
  expect(labels(own, '/', 'prepare')[0]).toBe('Prepare');
  expect(labels(own, '/', 'to record')).toEqual([]);
});

it('who supervises and is supervised goes to the pages of both', async () => {
  const { workspace } = await made();
  await changeSettings(workspace, { supervisorRef: settingsOf(workspace).me });
  expect(labels(workspace, '/', 'prepare')[0]).toBe('Prepare');
  expect(labels(workspace, '/', 'to record')[0]).toBe('To record');
});
