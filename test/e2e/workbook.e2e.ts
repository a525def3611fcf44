import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { aWorkbook, aZip, type CellIn } from '../workbooks.ts';
import { button, heading, link, startForReal } from './app.ts';
import { clockFrom } from './clock.ts';
import { expectSound } from './sound-screen.ts';
import { expect, test } from './test.ts';

/** In the built app, so in the worker and under the headers it is served with: see `watchFor` in ./test.ts. */
const clock = clockFrom('2026-11-24T14:30:00Z');
test.beforeEach(({ context }) => clock.set(context));

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function choose(page: Page, file: File, mimeType: string): Promise<void> {
  const buffer = Buffer.from(await file.arrayBuffer());
  await page.getByLabel('Files').setInputFiles([{ name: file.name, mimeType, buffer }]);
}

const headings: readonly CellIn[] = [
  'Reference',
  'Name',
  'Date of birth',
  'Worker',
  'Allocated on',
];

test('a workbook with two sheets: one is chosen, and its children come in', async ({ page }) => {
  await startForReal(page);
  await link(page, 'Bring in a caseload file').click();
  const workbook = aWorkbook({
    Notes: [['Made by the report on Monday']],
    'Team A': [
      headings,
      // A serial is how Excel keeps a day: 25 June 2015 and 2 November 2026.
      ['C1', 'Zoë Ash', { serial: 42_180 }, 'Amina Khan', { serial: 46_328 }],
      ['C2', '=1+1', { serial: 42_180 }, 'Amina Khan', ''],
      ['', 'No Reference', '', 'Amina Khan', ''],
    ],
  });
  await choose(page, workbook, xlsx);
  await expect(heading(page, 'Which sheet has the children?')).toBeVisible();
  await button(page, 'Continue').click();
  await expect(link(page, 'Choose a sheet')).toBeVisible();
  await expectSound(page, 'which sheet has the children, with a problem');
  await page.getByRole('radio', { name: 'Team A' }).check();
  await button(page, 'Continue').click();

  await expect(heading(page, 'What is in each column?')).toBeVisible();
  await expect(page.getByText(/^list\.xlsx, read as Excel workbook\./)).toBeVisible();
  await expect(page.getByLabel('Date of birth, or expected date')).toContainText('25');
  await button(page, 'Read the file').click();
  await page.getByRole('checkbox', { name: /^Amina Khan/ }).check();
  await button(page, 'See what changes').click();
  await button(page, 'Bring in').click();
  await expect(heading(page, 'My list')).toBeVisible();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(2);
  await expect(page.getByRole('link', { name: '=1+1' })).toBeVisible();
  await expect(page.getByText(/was not brought in/)).toBeVisible();
  await page.getByRole('link', { name: 'Zoë Ash' }).click();
  await expect(page.getByText('25 June 2015').first()).toBeVisible();
});

test('one zip file of the tables of the dataset is read like the tables', async ({ page }) => {
  await startForReal(page, { policy: 'Swindon, no date in its text' });
  const folder = new URL('../fixtures/ssd/', import.meta.url);
  const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const parts = tables.map((name) => [`extract/${name}`, readFileSync(new URL(name, folder))]);
  await link(page, 'Bring in a caseload file').click();
  await choose(page, aZip(Object.fromEntries(parts), 'extract.zip'), 'application/zip');
  await expect(heading(page, 'Whose children?')).toBeVisible();
  await expect(page.getByText(/: \d+ workers?, \d+ open cases$/).first()).toBeVisible();
});

test('a file that only calls itself a workbook is told for what it is', async ({ page }) => {
  await startForReal(page);
  await link(page, 'Bring in a caseload file').click();
  const bytes = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2000, 7)]);
  await page
    .getByLabel('Files')
    .setInputFiles([{ name: 'list.xlsx', mimeType: xlsx, buffer: bytes }]);
  await expect(heading(page, 'The file was not read')).toBeVisible();
  await expect(page.getByText(/list\.xlsx: .*Nothing has been changed\./)).toBeVisible();
  await button(page, 'Choose files again').click();
  await expect(page.getByLabel('Files')).toBeVisible();
});
