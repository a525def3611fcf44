/**
 * [Note: Seal before the transaction] IndexedDB closes a transaction as soon as anything but its own
 * requests is awaited. Chromium runs small AES-GCM jobs inline and so hides the fault; other engines
 * and larger bodies do not. So sealing inside a transaction throws at once, everywhere.
 */
let inTransaction: () => boolean = () => false;

/** Storage says how to tell: this folder does not know the database. */
export function tellTransactions(probe: () => boolean): void {
  inTransaction = probe;
}

export function ensureOutsideTransaction(): void {
  if (inTransaction()) throw new Error('Sealing inside a transaction: seal first, then write');
}
