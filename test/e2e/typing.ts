import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import type { Chance } from './kill-round.ts';
import { expect } from './test.ts';

declare global {
  var keysSeen: { keys: number; slow: number[] };
}

/** The browser measures from the key to the next paint, in steps of 8 ms, and tells of those from here on. */
const TOLD_FROM_MS = 16;

/** How long each key took to be seen, over all pages of one context: taken before a page goes. */
export class KeyWatch {
  #keys = 0;
  readonly #slowMs: number[] = [];

  static async on(context: BrowserContext): Promise<KeyWatch> {
    await context.addInitScript((durationThreshold) => {
      const seen = { keys: 0, slow: [] as number[] };
      globalThis.keysSeen = seen;
      addEventListener('keydown', () => (seen.keys += 1), { capture: true });
      const told = new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries())
          if (name === 'keydown') seen.slow.push(duration);
      });
      told.observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
    }, TOLD_FROM_MS);
    return new KeyWatch();
  }

  /** Takes what this page has seen, once. */
  async take(page: Page): Promise<void> {
    const { keys, slow } = await page.evaluate(() => {
      const taken = { ...globalThis.keysSeen, slow: [...globalThis.keysSeen.slow] };
      globalThis.keysSeen.keys = 0;
      globalThis.keysSeen.slow.length = 0;
      return taken;
    });
    this.#keys += keys;
    this.#slowMs.push(...slow);
  }

  /** A key that is made to take its time must be told of, or the figures look at nothing. */
  async expectToSeeASlowKey(page: Page): Promise<void> {
    await page.evaluate((busyMs) => {
      const wait = () => {
        const from = performance.now();
        while (performance.now() - from < busyMs);
      };
      addEventListener('keydown', wait, { once: true });
    }, 3 * TOLD_FROM_MS);
    await page.keyboard.press('Shift');
    await expect
      .poll(() => page.evaluate(() => globalThis.keysSeen.slow.length))
      .toBeGreaterThan(0);
    await page.evaluate(() => {
      globalThis.keysSeen.keys = 0;
      globalThis.keysSeen.slow.length = 0;
    });
  }

  get keys(): number {
    return this.#keys;
  }

  get words(): string {
    const slow = this.#slowMs.toSorted((a, b) => a - b);
    const quick = this.#keys - slow.length;
    const at = (part: number) => {
      const i = Math.min(this.#keys - 1, Math.floor(part * this.#keys)) - quick;
      return i < 0 ? `under ${TOLD_FROM_MS} ms` : `${slow[i]} ms`;
    };
    return `median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, worst ${at(1)}`;
  }
}

/**
 * Strikes each key when its time has come, whether or not the one before it has been answered: a page that
 * is slow makes its keys wait, as it would a person’s.
 */
export async function typeAtPace(page: Page, text: string, msAKey: number): Promise<void> {
  const from = performance.now();
  const struck: Promise<void>[] = [];
  for (const [i, key] of [...text].entries()) {
    await sleep(Math.max(0, from + i * msAKey - performance.now()));
    struck.push(page.keyboard.press(key === ' ' ? 'Space' : key));
  }
  await Promise.all(struck);
}

/** From now on the page has a slower processor. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
}

/** What the page's own objects take, after what nothing holds has gone. */
export async function heapBytes(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Of the browser's databases in this profile folder. */
export async function diskBytes(profile: string): Promise<number> {
  const root = join(profile, 'Default', 'IndexedDB');
  let sum = 0;
  for (const path of await readdir(root, { recursive: true })) {
    // The browser removes files of its own while they are counted.
    sum += await stat(join(root, path)).then(
      (file) => (file.isFile() ? file.size : 0),
      () => 0,
    );
  }
  return sum;
}

const VOCABULARY = [
  'she',
  'told',
  'her',
  'aunt',
  'that',
  'mornings',
  'are',
  'quiet',
  'school',
  'begins',
  'early',
  'and',
  'the',
  'garden',
  'gate',
  'stays',
  'open',
  'until',
  'supper',
];

/** So many letters of plain words, drawn by chance: no two texts are the same. */
export function words(chance: Chance, length: number): string {
  let text = chance.pick(VOCABULARY);
  while (text.length < length) text += ` ${chance.pick(VOCABULARY)}`;
  return text.slice(0, length).replace(/ $/, '.');
}
