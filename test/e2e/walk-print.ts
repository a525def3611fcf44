import type { Page } from '@playwright/test';
import {
  button,
  goTo,
  heading,
  link,
  markDiscussed,
  openChild,
  openExampleSitting,
} from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** What was on paper and is typed up, and everything that goes onto paper. */
export async function walkPrint(page: Page): Promise<void> {
  await walkBlankForms(page);
  await walkWritingUp(page);
  await walkPrinting(page);
}

async function walkBlankForms(page: Page): Promise<void> {
  await link(page, 'Help').click();
  await link(page, 'blank forms').click();
  await expect(heading(page, 'Blank forms')).toBeVisible();
  await expectSound(page, 'blank forms');
  const forms = page.getByRole('main').getByRole('listitem').getByRole('link');
  for (const title of await forms.allInnerTexts()) {
    await link(page, title).click();
    await expect(heading(page, `Print: ${title}`)).toBeVisible();
    await expectSound(page, `blank form: ${title}`);
    await link(page, 'Blank forms').click();
    await expect(heading(page, 'Blank forms')).toBeVisible();
  }
}

async function walkWritingUp(page: Page): Promise<void> {
  await goTo(page, 'Sessions');
  await link(page, 'Write up a session that was held on paper').click();
  await page.getByLabel('Held on').fill('tomorrow');
  await button(page, 'Write it up').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'write up a session, with problems');
  await page.getByLabel('Held on').fill('19 11 2026');
  await button(page, 'Write it up').click();
  await openChild(page, 'Ben C');
  await expectSound(page, 'session, written up');
  await page.getByLabel('Brief note').fill('Ben names his colours now.');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await markDiscussed(page);
}

/** Each from the page of what it prints. */
async function walkPrinting(page: Page): Promise<void> {
  await goTo(page, 'To record');
  await link(page, 'Ben C').first().click();
  await link(page, 'Decision record').click();
  await expect(heading(page, 'Decision record')).toBeVisible();
  await openExampleSitting(page);
  await expectSound(page, 'decision record');

  await goTo(page, 'My list');
  await link(page, 'Chloe C').click();
  await link(page, 'Print the chronology').click();
  await expect(heading(page, /^Print: /)).toBeVisible();
  await expectSound(page, 'print a chronology');
  await openExampleSitting(page);
  await expectSound(page, 'print a chronology, a sitting open');

  await goTo(page, 'Home');
  await link(page, 'Amina Khan').click();
  await link(page, 'Supervision Agreement').first().click();
  await button(page, 'Begin the agreement').click();
  await link(page, 'Print the supervision agreement').click();
  await expect(heading(page, /^Print: /)).toBeVisible();
  await expectSound(page, 'print an agreement');

  await goTo(page, 'Sessions');
  await link(page, 'Open of session with Amina Khan').click();
  await link(page, 'Print the agenda').click();
  await expect(heading(page, /^Print: /)).toBeVisible();
  await expectSound(page, 'print an agenda');
}
