import type { CDPSession, Page } from '@playwright/test';
import {
  button,
  choose,
  expectLocked,
  heading,
  link,
  lock,
  startForReal,
  startSession,
  startWithChildren,
  unlock,
} from './app.ts';
import { openSite } from './site.ts';
import { expectSound } from './sound-screen.ts';
import { test as base, expect } from './test.ts';

/**
 * With Chromium's own virtual authenticator. It proves the wiring only: that the page asks for a passkey as
 * the standard has it, and that the key it gets opens the records under the production headers. Nothing
 * here has met Windows Hello, a security key or a phone, and none of their strength is tested.
 */
const test = base.extend({
  // A name, because no browser gives a passkey to a number. As a rule localhost is sent to 127.0.0.1.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  site: async ({}, use) => {
    const site = await openSite('dist', 'localhost');
    await use(site);
    await site.stop();
  },
});

interface Authenticator {
  readonly cdp: CDPSession;
  readonly authenticatorId: string;
}

async function plugIn(page: Page, hasPrf = true): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return { cdp, authenticatorId };
}

const verifies = ({ cdp, authenticatorId }: Authenticator, isUserVerified: boolean) =>
  cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });

async function goToWaysIn(page: Page): Promise<void> {
  await link(page.getByRole('banner'), 'Settings').click();
  await link(page, 'See or change ways in').click();
  await expect(heading(page, 'Ways in')).toBeVisible();
}

async function add(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Your passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Add a passkey').click();
}

const passkey = (page: Page) => page.getByText(/^On this device, such as Windows Hello\. Added on/);
const use = (page: Page) => button(page, 'Use Windows Hello or a passkey');

test('a passkey opens the records where they were left, and its person must be checked', async ({
  page,
}) => {
  const authenticator = await plugIn(page);
  const { passphrase } = await startWithChildren(page, ['Ella F']);
  await goToWaysIn(page);
  await add(page, passphrase);
  await expect(page.getByRole('alert')).toContainText('You can now unlock with Windows Hello');
  await expect(passkey(page)).toBeVisible();

  // The same authenticator is no second way in.
  await add(page, passphrase);
  await expect(link(page, 'That passkey is already one of your ways in')).toBeVisible();
  await expectSound(page, 'ways in, with a problem');

  await startSession(page);
  await choose(page, 'Brief check-in');
  const note = page.getByLabel('Brief note');
  await note.pressSequentially('Ella has moved school');
  await lock(page);

  await use(page).click();
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('Ella has moved school');
  await page.keyboard.type(' and likes it');
  await lock(page);

  // Somebody whom the device does not know. Last, because Chromium's authenticator then takes nobody.
  await verifies(authenticator, false);
  await use(page).click();
  await expect(link(page, /^No passkey answered\./)).toBeVisible();
  await expectSound(page, 'unlock, no passkey answered');
  await expectLocked(page);
  await expect(page.getByText(/^You can try again in/)).toBeHidden();
  await unlock(page, passphrase);
  await expect(note).toHaveValue('Ella has moved school and likes it');
});

test('a passkey that was removed opens nothing, and the passphrase does', async ({ page }) => {
  await plugIn(page);
  const { passphrase } = await startForReal(page);
  await goToWaysIn(page);
  await add(page, passphrase);
  await button(page, 'Remove passkey 1').click();
  await expectSound(page, 'ways in, asking to remove');
  await button(page, 'Remove the passkey').click();
  await expect(page.getByRole('alert')).toContainText('no longer opens these records');
  await expect(passkey(page)).toBeHidden();
  await lock(page);
  await expect(use(page)).toBeHidden();
  await unlock(page, passphrase);
  await link(page.getByRole('banner'), 'Settings').click();
  const audit = page.getByRole('region', { name: 'What left this device' });
  await expect(audit).toContainText('Added a passkey as a way in');
  await expect(audit).toContainText('Removed a passkey');
});

test('an authenticator that gives no key is no way in', async ({ page }) => {
  await plugIn(page, false);
  const { passphrase } = await startForReal(page);
  await goToWaysIn(page);
  await add(page, passphrase);
  await expect(link(page, /^That passkey cannot open records/)).toBeVisible();
  await expect(passkey(page)).toBeHidden();
  await lock(page);
  await expect(use(page)).toBeHidden();
});

base('at 127.0.0.1 the page says why there is no passkey', async ({ page, site }) => {
  await plugIn(page);
  await startForReal(page);
  expect(new URL(site.url).hostname).toBe('127.0.0.1');
  await goToWaysIn(page);
  await expect(page.getByText(/^On this address \(127\.0\.0\.1\) Windows Hello/)).toBeVisible();
  await expect(button(page, 'Add a passkey')).toBeHidden();
  await expectSound(page, 'ways in, where there are no passkeys');
  // What we say of browsers is what this one does.
  const refused = await page.evaluate(() =>
    navigator.credentials
      .create({
        publicKey: {
          rp: { id: location.hostname, name: 'Footprint' },
          user: { id: new Uint8Array(16), name: 'Footprint', displayName: 'Footprint' },
          challenge: new Uint8Array(32),
          pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        },
      })
      .then(
        () => 'made',
        (error: DOMException) => error.name,
      ),
  );
  expect(refused).toBe('SecurityError');
});
