import type { Page } from '@playwright/test';
import { button, goTo, heading, link } from './app.ts';
import { signature } from './fill-forms.ts';
import { expect } from './test.ts';

/** Chromium's own virtual authenticator: it proves the wiring of a signature of level 2, and no strength. */
export async function plugIn(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: true,
    },
  });
}

export async function addPasskey(page: Page, passphrase: string): Promise<void> {
  await link(page.getByRole('banner'), 'Settings').click();
  await link(page, 'See or change ways in').click();
  await expect(heading(page, 'Ways in')).toBeVisible();
  await page.getByLabel('Your passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Add a passkey').click();
  await expect(page.getByRole('alert')).toContainText('You can now unlock with Windows Hello');
  await goTo(page, 'Home');
}

/** Of the record that is open. */
export async function signByPasskey(page: Page): Promise<void> {
  await button(page, 'Sign this record').click();
  await page.getByRole('checkbox', { name: /^I wrote this/ }).check();
  await button(page, 'Sign with your passkey').click();
  await expect(signature(page, 2)).toBeVisible();
}
