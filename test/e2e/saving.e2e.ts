import type { Locator, Page } from '@playwright/test';
import {
  button,
  choose,
  expectLocked,
  lock,
  pasted,
  savedStatus,
  startSession,
  startWithChildren,
  unlock,
  type WaysIn,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { addFaults, holdTimers, setDisk } from './faults.ts';
import { expectSound } from './sound-screen.ts';
import { longestWait, storedWrites } from './stored-rows.ts';
import { expect, test } from './test.ts';

const TEXT = 'Ella drew her new room and put her brother in it.';

test.beforeEach(async ({ context }) => {
  await clockFrom('2026-11-24T14:30:10Z').set(context);
  await addFaults(context);
});

test('what is typed is on the disk within a second, and the time of it is shown', async ({
  page,
}) => {
  await openNote(page);
  const afterOneWord = longestWait(page, 1);
  await page.keyboard.type('Ella');
  expect(await afterOneWord).toBeLessThanOrEqual(1000);
  await expect(savedStatus(page)).toHaveText(/^Saved on this device 2:3\dpm$/);

  // Without a pause for the save to wait for.
  const whileTyping = longestWait(page, 4);
  await page.keyboard.type(TEXT.repeat(2), { delay: 40 });
  expect(await whileTyping).toBeLessThanOrEqual(1000);
});

test('nothing is written into the field a person is typing in', async ({ page }) => {
  const note = await openNote(page);
  await note.pressSequentially('one three');
  for (let i = 0; i < 'three'.length; i++) await page.keyboard.press('ArrowLeft');
  let caret = 'one '.length;
  for (const letter of 'two ') {
    const before = await storedWrites(page);
    await page.keyboard.type(letter);
    caret += 1;
    await expect.poll(() => storedWrites(page)).toBeGreaterThan(before);
    await expect(savedStatus(page)).toBeVisible();
    expect(await note.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(caret);
  }
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('one two three');
});

test('leaving the field and hiding the page each save at once', async ({ page }) => {
  const note = await openNote(page);
  const saved = async (act: () => Promise<unknown>) => {
    const before = await storedWrites(page);
    await note.pressSequentially('word ');
    expect(await storedWrites(page), 'not by the passing of time').toBe(before);
    await act();
    await expect.poll(() => storedWrites(page)).toBeGreaterThan(before);
  };
  await holdTimers(page);
  await saved(() => page.keyboard.press('Tab'));
  await saved(() => hide(page));
});

test('locking a moment after the last key loses nothing', async ({ page }) => {
  const { note, ways } = await openNoteOf(page);
  await holdTimers(page);
  await note.pressSequentially(TEXT);
  await lock(page);
  await unlock(page, ways.passphrase);
  await expect(page.getByLabel('Brief note')).toHaveValue(TEXT);
});

for (const [fault, reason] of [
  ['full', /^The disk or the browser’s space is full\. Footprint keeps trying\./],
  ['hung', /^The storage does not answer\. Footprint keeps trying\./],
] as const) {
  test(`a ${fault} disk is said, the text can be copied, and it saves by itself later`, async ({
    page,
  }) => {
    const { note, ways } = await openNoteOf(page);
    const banner = page.getByRole('region', { name: 'Not saved' });
    await setDisk(page, fault);
    await note.pressSequentially('Ella drew');
    await expect(banner.getByRole('alert')).toContainText(
      'Not saved. Copy your text before closing this page.',
      { timeout: 15_000 },
    );
    await expect(banner.getByText(reason)).toBeVisible();
    await expect(page.getByRole('banner').getByText('Not saved')).toBeVisible();
    await expectSound(page, 'session, not saved');

    // Writing goes on, and the newest text is the one to copy.
    await note.press('End');
    await page.keyboard.type(TEXT.slice('Ella drew'.length));
    await expect(note).toHaveValue(TEXT);
    await expect(banner.getByLabel('Text that is not saved')).toHaveValue(new RegExp(TEXT));
    await button(banner, 'Copy text').click();
    expect(await pasted(page)).toContain(TEXT);

    await setDisk(page, 'well');
    await expect(banner).toBeHidden({ timeout: 20_000 });
    await expect(savedStatus(page)).toBeVisible();
    await lock(page);
    await unlock(page, ways.passphrase);
    await expect(note).toHaveValue(TEXT);
    await expect(page.getByRole('region', { name: 'Two versions' })).toHaveCount(0);
  });
}

test('a page whose text is not saved does not lock: the text would be gone', async ({ page }) => {
  const { note, ways } = await openNoteOf(page);
  const banner = page.getByRole('region', { name: 'Not saved' });
  await setDisk(page, 'full');
  await note.pressSequentially(TEXT);
  await button(page, 'Lock').click();
  await expect(banner).toBeVisible();
  await expect(note).toHaveValue(TEXT);

  await setDisk(page, 'well');
  await expect(banner).toBeHidden({ timeout: 20_000 });
  // The first try may still be waiting for the disk: then it locks by itself, with the text on it.
  await lock(page).catch(() => expectLocked(page));
  await unlock(page, ways.passphrase);
  await expect(note).toHaveValue(TEXT);
});

test('with nothing unsaved, a disk that is full or does not answer does not hold a lock up', async ({
  page,
}) => {
  const { note, ways } = await openNoteOf(page);
  for (const disk of ['full', 'hung'] as const) {
    const before = await storedWrites(page);
    await note.fill(`${TEXT} ${disk}`);
    await expect.poll(() => storedWrites(page)).toBeGreaterThan(before);
    await setDisk(page, disk);
    await lock(page);
    await unlock(page, ways.passphrase);
    await expect(note).toHaveValue(`${TEXT} ${disk}`);
  }
});

async function openNote(page: Page): Promise<Locator> {
  return (await openNoteOf(page)).note;
}

/** A session with one child, and the caret in its note. */
async function openNoteOf(page: Page): Promise<{ note: Locator; ways: WaysIn }> {
  const ways = await startWithChildren(page, ['Ella F']);
  await startSession(page);
  await choose(page, 'Brief check-in');
  const note = page.getByLabel('Brief note');
  await note.focus();
  return { note, ways };
}

/** As a laptop's lid or a switch to another window does it; a headless browser is never hidden. */
const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
  });
