import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import {
  addChild,
  button,
  choose,
  expectReadyOffline,
  goTo,
  goToFiles,
  type HandoverFile,
  heading,
  link,
  makeFile,
  markDiscussed,
  openChild,
  openFile,
  openNotes,
  startForReal,
  takeIn,
  typeRecoveryKeyBack,
  typeSuggestedPassphrase,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { openedText } from './open-handover.ts';
import { expect, test } from './test.ts';

const MONDAY = '2026-11-23T09:00:00Z';

/** What only Jo may have: it is planted, and searched for in every file that Amina gets. */
const SOMEBODY_ELSES = ['Kayla L', 'CH-77', 'Dan Osei', 'Kayla has moved to her aunt'];

/** What must not reach a child's record. */
const STAFF_ONLY = ['worn out', 'cannot sleep', 'strong impact', 'Time to think', 'not fair'];

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
    await expectReadyOffline(jo);
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
  });
  await test.step('the agenda shows both sides’ asks and is agreed', async () => {
    await goTo(jo, 'Sessions');
    await link(jo, 'Open of session with Amina Khan').click();
    await expect(jo.getByText('2 open cases')).toBeVisible();
    const grace = jo.getByRole('row', { name: /Grace H/ });
    await expect(grace).toContainText('Greatest worry no. 1');
    await grace.getByRole('radio', { name: 'In depth' }).check();
    await grace.getByLabel(/^Reason for Grace H/).fill('The practitioner is worn out by it');
    await button(jo, 'Agree the agenda').click();
    await expect(jo.getByText(/^Agreed at 9:0\dam on/)).toBeVisible();
    await button(jo, 'Start the session').click();
  });
  await test.step('the session uses her words, and each section says its file', () => session(jo));
  await test.step('it ends, is finalised and waits for Amina', async () => {
    await link(jo, 'End the session').click();
    await button(jo, 'End the session').click();
    await button(jo, 'Finalise all (2)').click();
    await expect(jo.getByText('Every discussed child’s record is finalised.')).toBeVisible();
    await button(jo, 'Finalise the notes').click();
    await expect(jo.getByText(/waiting/i).first()).toBeVisible();
  });
  await test.step('Jo begins the agreement', async () => {
    await goTo(jo, 'Home');
    await link(jo, 'Amina Khan').click();
    await link(jo, 'Supervision Agreement').first().click();
    await button(jo, 'Begin the agreement').click();
    await jo.getByLabel('Where', { exact: true }).fill('Room 4');
    await jo.getByRole('textbox', { name: 'Organisation', exact: true }).fill('Exampleshire');
  });

  const afterwards = await test.step('Jo makes the next file', () => makeFile(jo, 'Amina Khan'));
  await test.step('Amina takes it in; the same file again changes nothing', async () => {
    await takeIn(amina, afterwards);
    await goToFiles(amina);
    await link(amina, 'Open a file').click();
    await openFile(amina, afterwards);
    await expect(amina.getByText(/You took this file in on/)).toBeVisible();
  });
  await test.step('an older file and a file for somebody else change nothing', async () => {
    await button(amina, 'Choose another file').click();
    await openFile(amina, setUp);
    await expect(button(amina, 'Take it in')).toHaveCount(0);
    const forDan = await makeFile(jo, 'Dan Osei');
    await goToFiles(amina);
    await link(amina, 'Open a file').click();
    await openFile(amina, forDan);
    await expect(amina.getByText(/This file is for Dan Osei/)).toBeVisible();
    await expect(button(amina, 'Take it in')).toHaveCount(0);
  });
  await test.step('Amina reads the records and does not agree', () => answer(amina));
  await test.step('both write in the agreement at once', async () => {
    await openAgreement(amina);
    await amina.getByLabel('Where', { exact: true }).fill('Room 9');
    await button(amina, 'Begin my part').click();
    await amina.getByLabel(/^What (the practitioner|I) wants? from/).fill('Time to think');
    await openAgreement(jo);
    await jo.getByLabel('Where', { exact: true }).fill('The library');
  });
  const answered = await makeFile(amina, 'Jo Field');
  await test.step('Jo takes it in: both texts are kept, and a person chooses', async () => {
    await goToFiles(jo);
    await link(jo, 'Open a file').click();
    await openFile(jo, answered);
    await expect(jo.getByText(/Changed on both devices/)).toBeVisible();
    await button(jo, 'Take it in').click();
    await expect(heading(jo, 'Taken in')).toBeVisible();
    await openAgreement(jo);
    const two = jo.getByRole('region', { name: 'Two versions' });
    await expect(two).toContainText('The library');
    await expect(two).toContainText('Room 9');
    await two.getByRole('button', { name: 'Keep both' }).click();
    await expect(jo.getByLabel('Where', { exact: true })).toHaveValue(/The library(.|\n)*Room 9/);
    await expect(jo.getByText('Time to think')).toBeVisible();
  });
  await test.step('the answer is there, and recording never waited for it', async () => {
    await goTo(jo, 'Sessions');
    await link(jo, 'Records of session with Amina Khan').click();
    await expect(jo.getByText(/does not agree|not agreed/i).first()).toBeVisible();
    await link(jo, 'Grace H').click();
    const text = jo.getByLabel('Text for LCS');
    await expect(text).toHaveValue(/The stove at home is not safe/);
    for (const staffText of STAFF_ONLY) await expect(text).not.toHaveValue(new RegExp(staffText));
  });
  await test.step('Jo signs; Amina signs and says what became of her action', async () => {
    await sign(jo, 'Jo Field');
    await takeIn(amina, await makeFile(jo, 'Amina Khan'));
    await openAgreement(amina);
    await sign(amina, 'Amina Khan');
    await sayActionDone(amina);
    await takeIn(jo, await makeFile(amina, 'Jo Field'));
  });
  await test.step('the agreement is in force by both, with its review', async () => {
    await openAgreement(jo);
    await expect(jo.getByText('In force', { exact: true })).toBeVisible();
    await expect(jo.getByText(/23 November 2027/).first()).toBeVisible();
  });
  await test.step('what she said of the action stands beside it and settles nothing', async () => {
    await goTo(jo, 'Sessions');
    await jo.getByRole('radio', { name: /^Amina Khan/ }).check();
    await button(jo, 'Start the session now').click();
    const action = jo.getByRole('group', { name: 'Ring the landlord' });
    await expect(action).toContainText('Amina Khan says it is done: He sends somebody on Friday');
    await expect(action.getByRole('radio', { name: 'Done', exact: true })).not.toBeChecked();
  });
  await test.step('no file for Amina had anything of anyone else, and none can be read without its words', async () => {
    for (const file of [setUp, afterwards]) await expectNothingOfOthers(file);
  });
});

