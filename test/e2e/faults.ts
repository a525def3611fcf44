import type { BrowserContext, Page } from '@playwright/test';

declare global {
  var faults: { disk: 'well' | 'full' | 'hung'; holdTimers: boolean };
}

/** A disk that fills or stops answering, and timers that stand still: each switched by the test. */
export const addFaults = (context: BrowserContext) =>
  context.addInitScript(() => {
    globalThis.faults = { disk: 'well', holdTimers: false };

    const realPut = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...record) {
      if (faults.disk === 'full') {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      }
      return faults.disk === 'hung' ? neverAnswered(this, record) : realPut.apply(this, record);
    };

    // The transaction is kept open by reading, as a hung one is: others wait behind it. When the disk
    // answers again, the write that was given up arrives late.
    function neverAnswered(store: IDBObjectStore, record: Parameters<IDBObjectStore['put']>) {
      const answer = new EventTarget() as IDBRequest; // of a request, only its answer is looked at
      answer.addEventListener('success', (event) => answer.onsuccess?.(event));
      const wait = () => {
        store.get('').onsuccess = () => {
          if (faults.disk === 'hung') return wait();
          const late = realPut.apply(store, record);
          late.onsuccess = () => {
            Object.assign(answer, { result: late.result });
            answer.dispatchEvent(new Event('success'));
          };
        };
      };
      wait();
      return answer;
    }

    const realTimeout = globalThis.setTimeout;
    globalThis.setTimeout = ((...timer: Parameters<typeof realTimeout>) =>
      faults.holdTimers ? 0 : realTimeout(...timer)) as typeof realTimeout;
  });

export const setDisk = (page: Page, disk: typeof faults.disk) =>
  page.evaluate((state) => {
    faults.disk = state;
  }, disk);

/** From now on nothing happens by the passing of time: what is saved was saved for another reason. */
export const holdTimers = (page: Page) =>
  page.evaluate(() => {
    faults.holdTimers = true;
  });
