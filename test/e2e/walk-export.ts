import type { Page } from '@playwright/test';
import { button, goTo, heading, link, openExampleSitting, openSitting } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** Records as files, from choosing them to what is said once they are saved. */
export async function walkExport(page: Page): Promise<void> {
  await goToFilesOfRecords(page);
  await expectSound(page, 'save records to files');
  await page.getByRole('radio', { name: 'The supervision file' }).check();
  await page.getByLabel('From (optional)').fill('soon');
  await expect(page.getByText('Check the dates first.')).toBeVisible();
  await expectSound(page, 'save records to files, a date that is none');
  await page.getByLabel('From (optional)').fill('');
  await page.getByRole('radio', { name: 'Children’s records' }).check();
  await openExampleSitting(page);
  await button(page, 'Save 22 records in one ZIP').click();
  await expect(link(page, 'Choose what the file is for')).toBeVisible();
  await expectSound(page, 'save records to files, with a problem');
  await link(page, 'Planned sessions for a calendar').click();
  await expect(heading(page, 'Planned sessions for a calendar')).toBeVisible();
  await expectSound(page, 'planned sessions for a calendar');
  await goTo(page, 'To record');
  await link(page, 'Chloe C').first().click();
  await link(page, 'Save it to a file').click();
  await expect(heading(page, 'Save a record to a file')).toBeVisible();
  await expectSound(page, 'save a record to a file');
}

/** On a device with a passphrase: the example takes no files. */
export async function walkReadingIn(page: Page, passphrase: string): Promise<void> {
  await goToFilesOfRecords(page);
  await link(page, /^Everything as data/).click();
  await expect(heading(page, 'Save everything as data')).toBeVisible();
  await page.getByLabel('What is it for?').selectOption({ index: 1 });
  await openSitting(page, passphrase);
  const path = await savedByBrowser(page);
  await expect(page.getByText(/^Saved\. Check that/)).toBeVisible();
  await expectSound(page, 'save everything as data, saved');
  await link(page, 'read in again').click();
  const file = page.getByLabel('Export of Footprint');
  await file.setInputFiles({ name: 'no.json', mimeType: 'application/json', buffer: NO_EXPORT });
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectSound(page, 'read in an export, with a problem');
  await file.setInputFiles(path);
  await expect(heading(page, 'What is in this file')).toBeVisible();
  await expectSound(page, 'read in an export, what is in it');
}

const NO_EXPORT = Buffer.from('{"no": "export"}');

async function goToFilesOfRecords(page: Page): Promise<void> {
  await goTo(page, 'Back up');
  await link(page, 'Save records to files').click();
  await expect(heading(page, 'Save records to files')).toBeVisible();
}

/** A browser that asks for no place: its download can be waited for. */
async function savedByBrowser(page: Page): Promise<string> {
  await page.evaluate(() => {
    Object.assign(globalThis, { showSaveFilePicker: undefined });
  });
  const downloading = page.waitForEvent('download');
  await button(page, 'Save everything').click();
  return (await downloading).path();
}