const newPerson = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ acceptDownloads: true });

async function prepare(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, 'Prepare for Monday 23 November 2026').click();
  await expect(page.getByText(/^0 of 2 ready\. /)).toBeVisible();
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
  await button(page, 'Mark as ready and go to next').click();
  await expect(heading(page, 'Harry I')).toBeVisible();
  await page.getByLabel('Nothing to add').check();
  await button(page, 'Mark as ready and go to next').click();
  await goTo(page, 'Prepare');
  await expect(page.getByText(/^2 of 2 ready\. /)).toBeVisible();
  await page.getByLabel('Things I want from supervision').fill('Time to think about court work');
  await button(page, 'Share with Jo Field').click();
  await expect(page.getByText(/^Shared on/)).toBeVisible();
}

async function session(page: Page): Promise<void> {
  await expect(page.getByText(/^Agenda agreed at/)).toBeVisible();
  await openChild(page, 'Grace H');
  await expect(page.getByText('Goes on Grace H’s record').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'In depth' })).toBeChecked();
  await button(page, 'Use Amina Khan’s words in this record').click();
  await expect(page.getByLabel('What are we worried about?')).toHaveValue(/The stove at home/);
  await page.getByLabel('What is it like to be this child?').fill('It is cold in her room.');
  await page.getByLabel(/^What has the child said/).fill('“I sleep at Gran’s.”');
  await page.getByLabel('What protects this child?').fill('Her gran.');
  await page.getByLabel('Analysis').fill('Money, or a broken boiler.');
  await page.getByRole('radio', { name: 'Partly' }).check();
  await page.getByLabel('No decisions').check();
  await button(page, 'Add an action').click();
  await page.getByLabel('Action 1: what').fill('Ring the landlord');
  await page.getByLabel('Who', { exact: true }).fill('Amina Khan');
  await page.getByLabel('By when').fill('2 weeks');
  await markDiscussed(page);
  await expect(heading(page, 'Harry I')).toBeVisible();
  await choose(page, 'Brief check-in');
  await page.getByLabel('Brief note').fill('Harry likes his new school.');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await markDiscussed(page);
  await openNotes(page);
  await expect(page.getByText('Stays on the supervision file').first()).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Managerial', exact: true })
    .fill('Two cases; manageable.');
}

