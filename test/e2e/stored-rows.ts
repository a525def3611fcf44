import type { Page } from '@playwright/test';

/**
 * Milliseconds from the first key that is not yet saved to its write on disk: the longest of so many
 * writes. Ask before typing, and await it after.
 */
export const longestWait = (page: Page, writes: number): Promise<number> =>
  page.evaluate(async (wanted) => {
    let firstKeyAt: number | undefined;
    const noteKey = () => {
      firstKeyAt ??= performance.now();
    };
    document.addEventListener('input', noteKey);
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const name = names.find((each) => each.startsWith('footprint-')) ?? '';
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answerOf(indexedDB.open(name));
    const count = async () =>
      (await answerOf(db.transaction('rows').objectStore('rows').getAll())).reduce(
        (sum, { v }) => sum + v,
        0,
      );
    let longestMs = 0;
    for (let held = await count(), seen = 0; seen < wanted; ) {
      const now = await count();
      if (now === held) continue;
      held = now;
      if (firstKeyAt === undefined) continue; // a write of something else
      longestMs = Math.max(longestMs, performance.now() - firstKeyAt);
      firstKeyAt = undefined;
      seen += 1;
    }
    document.removeEventListener('input', noteKey);
    db.close();
    return longestMs;
  }, writes);

/**
 * How many writes of records are on this device's disk: each adds one to its row's `v`. Read past the
 * app, so that a save is one that is there and not one that is spoken of.
 */
export const storedWrites = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const name = names.find((each) => each.startsWith('footprint-')) ?? '';
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answerOf(indexedDB.open(name));
    const rows = await answerOf(db.transaction('rows').objectStore('rows').getAll());
    db.close();
    return rows.reduce((sum, { v }) => sum + v, 0);
  });
