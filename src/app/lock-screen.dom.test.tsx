import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { vaultMark } from '#storage/db.ts';
import { type Account, listAccounts } from '#storage/keys/accounts.ts';
import { addPasskey } from '#storage/keys/ways-in.ts';
import { passkeysOf } from '#vault/passkey-source.ts';
import { FakePasskeys } from '../../test/passkeys.ts';
import { aWorkspace, passphrase, quickDerive } from '../../test/workspaces.ts';
import { LockScreen } from './lock-screen.tsx';

let fake: FakePasskeys;

beforeEach(() => {
  fake = new FakePasskeys();
  vi.stubGlobal('PublicKeyCredential', class {});
  Object.defineProperty(navigator, 'credentials', { value: fake, configurable: true });
});
afterEach(() => vi.unstubAllGlobals());

async function anAccount(withPasskey: boolean): Promise<Account> {
  const workspace = await aWorkspace();
  if (withPasskey) {
    const secret = { type: 'passphrase', passphrase, derive: quickDerive } as const;
    await addPasskey(workspace, secret, passkeysOf(fake, location.hostname));
  }
  const account = (await listAccounts()).find(({ vaultId }) => vaultId === workspace.vault.id);
  if (!account) throw new Error('not listed');
  return account;
}

function shown(...accounts: readonly Account[]) {
  const onOpen = vi.fn();
  render(<LockScreen accounts={accounts} onOpen={onOpen} onStart={() => {}} />);
  return { onOpen, user: userEvent.setup() };
}

const button = () => screen.queryByRole('button', { name: 'Use Windows Hello or a passkey' });
const press = (user: ReturnType<typeof userEvent.setup>) => user.click(button() as HTMLElement);

it('opens the records by a passkey, beside the passphrase', async () => {
  const account = await anAccount(true);
  const { onOpen, user } = shown(account);
  expect(screen.getByLabelText('Passphrase')).toBeVisible();
  await press(user);
  await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
  expect(onOpen.mock.calls[0]?.[0].vault.id).toBe(account.vaultId);
});

it('is offered only where the chosen person has a passkey', async () => {
  const [without, withOne] = [await anAccount(false), await anAccount(true)];
  const { user } = shown(without, withOne);
  expect(button()).not.toBeInTheDocument();
  const mark = vaultMark(withOne.vaultId);
  await user.click(await screen.findByRole('radio', { name: `Records marked ${mark}` }));
  expect(button()).toBeVisible();
});

it('is not offered in a browser that has no passkeys', async () => {
  vi.unstubAllGlobals();
  shown(await anAccount(true));
  expect(button()).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

it('cancelled: it says so and leads back to the button; the passphrase is not called wrong', async () => {
  const { onOpen, user } = shown(await anAccount(true));
  await user.type(screen.getByLabelText('Passphrase'), 'half typed');
  fake.failing = 'NotAllowedError';
  await press(user);
  const problem = await screen.findByRole('link', { name: /^No passkey answered.*passphrase$/ });
  expect(screen.getByLabelText('Passphrase')).not.toBeInvalid();
  expect(screen.getByLabelText('Passphrase')).toHaveValue('half typed');
  await user.click(problem);
  expect(button()).toHaveFocus();
  await press(user);
  await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
});

it('one that answers and does not open waits like a wrong passphrase', async () => {
  const { onOpen, user } = shown(await anAccount(true));
  fake.swap();
  for (let i = 0; i < 4; i++) {
    await press(user);
    await waitFor(() => expect(fake.asked).toHaveLength(i + 1));
    await screen.findByRole('button', { name: 'Unlock' }); // and no longer "Unlocking"
  }
  expect(screen.getByRole('link', { name: /^This passkey does not open/ })).toBeVisible();
  expect(await screen.findByText(/^You can try again in [45] seconds/)).toBeVisible();
  expect(button()).toBeDisabled();
  expect(onOpen).not.toHaveBeenCalled();
});
