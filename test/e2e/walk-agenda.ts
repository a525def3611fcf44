import type { Page } from '@playwright/test';
import { button, openEveryDetails } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** The agenda of 22 children: as it is suggested, and once it was worked on. */
export async function walkAgenda(page: Page): Promise<void> {
  await expect(page.getByText(/^22 open cases|\. 22 open cases/)).toBeVisible();
  await expectSound(page, 'agenda of a planned session');
  await page.getByLabel(/^What I want to talk about/).fill('How December will be staffed.');
  const child = page.getByRole('row', { name: /Finn G/ });
  await child.getByRole('radio', { name: 'In depth' }).check();
  await child.getByLabel(/^Reason for Finn G/).fill('Speech therapy did not start.');
  await button(page, 'Agree the agenda').click();
  await expect(page.getByText(/^Agreed at/)).toBeVisible();
  await button(page, 'Move Finn G up').click();
  await expect(button(page, 'Agree it again')).toBeVisible();
  await page.getByLabel('Length of this session in minutes').fill('60'); // too short: what to do is offered
  await openEveryDetails(page);
  await expectSound(page, 'agenda, changed after it was agreed');
}
