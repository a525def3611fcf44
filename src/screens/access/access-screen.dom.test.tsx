import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { aSupervisionStory, offSick } from '../../../test/supervision-story.ts';
import { passphrase, quickDerive } from '../../../test/workspaces.ts';
import { AccessScreen } from './access-screen.tsx';

// Argon2id runs in a worker, which jsdom has not.
vi.mock('#vault/argon2-in-worker.ts', () => ({
  deriveInWorker: (...given: Parameters<typeof quickDerive>) => quickDerive(...given),
}));

/** What the browser was handed to save. */
const saved: { name: string; bytes: Uint8Array }[] = [];
vi.mock('#exchange/download.ts', () => ({
  download: async (name: string, blob: Blob) => {
    saved.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
  },
}));

const story = () => aSupervisionStory({ telling: offSick, gap: true });

it('a child’s pack: read first, asked who is there and what for, noted, and saved', async () => {
  const { workspace } = await story();
  const id = findAll(workspace, 'children', ({ reference }) => reference === 'C1')[0]?.id ?? '';
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <AccessScreen kind="child" rowId={id} />
    </WorkspaceContext>,
  );
  expect(await screen.findByRole('heading', { name: 'What is inside' })).toBeVisible();
  expect(document.title).not.toContain('Grace');
  expect(screen.getByText('Records of discussions')).toBeVisible();
  expect(screen.getByText(/^The supervision file of any member of staff/)).toBeVisible();
  expect(screen.getByText(/other people, in \d+ places/)).toBeVisible();
  expect(screen.getByText('This file is not protected once it leaves Footprint.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save the pack' })).toBeNull();

  const summaries = screen.getAllByText(/^Records of discussions, file/);
  await user.click(summaries[0] as HTMLElement); // found, or the line above throws
  expect(await screen.findByText(/Grace H/, { selector: 'div.fp-text' })).toBeVisible();

  await user.selectOptions(screen.getByLabelText('What is it for?'), 'accessRequest');
  await user.type(screen.getByLabelText('Passphrase or recovery key'), passphrase);
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Save the pack' }));
  await waitFor(() => expect(saved).toHaveLength(1), { timeout: 10_000 });
  expect(saved[0]?.name).toMatch(/^footprint-access-C1-/);
  const files = unzipSync(saved[0]?.bytes ?? new Uint8Array());
  expect(strFromU8(files['what-is-in-this-pack.txt'] ?? new Uint8Array())).toContain('Grace H');
  expect(sittingUntilMs(workspace)).toBeUndefined();
  expect(bodies(workspace, 'audit').find(({ what }) => what === 'exported')?.about).toMatchObject({
    ...{ kind: 'accessPack', purpose: 'accessRequest' },
  });
}, 30_000);

it('without anybody chosen: a person is found by name or reference, a restricted child by no name', async () => {
  const { workspace } = await story();
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <AccessScreen />
    </WorkspaceContext>,
  );
  const links = () => screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(links()).toEqual(expect.arrayContaining(['Priya Shah', 'Grace H']));
  await user.type(screen.getByLabelText('Who is it about?'), 'c2');
  expect(links().slice(1)).toEqual(['Ben H']);
  await user.type(screen.getByLabelText('Who is it about?'), 'zzz');
  expect(screen.getByText(/^Nobody with that name/)).toBeVisible();
});
