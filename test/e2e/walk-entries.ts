import type { Page } from '@playwright/test';
import { button, goTo, heading, link, openEveryDetails, openExampleSitting } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** A decision made outside a session: from any page to its text for the case system. */
export async function walkEntries(page: Page): Promise<void> {
  await link(page, 'Record a decision').click();
  await expect(heading(page, 'Record a management decision')).toBeVisible();
  await expectSound(page, 'entry, new');
  await button(page, 'Record').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await button(page, 'Add an action').click();
  await openEveryDetails(page);
  await expectSound(page, 'entry, with problems and every part open');

  await page.getByRole('combobox', { name: 'Child' }).fill('Chloe C');
  await page.getByLabel('What was decided or advised').fill('Move the visit to Friday.');
  await page.getByLabel('Why', { exact: true }).fill('Her aunt is there then.');
  await page.getByRole('radio', { name: 'Significant' }).check();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await expect(page).toHaveURL(/\/entries\/(?!new)/);
  await goTo(page, 'Home');
  await expect(link(page, 'Finish: Management decision')).toBeVisible();
  await expectSound(page, 'home, an entry to finish');
  await link(page, 'Finish: Management decision').click();
  await button(page, 'Record').click();
  await expect(heading(page, 'Management decision recorded')).toBeVisible();
  await expectSound(page, 'entry, recorded');
  await link(page, 'Chloe C').first().click();
  await expect(button(page, 'Open for 30 minutes')).toBeVisible();
  await expectSound(page, 'record of an entry');
  await openExampleSitting(page);
  await expect(button(page, /^Copy for/)).toBeVisible();
  await expectSound(page, 'record of an entry, a sitting open');
  await goTo(page, 'To record');
  await page.getByRole('button', { name: /^Another day, or a reference Chloe C/ }).click();
  await openEveryDetails(page);
  await expectSound(page, 'to record, every part open');
}
