import type { BrowserContext, Page } from '@playwright/test';
import {
  addChild,
  button,
  choose,
  expectLocked,
  goTo,
  heading,
  link,
  lock,
  markDiscussed,
  openChild,
  openNotes,
  startSession,
  startWithChildren,
  unlock,
  type WaysIn,
} from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect, test } from './test.ts';

const elsewhere = (page: Page) =>
  page.getByText('This is open in another tab of Footprint, so here it can only be read.');

test('what is changed in one tab shows in the other without loading it again', async ({
  page,
  context,
}) => {
  const ways = await startWithChildren(page, ['Ella F']);
  const second = await secondTab(context, ways);
  await goTo(second, 'My list');
  await expect(second.getByRole('table').getByRole('row')).toHaveCount(1 + 1);

  await addChild(page, { name: 'Finn G', worker: 'Amina Khan' });
  await expect(link(second, 'Finn G')).toBeVisible();
  await goTo(second, 'Home');
  await startSession(page);
  await expect(second.getByRole('row', { name: /Amina Khan.*Going on/ })).toBeVisible();
  await link(second, 'Continue supervision of Amina Khan').click();
  await openNotes(second);
  await choose(page, 'Brief check-in');
  await page.getByLabel('Brief note').fill('Ella sings in the choir.');
  await markDiscussed(page);
  await expect(second.getByText('1 of 2 accounted for')).toBeVisible();
});

test('a child open in one tab is read in the other until it is taken over; both texts are kept', async ({
  page,
  context,
}) => {
  const ways = await startWithChildren(page, ['Ella F', 'Finn G']);
  await startSession(page);
  await openChild(page, 'Ella F');
  await choose(page, 'Brief check-in');
  const first = page.getByLabel('Brief note');
  await first.pressSequentially('From the first tab. ');

  const other = await secondTab(context, ways, page.url());
  await openChild(other, 'Ella F');
  const second = other.getByLabel('Brief note');
  await expect(elsewhere(other)).toBeVisible();
  await expect(second).toHaveValue('From the first tab. ');
  await expect(second).not.toBeEditable();
  await expectSound(other, 'session, open in another tab');
  // What goes on being typed there is read here.
  await first.pressSequentially('And more.');
  await expect(second).toHaveValue('From the first tab. And more.');

  // Another child is not held by it.
  await openChild(other, 'Finn G');
  await expect(elsewhere(other)).toHaveCount(0);
  await openChild(other, 'Ella F');

  await first.pressSequentially(' Last words.');
  await button(other, 'Take over here').click();
  await expect(second).toBeEditable();
  await expect(second).toHaveValue('From the first tab. And more. Last words.');
  await expect(elsewhere(page)).toBeVisible();
  await expect(first).not.toBeEditable();
  await second.press('End');
  await second.pressSequentially(' From the second.');
  const all = 'From the first tab. And more. Last words. From the second.';
  await expect(first).toHaveValue(all);

  // And back again.
  await button(page, 'Take over here').click();
  await expect(first).toBeEditable();
  await expect(first).toHaveValue(all);
  await expect(elsewhere(other)).toBeVisible();
  await lock(page);
  await unlock(page, ways.passphrase);
  await expect(page.getByLabel('Brief note')).toHaveValue(all);
  await expect(page.getByRole('region', { name: 'Two versions' })).toHaveCount(0);
});

test('closing the tab that writes lets the other take over at once', async ({ page, context }) => {
  const ways = await startWithChildren(page, ['Ella F']);
  await startSession(page);
  await openNotes(page);
  const other = await secondTab(context, ways, page.url());
  await expect(elsewhere(other)).toBeVisible();
  await page.getByLabel('Notes').fill('Written in the tab that is closed');
  await expect(other.getByLabel('Notes')).toHaveValue('Written in the tab that is closed');
  await page.close();
  await button(other, 'Take over here').click();
  await expect(elsewhere(other)).toHaveCount(0);
  await expect(other.getByLabel('Notes')).toBeEditable();
  await expect(other.getByLabel('Notes')).toHaveValue('Written in the tab that is closed');
});

test('locking one tab locks the other, and its last words are kept', async ({ page, context }) => {
  const ways = await startWithChildren(page, ['Ella F']);
  await startSession(page);
  await choose(page, 'Brief check-in');
  const other = await secondTab(context, ways);
  await page.getByLabel('Brief note').pressSequentially('Typed as the other tab was locked');
  await lock(other);
  await expectLocked(page);
  await expect(heading(page, 'Ella F')).toHaveCount(0);
  await unlock(page, ways.passphrase);
  await expect(page.getByLabel('Brief note')).toHaveValue('Typed as the other tab was locked');
  // Each unlocks by itself.
  await expectLocked(other);
});

async function secondTab(
  context: BrowserContext,
  { passphrase }: WaysIn,
  url = '/',
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await unlock(page, passphrase);
  return page;
}
