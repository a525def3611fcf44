import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { newEntryDraft } from '#storage/entries/entries.ts';
import { holdsOf, periodsOf, setPeriods } from '#storage/keeping/keeping.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { ref } from '../../../test/builders.ts';
import { held } from '../../../test/held-workspace.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import { aWorkspace, givePriya, passphrase, quickDerive } from '../../../test/workspaces.ts';
import { KeepingScreen } from './keeping-screen.tsx';
import { KeepingSettingsScreen } from './keeping-settings-screen.tsx';

// Argon2id runs in a worker, which jsdom has not.
vi.mock('#vault/argon2-in-worker.ts', () => ({
  deriveInWorker: (...given: Parameters<typeof quickDerive>) => quickDerive(...given),
}));
vi.setConfig({ testTimeout: 20_000 });

it('periods are typed, and what is no number is said at its field', async () => {
  const workspace = await aWorkspace();
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <KeepingSettingsScreen />
    </WorkspaceContext>,
  );
  const days = screen.getByLabelText('Days after a child’s record was recorded in the case system');
  await user.type(days, 'soon');
  await user.click(screen.getByRole('button', { name: 'Save periods' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Enter a whole number above 0');
  expect(periodsOf(workspace).recorded).toBe('');
  await user.clear(days);
  await user.type(days, '30');
  await user.click(screen.getByRole('button', { name: 'Save periods' }));
  await waitFor(() => expect(periodsOf(workspace).recorded).toBe('P30D'));
});

it('a dropped draft is listed, ticked, asked for and removed; a hold takes it off the list', async () => {
  const workspace = await aWorkspace();
  await givePriya(workspace, [{ reference: 'C1' }]);
  await setPeriods(workspace, { ...periodsOf(workspace), draft: 'P1D' });
  const about = { childRef: ref('C1'), childTyped: 'Child C1' };
  const draft = newEntryDraft(workspace, 'managementDecision', about);
  const dropped = { ...draft, droppedAt: '2026-11-01T10:00:00.000Z' };
  await workspace.change(() => [created('entryDrafts', draft.id, dropped)]);
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <KeepingScreen />
    </WorkspaceContext>,
  );
  const box = await screen.findByRole('checkbox', { name: /Unfinished draft: Child C1/ });
  await user.click(box);
  await user.type(screen.getByLabelText('Passphrase or recovery key'), passphrase);
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Remove from this device' }));
  await waitFor(() => expect(bodies(workspace, 'entryDrafts')).toEqual([]));
  expect(await screen.findByText('1 item removed from this device.')).toBeVisible();
  await user.click(screen.getByText('Put a hold on a child or a member of staff'));
  await user.click(screen.getByRole('button', { name: 'Put the hold on' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Enter the reason for the hold');
  expect(holdsOf(workspace)).toEqual([]);
});

it('[KEEP4] what a rule still reads is not offered, and the page says why; [KEEP9] and what has no period', async () => {
  const workspace = await aWorkspace();
  await givePriya(workspace, [{ reference: 'C1' }]);
  await setPeriods(workspace, { ...periodsOf(workspace), childEntry: 'P1D' });
  const entry = anEntry({ childRef: 'C1', on: '2026-11-05' });
  await workspace.change(() => [
    created('childEntries', entry.id, entry),
    created(
      'childMarks',
      'm1',
      held('childMarks', 'm1', {
        ...{ file: 'child', recordId: entry.id, childRef: 'C1', caseSystem: 'Mosaic' },
        ...{ state: 'recorded', on: '2026-11-06', at: '2026-11-06T10:00:00.000Z', by: 'me' },
        reference: '',
      }).body,
    ),
  ]);
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <KeepingScreen />
    </WorkspaceContext>,
  );
  const why = await screen.findByText(
    '1 item: A formal session has not settled the decision in it yet.',
  );
  await user.click(why);
  expect(
    screen.getByText(/^Child’s record made outside a session: Child C1.*, 5 November 2026$/),
  ).toBeVisible();
  expect(screen.getByText('Nothing to remove.')).toBeVisible();
  await user.click(screen.getByText('What has no period'));
  expect(screen.getByText(/^Actions and decisions, and what became of them/)).toBeVisible();
});
