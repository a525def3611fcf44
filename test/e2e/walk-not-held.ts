import type { Page } from '@playwright/test';
import { button, goTo, heading, link, openEveryDetails } from './app.ts';
import { letDaysPass } from './clock.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** Supervision that is not held: a session that is cancelled, and months that somebody was away. */
export async function walkNotHeld(page: Page): Promise<void> {
  await walkCancelling(page);
  await walkGap(page);
}

async function walkCancelling(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, 'Cancel supervision of Amina Khan').click();
  await expect(heading(page, 'Cancel the session with Amina Khan')).toBeVisible();
  await expectSound(page, 'cancel a session');
  await button(page, 'Cancel this session').click();
  await expect(heading(page, 'Cancelled: session with Amina Khan')).toBeVisible();
  await page.getByRole('radio', { name: 'Something else' }).check();
  await button(page, 'Record the cancellation').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'cancelled session, with problems');
  await goTo(page, 'Home');
  await expect(link(page, /^Say why/)).toBeVisible();
  await expectSound(page, 'home, a cancellation to finish');
  await link(page, /^Say why/).click();
  await page.getByLabel('Which reason').fill('The heating failed.');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('textbox', { name: 'New day', exact: true }).fill('friday');
  await page.getByLabel(/^Cover, or passing cases on/).fill('Ruth Ali is there until then.');
  await button(page, 'Record the cancellation').click();
  await expect(link(page, 'Its agenda')).toBeVisible();
  await openEveryDetails(page);
  await expectSound(page, 'cancelled session, recorded');
  await goTo(page, 'Sessions');
  await expectSound(page, 'sessions, one of them cancelled');
}

async function walkGap(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, 'Amina Khan').click();
  await link(page, 'Gap in supervision').click();
  await expect(heading(page, 'Gap in supervision: Amina Khan')).toBeVisible();
  await expectSound(page, 'gap in supervision, none');
  await letDaysPass(page, 37); // to the end of December: November is over and was missed
  await link(page, 'Put in the days away').click();
  await page.getByLabel('First day away').fill('1 11 2026');
  await page.getByLabel('Last day away').fill('30 11 2026');
  await button(page, 'Add these days').click();
  await expect(page.getByText('1 November 2026 to 30 November 2026')).toBeVisible();
  await link(page, 'Gap in supervision').click();
  await button(page, /^Write it on/).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'gap in supervision, with problems');
  await page.getByLabel('Who covered').fill('Ruth Ali, 1 to 30 November');
  await page.getByLabel(/^Was passing cases on/).fill('Yes: two were passed on.');
  await button(page, /^Write it on/).click();
  await expect(page.getByText(/^Every open child’s record tells of it\./)).toBeVisible();
  await expectSound(page, 'gap in supervision, recorded');
}
