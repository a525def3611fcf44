import type { Workspace } from './workspace.ts';

/** How long the other tab has to save and let go before its lock is taken: it may be asleep. */
const RELEASE_MS = 2_000;

export interface RecordLock {
  /** Answers once it is free: a lock that is let go is not yet one that can be had. */
  release(): Promise<void>;
}

const nameOf = ({ vault }: Workspace, id: string) => `footprint:${vault.id}:${id}`;

/**
 * The Web Lock of the record being edited, or undefined where another tab has it. `onLost` is called
 * when another tab asks for it or takes it; the caller saves and goes read-only.
 */
export async function holdRecord(
  workspace: Workspace,
  id: string,
  onLost: () => Promise<void>,
): Promise<RecordLock | undefined> {
  return request(workspace, id, { ifAvailable: true }, onLost);
}

/** Asks the other tab to save and let go; takes the lock where it does not answer. */
export async function takeOverRecord(
  workspace: Workspace,
  id: string,
  onLost: () => Promise<void>,
): Promise<RecordLock | undefined> {
  workspace.tabs.post({ type: 'release', id });
  const waited = new AbortController();
  const timer = setTimeout(() => waited.abort(), RELEASE_MS);
  const lock = await request(workspace, id, { signal: waited.signal }, onLost);
  clearTimeout(timer);
  return lock ?? request(workspace, id, { steal: true }, onLost);
}

function request(
  workspace: Workspace,
  id: string,
  options: LockOptions,
  onLost: () => Promise<void>,
): Promise<RecordLock | undefined> {
  // Browsers without Web Locks are older than this app; without one there is no second tab to guard against.
  if (!navigator.locks) return Promise.resolve({ release: async () => {} });
  return new Promise((resolve) => {
    let wasHeld = false;
    let stopListening = () => {};
    const held = (lock: Lock | null) => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      wasHeld = true;
      return new Promise<void>((letGo) => {
        stopListening = workspace.tabs.listen((message) => {
          if (message.type === 'release' && message.id === id) void onLost().then(letGo);
        });
        resolve({
          release() {
            letGo();
            return ended;
          },
        });
      });
    };
    const ended = navigator.locks.request(nameOf(workspace, id), options, held).then(
      () => stopListening(),
      () => {
        // Given up while waiting, or stolen while held: both end here.
        stopListening();
        resolve(undefined);
        if (wasHeld) void onLost();
      },
    );
  });
}
