import type { Page } from '@playwright/test';
import { button, heading, link } from './app.ts';
import { caret, find, press, startExample, tabTo } from './by-keys.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';

/**
 * The whole afternoon with hands on the keys: 22 children, a pause, the end, the records, the case system.
 * Nothing here clicks. How many keys it took besides the sentences is printed, so that it does not grow.
 */
const SENTENCES = [
  'Reads aloud to her aunt each night',
  'Has a place in the football team',
  'Sleeps through since the move',
  'Asks to see her brother more often',
];

test.beforeEach(async ({ context }) => {
  await clockFrom('2026-11-24T14:30:00Z').set(context);
});

test('a whole afternoon by keys alone: 22 children, a pause, the end, 22 records in the case system', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await startExample(page);
  await page.keyboard.press('Alt+2');

  const keys: number[] = [];
  await test.step('eleven children', async () => {
    for (let child = 0; child < 11; child += 1) keys.push(await discuss(page, child));
  });
  await test.step('a pause, and on from Home', async () => {
    await press(page, button(page, 'Pause'));
    await expect(heading(page, 'Your supervision')).toBeVisible();
    await press(page, link(page, /^Continue/));
    await press(page, button(page, /^Continue the session/));
    await expect(page.getByText('11 of 22 accounted for')).toBeVisible();
    await find(page, 'next child who is not');
    await page.keyboard.press('Enter');
  });
  await test.step('the other eleven', async () => {
    for (let child = 11; child < 22; child += 1) keys.push(await discuss(page, child));
    await expect(page.getByText('22 of 22 accounted for')).toBeVisible();
  });
  await test.step('the end, and every record finalised', async () => {
    await find(page, 'end the session');
    await page.keyboard.press('Enter');
    await press(page, button(page, 'End the session'));
    await press(page, button(page, 'Finalise all (22)'));
    await expect(page.getByText('Every discussed child’s record is finalised.')).toBeVisible();
  });
  const toSign = await test.step('all of them signed once', () => sign(page));
  const toRecord = await test.step('each one copied and recorded', () => record(page));

  const most = Math.max(...keys);
  const sum = keys.reduce((total, each) => total + each, 0);
  console.log(
    `keys besides the sentences: ${sum} for 22 children (${Math.min(...keys)} to ${most} a child); ` +
      `${toSign} to sign once; ${toRecord} for 22 records in the case system`,
  );
  expect(most, 'two keys, and those of an action of last time').toBeLessThanOrEqual(12);
  expect(toSign).toBeLessThanOrEqual(4);
  expect(toRecord).toBeLessThanOrEqual(22 * 4);
});

/** One child by a brief check-in; answers with the keys it took besides the sentence. */
async function discuss(page: Page, child: number): Promise<number> {
  const name = await heading(page, /./).innerText();
  await expect(caret(page)).toBeEditable();
  let keys = await settleLastTime(page);
  // No two children have the same words today.
  await page.keyboard.type(`${SENTENCES[child % SENTENCES.length]}, case ${child + 1}.`);
  await page.keyboard.press('Alt+y');
  await expect(page.getByRole('radio', { name: 'Yes', exact: true })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${child + 1} of 22 accounted for`)).toBeVisible();
  if (child < 21) await expect(heading(page, name)).toHaveCount(0);
  keys += 2;
  return keys;
}

/** Each action of last time is done; then back to the note. */
async function settleLastTime(page: Page): Promise<number> {
  const done = page.getByRole('radio', { name: 'Done', exact: true });
  const count = await done.count();
  let keys = 0;
  for (let i = count - 1; i >= 0; i -= 1) {
    const last = page.getByRole('radio', { name: 'No longer needed', exact: true }).nth(i);
    keys += await tabTo(page, last, 'Shift+Tab'); // from behind a group is entered by its last choice
    await page.keyboard.press('ArrowRight'); // and from the last on to the first
    keys += 1;
    await expect(done.nth(i)).toBeChecked();
  }
  if (count > 0) {
    await page.keyboard.press('Alt+2');
    await expect(caret(page)).toBeEditable();
    keys += 1;
  }
  return keys;
}

/** From the page it is on: a sitting is opened, one tick, one button. Answers with the keys from the tick on. */
async function sign(page: Page): Promise<number> {
  await expect(page.getByText(/^22 records not signed: /)).toBeVisible();
  await press(page, button(page, 'Open for 30 minutes'));
  const agree = page.getByLabel('I agree this is a record of what we discussed');
  await expect(agree, 'the focus is where the work is').toBeFocused();
  await page.keyboard.press('Space');
  await expect(agree).toBeChecked();
  const keys = 1 + (await press(page, button(page, 'Sign 22 records')));
  await expect(page.getByText(/^Signed by /).first()).toBeVisible();
  await expect(button(page, /^Sign \d/)).toHaveCount(0);
  return keys;
}

async function record(page: Page): Promise<number> {
  await find(page, 'to record');
  await page.keyboard.press('Enter');
  await expect(page.getByText('0 of 22 recorded')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: /^Copy / }).first()); // the sitting is still open
  let keys = 0;
  for (let done = 1; done <= 22; done += 1) {
    await page.keyboard.press('Enter');
    await expect(page.locator(':focus')).toHaveAccessibleName(/^Copy /);
    await expect(page.getByText('Copied', { exact: true }).first()).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    keys += 3;
    await expect(page.getByText(`${done} of 22 recorded`)).toBeVisible();
    if (done < 22) await expect(page.locator(':focus')).toHaveAccessibleName(/^Copy /);
  }
  return keys;
}
