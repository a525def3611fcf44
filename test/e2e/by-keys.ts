import type { Locator, Page } from '@playwright/test';
import { button } from './app.ts';
import { expect } from './test.ts';

/** A person who never touches the mouse: no click and no focus that the test sets. */

/** Tab until it is there, as a person does. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<number> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < 400; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return tabs;
    await page.keyboard.press(key);
  }
  throw new Error('not reached by Tab');
}

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<number> {
  const tabs = await tabTo(page, target);
  await page.keyboard.press(key);
  return tabs + 1;
}

export async function startExample(page: Page): Promise<void> {
  await page.goto('/');
  await press(page, button(page, 'Try the example'));
  await press(page, button(page, 'Start the session'));
  await expect(page.getByText('0 of 22 accounted for')).toBeVisible();
}

export const goToField = (page: Page) => page.getByRole('combobox', { name: 'Go to' });
export const caret = (page: Page) => page.locator('textarea:focus');

/** What fetches the list is there a second after the first page: the keys of a person are slower. */
export async function find(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(goToField(page)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(words);
}
