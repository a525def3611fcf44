import type { CollectionName } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { VersionWhy } from './db.ts';
import { retryDelayMs, saveWaitMs, TIMED_VERSION_MS } from './save-timing.ts';
import { type StorageError, toStorageError } from './storage-error.ts';

export interface DraftOf<C extends CollectionName = CollectionName> {
  readonly collection: C;
  readonly id: string;
  readonly body: Stored<C>;
}

/** Writes one draft, merging where another tab was first. Throws StorageError. */
export type WriteDraft = (draft: DraftOf, keepOld: VersionWhy | undefined) => Promise<void>;

export interface FailedSave {
  readonly id: string;
  readonly reason: StorageError['reason'];
  readonly draft: DraftOf;
}

/** What the status region tells. `savedAtMs` is the time of a commit, never of an intention. */
export interface SaveState {
  readonly unsaved: number;
  readonly savedAtMs: number | undefined;
  readonly failed: readonly FailedSave[];
}

interface Entry {
  draft: DraftOf;
  unsaved: boolean;
  firstUnsavedMs: number;
  lastKeyMs: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  inFlight: Promise<void> | undefined;
  failures: number;
  lastError: StorageError | undefined;
  versionAtMs: number;
}

/**
 * Text on its way to disk. One save at a time for a record; while one is in flight the newest text
 * waits. Nothing is dropped: a failed save keeps its text here and is tried again for ever.
 */
export class SaveQueue {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #state: SaveState = { unsaved: 0, savedAtMs: undefined, failed: [] };
  #told = this.#state;

  constructor(
    private readonly write: WriteDraft,
    private readonly nowMs: () => number,
  ) {}

  get state(): SaveState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The newest text of a record, valid or not. */
  edit(draft: DraftOf): void {
    const now = this.nowMs();
    const entry = this.#entries.get(draft.id) ?? newEntry(draft, now);
    this.#entries.set(draft.id, entry);
    entry.draft = draft;
    entry.lastKeyMs = now;
    // A clock that was put back counts from here.
    if (!entry.unsaved || now < entry.firstUnsavedMs) entry.firstUnsavedMs = now;
    entry.unsaved = true;
    this.#schedule(entry);
    this.#publish();
  }

  /** The newest text of a record where it is not on disk yet. */
  unsaved(id: string): DraftOf | undefined {
    const entry = this.#entries.get(id);
    return entry && (entry.unsaved || entry.inFlight) ? entry.draft : undefined;
  }

  /** Writes everything now. True when all of it is on disk. */
  async flush(): Promise<boolean> {
    await Promise.all([...this.#entries.values()].map((entry) => this.#drain(entry)));
    return this.#state.unsaved === 0;
  }

  async flushOne(id: string): Promise<boolean> {
    const entry = this.#entries.get(id);
    if (entry) await this.#drain(entry);
    // Not while another try is under way either: it may fail as this one did.
    return !entry?.unsaved && !entry?.inFlight;
  }

  /** A save made outside the queue (a batch) is a commit too. */
  noteCommit(): void {
    this.#state = { ...this.#state, savedAtMs: this.nowMs() };
    this.#publish();
  }

  #schedule(entry: Entry): void {
    clearTimeout(entry.timer);
    if (entry.inFlight) return; // the end of the save in flight schedules the next
    const waitMs = saveWaitMs(entry.firstUnsavedMs, entry.lastKeyMs, this.nowMs());
    entry.timer = setTimeout(() => void this.#save(entry), waitMs);
  }

  async #drain(entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    await entry.inFlight;
    // Another flush may have begun the save meanwhile: its end is what we answer for.
    await (entry.unsaved ? this.#save(entry) : entry.inFlight);
  }

  #save(entry: Entry): Promise<void> {
    entry.inFlight ??= this.#attempt(entry).finally(() => {
      entry.inFlight = undefined;
      if (entry.unsaved && !entry.lastError) this.#schedule(entry);
      this.#publish();
    });
    return entry.inFlight;
  }

  async #attempt(entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    const { draft } = entry;
    const now = this.nowMs();
    const timed = now - entry.versionAtMs >= TIMED_VERSION_MS;
    entry.unsaved = false;
    try {
      await this.write(draft, timed ? 'timer' : undefined);
      if (timed) entry.versionAtMs = now;
      entry.failures = 0;
      entry.lastError = undefined;
      this.#state = { ...this.#state, savedAtMs: this.nowMs() };
    } catch (cause) {
      entry.unsaved = true;
      entry.failures += 1;
      entry.lastError = toStorageError(cause);
      entry.timer = setTimeout(() => void this.#save(entry), retryDelayMs(entry.failures));
    }
  }

  #publish(): void {
    const entries = [...this.#entries.values()];
    const told = this.#told;
    const next = {
      savedAtMs: this.#state.savedAtMs,
      unsaved: entries.filter((entry) => entry.unsaved || entry.inFlight).length,
      failed: entries.flatMap(({ draft, lastError }) =>
        lastError ? [{ id: draft.id, reason: lastError.reason, draft }] : [],
      ),
    };
    // One more key in a text that waits already is no news: whoever shows this would draw it for nothing.
    const isNews = next.savedAtMs !== told.savedAtMs || next.unsaved !== told.unsaved;
    if (!isNews && told.failed.length + next.failed.length === 0) return;
    this.#state = next;
    this.#told = next;
    for (const listener of this.#listeners) listener();
  }
}

function newEntry(draft: DraftOf, now: number): Entry {
  return {
    draft,
    unsaved: false,
    firstUnsavedMs: now,
    lastKeyMs: now,
    timer: undefined,
    inFlight: undefined,
    failures: 0,
    lastError: undefined,
    versionAtMs: now,
  };
}
