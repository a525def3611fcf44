import type { Page } from '@playwright/test';
import { button, goTo, goToByName, heading, link } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** Where what is finished goes: onto the supervision file, and to whoever asks for their records. */
export async function walkSupervisionFile(page: Page): Promise<void> {
  await goTo(page, 'To record');
  await link(page, 'To the supervision file').click();
  await expect(heading(page, 'To the supervision file')).toBeVisible();
  const first = page.getByRole('main').getByRole('listitem').first();
  await first.getByRole('button', { name: /^Another day, or a reference/ }).click();
  await page.getByLabel('Placed on file on').fill('soon');
  await first.getByRole('button', { name: /^Placed on file/ }).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'to the supervision file, with a problem');
  await page.getByLabel('Placed on file on').fill('today');
  await first.getByRole('button', { name: /^Placed on file/ }).click();
  await expect(button(page, /^Undo/)).toBeVisible();
  await expectSound(page, 'to the supervision file, one of them placed');

  await goToByName(page, 'Access request pack');
  await page.getByLabel('Who is it about?').fill('Amina');
  await expectSound(page, 'access request pack, whose');
  await link(page, 'Amina Khan').click();
  await expect(heading(page, 'Access request pack')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Save the pack' })).toBeVisible();
  await page.getByText(/, file 001/).click(); // one text: all of them are a year of reading
  await page.getByText('Who, and where').click();
  await expectSound(page, 'access request pack, a text and who else is named');
}
