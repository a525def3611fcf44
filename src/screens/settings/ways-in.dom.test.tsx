import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { addPasskey } from '#storage/keys/ways-in.ts';
import { settingsOf } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { passkeysOf } from '#vault/passkey-source.ts';
import { FakePasskeys } from '../../../test/passkeys.ts';
import { aWorkspace, passphrase, quickDerive } from '../../../test/workspaces.ts';
import { WaysIn } from './ways-in.tsx';

async function shown(fake = new FakePasskeys(), hostname = 'footprint.example') {
  const workspace = await aWorkspace();
  const source = passkeysOf(fake, hostname);
  const add = vi.fn((typed: string) =>
    addPasskey(workspace, { type: 'passphrase', passphrase: typed, derive: quickDerive }, source),
  );
  show(workspace, { refusal: source.refusal, add });
  return { workspace, add, user: userEvent.setup() };
}

function show(workspace: Workspace, commands: Parameters<typeof WaysIn>[0]['commands']) {
  render(
    <WorkspaceContext value={workspace}>
      <WaysIn commands={commands} />
    </WorkspaceContext>,
  );
}

const rowOf = (key: string) => {
  const row = screen.getByText(key, { selector: 'dt' }).closest('div');
  if (!row) throw new Error(key);
  return within(row);
};
const type = (user: ReturnType<typeof userEvent.setup>, text: string) =>
  user.type(screen.getByLabelText('Your passphrase'), text);
const addButton = () => screen.getByRole('button', { name: 'Add a passkey' });

it('with the passphrase a passkey is added, and listed with its day and where it is kept', async () => {
  const { user } = await shown();
  expect(screen.queryByText('Passkey 1')).not.toBeInTheDocument();
  await type(user, passphrase);
  await user.click(addButton());
  const answer = await screen.findByText(/^Added\. You can now unlock with Windows Hello/);
  expect(answer.closest('[role="alert"]')).toHaveFocus();
  expect(rowOf('Passkey 1').getByText(/Windows Hello\. Added on 20 November 2026$/)).toBeVisible();
  expect(screen.getByLabelText('Your passphrase')).toHaveValue('');
});

it('one that cannot sign says so, and what to do', async () => {
  const { user } = await shown(new FakePasskeys({ tellsKey: false }));
  await type(user, passphrase);
  await user.click(addButton());
  await screen.findByText(/^Added\. You can now unlock/);
  expect(rowOf('Passkey 1').getByText(/remove it and add it again to sign with it$/)).toBeVisible();
});

it('a wrong passphrase is said at the field, and is not kept in it', async () => {
  const { user } = await shown();
  await type(user, 'wrong');
  await user.click(addButton());
  expect(await screen.findByRole('link', { name: 'The passphrase is not right' })).toBeVisible();
  expect(screen.getByLabelText('Your passphrase')).toBeInvalid();
  expect(screen.getByLabelText('Your passphrase')).toHaveValue('');
});

it('nothing typed asks for the passphrase and no passkey', async () => {
  const { user, add } = await shown();
  await user.click(addButton());
  expect(screen.getByRole('link', { name: 'Enter your passphrase' })).toBeVisible();
  expect(add).not.toHaveBeenCalled();
});

it('what the browser answers is said in words', async () => {
  const { user } = await shown(new FakePasskeys({ hasPrf: false }));
  await type(user, passphrase);
  await user.click(addButton());
  expect(
    await screen.findByRole('link', { name: /^That passkey cannot open records/ }),
  ).toBeVisible();
  expect(screen.queryByText('Passkey 1')).not.toBeInTheDocument();
});

it('at 127.0.0.1 it says why there is no such way in, and asks for no passphrase', async () => {
  await shown(new FakePasskeys(), '127.0.0.1');
  expect(
    screen.getByText(/^On this address \(127\.0\.0\.1\) Windows Hello.*used\.$/),
  ).toBeVisible();
  expect(screen.queryByLabelText('Your passphrase')).not.toBeInTheDocument();
});

it('removing asks first; the passphrase and the recovery key cannot be removed', async () => {
  const { user } = await shown();
  await type(user, passphrase);
  await user.click(addButton());
  await user.click(await screen.findByRole('button', { name: /^Remove ?passkey 1/ }));
  expect(screen.getAllByRole('button', { name: /^Remove ?passkey/ })).toHaveLength(1);
  expect(screen.getByRole('heading', { name: 'Remove passkey 1?' })).toHaveFocus();
  expect(screen.queryByRole('alert'), 'the answer to what was done before').toBeNull();
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(screen.getByText('Passkey 1')).toBeVisible();

  await user.click(screen.getByRole('button', { name: /^Remove ?passkey 1/ }));
  await user.click(screen.getByRole('button', { name: 'Remove the passkey' }));
  const answer = await screen.findByText(/^That passkey no longer opens these records/);
  expect(answer.closest('[role="alert"]')).toHaveFocus();
  await waitFor(() => expect(screen.queryByText('Passkey 1')).not.toBeInTheDocument());
  expect(rowOf('Passphrase').getByRole('link', { name: /^Change/ })).toHaveAttribute(
    'href',
    '/settings/passphrase',
  );
  expect(rowOf('Recovery key').queryByRole('button')).not.toBeInTheDocument();
});

it('the example caseload has no ways in', async () => {
  const workspace = await aWorkspace();
  const [settings] = [...workspace.set.all('settings').values()];
  if (!settings) throw new Error('no settings');
  await workspace.change(() => [updated(settings, { ...settingsOf(workspace), synthetic: true })]);
  show(workspace, { refusal: undefined, add: vi.fn() });
  expect(screen.getByText(/The example caseload is not kept locked/)).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
