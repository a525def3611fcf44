import type { Page } from '@playwright/test';
import { button, goTo, goToByName, heading, link, openEveryDetails } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** On her own device: from “Go to” to what waits for the next file. */
export async function sendEntitlement(amina: Page): Promise<void> {
  await goToByName(amina, 'Your entitlement to supervision');
  await expect(heading(amina, 'Your entitlement to supervision')).toBeVisible();
  await amina.getByLabel('Line manager').fill('Ruth Ali');
  await amina.getByLabel('Day of the meeting', { exact: true }).fill('soon');
  await button(amina, /^Send it to Jo Field/).click();
  await expect(amina.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await openEveryDetails(amina);
  await expectSound(amina, 'entitlement, with problems');
  await goTo(amina, 'Home');
  await link(amina, 'Go on with your entitlement route').click();
  for (const label of [
    'Day of the one-to-one',
    'Day of the meeting of three',
    'Told on (optional)',
  ]) {
    await amina.getByLabel(label).fill('yesterday');
  }
  await amina.getByLabel('Day of the meeting', { exact: true }).fill('yesterday');
  await amina.getByLabel('The issue').fill('No session since September.');
  await amina.getByLabel('What came of it', { exact: true }).fill('Nothing was agreed.');
  await amina.getByLabel('Outcomes agreed').fill('A session each month, booked ahead.');
  await amina.getByLabel('Who was asked to meet with you both').fill('Sam Lee');
  await amina.getByRole('radio', { name: 'Yes' }).check();
  await button(amina, /^Send it to Jo Field/).click();
  await expect(button(amina, /^Send it to Jo Field/)).toHaveCount(0);
  await openEveryDetails(amina);
  await expectSound(amina, 'entitlement, sent');
  await button(amina, /this is settled$/).click();
  await expect(button(amina, 'It is not settled')).toBeVisible();
  await expectSound(amina, 'entitlement, settled');
}

/** On the supervisor’s, once the file with it was taken in. */
export async function readEntitlement(jo: Page): Promise<void> {
  await goTo(jo, 'Home');
  await link(jo, 'Amina Khan').click();
  await link(jo, /^Entitlement route sent on/).click();
  await expect(heading(jo, 'Entitlement route: Amina Khan')).toBeVisible();
  await expectSound(jo, 'entitlement, sent by a practitioner');
}
