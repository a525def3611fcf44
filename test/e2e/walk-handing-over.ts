import type { Page } from '@playwright/test';
import {
  button,
  expectHome,
  goTo,
  goToFiles,
  type HandoverFile,
  heading,
  link,
  makeThisFile,
  openFile,
  startForReal,
} from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect, test } from './test.ts';

/** Two supervisors: one covers for the other, and then has the practitioner for good. */
export async function walkHandingOver(jo: Page, ruth: Page): Promise<void> {
  const { step } = test;
  await step('two supervisors', () => startBoth(jo, ruth));
  const cover = await step('a cover is asked', () => walkCover(jo));
  await step('the cover', () => walkCovering(ruth, cover));
  const file = await step('the hand-over', () => walkHandOver(jo));
  const words = await step('it is accepted', () => walkAccepting(ruth, file));
  await step('it is let go', () => walkLettingGo(jo, words));
}

async function startBoth(jo: Page, ruth: Page): Promise<void> {
  await startForReal(jo);
  await link(jo, 'Paste your list').click();
  await jo
    .getByLabel('Rows')
    .fill('CH-1,Chloe C,1/6/2015,CIN,Amina Khan\nCH-2,Ben C,2/6/2017,CIN,Amina Khan');
  await button(jo, 'Look at the rows').click();
  await button(jo, 'Bring in 2 rows').click();
  await expect(heading(jo, 'My list')).toBeVisible();
  await startForReal(ruth, { name: 'Ruth Ali' });
}

async function walkCover(jo: Page): Promise<HandoverFile> {
  await goToFiles(jo);
  await link(jo, 'Somebody covers for you').click();
  await button(jo, 'Go on').click();
  await expect(jo.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(jo, 'cover, with problems');
  await jo.getByLabel('Who covers?').fill('Ruth Ali');
  await jo.getByLabel('First day').fill('today');
  await jo.getByLabel('Last day').fill('2 weeks');
  await jo.getByRole('checkbox', { name: /^The cover may also see/ }).check();
  await button(jo, 'Go on').click();
  const file = await makeThisFile(jo);
  await expectSound(jo, 'cover, the file');
  return file;
}

async function walkCovering(ruth: Page, file: HandoverFile): Promise<void> {
  await link(ruth, 'Open a file you were given').click();
  await lookInto(ruth, file);
  await expectSound(ruth, 'what is in a cover’s file');
  await button(ruth, 'That is me: take it in').click(); // he knows her by a reference of his own
  await expect(heading(ruth, 'Taken in')).toBeVisible();
  await goTo(ruth, 'Home');
  await expectHome(ruth);
  await expect(link(ruth, 'Make a file for Jo Field')).toBeVisible();
  await expectSound(ruth, 'home of a cover');
  await link(ruth, 'Make a file for Jo Field').click();
  await expect(heading(ruth, 'A file for Jo Field')).toBeVisible();
  await expectSound(ruth, 'what a cover gives back');
}

async function walkHandOver(jo: Page): Promise<HandoverFile> {
  await goToFiles(jo);
  await expectSound(jo, 'hand-over files, a cover');
  await link(jo, 'Hand over Amina Khan').click();
  await expect(button(jo, 'Write the handover note')).toBeVisible();
  await expectSound(jo, 'hand over a supervisee');
  await button(jo, 'Write the handover note').click();
  await button(jo, 'Finish the note').click();
  await expect(jo.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(jo, 'handover note, with problems');
  await jo.getByLabel('Who is the new supervisor?').fill('Ruth Ali');
  await jo.getByLabel('What should the new supervisor know?').fill('She likes mornings.');
  await button(jo, 'Finish the note').click();
  const file = await makeThisFile(jo);
  await button(jo, 'Ruth Ali has accepted').click();
  await expect(link(jo, 'Enter the three words')).toBeVisible();
  await expectSound(jo, 'hand-over, waiting to be accepted, with a problem');
  return file;
}

async function walkAccepting(ruth: Page, file: HandoverFile): Promise<string> {
  await goToFiles(ruth);
  await link(ruth, 'Open a file').click();
  await lookInto(ruth, file);
  await expectSound(ruth, 'what is in a hand-over');
  await button(ruth, 'Take it in').click();
  const words = ruth.getByText(/^[a-z]+( [a-z]+){2}$/);
  await expect(words).toBeVisible();
  await expectSound(ruth, 'hand-over, three words');
  return words.innerText();
}

async function walkLettingGo(jo: Page, words: string): Promise<void> {
  await jo.getByLabel('The three words that Ruth Ali said').fill(words);
  await button(jo, 'Ruth Ali has accepted').click();
  await button(jo, 'Remove Amina Khan from this device').click();
  await expect(button(jo, 'Yes, remove everything')).toBeVisible();
  await expectSound(jo, 'handed over, to be removed');
  await button(jo, 'Keep it').click();
  await goTo(jo, 'My list');
  await goTo(jo, 'Home');
  await expect(link(jo, 'Hand-over')).toBeVisible();
  await expectSound(jo, 'home, somebody handed over');
}

async function lookInto(ruth: Page, file: HandoverFile): Promise<void> {
  await openFile(ruth, file);
  await expect(heading(ruth, 'What is in this file')).toBeVisible();
}
