import { Dexie, type EntityTable } from 'dexie';
import type { Bytes } from '#vault/bytes.ts';
import type { Slot } from '#vault/slots.ts';
import { tellTransactions } from '#vault/transaction-guard.ts';

/** The current body of a record, draft or final. Nothing but these columns is readable. */
export interface Row {
  readonly id: string;
  /** Collection code. */
  readonly c: number;
  /** This device's writes of the record: the compare-and-set token, bound by the seal. */
  readonly v: number;
  /** The endpoint's revision; null until acknowledged. */
  readonly rev: number | null;
  readonly kid: number;
  readonly iv: Bytes;
  readonly ct: Bytes;
}

/**
 * `base`: what the endpoint has, which a later merge is measured against. `sent`: the text that was in
 * flight when it was typed over, and is the base once it is acknowledged. `beside`: a text that a finished
 * record did not take in (SENT11).
 */
export type VersionWhy = 'base' | 'sent' | 'left' | 'timer' | 'replaced' | 'final' | 'beside';

/** An old row, copied as it was. */
export interface Version extends Omit<Row, 'rev'> {
  readonly n?: number;
  readonly why: VersionWhy;
}

/** One for a record, not one for a save. Clean is the absence of a row here. */
export interface OutboxRow {
  readonly id: string;
  readonly mutationId: string;
  readonly state: 'waiting' | 'sending' | 'clash' | 'refused';
  /** 1: edited since the bytes in flight were frozen. */
  readonly again: 0 | 1;
  /** The frozen bytes, sealed; empty until sending. */
  readonly kid: number;
  readonly iv: Bytes;
  readonly ct: Bytes;
}

export interface MetaRow {
  readonly k: string;
  readonly value?: string | number;
  readonly sealed?: {
    readonly v: number;
    readonly kid: number;
    readonly iv: Bytes;
    readonly ct: Bytes;
  };
}

/**
 * [Note: No foreign awaits inside a transaction] Await nothing but Dexie's own requests inside
 * `db.transaction`: IndexedDB commits as soon as the queue is empty. Seal and hash first.
 */
export class FootprintDb extends Dexie {
  declare readonly rows: EntityTable<Row, 'id'>;
  declare readonly versions: EntityTable<Version, 'n'>;
  declare readonly outbox: EntityTable<OutboxRow, 'id'>;
  declare readonly slots: EntityTable<Slot, 'id'>;
  declare readonly meta: EntityTable<MetaRow, 'k'>;

  constructor(readonly vaultId: string) {
    // Strict: a save is acknowledged only after the operating system was asked to write it to disk.
    super(`${PREFIX}${vaultId}`, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      rows: 'id',
      versions: '++n, id',
      outbox: 'id',
      slots: 'id',
      meta: 'k',
    });
  }
}

/** Whoever writes a row or in the queue counts it, in the same transaction. */
export const commitsOf = async ({ meta }: FootprintDb): Promise<number> =>
  Number((await meta.get('commits'))?.value ?? 0);

/** Rows as they stood together, with the count of commits by then. */
export interface StoredRows {
  readonly rows: readonly Row[];
  readonly commits: number;
}

export const noRows: StoredRows = { rows: [], commits: 0 };

export const readRows = (db: FootprintDb): Promise<StoredRows> =>
  db.transaction('r', [db.rows, db.meta], async () => {
    const [rows, commits] = await Promise.all([db.rows.toArray(), commitsOf(db)]);
    return { rows, commits };
  });

const PREFIX = 'footprint-';

tellTransactions(() => Boolean(Dexie.currentTransaction));

/** The ids of every person's database on this device, oldest name first. */
export async function listVaultIds(): Promise<readonly string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

/** Short and random: tells two people's records apart without naming either. */
export const vaultMark = (vaultId: string): string => vaultId.slice(0, 4).toUpperCase();
