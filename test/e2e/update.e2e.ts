import type { Page } from '@playwright/test';
import {
  button,
  choose,
  expectLocked,
  expectReadyOffline,
  goTo,
  link,
  lock,
  openChild,
  openNotes,
  startSession,
  startWithChildren,
  unlock,
} from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect, test } from './test.ts';

const NEXT = 'dist-next';

const notice = (page: Page) => page.getByText('A new version of Footprint is ready.');
const version = (page: Page, which: string | RegExp) =>
  page.getByRole('contentinfo').getByText(which);
const old = /^Footprint \d/;
const next = 'Footprint next';

test('a new version waits for a click on the unlock page, and the records are still there', async ({
  page,
  site,
}) => {
  const { passphrase } = await startWithChildren(page, ['Ella F']);
  await expectReadyOffline(page);
  await lock(page);
  await expect(version(page, old)).toBeVisible();

  await site.start(NEXT);
  await page.reload();
  await expect(notice(page)).toBeVisible({ timeout: 30_000 });
  await expect(version(page, old)).toBeVisible();
  await expectSound(page, 'unlock, an update waiting');

  await button(page, 'Update now').click();
  await expect(version(page, next)).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await unlock(page, passphrase);
  await expect(version(page, next)).toBeVisible();
  await goTo(page, 'My list');
  await expect(link(page, 'Ella F')).toBeVisible();
});

test('in a session nothing is replaced by itself; a click saves, locks and updates', async ({
  page,
  site,
}) => {
  const { passphrase } = await startWithChildren(page, ['Ella F']);
  await expectReadyOffline(page);
  // From its second load on a page is served by the app's own copy, and a new one has to wait for it.
  await lock(page);
  await unlock(page, passphrase);
  await startSession(page);
  await choose(page, 'Brief check-in');
  const note = page.getByLabel('Brief note');
  await note.pressSequentially('Begun under the old version');
  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));

  await site.start(NEXT);
  await lookForUpdate(page);
  // All of the new version is fetched before it is offered.
  await expect(notice(page)).toBeVisible({ timeout: 30_000 });
  await expectSound(page, 'session, an update waiting');
  await note.pressSequentially(', and gone on with');
  // The old version is whole: a screen that was not opened before opens.
  await openNotes(page);
  await openChild(page, 'Ella F');
  await expect(version(page, old)).toBeVisible();
  expect(await page.evaluate(() => 'stillHere' in globalThis), 'not loaded again').toBe(true);

  await note.focus();
  await button(page, 'Update now').click();
  await expectLocked(page);
  await expect(version(page, next)).toBeVisible();
  await unlock(page, passphrase);
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('Begun under the old version, and gone on with');
});

test('updating in one tab saves and locks the others, and they come back as the new version', async ({
  page,
  context,
  site,
}) => {
  const { passphrase } = await startWithChildren(page, ['Ella F']);
  await expectReadyOffline(page);
  await lock(page);
  const writing = await context.newPage();
  await writing.goto('/');
  await unlock(writing, passphrase);
  await startSession(writing);
  await choose(writing, 'Brief check-in');
  const note = writing.getByLabel('Brief note');
  await note.pressSequentially('Typed as the other tab was updated');

  await site.start(NEXT);
  await page.reload();
  await button(page, 'Update now').click({ timeout: 30_000 });
  await expect(version(page, next)).toBeVisible();
  await expectLocked(writing);
  await expect(version(writing, next)).toBeVisible();
  await unlock(writing, passphrase);
  await expect(note).toHaveValue('Typed as the other tab was updated');
});

/** As the browser does by itself once a day. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
