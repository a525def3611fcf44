import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

/**
 * A browser of its own over a new profile folder, and its page: a context without a folder keeps its
 * databases in memory, and would time no disk. `close` removes the folder.
 */
export async function openProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    /** What the page says it is: the launcher does not tell for a profile. */
    version: () => page.evaluate(() => navigator.userAgent.replace(/.*Chrome\/([\d.]+).*/, '$1')),
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
