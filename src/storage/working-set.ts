import { type CollectionName, collectionNames } from '#domain/collections.ts';
import type { OpenRecord } from './open-record.ts';

/** `typed`: what this tab's own form saved while it is typed into. Anything else is `news`. */
export type ChangeKind = 'news' | 'typed';

type Listener = (kind: ChangeKind) => void;

/**
 * Every record of this person, open in memory. Screens read it; only committed rows enter it. A
 * collection's number moves when something in it changed: that number is the snapshot React compares.
 */
export class WorkingSet {
  readonly #maps = new Map<CollectionName, Map<string, OpenRecord>>(
    collectionNames.map((name) => [name, new Map()]),
  );
  readonly #changes = new Map<CollectionName, number>();
  readonly #news = new Map<CollectionName, number>();
  readonly #listeners = new Map<CollectionName, Set<Listener>>();

  all<C extends CollectionName>(collection: C): ReadonlyMap<string, OpenRecord<C>> {
    return this.#maps.get(collection) as unknown as ReadonlyMap<string, OpenRecord<C>>; // keyed by collection in `apply`
  }

  find<C extends CollectionName>(collection: C, id: string): OpenRecord<C> | undefined {
    return this.all(collection).get(id);
  }

  /** By id alone, whatever its collection. */
  findAnywhere(id: string): OpenRecord | undefined {
    for (const map of this.#maps.values()) {
      const record = map.get(id);
      if (record) return record;
    }
    return undefined;
  }

  changesOf(collection: CollectionName): number {
    return this.#changes.get(collection) ?? 0;
  }

  /** As `changesOf`, and stays where it is while something is typed. */
  newsOf(collection: CollectionName): number {
    return this.#news.get(collection) ?? 0;
  }

  subscribe(collection: CollectionName, listener: Listener): () => void {
    const listeners = this.#listeners.get(collection) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(collection, listeners);
    return () => listeners.delete(listener);
  }

  /** Takes in committed records. An older `v` than the one held is left out: another tab was ahead. */
  apply(records: readonly OpenRecord[], kind: ChangeKind = 'news'): void {
    const touched = new Set<CollectionName>();
    for (const record of records) {
      const map = this.#maps.get(record.collection);
      const held = map?.get(record.id);
      const isNews = !held || record.v > held.v || (record.v === held.v && record.rev !== held.rev);
      if (!map || !isNews) continue;
      map.set(record.id, record);
      touched.add(record.collection);
    }
    this.#tell(touched, kind);
  }

  /** Of every record that was on disk when it came in. */
  ids(): readonly string[] {
    const records = [...this.#maps.values()].flatMap((map) => [...map.values()]);
    return records.filter(({ v }) => v > 0).map(({ id }) => id);
  }

  /** Rows that are on disk no more. */
  drop(ids: readonly string[]): void {
    const touched = new Set<CollectionName>();
    for (const [collection, map] of this.#maps)
      for (const id of ids) if (map.delete(id)) touched.add(collection);
    this.#tell(touched, 'news');
  }

  #tell(touched: ReadonlySet<CollectionName>, kind: ChangeKind): void {
    for (const collection of touched) {
      this.#changes.set(collection, this.changesOf(collection) + 1);
      if (kind === 'news') this.#news.set(collection, this.newsOf(collection) + 1);
      for (const listener of this.#listeners.get(collection) ?? []) listener(kind);
    }
  }
}
