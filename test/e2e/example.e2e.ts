import type { Page } from '@playwright/test';
import {
  button,
  caseList,
  expectLocked,
  goTo,
  heading,
  link,
  lock,
  openChild,
  openExample,
  type Place,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';

const clock = clockFrom('2026-11-24T14:30:00Z');
const places: readonly Place[] = ['Home', 'Sessions', 'My list', 'To record', 'Back up'];

const synthetic = (page: Page) => page.getByText('SYNTHETIC example caseload. Not real children.');

test.beforeEach(async ({ context }) => {
  await clock.set(context);
});

test('one click opens the example on tomorrow’s session with 22 children', async ({ page }) => {
  await openExample(page);
  await expect(heading(page, 'Supervision: Amina Khan with Jo Field')).toBeVisible();
  await expect(
    page.getByText('Planned for Wednesday 25 November 2026. 22 open cases.'),
  ).toBeVisible();
  const cases = page.getByRole('table', { name: 'Every open case' }).getByRole('row');
  await expect(cases).toHaveCount(1 + 22);
  // Last month's session is there too: each child has a date and some have an action open.
  await expect(cases.filter({ hasText: '27 Oct 2026' })).toHaveCount(22);
});

test('SYNTHETIC stands on every page of the example and in the text that is copied', async ({
  page,
}) => {
  await openExample(page);
  await expect(synthetic(page)).toBeVisible();
  for (const place of places) {
    await goTo(page, place);
    await expect(synthetic(page)).toBeVisible();
  }
  for (const tool of ['Help', 'Settings']) {
    await link(page, tool).click();
    await expect(synthetic(page)).toBeVisible();
  }
  await goTo(page, 'To record');
  await link(page, 'Grace H').click();
  await expect(synthetic(page)).toBeVisible();
  await expect(page.getByLabel('Text for LCS')).toHaveValue(
    /^SYNTHETIC: example data, not a real child\n/,
  );
});

test('a session is held with hands on the keys', async ({ page }) => {
  await openExample(page);
  await button(page, 'Start the session').click();
  await expect(page.getByText('0 of 22 accounted for')).toBeVisible();
  const row = (name: string) => caseList(page).getByRole('listitem').filter({ hasText: name });

  await openChild(page, 'Aaliyah B');
  // Typing the one line is choosing a brief check-in.
  await page.getByLabel('Brief note').fill('Aaliyah read to her aunt this week.');
  await expect(page.getByRole('radio', { name: 'Brief check-in' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, 'Baby Y')).toBeVisible();
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await expect(row('Aaliyah B')).toContainText('Discussed');
  await expect(page.getByText('1 of 22 accounted for')).toBeVisible();

  await page.keyboard.press('Alt+PageDown');
  await expect(heading(page, 'Ben C')).toBeVisible();
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.type('Seen. '); // at once: the first letters must not be lost
  await expect(heading(page, 'Chloe C')).toBeVisible();
  await expect(page.getByLabel('Brief note')).toHaveValue('Seen. ');
  await page.keyboard.press('Alt+PageUp');
  await expect(heading(page, 'Ben C')).toBeVisible();
  await expect(page.getByLabel('Brief note')).toBeFocused();

  // A child without a note is not marked, and the field that is missing has the focus.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose brief check-in or in depth')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Brief check-in' })).toBeFocused();
  await expect(row('Ben C')).toContainText('Not discussed');
});

test('brothers and sisters one after another, back and forth, stay open for writing', async ({
  page,
}) => {
  await openExample(page);
  await button(page, 'Start the session').click();
  await openChild(page, 'Isla J');
  for (const [key, name] of [
    ['Alt+PageDown', 'Jack J'],
    ['Alt+PageDown', 'Kofi J'],
    ['Alt+PageUp', 'Jack J'],
    ['Alt+PageUp', 'Isla J'],
  ] as const) {
    await page.keyboard.press(key);
    await page.keyboard.type('Seen. '); // at once: the first letters must not be lost
    await expect(heading(page, name)).toBeVisible();
  }
  // And without a pause between: the way out and the way back must not shut each other out.
  for (const key of ['Alt+PageDown', 'Alt+PageUp', 'Alt+PageDown', 'Alt+PageUp']) {
    await page.keyboard.press(key);
  }
  await expect(heading(page, 'Isla J')).toBeVisible();
  await expect(page.getByLabel('Brief note')).toBeEditable();
  await expect(page.getByLabel('Brief note')).toHaveValue('Seen. ');
  await openChild(page, 'Jack J');
  await expect(page.getByLabel('Brief note')).toHaveValue('Seen. Seen. ');
});

test('an action of last time is settled, and one carried over comes again', async ({ page }) => {
  await openExample(page);
  await button(page, 'Start the session').click();
  await openChild(page, 'Chloe C');
  const action = page.getByRole('group', { name: 'Visit at home and see both bedrooms' });
  await expect(action).toContainText('Amina Khan, by 10 November 2026');
  await action.getByRole('radio', { name: 'Not done, carry forward' }).check();
  await page.getByLabel('Why it is not done yet').fill('The family was away');
  await page.getByLabel('Brief note').fill('Chloe has begun to draw.');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.keyboard.press('Control+Enter');

  await link(page, 'End the session').click();
  await button(page, 'End the session as incomplete').click();
  await button(page, /^Finalise.*Chloe C$/).click();
  await link(page, 'Chloe C').click();
  await expect(page.getByLabel('Text for LCS')).toHaveValue(
    /Visit at home and see both bedrooms \(Amina Khan\): Not done, carried forward\. The family was away/,
  );

  await goTo(page, 'Sessions');
  await button(page, 'Start the session now').click();
  await openChild(page, 'Chloe C');
  await expect(action).toContainText('carried once before');
});

test('Enter in the date of a session plans it and starts nothing', async ({ page }) => {
  await openExample(page);
  await goTo(page, 'Sessions');
  await page.getByLabel('Date, if you are planning it').fill('friday');
  await expect(page.getByText('Friday 27 November 2026')).toBeVisible();
  await page.keyboard.press('Enter');
  const sessions = page.getByRole('table', { name: 'All sessions' });
  await expect(sessions.getByRole('row', { name: /27 November 2026.*Planned/ })).toBeVisible();
  await expect(sessions.getByRole('row', { name: /Going on/ })).toHaveCount(0);
});

test('the example takes no rows and no backup, and opens again without a passphrase', async ({
  page,
}) => {
  await openExample(page);
  await goTo(page, 'My list');
  await link(page, 'Paste rows from a spreadsheet').click();
  await expect(heading(page, 'The example takes no rows')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await goTo(page, 'Back up');
  await expect(page.getByText('It is not real, so it is not backed up.')).toBeVisible();
  await expect(button(page, 'Back up to a file')).toHaveCount(0);

  await lock(page);
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveCount(0);
  await button(page, 'Open the example caseload').click();
  await expect(synthetic(page)).toBeVisible();
  await page.reload();
  await expectLocked(page);
});
