import type { Page } from '@playwright/test';
import { SIGN_IN_AUDIENCE, startCouncilSignIn } from '../council-sign-in.ts';
import { tokenOf } from '../directories.ts';
import {
  button,
  choose,
  goTo,
  goToByName,
  link,
  lock,
  openChild,
  startForReal,
  startSession,
  unlock,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { expectSound } from './sound-screen.ts';
import { COUNCIL, openEndpoint, syncedTest as test } from './synced.ts';
import { expect } from './test.ts';
import { beginObservation, fillObservation } from './walk-forms.ts';

const MONDAY = '2026-11-23T09:00:00Z';

const people = {
  staff: ['S1', 'P1'],
  subjects: { S1: ['subject-of-s1'], P1: ['subject-of-p1'] },
  children: ['CH-1', 'CH-2'],
  supervises: [['S1', 'P1', '2026-01-05']],
  allocations: [
    ['CH-1', 'P1', '2026-01-05'],
    ['CH-2', 'P1', '2026-01-05'],
  ],
} as const;

const sent = (page: Page) => page.getByRole('banner').getByText(/^All changes sent/);

async function openTokenForm(page: Page): Promise<void> {
  const opener = page.getByText('Use a token instead');
  await expect(opener).toBeVisible();
  if (!(await button(page, 'Connect').isVisible())) await opener.click();
}

async function connect(page: Page, person: string): Promise<void> {
  await goToByName(page, 'Sync');
  await openTokenForm(page);
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
  const endpoint = await openEndpoint(site.url, people);
  const clock = clockFrom(MONDAY);
  try {
    const jo = await (await watch(await browser.newContext())).newPage();
    await clock.set(jo.context());
    const amina = await (await watch(await browser.newContext())).newPage();
    // Ten years off: nothing is decided by a device's clock.
    await clockFrom('2036-11-23T09:00:00Z').set(amina.context());

    await test.step('both start by hand, paste a token, and have whom the directory names', async () => {
      await startForReal(jo, { name: 'Person S1' });
      await goToByName(jo, 'Sync');
      await openTokenForm(jo);
      await button(jo, 'Connect').click();
      await expect(link(jo, 'Paste the token your council gave you')).toBeVisible();
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

    const desk = await (await watch(await browser.newContext())).newPage();
    await clock.set(desk.context());
    await test.step('the same person on another device has the words', async () => {
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

    await test.step('finished here while the other device wrote in it: said, kept, and read', async () => {
      await goTo(jo, 'Home');
      await link(jo, 'Person P1').click();
      await beginObservation(jo);
      await fillObservation(jo);
      await syncNow(jo);
      await syncNow(desk);
      await goTo(desk, 'Home');
      await link(desk, 'Finish: Live supervision').click();
      await desk.getByLabel('Learning', { exact: true }).fill('To sit beside the child');
      await syncNow(desk);
      await jo.context().route('**/v1/**', (route) => route.abort());
      await goTo(jo, 'Home');
      await link(jo, 'Finish: Live supervision').click();
      await button(jo, 'Finalise').click();
      await expect(link(jo, 'Print this observation')).toBeVisible();
      await jo.context().unroute('**/v1/**');
      await goToByName(jo, 'Sync');
      await button(jo, 'Sync now').click();
      await expect(jo.getByText(/^This record was finished on this device/)).toBeVisible();
      await expectSound(jo, 'sync, with more on another device');
      await link(jo, /^Read all of it/).click();
      await expect(jo.getByText('To sit beside the child')).toBeVisible();
      await expectSound(jo, 'a text beside a finished record');
      await goToByName(jo, 'Sync');
      await button(jo, /^I have read this/).click();
      await expect(jo.getByRole('region', { name: 'Kept beside finished records' })).toBeVisible();
      await expect(sent(jo)).toBeVisible();
    });
  } finally {
    await endpoint.stop();
  }
});

/** On the council's page: any password is let in. Asked for leave once, as the provider does. */
async function signInAs(page: Page, subject: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(subject);
  await page.getByPlaceholder('and password').fill('any');
  await button(page, 'Sign-in').click();
  await button(page, 'Continue').click();
}

const signedIn = (page: Page) => page.getByRole('status').filter({ hasText: 'You are signed in' });

test('a person signs in on the council’s page, before unlocking, and only as themself', async ({
  browser,
  site,
  watch,
}) => {
  test.setTimeout(180_000);
  const council = await startCouncilSignIn({
    ...{ port: Number(new URL(COUNCIL).port), appOrigin: site.url },
    redirectUris: [`${site.url}/`],
  });
  const endpoint = await openEndpoint(site.url, people, {
    OIDC_ISSUER: council.issuer,
    OIDC_AUDIENCE: SIGN_IN_AUDIENCE,
  });
  const newPage = async () => {
    const context = await watch(await browser.newContext());
    await context.route('https://fonts.googleapis.com/**', (route) => route.abort()); // of the provider's page
    return context.newPage();
  };
  try {
    const jo = await newPage();
    const { passphrase } = await startForReal(jo, { name: 'Person S1' });

    await test.step('going back on the council’s page is said, and the way in is as before', async () => {
      await goToByName(jo, 'Sync');
      await expectSound(jo, 'sync, nobody signed in');
      await button(jo, 'Lock and sign in').click();
      await link(jo, '[ Cancel ]').click();
      await expect(jo.getByText(/^You were not signed in/)).toBeVisible();
      expect(new URL(jo.url()).search).toBe('');
      await expectSound(jo, 'lock screen, not signed in');
    });

    await test.step('signed in before unlocking: sent and fetched, and nothing of it stored', async () => {
      await button(jo, 'Sign in to your council').click();
      await signInAs(jo, 'subject-of-s1');
      await expect(signedIn(jo)).toBeVisible();
      expect(new URL(jo.url()).search).toBe('');
      await expectSound(jo, 'lock screen, signed in');
      await unlock(jo, passphrase);
      await expect(sent(jo)).toBeVisible();
      await goTo(jo, 'My list');
      await expect(link(jo, 'Child CH-1')).toBeVisible();
      const stored = () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]);
      expect(await jo.evaluate(stored)).toBe('[{},{}]');
    });

    await test.step('locking ends it; recording goes on, and it says what to do', async () => {
      await lock(jo);
      await expect(button(jo, 'Sign in to your council')).toBeEnabled();
      await unlock(jo, passphrase);
      await goToByName(jo, 'Sync');
      await expect(jo.getByText(/^You are not signed in/)).toBeVisible();
      // The council's page still knows them: nothing to type. This one asks again for leave.
      await button(jo, 'Lock and sign in').click();
      await button(jo, 'Continue').click();
      await expect(signedIn(jo)).toBeVisible();
      await unlock(jo, passphrase);
      await goToByName(jo, 'Sync');
      await expect(button(jo, 'Sync now')).toBeVisible();
    });

    await test.step('somebody else’s sign-in sends nothing of these records', async () => {
      const other = await newPage();
      const records = await startForReal(other, { name: 'Person S1' });
      await goToByName(other, 'Sync');
      await button(other, 'Lock and sign in').click();
      await signInAs(other, 'subject-of-p1');
      await expect(signedIn(other)).toBeVisible();
      await unlock(other, records.passphrase);
      await goToByName(other, 'Sync');
      await expect(other.getByText(/Somebody else is signed in.*Person P1/)).toBeVisible();
    });
  } finally {
    await Promise.all([endpoint.stop(), council.close()]);
  }
});
