import { expect, it, vi } from 'vitest';
import { createExampleAccount, unlock } from '#storage/keys/accounts.ts';
import type { Workspace } from '#storage/workspace.ts';
import { newRecoverySecret } from '#vault/recovery-key.ts';
import {
  aWorkspace,
  openAgain,
  passphrase,
  quickDerive,
  recoverySecret,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import { closeSitting, onSitting, openExampleSitting, openSitting } from './sitting.ts';
import { sittingUntilMs } from './sitting-clock.ts';

const typed = (text: string) =>
  ({ type: 'passphrase', passphrase: text, derive: quickDerive }) as const;
const byKey = (secret = recoverySecret) => ({ type: 'recovery', secret }) as const;
const ports = (workspace: Workspace) => workspace.ports as TestPorts;
const MINUTE_MS = 60_000;

it('is closed until the passphrase or the recovery key opens it, for half an hour', async () => {
  const workspace = await aWorkspace();
  expect(sittingUntilMs(workspace)).toBeUndefined();
  expect(await openSitting(workspace, typed(passphrase))).toEqual({ outcome: 'open' });
  expect(sittingUntilMs(workspace)).toBe(workspace.ports.nowMs() + 30 * MINUTE_MS);
  ports(workspace).advance(30 * MINUTE_MS - 1);
  expect(sittingUntilMs(workspace)).toBeDefined();
  ports(workspace).advance(1);
  expect(sittingUntilMs(workspace)).toBeUndefined();
  expect(await openSitting(workspace, byKey())).toEqual({ outcome: 'open' });
  expect(sittingUntilMs(workspace)).toBeDefined();
});

it('a clock that is set back ends it', async () => {
  const workspace = await aWorkspace();
  await openSitting(workspace, byKey());
  ports(workspace).advance(-1);
  expect(sittingUntilMs(workspace)).toBeUndefined();
});

it('is of one workspace: the same records in a second tab have none', async () => {
  const workspace = await aWorkspace();
  await openSitting(workspace, byKey());
  expect(sittingUntilMs(await openAgain(workspace))).toBeUndefined();
  expect(sittingUntilMs(await aWorkspace())).toBeUndefined();
});

it('ends when a person says so, and tells who asked', async () => {
  const workspace = await aWorkspace();
  const heard = vi.fn();
  const stop = onSitting(workspace, heard);
  await openSitting(workspace, byKey());
  expect(heard).toHaveBeenCalledTimes(1);
  closeSitting(workspace);
  expect(heard).toHaveBeenCalledTimes(2);
  expect(sittingUntilMs(workspace)).toBeUndefined();
  stop();
  closeSitting(workspace);
  expect(heard).toHaveBeenCalledTimes(2);
});

it('wrong secrets are counted with those of unlocking, and make both wait', async () => {
  const workspace = await aWorkspace(testPorts());
  const unlockAgain = () => unlock(workspace.vault.id, typed('also wrong'), workspace.ports);
  expect(await openSitting(workspace, typed('wrong'))).toEqual({
    outcome: 'wrong',
    waitSeconds: 0,
  });
  await unlockAgain();
  await openSitting(workspace, byKey(newRecoverySecret()));
  expect(await openSitting(workspace, typed('wrong'))).toEqual({
    outcome: 'wrong',
    waitSeconds: 5,
  });
  expect(await openSitting(workspace, typed(passphrase))).toEqual({
    outcome: 'wait',
    waitSeconds: 5,
  });
  expect(await unlockAgain()).toMatchObject({ outcome: 'wait' });
  expect(sittingUntilMs(workspace)).toBeUndefined();
  ports(workspace).advance(5_000);
  expect(await openSitting(workspace, typed(passphrase))).toEqual({ outcome: 'open' });
  expect(await openSitting(workspace, typed('wrong'))).toEqual({
    outcome: 'wrong',
    waitSeconds: 0,
  });
});

it('a wrong secret does not end one that is open', async () => {
  const workspace = await aWorkspace();
  await openSitting(workspace, byKey());
  await openSitting(workspace, typed('wrong'));
  expect(sittingUntilMs(workspace)).toBeDefined();
});

it('the example asks for nothing; nobody else’s records open like that', async () => {
  const example = await createExampleAccount(testPorts());
  expect(await openExampleSitting(example)).toBe(true);
  expect(sittingUntilMs(example)).toBeDefined();
  const real = await aWorkspace();
  expect(await openExampleSitting(real)).toBe(false);
  expect(sittingUntilMs(real)).toBeUndefined();
  example.tabs.close();
  example.db.close();
});
