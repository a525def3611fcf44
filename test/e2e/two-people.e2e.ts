import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import {
  addChild,
  button,
  caseList,
  choose,
  goTo,
  heading,
  link,
  markDiscussed,
  openChild,
  openNotes,
  startForReal,
  typeRecoveryKeyBack,
  typeSuggestedPassphrase,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';

const MONDAY = '2026-11-23T09:00:00Z';

/** What only Jo may have: it is planted, and searched for in every file that Amina gets. */
const SOMEBODY_ELSES = ['Kayla L', 'CH-77', 'Dan Osei', 'Kayla has moved to her aunt'];

interface HandoverFile {
  readonly path: string;
  readonly words: string;
}

test('two people prepare, agree and answer with files and no network, and nothing is lost', async ({
  browser,
  site,
  watch,
}) => {
  test.setTimeout(300_000);
  const clock = clockFrom(MONDAY);
  const person = async () => {
    const context = await watch(await newPerson(browser));
    await clock.set(context);
    return context.newPage();
  };
  const jo = await person();
  const amina = await person();

  await test.step('Jo starts, lists two practitioners’ children and plans a session', async () => {
    await startForReal(jo);
    await link(jo, 'Add a child').click();
    await addChild(jo, {
      name: 'Grace H',
      reference: 'CH-1',
      birth: '14 6 2015',
      status: 'CIN',
      worker: 'Amina Khan',
    });
    await addChild(jo, {
      name: 'Harry I',
      reference: 'CH-2',
      birth: '2 2 2018',
      status: 'CIN',
      worker: 'Amina Khan',
    });
    await addChild(jo, {
      name: 'Kayla L',
      reference: 'CH-77',
      birth: '1 9 2012',
      status: 'CIN',
      worker: 'Dan Osei',
    });
    await goTo(jo, 'Sessions');
    await jo.getByRole('radio', { name: /^Amina Khan/ }).check();
    await jo.getByLabel('Date, if you are planning it').fill('23 11 2026');
    await button(jo, 'Plan it').click();
    await expect(jo.getByRole('row', { name: /23 November 2026.*Planned/ })).toBeVisible();
  });

  await test.step('both are ready to work without a network, and it goes', async () => {
    await expect(jo.getByText('Ready to use without a network')).toBeVisible();
    await amina.goto('/');
    await amina.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await site.stop();
    await amina.reload();
  });

  const setUp = await test.step('Jo makes a file', () => makeFile(jo, 'Amina Khan'));
  await test.step('Amina is set up by it', async () => {
    await button(amina, 'Open a supervisor’s file').click();
    await openFile(amina, setUp);
    await expect(heading(amina, 'What is in this file')).toBeVisible();
    await button(amina, 'I am Amina Khan: go on').click();
    await typeSuggestedPassphrase(amina);
    await typeRecoveryKeyBack(amina);
    await expect(amina.getByText('Monday 23 November 2026').first()).toBeVisible();
    await goTo(amina, 'My list');
    await expect(link(amina, 'Grace H')).toBeVisible();
    await expect(link(amina, 'Harry I')).toBeVisible();
    for (const theirs of SOMEBODY_ELSES) await expect(amina.getByText(theirs)).toHaveCount(0);
  });

  await test.step('Amina prepares and shares', () => prepare(amina));
  const prepared = await makeFile(amina, 'Jo Field');
  await test.step('Jo opens the preparation', async () => {
    await takeIn(jo, prepared);
    await jo.screenshot({ path: '/tmp/fp/jo-taken.png', fullPage: true });
  });
  await test.step('the agenda shows both sides’ asks and is agreed', async () => {
    await goTo(jo, 'Sessions');
    await link(jo, 'Open of session with Amina Khan').click();
    await expect(jo.getByText('2 open cases')).toBeVisible();
    const grace = jo.getByRole('row', { name: /Grace H/ });
    await expect(grace).toContainText('Greatest worry no. 1');
    await jo.screenshot({ path: '/tmp/fp/jo-agenda.png', fullPage: true });
  });
});

const newPerson = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ acceptDownloads: true });

async function makeFile(page: Page, name: string): Promise<HandoverFile> {
  await goToFiles(page);
  await link(page, `Make a file for ${name}`).click();
  const downloading = page.waitForEvent('download');
  await button(page, 'Make the file').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^footprint-handover-[\d-]+-\w{4}\.fphandover$/);
  const words = await page.getByText(/^[a-z]+( [a-z]+){4}$/).innerText();
  return { path: await download.path(), words };
}

async function openFile(page: Page, { path, words }: HandoverFile): Promise<void> {
  await page.getByLabel('Hand-over file').setInputFiles({
    name: 'from-the-stick.fphandover',
    mimeType: 'application/octet-stream',
    buffer: await readFile(path),
  });
  await page.getByLabel('Five words').fill(words);
  await button(page, 'Open the file').click();
}

/** By the way that Home offers: a supervisor's and a practitioner's differ. */
async function goToFiles(page: Page): Promise<void> {
  await goTo(page, 'Home');
  const bySupervisor = link(page, 'Files to give and to open');
  const byPractitioner = link(page.getByRole('navigation', { name: 'Main' }), 'Files');
  await bySupervisor.or(byPractitioner).click();
  await expect(heading(page, 'Files between two people')).toBeVisible();
}

async function takeIn(page: Page, file: HandoverFile): Promise<void> {
  await goToFiles(page);
  await link(page, 'Open a file').click();
  await openFile(page, file);
  await expect(heading(page, 'What is in this file')).toBeVisible();
  await button(page, 'Take it in').click();
  await expect(heading(page, 'Taken in')).toBeVisible();
}

async function prepare(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, 'Prepare for Monday 23 November 2026').click();
  await expect(page.getByText(/^0 of 2 ready\. /)).toBeVisible();
  await page.screenshot({ path: '/tmp/fp/prepare-overview.png', fullPage: true });
  await link(page, 'Next').click();
  await expect(heading(page, 'Grace H')).toBeVisible();
  await page
    .getByLabel('What has happened since last time')
    .fill('Two visits; school rang on Friday.');
  await page.getByLabel('Risks').fill('The stove at home is not safe.');
  await page.getByRole('radio', { name: 'In depth' }).check();
  await page.getByLabel('Why').fill('I cannot sleep for this family');
  await page.getByLabel(/^One of my greatest worries/).check();
  await page.getByLabel('This family has a strong impact on me').check();
  await page.screenshot({ path: '/tmp/fp/prepare-child.png', fullPage: true });
  await button(page, 'Mark as ready and go to next').click();
  await expect(heading(page, 'Harry I')).toBeVisible();
  await page.getByLabel('Nothing to add').check();
  await button(page, 'Mark as ready and go to next').click();
  await goTo(page, 'Prepare');
  await expect(page.getByText(/^2 of 2 ready\. /)).toBeVisible();
  await page.getByLabel('Things I want from supervision').fill('Time to think about court work');
  await button(page, 'Share with Jo Field').click();
  await expect(page.getByText(/^Shared on/)).toBeVisible();
  await page.screenshot({ path: '/tmp/fp/prepare-shared.png', fullPage: true });
}
