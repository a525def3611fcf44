import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { settingsOf } from '#storage/settings.ts';
import { besideMeta, besideSeen } from '#storage/sync/beside.ts';
import { type SyncCommands, SyncContext } from '#storage/sync/use-sync.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { recordId } from '../../../test/builders.ts';
import { needing, syncCommands } from '../../../test/sync-now.ts';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { SyncScreen } from './sync-screen.tsx';

const id = recordId('note');

const page = (workspace: Workspace, sync: SyncCommands) => (
  <WorkspaceContext value={workspace}>
    <StatusRegion resting="" now={() => 0}>
      <SyncContext value={sync}>
        <SyncScreen />
      </SyncContext>
    </StatusRegion>
  </WorkspaceContext>
);

async function withNote(fields: object = {}) {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const { me } = settingsOf(workspace);
  const note = StaffNote.parse({
    ...{ id, superviseeRef: priya, sessionId: 's1', text: 'Mine' },
    ...{ createdAt: workspace.now, createdBy: me },
    ...fields,
  });
  await workspace.change(() => [created('notes', id, note)]);
  return { workspace, priya, me, user: userEvent.setup() };
}

it('two versions of a note: by field, whose and when; after the choice both stay to be read', async () => {
  const clash = { path: 'text', ours: 'Mine', theirs: 'From the desk' };
  const { workspace, me, user } = await withNote();
  const held = workspace.set.find('notes', id);
  if (!held) throw new Error('no note');
  const told = { ...clash, by: me, at: '2026-11-20T16:02:00.000Z' };
  const body = { ...held.body, clashes: [told] } as StaffNote;
  await workspace.change(() => [updated(held, body)]);
  const shown = render(page(workspace, syncCommands({ needsPerson: [needing(id)] })));
  expect(screen.getByRole('heading', { name: 'These need you' })).toBeVisible();
  const which = 'Supervision notes, about Priya Shah';
  expect(screen.getByRole('heading', { name: which })).toBeVisible();
  expect(screen.getByText('Yours, on your other device')).toBeVisible();
  expect(screen.getByText('Written on 20 November 2026 at 4:02pm')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep the other device’s' }));
  await vi.waitFor(() => expect(workspace.set.find('notes', id)?.body.text).toBe('From the desk'));
  shown.rerender(page(workspace, syncCommands()));
  expect(screen.queryByRole('heading', { name: 'These need you' })).toBeNull();
  const settled = await screen.findByRole('region', { name: /You chose between two versions/ });
  await user.click(await within(settled).findByText('Both versions from before you chose'));
  expect(within(settled).getByRole('heading', { name: which })).toBeVisible();
  expect(within(settled).getByText('Mine')).toBeVisible();
  expect(within(settled).getByText('From the desk')).toBeVisible();
});

it('[SENT9] where the choice was made on another device it is said, with the way to what was not kept', async () => {
  const { workspace } = await withNote({ clashes: [] });
  render(page(workspace, syncCommands()));
  const settled = await screen.findByRole('region', { name: /^On another device you chose/ });
  const link = within(settled).getByRole('link', { name: /Supervision notes, about Priya Shah$/ });
  expect(link).toHaveAttribute('href', `/sync/texts/${id}`);
  expect(screen.queryByRole('region', { name: /^You chose/ })).toBeNull();
});

it('[SENT11] a text that a finished record did not take in is said until it was read, and keeps its place', async () => {
  const { workspace, user } = await withNote();
  await workspace.db.meta.put(besideMeta(id, 'new'));
  const letRest = vi.fn(() => besideSeen(workspace, id));
  const record = needing(id, { state: 'beside' });
  const needs = syncCommands({ needsPerson: [record] });
  const shown = render(page(workspace, { ...needs, letRest }));
  expect(screen.getByText(/^This record was finished on this device/)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Kept beside finished records' })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^I have read this/ }));
  expect(letRest).toHaveBeenCalledWith(record);
  shown.rerender(page(workspace, syncCommands({ connected: false }))); // nor does it go where syncing stops
  const kept = await screen.findByRole('region', { name: 'Kept beside finished records' });
  expect(
    within(kept).getByRole('link', { name: /Supervision notes, about Priya Shah$/ }),
  ).toHaveAttribute('href', `/sync/texts/${id}`);
  expect(screen.queryByText(/^This record was finished/)).toBeNull();
});

it('[SENT10] a text that was not taken stands here by field, and has its way out', async () => {
  const { workspace, user } = await withNote({ text: 'Finished there' });
  const text = JSON.stringify({
    ...workspace.set.find('notes', id)?.body,
    text: 'Ours',
    nextAt: '',
  });
  const refused = needing(id, { state: 'refused', refusedFor: 'locked', text });
  render(page(workspace, syncCommands({ needsPerson: [refused] })));
  await user.click(screen.getByText('The text that was not taken'));
  expect(screen.getByText('Ours')).toBeVisible(); // one word is a text too
  expect(screen.getByText('Begun by').closest('div')).toHaveTextContent('Sam Lee');
  expect(screen.getByRole('link', { name: /^Read all of it, or save it/ })).toHaveAttribute(
    'href',
    `/sync/texts/${id}`,
  );
});

it('[SENT7] a record under a reference of this device: which, whom to give it to, and that it is safe', async () => {
  const { workspace, priya, me } = await withNote();
  expect([priya, me].every((ref) => ref.startsWith('local:'))).toBe(true);
  const refused = needing(id, { state: 'refused', refusedFor: 'not_yours' });
  render(page(workspace, syncCommands({ needsPerson: [refused] })));
  expect(screen.getByText(/as an alias of the same person/)).toHaveTextContent(
    'safe on this device',
  );
  expect(screen.getByText('Priya Shah').closest('div')).toHaveTextContent(priya);
  expect(screen.getByText('Sam Lee').closest('div')).toHaveTextContent(me);
});

it('[SENT7] where the council’s references stand in it, none is asked for', async () => {
  const { workspace } = await withNote({ superviseeRef: 'P1', createdBy: 'S1' });
  const refused = needing(id, { state: 'refused', refusedFor: 'not_yours' });
  render(page(workspace, syncCommands({ needsPerson: [refused] })));
  expect(screen.getByText(/is yours to write/)).toBeVisible();
  expect(screen.queryByText(/alias/)).toBeNull();
});

it('what waits is told by kind, once a person has chosen also before the next cycle', async () => {
  const { workspace, user } = await withNote();
  await workspace.db.outbox.update(id, { state: 'clash' });
  render(page(workspace, syncCommands({ waiting: 1 })));
  await user.click(await screen.findByText('What waits to be sent'));
  const row = screen.getByText('Supervision notes').closest('div');
  expect(row).toHaveTextContent('1 record');
});

it('an empty token is said in a summary that leads to the field', async () => {
  const { workspace, user } = await withNote();
  const connect = vi.fn(async () => {});
  render(page(workspace, { ...syncCommands({ connected: false }), connect }));
  await user.click(screen.getByRole('button', { name: 'Connect' }));
  const link = await screen.findByRole('link', { name: 'Paste the token your council gave you' });
  expect(link.closest('.govuk-error-summary')).toHaveFocus();
  await user.click(link);
  const field = screen.getByLabelText('Token');
  expect(field).toHaveFocus();
  expect(connect).not.toHaveBeenCalled();
  await user.type(field, ' abc ');
  await user.click(screen.getByRole('button', { name: 'Connect' }));
  expect(connect).toHaveBeenCalledWith('abc');
});

it('[DIR5] somebody else is signed in: who, and the reference to give where the records were begun here', async () => {
  const { workspace, me } = await withNote();
  const sync = syncCommands({ trouble: 'wrongPerson', otherPerson: 'Sam Lee' });
  const { unmount } = render(page(workspace, sync));
  expect(screen.getByText(/Nothing was sent\..* It is Sam Lee who is signed in\./)).toBeVisible();
  expect(screen.getByText(/to be added to you as an alias/)).toHaveTextContent(me);
  unmount();
  await workspace.change((set) => {
    const [settings] = set.all('settings').values();
    return settings ? [updated(settings, { ...settings.body, me: 'S1' as typeof me })] : [];
  });
  render(page(workspace, sync));
  expect(screen.queryByText(/as an alias/)).toBeNull();
});
