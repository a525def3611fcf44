import type { Page } from '@playwright/test';
import { button, goTo, goToByName, heading, link, openExampleSitting } from './app.ts';
import { letDaysPass } from './clock.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** How long records stay, what is past that, and what must not go. */
export async function walkKeeping(page: Page): Promise<void> {
  await putADraftAside(page);
  await letDaysPass(page, 3);
  await goToByName(page, 'Keeping and removing');
  await expect(heading(page, 'Keeping and removing')).toBeVisible();
  await link(page, 'Change the periods').click();
  await page.getByLabel('Children’s records of discussions', { exact: true }).fill('some');
  await button(page, 'Save periods').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'how long records stay, with a problem');
  await page.getByLabel('Children’s records of discussions', { exact: true }).fill('6');
  await page.getByLabel('Drafts that were said not to be needed', { exact: true }).fill('1');
  await page.getByLabel('Unit: drafts that were said').selectOption({ label: 'days' });
  await button(page, 'Save periods').click();
  await expect(page.getByText('Select what to remove')).toBeVisible();
  await page.getByRole('checkbox').first().check();
  await openExampleSitting(page);
  await page.getByText('Put a hold on a child or a member of staff').click();
  await button(page, 'Put the hold on').click();
  await expect(link(page, 'Enter the reason for the hold')).toBeVisible();
  await expectSound(page, 'keeping and removing, one to remove, and a hold with problems');
  await page.getByLabel('Who is it about?').selectOption({ label: 'Chloe C' });
  await page.getByLabel('Reason', { exact: true }).fill('A review is going on.');
  await page.getByLabel('Who asked for it').fill('Legal services');
  await button(page, 'Put the hold on').click();
  await expect(button(page, 'End it for Chloe C')).toBeVisible();
  await expectSound(page, 'keeping and removing, a hold');
}

async function putADraftAside(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, 'Amina Khan').click();
  await link(page, 'Record a live supervision').click();
  await page.getByLabel('Purpose', { exact: true }).fill('A visit that did not happen.');
  await button(page, 'Not needed after all').click();
  await expect(heading(page, 'Your supervision')).toBeVisible();
}
