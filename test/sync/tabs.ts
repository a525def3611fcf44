import type { Workspace } from '#storage/workspace.ts';

/** Between the tabs of one person, in the order that things were said; one that sleeps hears nothing. */
class TestChannel extends EventTarget {
  static readonly open = new Set<TestChannel>();
  isAsleep = false;

  constructor(readonly name: string) {
    super();
    TestChannel.open.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of TestChannel.open) {
      if (other === this || other.name !== this.name || other.isAsleep) continue;
      queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data })));
    }
  }

  close(): void {
    TestChannel.open.delete(this);
  }
}

const channels = new WeakMap<Workspace, TestChannel>();

/** Opens a tab whose hearing is ours to stop. */
export async function aTab(open: () => Promise<Workspace>): Promise<Workspace> {
  const own = globalThis.BroadcastChannel;
  const before = new Set(TestChannel.open);
  Object.assign(globalThis, { BroadcastChannel: TestChannel });
  const opening = open();
  Object.assign(globalThis, { BroadcastChannel: own });
  const tab = await opening;
  // It is told of rows while its page ends: what it could not read by then is nobody's loss.
  const reload = tab.reload.bind(tab);
  tab.reload = (ids) =>
    reload(ids).catch((cause: unknown) => {
      if (tab.db.isOpen()) throw cause;
    });
  const [channel] = [...TestChannel.open].filter((each) => !before.has(each));
  if (channel) channels.set(tab, channel);
  return tab;
}

/** What is written from now on it does not hear of, and it may be at work before it has. */
export function sleep(tab: Workspace): void {
  const channel = channels.get(tab);
  if (channel) channel.isAsleep = true;
}

/** As the app does when its page is looked at again. */
export async function wake(tab: Workspace): Promise<void> {
  const channel = channels.get(tab);
  if (channel) channel.isAsleep = false;
  await tab.catchUp();
}
