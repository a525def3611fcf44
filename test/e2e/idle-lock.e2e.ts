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

test('two minutes before it locks it says so, and a key is answer enough', async ({ page }) => {
  await startForReal(page);
  const warning = page.getByRole('region', { name: 'Locking soon' });
  await letPass(page, 12.9);
  await lookAway(page);
  await expect(button(page, 'Lock')).toBeVisible();
  await expect(warning).toHaveCount(0);
  await letPass(page, 0.2);
  await lookAway(page);
  await expect(warning.getByRole('alert')).toHaveText(
    /^Footprint locks at 2:4\dpm unless you go on\. What was typed is kept\.$/,
  );
  await page.keyboard.press('Shift');
  await expect(warning).toHaveCount(0);
  await letPass(page, 13.5);
  await lookAway(page);
  await button(warning, 'Stay unlocked').press('Enter');
  await expect(warning).toHaveCount(0);
  await letPass(page, 13.5);
  await lookAway(page);
  await button(warning, 'Lock now').press('Enter');
  await expectLocked(page);
});

test('one key hides everything; showing again gives the caret back', async ({ page }) => {
  await startWithChildren(page, ['Ella F']);
  await startSession(page);
  await choose(page, 'Brief check-in');
  const note = page.getByLabel('Brief note');
  await note.pressSequentially('Ella is quiet');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Shift+L');
  const cover = page.getByRole('dialog', { name: 'Footprint is hidden' });
  await expect(cover).toBeVisible();
  // Nothing of what was on the screen can be seen, or reached by a key.
  expect(await seenInTheMiddle(page)).toBe('DIALOG');
  await page.keyboard.type('not in the note');
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Tab');
    await expect(note).not.toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(cover).toHaveCount(0);
  await expect(note).toBeFocused();
  await page.keyboard.type('very ');
  await expect(note).toHaveValue('Ella is very quiet');
  await button(page, 'Hide').click();
  await button(cover, 'Lock now').click();
  await expectLocked(page);
});

test('a window that is not looked at is covered, and nothing in it moves', async ({ page }) => {
  await startWithChildren(page, ['Ella F']);
  await goTo(page, 'My list');
  const name = link(page, 'Ella F');
  await name.focus();
  const look = (state: 'hidden' | 'visible') =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  const whatIsDrawn = () => page.screenshot({ animations: 'disabled' });
  const open = await whatIsDrawn();
  await look('hidden');
  const covered = await whatIsDrawn();
  expect(covered.length, 'a page of one colour').toBeLessThan(open.length / 2);
  await look('visible');
  await expect(name).toBeFocused();
  await expect(button(page, 'Lock')).toBeVisible();
});

/** What a person sees in the middle of the window. */
const seenInTheMiddle = (page: Page) =>
  page.evaluate(
    () =>
      document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('dialog, main')?.tagName,
  );

/** Another window and back: the app looks at the time when its own gets the focus. */
const lookAway = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

/** The time is looked at every 5 seconds. */
async function expectLockedSoon(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Unlock Footprint' })).toBeVisible({
    timeout: 10_000,
  });
}