async function openAgreement(page: Page): Promise<void> {
  await goTo(page, 'Home');
  const own = link(page, 'My agreement');
  if (await own.isVisible()) await own.click();
  else {
    await link(page, 'Amina Khan').click();
    await link(page, 'Supervision Agreement').last().click();
  }
  await expect(heading(page, 'Supervision Agreement')).toBeVisible();
}

/** On the agreement's page: what the form asks for is filled first, on whichever side it can be written. */
async function sign(page: Page, name: string): Promise<void> {
  if (name === 'Jo Field') {
    await openAgreement(page);
    await page.getByRole('textbox', { name: 'Practitioner’s role', exact: true }).fill('Worker');
    await page.getByRole('textbox', { name: 'Sessions start on', exact: true }).fill('1 12 2026');
    await page.getByLabel('The place is private').check();
    await page.getByLabel(/^I see that the organisation/).check();
  } else {
    await page
      .getByRole('group', { name: /^What the (practitioner|supervisee)/ })
      .getByRole('checkbox')
      .first()
      .check();
  }
  await page.getByLabel('I agree to this').check();
  await button(page, `Sign as ${name}`).click();
  await expect(button(page, `Sign as ${name}`)).toHaveCount(0);
}

async function sayActionDone(page: Page): Promise<void> {
  await goTo(page, 'Prepare');
  await link(page.getByRole('table', { name: 'Every open child' }), 'Grace H').click();
  const action = page.getByRole('group', { name: 'Ring the landlord' });
  await action.getByRole('radio', { name: 'Done', exact: true }).check();
  await page.getByLabel('What happened').fill('He sends somebody on Friday');
  await goTo(page, 'Prepare');
  await button(page, 'Share with Jo Field').click();
  await expect(page.getByText(/^Shared on/)).toBeVisible();
}

async function answer(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, /^Read and answer the records/).click();
  await expect(page.getByText('The stove at home is not safe').first()).toBeVisible();
  await page.getByLabel('Comments (optional)').fill('It was the boiler');
  await page.getByRole('radio', { name: /do not agree, because/ }).check();
  await page.getByRole('textbox', { name: 'Because' }).fill('The last line is not fair');
  await button(page, 'Answer').click();
  await expect(button(page, 'Answer')).toHaveCount(0);
}

/** Opened with its own words by the code that reads files, and searched as text. */
async function expectNothingOfOthers({ path, words }: HandoverFile): Promise<void> {
  const text = await readFile(path, 'utf8');
  for (const word of ['Amina', 'Grace', 'Jo Field', ...SOMEBODY_ELSES]) {
    expect(text, 'sealed').not.toContain(word);
  }
  const inside = await openedText(text, words);
  expect(inside).toContain('Grace H'); // the control: it really was opened
  for (const theirs of SOMEBODY_ELSES) expect(inside, 'of someone else').not.toContain(theirs);
}
