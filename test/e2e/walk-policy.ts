import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { button, heading, link, openEveryDetails } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

const json = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** Every page of the policy, with what each says when something is wrong. */
export async function walkPolicy(page: Page): Promise<void> {
  await link(page, 'Settings').click();
  await link(page, /^See or change policy/).click();
  await expect(heading(page, /^Policy$/)).toBeVisible(); // looked at below, with a version to come
  await walkHolidays(page);
  await walkLoading(page);
  await walkEditing(page);
}

async function walkHolidays(page: Page): Promise<void> {
  await link(page, 'Bank holidays').click();
  await expect(heading(page, 'Bank holidays')).toBeVisible();
  await page.getByLabel('Day', { exact: true }).fill('29 12 2026');
  await page.getByRole('radio', { name: 'The council is closed' }).check();
  await button(page, 'Add this day').click();
  await expect(page.getByRole('row', { name: /29 December 2026.*closed/ })).toBeVisible();
  await page.getByLabel('bank-holidays.json').setInputFiles(json('days.json', '{}'));
  await expect(page.getByText(/Nothing has been changed$/)).toBeVisible();
  await button(page, 'Add this day').click();
  await expect(link(page, 'Enter the day')).toBeVisible();
  await expectSound(page, 'bank holidays, with problems');
  await link(page, 'Policy').click();
}

async function walkLoading(page: Page): Promise<void> {
  const downloading = page.waitForEvent('download');
  await button(page, /^Export/).click();
  const exported = await readFile(await (await downloading).path(), 'utf8');
  await link(page, 'Load a profile from a file').click();
  await expect(heading(page, 'Load a profile')).toBeVisible();
  await expectSound(page, 'load a profile');
  const file = page.getByLabel('Profile file');
  await file.setInputFiles(json('broken.json', '{"label": 4}'));
  await expect(heading(page, 'The profile has faults')).toBeVisible();
  await expectSound(page, 'load a profile, with faults');
  await button(page, 'Choose a file again').click();
  const ours = { ...JSON.parse(exported), coffeeBreaks: 'P1D' };
  await file.setInputFiles(json('ours.json', JSON.stringify(ours)));
  await expect(heading(page, 'Take in this profile')).toBeVisible();
  await openEveryDetails(page);
  await page.getByLabel('Version').fill('');
  await page.getByLabel('In force from').fill('soon');
  await button(page, 'Take in this profile').click();
  await expect(link(page, 'Enter a number for this version')).toBeVisible();
  await expectSound(page, 'take in a profile, with problems');
  await link(page, 'Policy').click();
}

async function walkEditing(page: Page): Promise<void> {
  await link(page, 'Change the policy').click();
  await expect(heading(page, 'Change the policy')).toBeVisible();
  await expectSound(page, 'change the policy, from which');
  await button(page, 'Continue').click();
  await button(page, 'Add a status').click();
  const name = page.getByLabel('What this profile is called');
  const was = await name.inputValue();
  await name.fill('');
  await page.getByLabel('In force from').fill('soon');
  await button(page, 'Save as a new version').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'change the policy, with problems');
  await name.fill(was);
  await button(page, /^Remove status \d+$/)
    .last()
    .click();
  await page.getByLabel('Length in minutes').fill('90');
  await page.getByLabel('In force from').fill('1 4 2027');
  await button(page, 'Save as a new version').click();
  await expect(heading(page, /^Policy$/)).toBeVisible();
  await expect(button(page, /^Take back/)).toBeVisible();
  await expectSound(page, 'policy, with a version to come');
}
