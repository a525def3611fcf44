import type { Page } from '@playwright/test';
import { button, goTo, goToByName, heading, link, openEveryDetails } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** Records from before Footprint, about a practitioner and about a child. */
export async function walkOldRecords(page: Page): Promise<void> {
  await goToByName(page, 'Bring in old records');
  await expect(heading(page, 'Bring in old records')).toBeVisible();
  await openEveryDetails(page);
  await expectSound(page, 'bring in old records, whose');
  await link(page, 'Amina Khan').click();
  await page.getByLabel('Text', { exact: true }).fill('We spoke of Chloe C and of her leave.');
  await button(page, 'Keep this record').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'bring in an old record, with problems and a child’s name');

  await goTo(page, 'My list');
  await link(page, 'Chloe C').click();
  await link(page, 'Bring in an old record').click();
  await page.getByRole('radio', { name: 'Supervision discussion' }).check();
  await page.getByLabel('Day of the record').fill('12 3 2026');
  await page.getByLabel('Who wrote it').fill('Ruth Ali');
  await page.getByLabel('Text', { exact: true }).fill('Chloe talked of her aunt.');
  await button(page, 'Keep this record').click();
  await expect(heading(page, / of 12 March 2026$/)).toBeVisible();
  await openEveryDetails(page);
  await button(page, 'Withdraw it').click();
  await expect(link(page, 'Write why it is withdrawn')).toBeVisible();
  await expectSound(page, 'old record, withdrawn with a problem');
  await page.getByLabel('Why is it withdrawn?').fill('It is about somebody else.');
  await button(page, 'Withdraw it').click();
  await expect(button(page, 'Withdraw it')).toHaveCount(0);
  await expectSound(page, 'old record, withdrawn');
}
