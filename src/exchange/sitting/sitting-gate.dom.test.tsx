import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createExampleAccount } from '#storage/keys/accounts.ts';
import { addPasskey } from '#storage/keys/ways-in.ts';
import { startFor } from '#storage/settings.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { passkeysOf } from '#vault/passkey-source.ts';
import { formatRecoveryKey, newRecoverySecret } from '#vault/recovery-key.ts';
import { FakePasskeys } from '../../../test/passkeys.ts';
import {
  aWorkspace,
  passphrase,
  quickDerive,
  recoverySecret,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import { SittingGate } from './sitting-gate.tsx';

// Argon2id runs in a worker, which jsdom has not.
vi.mock('#vault/argon2-in-worker.ts', () => ({
  deriveInWorker: (...given: Parameters<typeof quickDerive>) => quickDerive(...given),
}));

function show(workspace: Workspace, onOpen?: () => void) {
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <SittingGate what="copy records for Mosaic" {...(onOpen ? { onOpen } : {})}>
          <button type="button">Copy</button>
        </SittingGate>
      </StatusRegion>
    </WorkspaceContext>,
  );
  return user;
}

const field = () => screen.getByLabelText('Passphrase or recovery key');
const gate = () => screen.getByRole('region', { name: 'To copy records for Mosaic' });
const inside = () => screen.queryByRole('button', { name: 'Copy' });
const key = formatRecoveryKey(recoverySecret);

async function answer(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.type(field(), text);
  await user.keyboard('{Enter}');
}

it.each([
  ['passphrase', passphrase],
  ['recovery key', key.toLowerCase()],
])('opens with the %s, says until when, and puts the focus there', async (_, secret) => {
  const workspace = await aWorkspace();
  const user = show(workspace);
  expect(inside()).toBeNull();
  expect(field()).toHaveAttribute('autocomplete', 'off');
  await answer(user, secret);
  expect(await screen.findByText('Open until 10:30am.')).toBeVisible();
  expect(inside()).toBeVisible();
  expect(gate()).toHaveFocus();
  expect(screen.getByRole('status')).toHaveTextContent('Open until 10:30am');
});

it('whoever asked may say where the focus goes', async () => {
  const onOpen = vi.fn();
  const user = show(await aWorkspace(), onOpen);
  await answer(user, key);
  await waitFor(() => expect(onOpen).toHaveBeenCalledTimes(1));
});

it('ends when a person says so, and when its time is up', async () => {
  const workspace = await aWorkspace();
  const user = show(workspace);
  await answer(user, key);
  await user.click(await screen.findByRole('button', { name: /^End it ?now/ }));
  expect(inside()).toBeNull();
  expect(sittingUntilMs(workspace)).toBeUndefined();
  expect(gate()).toHaveFocus();
  await answer(user, key);
  await screen.findByText('Open until 10:30am.');
  inside()?.focus();
  (workspace.ports as TestPorts).advance(30 * 60_000);
  act(() => void dispatchEvent(new Event('focus')));
  expect(inside()).toBeNull();
  expect(gate()).toHaveFocus();
});

it('a wrong one is said, leaves the page, and makes the next try wait', async () => {
  const workspace = await aWorkspace();
  const user = show(workspace);
  await user.click(screen.getByRole('button', { name: 'Open for 30 minutes' }));
  expect(await screen.findAllByText('Enter your passphrase or recovery key')).not.toHaveLength(0);
  const wrong = formatRecoveryKey(newRecoverySecret());
  for (let tried = 1; tried <= 4; tried += 1) {
    await answer(user, tried % 2 === 0 ? wrong : 'not the passphrase at all');
    await screen.findByRole('link', { name: /^This is not right/ });
    await waitFor(() => expect(field()).toHaveValue(''));
  }
  expect(screen.getByText(/^You can try again in 5 seconds/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Open for 30 minutes' })).toBeDisabled();
  expect(inside()).toBeNull();
});

it('a passkey opens it too, where these records have one', async () => {
  const fake = new FakePasskeys();
  vi.stubGlobal('PublicKeyCredential', class {});
  Object.defineProperty(navigator, 'credentials', { value: fake, configurable: true });
  onTestFinished(() => void vi.unstubAllGlobals());
  const workspace = await aWorkspace();
  const byKey = { type: 'recovery', secret: recoverySecret } as const;
  await addPasskey(workspace, byKey, passkeysOf(fake, location.hostname));
  const user = show(workspace);
  const button = await screen.findByRole('button', { name: 'Use Windows Hello or a passkey' });
  fake.failing = 'NotAllowedError';
  await user.click(button);
  await screen.findByRole('link', { name: /^No passkey answered/ });
  expect(inside()).toBeNull();
  fake.failing = undefined;
  await user.click(button);
  expect(await screen.findByText('Open until 10:30am.')).toBeVisible();
});

it('is open where a sitting is, and leaves the focus alone', async () => {
  const workspace = await aWorkspace();
  await openSitting(workspace, { type: 'recovery', secret: recoverySecret });
  show(workspace);
  expect(inside()).toBeVisible();
  expect(document.body).toHaveFocus();
});

it('the example caseload has no passphrase, says so, and opens with a button', async () => {
  const workspace = await createExampleAccount(testPorts());
  await startFor(workspace, {
    name: 'Jo Field',
    role: 'Manager',
    profileId: 'islington-001',
    caseSystem: 'Mosaic',
    synthetic: true,
  });
  const user = show(workspace);
  expect(screen.queryByLabelText('Passphrase or recovery key')).toBeNull();
  expect(screen.getByText(/The example caseload has none/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Open for 30 minutes' }));
  expect(await screen.findByText('Open until 10:30am.')).toBeVisible();
  workspace.tabs.close();
  workspace.db.close();
});
