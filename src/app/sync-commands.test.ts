import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SyncCommands } from '#storage/sync/use-sync.ts';
import type { Workspace } from '#storage/workspace.ts';
import { fetchNet } from '#sync/fetch-net.ts';
import { readMemory, writeMemory } from '#sync/memory.ts';
import type { Net } from '#sync/net.ts';
import { routes } from '#sync/wire/routes.ts';
import { aDevice } from '../../test/sync/device.ts';
import { askToSignIn, forgetSignIn, signedInNow, signInSettings } from './council-sign-in.ts';
import { startSync } from './sync-commands.ts';

vi.mock('#sync/fetch-net.ts', () => ({ fetchNet: vi.fn() }));
vi.mock('./council-sign-in.ts', () => ({
  askToSignIn: vi.fn(),
  forgetSignIn: vi.fn(),
  signedInNow: vi.fn(),
  signInSettings: vi.fn(() => ({
    issuer: 'https://login.example',
    clientId: 'a',
    scope: 'openid',
  })),
}));
const signedInAs = vi.mocked(signedInNow);

let answers: Readonly<Record<string, object>>;
let status: number;
const net = vi.fn<Net>(async ({ path }) => {
  const [, of = {}] = Object.entries(answers).find(([start]) => path.startsWith(start)) ?? [];
  return { status, retryAfter: '', text: JSON.stringify({ protocol: 1, epoch: 'e1', ...of }) };
});

function meIs(id: string) {
  status = 200;
  answers = {
    [routes.me]: {
      serverTime: '2026-11-21T10:00:00.000Z',
      person: { id, name: 'Alex Kim', role: 'socialWorker', teamId: 'T1' },
      ...{ staff: [], supervises: [], children: [], allocations: [] },
    },
    [routes.changes]: {
      serverTime: '2026-11-21T10:00:00.000Z',
      ...{ nextCursor: 'c', hasMore: false, changes: [] },
    },
  };
}

let stop: (() => void) | undefined;
let shown: SyncCommands | undefined;
let updates = 0;
const lock = vi.fn();

beforeEach(() => {
  vi.mocked(fetchNet).mockReturnValue(net);
  const page = new EventTarget();
  for (const name of ['addEventListener', 'removeEventListener'] as const)
    vi.stubGlobal(name, page[name].bind(page));
  // As one tab that is asked: nobody else has the lock.
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, __: unknown, work: (held: object) => unknown) => work({}) },
  });
  meIs('sue');
});
afterEach(() => {
  stop?.();
  shown = undefined;
  updates = 0;
  vi.clearAllMocks();
  signedInAs.mockReturnValue(undefined);
  vi.unstubAllGlobals();
});

async function started(workspace: Workspace): Promise<SyncCommands> {
  stop = startSync(workspace, {
    ...{ origin: 'https://sync.example', lock },
    onChange: (commands) => {
      shown = commands;
      updates += 1;
    },
  });
  return vi.waitFor(() => {
    if (!shown) throw new Error('nothing shown yet');
    return shown;
  });
}

const sue = async () => (await aDevice('laptop', 'sue', '', () => crypto.randomUUID())).workspace;
const signIn = () => signedInAs.mockReturnValue({ token: 'of-sue', untilMs: 9e15 });
const tokens = () => net.mock.calls.map(([{ headers }]) => headers.Authorization);

it('[SIGN4] whoever is signed in, nothing is asked for records that never chose to sync', async () => {
  signIn();
  const { now } = await started(await sue());
  expect(now).toMatchObject({ connected: false, signIn: 'in' });
  await vi.waitFor(() => expect(updates).toBe(2)); // as it begins, and when it had looked who is signed in
  expect(net).not.toHaveBeenCalled();
});

it('[SIGN1] with nobody signed in it locks on the way, and says so until somebody is', async () => {
  const workspace = await sue();
  const { signIn: press } = await started(workspace);
  await press();
  expect([vi.mocked(askToSignIn).mock.calls.length, lock.mock.calls.length]).toEqual([1, 1]);
  stop?.();
  shown = undefined;
  const { now } = await started(workspace);
  expect(now).toMatchObject({ connected: true, signIn: 'out', trouble: 'signedOut' });
  expect(net).not.toHaveBeenCalled();
});

it('[SIGN1, SIGN4] signed in as this person it syncs by that token, which is stored nowhere', async () => {
  const workspace = await sue();
  await writeMemory(workspace, { signsIn: true });
  signIn();
  await started(workspace);
  await vi.waitFor(() => expect(shown?.now.sentAt).not.toBe(''));
  expect(new Set(tokens())).toEqual(new Set(['Bearer of-sue']));
  expect(JSON.stringify(await readMemory(workspace))).not.toContain('of-sue');
});

it('[SIGN4] signed in as somebody else nothing is sent, and it says who', async () => {
  meIs('ama');
  const workspace = await sue();
  await writeMemory(workspace, { signsIn: true });
  signIn();
  await started(workspace);
  await vi.waitFor(() => expect(shown?.now.trouble).toBe('wrongPerson'));
  expect(shown?.now.otherPerson).toBe('Alex Kim');
  expect(net.mock.calls.every(([{ path }]) => path === routes.me)).toBe(true);
});

it('[SENT9, LOOP10] what the endpoint keeps is asked for as this person, and as nobody else', async () => {
  const workspace = await sue();
  await writeMemory(workspace, { signsIn: true });
  signIn();
  const asked = () => net.mock.calls.filter(([{ path }]) => path === routes.versions('r1')).length;
  answers = {
    [routes.versions('r1')]: { recordId: workspace.ports.newId(), versions: [] },
    ...answers,
  };
  const { keptThere } = await started(workspace);
  expect(await keptThere('r1')).toEqual({ outcome: 'read', texts: [] }); // a cycle comes first
  expect(asked()).toBe(1);
  meIs('ama');
  await shown?.syncNow();
  expect(await keptThere('r1')).toEqual({ outcome: 'signedOut' });
  expect(asked()).toBe(1);
});

it('[SIGN1] a token that no longer counts is forgotten, and "Stop" forgets it too', async () => {
  const workspace = await sue();
  await writeMemory(workspace, { signsIn: true });
  signIn();
  status = 401;
  answers = { '/': { error: { code: 'signed_out', message: 'Sign in again.' } } };
  const { disconnect } = await started(workspace);
  await vi.waitFor(() => expect(forgetSignIn).toHaveBeenCalled());
  await disconnect();
  expect(forgetSignIn).toHaveBeenCalledTimes(2);
  expect(shown?.now.connected).toBe(false);
  expect(signInSettings).toHaveBeenCalled();
});
