import { Dexie } from 'dexie';
import type { Workspace } from '#storage/workspace.ts';

type Replaced = { bulkPut?: unknown; transaction?: unknown }; // its own ones come back with `delete`
type BulkPut = (rows: readonly unknown[]) => PromiseLike<unknown>;

/**
 * The next transaction that writes rows of this table fails in its middle. What a rejected one leaves behind is
 * what the disk says.
 */
export function failOnce(
  { db }: Workspace,
  table: 'rows' | 'outbox',
  { name = 'UnknownError', onFail = () => {} } = {},
): () => void {
  const replaced = db[table] as Replaced;
  const bulkPut = db[table].bulkPut.bind(db[table]) as BulkPut;
  const mend = () => {
    delete replaced.bulkPut;
  };
  replaced.bulkPut = (rows: readonly unknown[]) => {
    if (rows.length === 0) return bulkPut(rows);
    mend();
    onFail();
    return Dexie.Promise.reject(new DOMException('the disk failed', name));
  };
  return mend;
}

/**
 * The process ends at its nth transaction: before it, or once that is on the disk and before anybody hears
 * of it. What was a process does nothing after that.
 */
export function killAt({ db }: Workspace, nth: number, onKill: () => void): () => void {
  const replaced = db as Replaced;
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  const isAfter = nth % 2 === 1;
  let at = 0;
  let isDead = false;
  replaced.transaction = async (...args: unknown[]) => {
    if (!isDead && at < Math.floor(nth / 2)) {
      at += 1;
      return transaction(...args);
    }
    const isLast = !isDead;
    isDead = true;
    onKill();
    if (isLast && isAfter) await transaction(...args);
    throw new DOMException('the process ended', 'AbortError');
  };
  return () => {
    if (!isDead) delete replaced.transaction;
  };
}

/**
 * Something comes between two steps of a cycle: before its nth transaction, when the step is worked out. Not
 * before one of a save that is under way: a person's next save waits for that one, and would wait here for itself.
 */
export function beforeNth(
  { db, queue }: Workspace,
  nth: number,
  act: () => Promise<void>,
): () => void {
  const replaced = db as Replaced;
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  let left = nth;
  const mend = () => {
    delete replaced.transaction;
  };
  replaced.transaction = async (...args: unknown[]) => {
    if (left <= 0 && queue.state.unsaved === 0) {
      mend();
      await act();
    }
    left -= 1;
    return transaction(...args);
  };
  return mend;
}
