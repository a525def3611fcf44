import type { DirectoryInput } from '../directories.ts';
import { buildEndpoint, endpointFolder, runEndpoint } from '../endpoint-process.ts';
import { openSite, type Site } from './site.ts';
import { test as base, expect } from './test.ts';

/** Where the second build syncs to: see `scripts/test.sh`. */
const ENDPOINT = 'http://127.0.0.1:4398';
/** Where its people sign in: a real OpenID provider of the test. */
export const COUNCIL = 'http://127.0.0.1:4399';

/** The build that knows an endpoint and a sign-in. */
export const syncedTest = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  site: async ({}, use) => {
    const site = await openSite('dist-next', '127.0.0.1', [ENDPOINT, COUNCIL]);
    // Requests fail in it on purpose: a browser may say so.
    await use({ ...site, wasStopped: true });
    await site.stop();
  },
});

/** The endpoint as it is run, on its port; killed and started again over the same records. */
export async function openEndpoint(
  origin: string,
  people: DirectoryInput,
  settings: Readonly<Record<string, string>> = {},
) {
  const [main, folder] = await Promise.all([buildEndpoint(), endpointFolder(people)]);
  const environment = {
    ...{ ...folder.environment, ...settings },
    ...{ ORIGINS: origin, PORT: new URL(ENDPOINT).port, DATA_DIR: `${folder.folder}/records` },
  };
  let running = runEndpoint({ main, environment });
  const answers = async () =>
    (await fetch(`${ENDPOINT}/healthz`).catch(() => undefined))?.ok === true;
  await expect.poll(answers, { timeout: 60_000 }).toBe(true);
  return {
    kill: async () => {
      running.child.kill('SIGKILL');
      await running.ended;
    },
    start: async () => {
      running = runEndpoint({ main, environment });
      await expect.poll(answers, { timeout: 60_000 }).toBe(true);
    },
    stop: async () => {
      running.child.kill('SIGTERM');
      await running.ended;
      await folder.remove();
    },
  };
}
