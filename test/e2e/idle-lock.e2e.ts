import type { Page } from '@playwright/test';
import {
  button,
  choose,
  expectLocked,
  goTo,
  link,
  startForReal,
  startSession,
  startWithChildren,
  unlock,
} from './app.ts';
import { clockFrom, letPass } from './clock.ts';
import { expect, test } from './test.ts';

test.beforeEach(async ({ context }) => {
  await clockFrom('2026-11-24T14:30:00Z').set(context);
});

test('it locks after 15 minutes without a key or the mouse, and not before', async ({ page }) => {
  const { passphrase } = await startForReal(page);
  await letPass(page, 14.9);
  await lookAway(page);
  await expect(button(page, 'Lock')).toBeVisible();
  // A key counts, so the time begins again.
  await page.keyboard.press('Shift');
  await letPass(page, 14.9);
  await lookAway(page);
  await expect(button(page, 'Lock')).toBeVisible();
  await letPass(page, 0.2);
  await expectLockedSoon(page);
  await unlock(page, passphrase);
});

test('while a session is open it waits 45 minutes, and nothing typed is lost', async ({ page }) => {
  const { passphrase } = await startWithChildren(page, ['Ella F']);
  await startSession(page);
  await choose(page, 'Brief check-in');
  const note = page.getByLabel('Brief note');
  await note.pressSequentially('Ella is quiet; we both sat');
  await letPass(page, 44.9);
  await lookAway(page);
  await expect(note).toBeFocused();
  await page.keyboard.type(' a while');
  await letPass(page, 45.1);
  await lookAway(page);
  await expectLocked(page);

  // The same screen, the same field, and the caret after the last letter.
  await unlock(page, passphrase);
  await expect(note).toBeFocused();
  await page.keyboard.type(' and listened.');
  await expect(note).toHaveValue('Ella is quiet; we both sat a while and listened.');
});

test('a laptop that slept is locked when it wakes', async ({ page }) => {
  await startForReal(page);
  await letPass(page, 8 * 60);
  await lookAway(page);
  // At once, on waking: not when a timer next comes round.
  await expectLocked(page);
});

test('five minutes, once chosen, are kept to', async ({ page }) => {
  await startForReal(page);
  await link(page, 'Settings').click();
  await page.getByLabel('Lock after').selectOption('5 minutes');
  await button(page, 'Save settings').click();
  await expect(page.getByRole('status').filter({ hasText: 'Settings saved' })).toHaveCount(1);
  await goTo(page, 'Home');
  await letPass(page, 4.9);
  await lookAway(page);
  await expect(button(page, 'Lock')).toBeVisible();
  await letPass(page, 0.2);
  await lookAway(page);
  await expectLocked(page);
});

/** Another window and back: the app looks at the time when its own gets the focus. */
const lookAway = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

/** The time is looked at every 5 seconds. */
async function expectLockedSoon(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Unlock Footprint' })).toBeVisible({
    timeout: 10_000,
  });
}
