import type { Browser, BrowserContext, Page } from '@playwright/test';
import { tokenOf } from '../directories.ts';
import { buildEndpoint, endpointFolder, runEndpoint } from '../endpoint-process.ts';
import {
  button,
  choose,
  goTo,
  goToByName,
  link,
  openChild,
  startForReal,
  startSession,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { openSite, type Site } from './site.ts';
import { expectSound } from './sound-screen.ts';
import { test as base, expect } from './test.ts';

/** Where the second build syncs to: see `scripts/test.sh`. */
const ENDPOINT = 'http://127.0.0.1:4398';
const MONDAY = '2026-11-23T09:00:00Z';

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  site: async ({}, use) => {
    const site = await openSite('dist-next', '127.0.0.1', ENDPOINT);
    // Requests fail in it on purpose: a browser may say so.
    await use({ ...site, wasStopped: true });
    await site.stop();
  },
});

const people = {
  staff: ['S1', 'P1'],
  children: ['CH-1', 'CH-2'],
  supervises: [['S1', 'P1', '2026-01-05']],
  allocations: [
    ['CH-1', 'P1', '2026-01-05'],
    ['CH-2', 'P1', '2026-01-05'],
  ],
} as const;

async function newPerson(browser: Browser): Promise<BrowserContext> {
  return browser.newContext();
}

/** The endpoint as it is run, on its port; killed and started again over the same records. */
async function openEndpoint(origin: string) {
  const [main, folder] = await Promise.all([buildEndpoint(), endpointFolder(people)]);
  const environment = {
    ...folder.environment,
    ORIGINS: origin,
    PORT: new URL(ENDPOINT).port,
    DATA_DIR: `${folder.folder}/records`,
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

const sent = (page: Page) => page.getByRole('banner').getByText(/^All changes sent/);

async function connect(page: Page, person: string): Promise<void> {
  await goToByName(page, 'Sync');
  await page.getByLabel('Token', { exact: true }).fill(tokenOf(person));
  await button(page, 'Connect').click();
  await expect(button(page, 'Sync now')).toBeVisible();
}

async function syncNow(page: Page): Promise<void> {
  await goToByName(page, 'Sync');
  await button(page, 'Sync now').click();
  await expect(sent(page)).toBeVisible();
}

test('two people, two devices and an endpoint that is killed: what was typed arrives', async ({
  browser,
  site,
  watch,
}) => {
  test.setTimeout(240_000);
  const endpoint = await openEndpoint(site.url);
  const clock = clockFrom(MONDAY);
  try {
    const jo = await (await watch(await newPerson(browser))).newPage();
    await clock.set(jo.context());
    const amina = await (await watch(await newPerson(browser))).newPage();
    // Ten years off: nothing is decided by a device's clock.
    await clockFrom('2036-11-23T09:00:00Z').set(amina.context());

    await test.step('both start by hand, paste a token, and have whom the directory names', async () => {
      await startForReal(jo, { name: 'Person S1' });
      await goToByName(jo, 'Sync');
      await button(jo, 'Connect').click();
      await expect(jo.getByText('Paste the token your council gave you')).toBeVisible();
      await expectSound(jo, 'sync, no token yet');
      await connect(jo, 'S1');
      await expectSound(jo, 'sync, connected');
      await goTo(jo, 'My list');
      await expect(link(jo, 'Child CH-1')).toBeVisible();
      await expect(link(jo, 'Child CH-2')).toBeVisible();
      await startForReal(amina, { name: 'Person P1', role: 'Social worker' });
      await connect(amina, 'P1');
    });

    await test.step('a session is planned here and stands there', async () => {
      await goTo(jo, 'Sessions');
      await jo.getByRole('radio', { name: /^Person P1/ }).check();
      await jo.getByLabel('Date, if you are planning it').fill('23 11 2026');
      await button(jo, 'Plan it').click();
      await expect(jo.getByRole('row', { name: /23 November 2026.*Planned/ })).toBeVisible();
      await syncNow(jo);
      await syncNow(amina);
      await goTo(amina, 'Sessions');
      await expect(amina.getByRole('row', { name: /23 November 2026/ })).toBeVisible();
    });

    await test.step('the answer to a push is lost, and the endpoint is killed: it is said, and nothing is', async () => {
      let dropped = 0;
      await jo.context().route('**/v1/sync/push', async (route) => {
        await route.fetch();
        dropped += 1;
        await route.abort();
      });
      await startSession(jo, /^Person P1/);
      await openChild(jo, 'Child CH-1');
      await choose(jo, 'Brief check-in');
      await jo.getByLabel('Brief note').pressSequentially('Ella has a new teacher');
      await goToByName(jo, 'Sync');
      await button(jo, 'Sync now').click();
      await expect(jo.getByRole('banner').getByText(/^Could not send/)).toBeVisible();
      expect(dropped).toBeGreaterThan(0);
      await expectSound(jo, 'sync, with something that could not be sent');
      await endpoint.kill();
      await jo.context().unroute('**/v1/sync/push');
      await button(jo, 'Sync now').click();
      await expect(jo.getByRole('banner').getByText(/^Could not send/)).toBeVisible();
    });

    await test.step('it is started again, and all is sent once', async () => {
      await endpoint.start();
      await button(jo, 'Sync now').click();
      await expect(sent(jo)).toBeVisible();
      await expect(jo.getByText('0 records').first()).toBeVisible();
    });

    await test.step('the same person on another device has the words', async () => {
      const desk = await (await watch(await newPerson(browser))).newPage();
      await clock.set(desk.context());
      await startForReal(desk, { name: 'Person S1' });
      await connect(desk, 'S1');
      await goTo(desk, 'Sessions');
      await desk
        .getByRole('link', { name: /^Continue/ })
        .first()
        .click();
      await openChild(desk, 'Child CH-1');
      await expect(desk.getByLabel('Brief note')).toHaveValue('Ella has a new teacher');
    });
  } finally {
    await endpoint.stop();
  }
});
