import type { Page } from '@playwright/test';
import { button, goTo, link } from './app.ts';
import {
  box,
  expectInField,
  expectMissing,
  expectOnPage,
  fillAll,
  unlockAndSign,
} from './fill-forms.ts';
import { expect } from './test.ts';

const line =
  'No formal supervision in November 2026 because of practitioner absence. Cover: Ruth Ali';
const thought = 'Considered; nothing is at high risk';

/** A month that was missed: one button writes the neutral line on each open child's record. */
export async function gapLine(page: Page, passphrase: string): Promise<void> {
  await goTo(page, 'Home');
  await link(page.getByRole('table', { name: 'Who is due' }), 'Amina Khan').click();
  await fillAll(page, { 'First day away': '2 11 2026', 'Last day away': '4 12 2026' });
  await button(page, 'Add these days').click();
  await expect(page.getByText('2 November 2026 to 4 December 2026')).toBeVisible();
  await link(page, 'Gap in supervision').click();
  await box(page, 'Who covered').fill('Ruth Ali');
  await expect(page.getByText(line)).toBeVisible();
  const write = 'Write it on 1 child’s record';
  await expectMissing(page, write, ['Say whether passing cases on was considered']);
  await box(page, 'Was passing cases on to someone else considered?').fill(thought);
  await button(page, write).click();
  await expect(page.getByText('Every open child’s record tells of it.')).toBeVisible();
  await expectOnPage(page, [thought, 'November 2026']);
  await unlockAndSign(page, 'this record', passphrase);

  await link(page, 'Record it in LCS').click();
  await link(page, 'Grace H').click();
  const text = box(page, 'Text for LCS');
  await expectInField(text, [line]);
  await expect(text).not.toHaveValue(/Considered/);
}
