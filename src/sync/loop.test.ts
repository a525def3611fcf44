import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { aWorkspace, testPorts } from '../../test/workspaces.ts';
import { type SyncLoop, startLoop } from './loop.ts';
import type { Net, NetAnswer } from './net.ts';

let loop: SyncLoop | undefined;
beforeEach(() => {
  const page = new EventTarget();
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
    vi.stubGlobal(name, page[name].bind(page));
  }
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'hidden' }));
});
afterEach(() => {
  loop?.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const fakeTimers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
const calm = async () => {
  for (let i = 0; i < 200; i++) await new Promise((done) => setImmediate(done));
};
/** So long on the clock, and all that is done because of it. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await calm();
}

/** Of another person, so that a cycle is one question; or of this one. */
const meAnswer = (id: string): NetAnswer => ({
  ...{ status: 200, retryAfter: '' },
  text: JSON.stringify({
    ...{ protocol: 1, epoch: 'e1', serverTime: '2026-11-21T10:00:00.000Z' },
    person: { id, name: 'Alex Kim', role: 'socialWorker', teamId: 'T1' },
    ...{ staff: [], supervises: [], children: [], allocations: [] },
  }),
});

function start(workspace: Workspace, net: Net): SyncLoop {
  fakeTimers();
  loop = startLoop(workspace, {
    ...{ net, clientId: 'c1', appVersion: 'test', token: () => 't1', random: () => 1 },
    exclusively: (work) => work(),
  });
  return loop;
}

it('[LOOP13] it runs at unlock, after a save, when a connection or the page comes back, now and then, and on a button', async () => {
  const ports = testPorts();
  const workspace = await aWorkspace(ports);
  const net = vi.fn<Net>(async () => meAnswer('somebody-else'));
  const { syncNow } = start(workspace, net);
  expect(net).toHaveBeenCalledTimes(0);
  await pass(0);
  expect(net, 'at unlock').toHaveBeenCalledTimes(1);

  ports.advance(60_000);
  await workspace.change((set) => {
    const [record] = set.all('settings').values();
    return record ? [updated(record, { ...record.body })] : [];
  });
  await pass(4_000);
  expect(net, 'not while somebody types').toHaveBeenCalledTimes(1);
  await pass(1_500);
  expect(net, 'after a save').toHaveBeenCalledTimes(2);

  globalThis.dispatchEvent(new Event('online'));
  await pass(0);
  expect(net, 'a connection').toHaveBeenCalledTimes(3);
  await pass(5 * 60_000);
  expect(net, 'now and then').toHaveBeenCalledTimes(4);
  await syncNow();
  expect(net, 'on a button').toHaveBeenCalledTimes(5);

  document.dispatchEvent(new Event('visibilitychange'));
  await pass(0);
  expect(net, 'not as it goes').toHaveBeenCalledTimes(5);
  Object.assign(document, { visibilityState: 'visible' });
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(0);
  expect(net, 'looked at again').toHaveBeenCalledTimes(6);
});

it('[LOOP13] locking stops it at the end of the request that is on its way, and nothing is asked afterwards', async () => {
  const workspace = await aWorkspace();
  let answer = (_: NetAnswer) => {};
  const net = vi.fn<Net>(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const { stop, state } = start(workspace, net);
  await pass(0);
  expect(net).toHaveBeenCalledTimes(1);
  stop();
  answer(meAnswer(settingsOf(workspace).me));
  await calm();
  expect(state().last).toEqual({ outcome: 'stopped' });
  globalThis.dispatchEvent(new Event('online'));
  Object.assign(document, { visibilityState: 'visible' });
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(60 * 60_000);
  expect(net).toHaveBeenCalledTimes(1);
});
