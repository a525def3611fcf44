import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
  addChild,
  button,
  choose,
  goTo,
  heading,
  link,
  makeFile,
  markDiscussed,
  openChild,
  openFile,
  startForReal,
  startSession,
  takeIn,
  typeRecoveryKeyBack,
  typeSuggestedPassphrase,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';

const clock = clockFrom('2026-11-23T09:00:00Z');

interface Due {
  readonly long: string;
  readonly short: string;
  readonly every: RegExp;
  readonly overdue: string;
}

/** Grace was last discussed on 20 November 2026, Harry on 5 November: a month, and then two weeks. */
const monthly: Due = {
  long: '20 December 2026',
  short: '20 Dec 2026',
  every: /every month/,
  overdue: '0',
};
const fortnightly: Due = {
  long: '4 December 2026',
  short: '4 Dec 2026',
  every: /every 2 weeks/,
  overdue: '1',
};

test('one interval is changed in the form, and every screen, file and export follows', async ({
  browser,
  page,
  context,
  watch,
}) => {
  test.setTimeout(180_000);
  await clock.set(context);
  const other = await watch(await browser.newContext({ viewport: { width: 1366, height: 768 } }));
  await clock.set(other);
  const amina = await other.newPage();

  await test.step('two children of Swindon’s table, with their dates, and a session planned', () =>
    begin(page));
  await test.step('by the policy as it came', () => everyScreenSays(page, monthly));
  await test.step('the practitioner’s device by the first file', async () => {
    const file = await makeFile(page, 'Amina Khan');
    await amina.goto('/');
    await button(amina, 'Open a supervisor’s file').click();
    await openFile(amina, file);
    await button(amina, 'I am Amina Khan: go on').click();
    await typeSuggestedPassphrase(amina);
    await typeRecoveryKeyBack(amina);
    await childSays(amina, monthly);
  });

  await test.step('the interval of one status is changed', async () => {
    await link(page, 'Settings').click();
    await link(page, /^See or change policy/).click();
    await link(page, 'Change the policy').click();
    await button(page, 'Continue').click();
    const status = page.getByLabel(/^Status \d+$/);
    const labels = await status.evaluateAll((all) =>
      all.map((each) => (each as HTMLInputElement).value),
    );
    const at = labels.indexOf('CIN') + 1;
    await page.getByLabel(`Discussed, status ${at}`).selectOption({ label: 'Every 2 weeks' });
    await page.getByLabel('In force from').fill('23 11 2026');
    await button(page, 'Save as a new version').click();
    await expect(heading(page, /^Policy$/)).toBeVisible();
  });

  await test.step('every screen follows', () => everyScreenSays(page, fortnightly));
  await test.step('the exported profile has it, and nothing else is changed', () => exported(page));
  await test.step('the practitioner’s device follows with the next file', async () => {
    await takeIn(amina, await makeFile(page, 'Amina Khan'));
    await childSays(amina, fortnightly);
  });
  await test.step('after a session the next date counts by it', async () => {
    await startSession(page);
    for (const name of ['Grace H', 'Harry I']) {
      await openChild(page, name);
      await choose(page, 'Brief check-in');
      await page.getByLabel('Brief note').fill(`${name}: school is going well.`);
      await page.getByLabel(/^What is it like to be this/).fill('Home is calmer.');
      await page.getByRole('radio', { name: 'Yes' }).check();
      await markDiscussed(page);
    }
    await link(page, 'End the session').click();
    await button(page, 'End the session').click();
    await button(page, 'Finalise all (2)').click();
    await expect(page.getByText('Every discussed child’s record is finalised.')).toBeVisible();
    await goTo(page, 'My list');
    await link(page, 'Grace H').click();
    await expect(page.getByText(/^Discussion .* Due by 7 December 2026/)).toBeVisible();
  });
});

async function begin(page: Page): Promise<void> {
  await startForReal(page, { policy: 'Swindon' });
  await link(page, 'Add a child').click();
  for (const [name, birth] of [
    ['Grace H', '14 6 2015'],
    ['Harry I', '2 2 2018'],
  ] as const)
    await addChild(page, { name, birth, status: 'CIN', worker: 'Amina Khan' });
  await goTo(page, 'My list');
  await link(page, /last discussed/i)
    .first()
    .click();
  await page.getByLabel(/^Last discussed, Grace H/).fill('20 11 2026');
  await page.getByLabel(/^Last discussed, Harry I/).fill('5 11 2026');
  await button(page, 'Keep these dates').click();
  await goTo(page, 'Sessions');
  await page.getByRole('radio', { name: /^Amina Khan/ }).check();
  await page.getByLabel('Date, if you are planning it').fill('30 11 2026');
  await button(page, 'Plan it').click();
  await expect(page.getByRole('row', { name: /30 November 2026.*Planned/ })).toBeVisible();
}

async function everyScreenSays(page: Page, due: Due): Promise<void> {
  await childSays(page, due);
  await goTo(page, 'Home');
  const amina = page.getByRole('row', { name: /Amina Khan/ });
  await expect(amina.getByRole('cell').last()).toHaveText(due.overdue);
  await goTo(page, 'Sessions');
  await link(page, /^Open of session with Amina Khan/).click();
  const row = page.getByRole('row', { name: /Grace H/ });
  await expect(row, 'on the agenda').toContainText(due.short);
  await expect(row).toContainText(due.every);
}

async function childSays(page: Page, due: Due): Promise<void> {
  await goTo(page, 'My list');
  await expect(page.getByRole('row', { name: /Grace H/ }), 'on the list').toContainText(due.long);
  await link(page, 'Grace H').click();
  const words = page.getByText(/^Discussion .* Due by/);
  await expect(words, 'on the child’s page').toContainText(due.long);
  await expect(words).toContainText(due.every);
}

async function exported(page: Page): Promise<void> {
  await link(page, 'Settings').click();
  await link(page, /^See or change policy/).click();
  const downloading = page.waitForEvent('download');
  await button(page, /^Export .*, changed,/).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  const cohorts: { code: string; interval?: string }[] = JSON.parse(text).child.cohorts;
  expect(cohorts.map(({ code, interval }) => [code, interval])).toContainEqual(['CIN', 'P14D']);
  expect(cohorts.filter(({ interval }) => interval === 'P14D')).toHaveLength(1);
}
