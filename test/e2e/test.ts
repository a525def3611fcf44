import { type BrowserContext, test as base, expect } from '@playwright/test';
import { openSite, type Site } from './site.ts';

interface Fixtures {
  readonly site: Site;
  /** Every context a test opens is watched; what must not happen in it fails the test at its end. */
  readonly watch: (context: BrowserContext) => Promise<BrowserContext>;
}

/** Playwright's test, with a site of its own and contexts that are watched. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  site: async ({}, use) => {
    const site = await openSite();
    await use(site);
    await site.stop();
  },
  baseURL: ({ site }, use) => use(site.url),
  watch: [
    async ({ site }, use) => {
      const problems: string[] = [];
      await use((context) => watchFor(problems, context, site));
      expect(problems, 'errors in the page, its console or its policy').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, watch }, use) => use(await watch(context)),
});

export { expect };

async function watchFor(
  problems: string[],
  context: BrowserContext,
  site: Site,
): Promise<BrowserContext> {
  // Said as an error, so that one list has everything.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy violated: ${violatedDirective} ${blockedURI}`),
    );
  });
  context.on('weberror', (error) => problems.push(`thrown: ${error.error()}`));
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() !== 'error' || text.includes("Unrecognized feature: 'bluetooth'")) return;
    if (site.wasStopped && text.includes('net::ERR_')) return;
    problems.push(text);
  });
  return context;
}
