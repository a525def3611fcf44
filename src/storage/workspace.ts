import type { CollectionName } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import { mergeWithClashes as merged } from '#storage/sync/merge-clashes.ts';
import type { Vault } from '#vault/vault.ts';
import { commitsOf, type FootprintDb, type Row, type VersionWhy } from './db.ts';
import { type OpenRecord, openRow } from './open-record.ts';
import { nowIso, type Ports } from './ports.ts';
import { type SaveOutcome, saveRecords, versionOf, type Write } from './save.ts';
import { type DraftOf, SaveQueue } from './save-queue.ts';
import { StorageError } from './storage-error.ts';
import { openTabs, type Tabs } from './tabs.ts';
import { type ChangeKind, WorkingSet } from './working-set.ts';

/** How often a change is worked out again because another tab wrote first. */
const MAX_REBUILDS = 5;

/** What a mounted form last gave us, and the row that is on disk: they differ once another tab wrote. */
interface Known {
  readonly form: object;
  readonly stored: OpenRecord | undefined;
}

type Saved = Extract<SaveOutcome, { outcome: 'saved' }>;

/** One person's open records: reads come from `set`, writes go through `change` and `draft`. */
export class Workspace {
  readonly set = new WorkingSet();
  readonly queue: SaveQueue;
  readonly tabs: Tabs;
  /** Rows that did not open: said on the home page, never dropped. */
  readonly damaged: string[] = [];
  /** Texts sent to disk whose answer never came, with the form they were made from: see `#writeDraft`. */
  readonly #unanswered = new Map<string, Map<string, object>>();
  /** HAND20: throws StorageError for what can be read and not changed. Set where the rows are opened. */
  mayChange: (writes: readonly Write[]) => Promise<void> = async () => {};
  readonly #known = new Map<string, Known>();
  #commitsSeen = 0;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(
    readonly db: FootprintDb,
    readonly vault: Vault,
    readonly ports: Ports,
  ) {
    this.queue = new SaveQueue((draft, keepOld) => this.#writeDraft(draft, keepOld), ports.nowMs);
    this.tabs = openTabs(vault.id);
    this.tabs.listen((message) => {
      // Where the storage has closed there is nothing to read; whoever writes next is told.
      if (message.type === 'changed') void this.reload(message.ids).catch(() => {});
    });
  }

  get now(): string {
    return nowIso(this.ports);
  }

  /** A form for this record is mounted: what it shows is what its edits are measured against. */
  openDraft(collection: CollectionName, id: string): void {
    const stored = this.set.find(collection, id);
    if (stored) this.#known.set(id, { form: stored.body, stored });
  }

  /** The form is gone: its text is written and the row kept as a version. */
  async closeDraft(id: string): Promise<void> {
    if (!(await this.queue.flushOne(id))) return; // still being retried: it needs what it knows
    this.#known.delete(id);
    await this.keepVersion(id, 'left');
  }

  /** Keystrokes: saved by the queue's timing, valid or not. */
  draft<C extends CollectionName>(draft: DraftOf<C>): void {
    const given = draft as DraftOf;
    // Without an open form: measured against what stands here now, and not against what came meanwhile.
    if (!this.#known.has(given.id)) this.#known.set(given.id, this.#knownFromSet(given));
    this.queue.edit(given);
  }

  /**
   * One change of several records, all or none. `build` works it out from the working set and is asked
   * again when another tab wrote first. Text still waiting in the queue is written before it.
   * One change after the other, so that a second press finds what the first one wrote: a `build` never
   * waits for another change. Throws StorageError; nothing was written then.
   */
  change(build: (set: WorkingSet) => readonly Write[] | Promise<readonly Write[]>) {
    const changed = this.#changing.then(() => this.#change(build));
    this.#changing = changed.catch(() => {}); // whoever asked is told
    return changed;
  }

  async #change(build: (set: WorkingSet) => readonly Write[] | Promise<readonly Write[]>) {
    await this.queue.flush();
    for (let attempt = 0; attempt < MAX_REBUILDS; attempt++) {
      const writes = await build(this.set);
      if (writes.length === 0) return [];
      await this.mayChange(writes);
      const saved = await saveRecords(this.db, this.vault, writes, this.ports.newId);
      if (saved.outcome === 'saved') {
        this.#committed(saved);
        this.queue.noteCommit();
        return saved.records;
      }
      await this.reload(saved.ids);
    }
    throw new StorageError('failed', 'another tab kept changing the same records');
  }

  /** Takes rows that another tab committed into memory, and lets go of those that it removed. */
  async reload(ids: readonly string[]): Promise<void> {
    const before = ids.map((id) => this.set.findAnywhere(id));
    const rows = await this.db.rows.bulkGet([...ids]);
    const newer = rows.filter((row) => row !== undefined);
    // Removed and back meanwhile, it counts from one again: what memory has is of before.
    const isBack = (id: string, i: number) => {
      const held = before[i];
      return held && held === this.set.findAnywhere(id) && (rows[i]?.v ?? 0) < held.v;
    };
    this.set.drop(ids.filter((id, i) => !rows[i] || isBack(id, i)));
    await this.take(newer);
  }

  /** Opens rows and takes them in; one that does not open is noted and the rest goes on. */
  async take(rows: readonly Parameters<typeof openRow>[1][]): Promise<void> {
    const opened = await Promise.all(
      rows.map((row) =>
        openRow(this.vault, row).catch(() => {
          // Shown to the person, once; the row itself stays as it is.
          if (!this.damaged.includes(row.id)) this.damaged.push(row.id);
          return undefined;
        }),
      ),
    );
    this.set.apply(opened.filter((record) => record !== undefined));
  }

  /**
   * After sleep or a frozen tab: broadcasts may have been missed, the commit counter was not. `seen`: the count by
   * which all that memory holds was read.
   */
  async catchUp(seen = this.#commitsSeen): Promise<void> {
    this.#commitsSeen = seen;
    const commits = await commitsOf(this.db);
    if (commits === this.#commitsSeen) return;
    this.#commitsSeen = commits;
    const held = new Map<string, Pick<Row, 'v' | 'rev'>>(); // not the rows: there are thousands
    await this.db.rows.each(({ id, v, rev }) => held.set(id, { v, rev }));
    // By the revision too: what was removed and came back counts its versions from one again.
    const behind = [...held].filter(([id, { v, rev }]) => {
      const known = this.set.findAnywhere(id);
      return known?.v !== v || known.rev !== rev;
    });
    const gone = this.set.ids().filter((id) => !held.has(id));
    await this.reload([...behind.map(([id]) => id), ...gone]);
  }

  /** Keeps the row as it is now as a version, unless the newest version already is that row. */
  async keepVersion(id: string, why: VersionWhy): Promise<void> {
    const { db } = this;
    await db.transaction('rw', [db.rows, db.versions], async () => {
      const row = await db.rows.get(id);
      const last = await db.versions.where('id').equals(id).last();
      if (row && last?.v !== row.v) await db.versions.add(versionOf(row, why));
    });
  }

  #committed({ records, commits }: Saved, kind: ChangeKind = 'news'): void {
    // Only the next in line: a gap means that another tab committed and we may not have heard.
    if (commits === this.#commitsSeen + 1) this.#commitsSeen = commits;
    this.set.apply(records, kind);
    for (const { id } of records) this.#unanswered.delete(id);
    this.tabs.post({ type: 'changed', ids: records.map(({ id }) => id) });
  }

  /**
   * `v` may have moved under us: our own earlier write arrived after we had given it up, or another tab
   * wrote. Its row is kept as a version, the two are merged by field, and we save again: never an error.
   */
  async #writeDraft(draft: DraftOf, keepOld: VersionWhy | undefined): Promise<void> {
    const known = this.#known.get(draft.id) ?? this.#knownFromSet(draft);
    let basedOn = known.stored?.v ?? 0;
    let base: object = known.stored?.body ?? {};
    let body = merged(known.form, draft.body, known.stored?.body ?? draft.body);
    for (let attempt = 0; attempt < MAX_REBUILDS; attempt++) {
      const stamped = { ...body, savedAt: this.now } as Stored<CollectionName>; // every draft has `savedAt`
      const { collection, id } = draft;
      if (isFinal(base)) throw new StorageError('fixed', `record ${id} is final`);
      const write: Write = {
        collection,
        id,
        basedOn,
        body: stamped,
        ...(keepOld ? { keepOld } : {}),
      };
      await this.mayChange([write]);
      this.#remember(id, JSON.stringify(stamped), draft.body);
      const saved = await saveRecords(this.db, this.vault, [write], this.ports.newId);
      if (saved.outcome === 'saved') {
        this.#known.set(id, { form: draft.body, stored: saved.records[0] });
        this.#committed(saved, attempt === 0 ? 'typed' : 'news'); // merged, it holds another's too
        return;
      }
      const theirs = await this.#readNow(id);
      const ownForm = this.#unanswered.get(id)?.get(theirs.text);
      if (ownForm) {
        // Our own, late: it holds all of the form it was made from, and what it had merged by then.
        body = merged(ownForm, draft.body, theirs.body);
      } else {
        await this.keepVersion(id, 'replaced');
        body = merged(base, body, theirs.body);
      }
      basedOn = theirs.v;
      base = theirs.body;
    }
    throw new StorageError('failed', `record ${draft.id} kept changing`);
  }

  async #readNow(id: string): Promise<OpenRecord> {
    const row = await this.db.rows.get(id);
    const record = row && (await openRow(this.vault, row));
    if (!record) throw new StorageError('failed', `record ${id} is not readable`);
    return record;
  }

  #knownFromSet({ collection, id, body }: DraftOf): Known {
    const stored = this.set.find(collection, id);
    return { form: stored?.body ?? body, stored };
  }

  #remember(id: string, text: string, form: object): void {
    const texts = this.#unanswered.get(id) ?? new Map<string, object>();
    this.#unanswered.set(id, texts.set(text, form));
  }
}

/** What was finalised, signed perhaps, is never written over by text that comes late from another tab. */
const isFinal = (body: { finalisedAt?: string; confirmedAt?: string }) =>
  Boolean(body.finalisedAt || body.confirmedAt);
