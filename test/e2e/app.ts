import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does in Footprint, by roles and labels. */

export interface WaysIn {
  readonly passphrase: string;
  readonly recoveryKey: string;
}

interface Start {
  readonly name?: string;
  readonly role?: string;
  readonly policy?: string;
  readonly caseSystem?: string;
}

export const button = (on: Page | Locator, name: string | RegExp): Locator =>
  on.getByRole('button', { name, exact: true });

export const link = (on: Page | Locator, name: string | RegExp): Locator =>
  on.getByRole('link', { name, exact: true });

export const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });

/** From the first page to an empty home, with a suggested passphrase and part of the key typed back. */
export async function startForReal(page: Page, start: Start = {}): Promise<WaysIn> {
  await page.goto('/');
  await button(page, 'Start for real').click();
  await fillWhoIAm(page, start);
  const passphrase = await typeSuggestedPassphrase(page);
  const recoveryKey = await typeRecoveryKeyBack(page);
  await expect(heading(page, 'Your supervision')).toBeVisible();
  return { passphrase, recoveryKey };
}

export async function fillWhoIAm(page: Page, start: Start = {}): Promise<void> {
  await page.getByLabel('Your name').fill(start.name ?? 'Jo Field');
  await page.getByLabel('Your role').fill(start.role ?? 'Practice supervisor');
  await page.getByRole('radio', { name: start.policy ?? 'Islington, 2016' }).check();
  await page.getByRole('radio', { name: start.caseSystem ?? 'Liquidlogic LCS' }).check();
  await button(page, 'Continue').click();
}

/** Five words are offered; the person types them, twice. */
export async function typeSuggestedPassphrase(page: Page): Promise<string> {
  await button(page, 'Suggest five words').click();
  const passphrase = await page.getByText(/^[a-z]+( [a-z]+){4}$/).innerText();
  await page.getByLabel('Passphrase', { exact: true }).pressSequentially(passphrase);
  await page.getByLabel('Passphrase again', { exact: true }).pressSequentially(passphrase);
  await button(page, 'Continue').click();
  return passphrase;
}

export async function typeRecoveryKeyBack(page: Page): Promise<string> {
  const recoveryKey = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/).innerText();
  const groups = recoveryKey.split('-');
  await page.getByLabel('Type group 2 of the key').fill(groups[1] ?? '');
  await page.getByLabel('Type group 5 of the key').fill(groups[4] ?? '');
  await button(page, 'Start recording').click();
  return recoveryKey;
}

export async function openExample(page: Page): Promise<void> {
  await page.goto('/');
  await button(page, 'Try the example').click();
  await expect(button(page, 'Start the session')).toBeVisible();
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Unlock').click();
  await expect(button(page, 'Lock')).toBeVisible();
}

/** Locking reloads the page: the unlock page is what comes after it. */
export async function lock(page: Page): Promise<void> {
  await button(page, 'Lock').click();
  await expectLocked(page);
}

export async function expectLocked(page: Page): Promise<void> {
  await expect(heading(page, 'Unlock Footprint')).toBeVisible();
}

/** The words to the letter: "Stay connected until this is ready to use without a network" has them too. */
export async function expectReadyOffline(page: Page): Promise<void> {
  const ready = page.getByText('Ready to use without a network', { exact: true });
  await expect(ready).toBeVisible({ timeout: 30_000 });
}

/** Home with all of it: the parts for a supervisor and for a practitioner are fetched after it is shown. */
export async function expectHome(page: Page): Promise<void> {
  await expect(heading(page, 'Your supervision')).toBeVisible();
  const next = /^(Start a session|Paste your list|Prepare for )/;
  await expect(link(page.getByRole('main'), next)).toBeVisible();
}

export type Place =
  | 'Home'
  | 'Prepare'
  | 'Sessions'
  | 'My list'
  | 'Actions'
  | 'To record'
  | 'Files'
  | 'Back up';

export async function goTo(page: Page, place: Place): Promise<void> {
  await link(page.getByRole('navigation', { name: 'Main' }), place).click();
}

/** A page that no other page leads to from here, by its name in the list of all of them. */
export async function goToByName(page: Page, name: string): Promise<void> {
  await button(page, 'Go to').click();
  await page.getByRole('combobox', { name: 'Go to' }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

export interface NewChild {
  readonly name: string;
  readonly reference?: string;
  readonly birth?: string;
  readonly status?: string;
  readonly worker?: string;
  readonly sibling?: string;
}

/** On the page "Add a child", which stays for the next one. */
export async function addChild(page: Page, child: NewChild): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(child.name);
  if (child.reference) await page.getByLabel('Reference').fill(child.reference);
  if (child.birth) await page.getByLabel(/^Date of birth/).fill(child.birth);
  if (child.status) await page.getByLabel('Status').selectOption({ label: child.status });
  if (child.worker) await page.getByLabel(/^(Practitioner|Supervisee)$/).fill(child.worker);
  if (child.sibling) {
    await page.getByLabel(/^Brother or sister/).selectOption({ label: child.sibling });
  }
  await button(page, 'Add to my list').click();
  await expect(page.getByRole('region', { name: 'Added' })).toContainText(child.name);
  await expect(page.getByLabel('Name', { exact: true }), 'ready for the next').toBeFocused();
}

/** A person with one worker and these children, for tests about something else. */
export async function startWithChildren(page: Page, names: readonly string[]): Promise<WaysIn> {
  const ways = await startForReal(page);
  await link(page, 'Add a child').click();
  for (const name of names) {
    await addChild(page, { name, birth: '14 6 2015', status: 'CIN', worker: 'Amina Khan' });
  }
  return ways;
}

/** Starts now with the worker whose radio this is; the first child's notes are then open. */
export async function startSession(page: Page, worker = /^Amina Khan/): Promise<void> {
  await goTo(page, 'Sessions');
  await page.getByRole('radio', { name: worker }).check();
  await button(page, 'Start the session now').click();
  await expect(button(page, 'Pause')).toBeVisible();
}

export const caseList = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Every open case' });

export async function openChild(page: Page, name: string): Promise<void> {
  await link(caseList(page), name).click();
  await expect(heading(page, name)).toBeVisible();
}

export async function openNotes(page: Page): Promise<void> {
  await link(caseList(page), 'Personal notes').click();
  await expect(heading(page, 'Personal notes')).toBeVisible();
}

export async function choose(page: Page, depth: 'Brief check-in' | 'In depth'): Promise<void> {
  await page.getByRole('radio', { name: depth }).check();
}

export const markDiscussed = (page: Page) => button(page, /^Discussed: go to next$/).click();

/** "Saved on this device 2:41pm", where everybody sees it. */
export const savedStatus = (page: Page): Locator =>
  page.getByRole('banner').getByText(/^Saved on this device (\d{1,2}:\d\d[ap]m|midday|midnight)$/);

/** Before anything is copied or printed: who is at the desk is asked once more. */
export async function openSitting(page: Page, passphrase: string): Promise<void> {
  await page
    .getByLabel('Passphrase or recovery key', { exact: true })
    .pressSequentially(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByText(/^Open until /)).toBeVisible();
}

/** The example caseload has no passphrase. */
export async function openExampleSitting(page: Page): Promise<void> {
  await button(page, 'Open for 30 minutes').click();
  await expect(page.getByRole('main').getByText(/^Open until /)).toBeVisible();
}

/** What is on the clipboard, by the one way that is allowed: a person pastes it somewhere. */
export async function pasted(page: Page): Promise<string> {
  const elsewhere = await page.context().newPage();
  await elsewhere.setContent('<label>Case note <textarea autocomplete="off"></textarea></label>');
  const box = elsewhere.getByLabel('Case note');
  await box.focus();
  await elsewhere.keyboard.press('Control+V');
  const text = await box.inputValue();
  await elsewhere.close();
  return text;
}

/** Every part that is folded away, so that what is in it is looked at too. */
export async function openEveryDetails(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });
}

export interface HandoverFile {
  readonly path: string;
  readonly words: string;
}

/** By the way that Home offers: a supervisor's and a practitioner's differ. */
export async function goToFiles(page: Page): Promise<void> {
  await goTo(page, 'Home');
  const bySupervisor = link(page, 'Files to give and to open');
  const byPractitioner = link(page.getByRole('navigation', { name: 'Main' }), 'Files');
  await bySupervisor.or(byPractitioner).click();
  await expect(heading(page, 'Files between two people')).toBeVisible();
}

/** On the page where a file for one person is made. */
export async function makeThisFile(page: Page): Promise<HandoverFile> {
  const downloading = page.waitForEvent('download');
  await button(page, 'Make the file').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^footprint-handover-[\d-]+-\w{4}\.fphandover$/);
  const words = await page.getByText(/^[a-z]+( [a-z]+){4}$/).innerText();
  return { path: await download.path(), words };
}

export async function makeFile(page: Page, name: string): Promise<HandoverFile> {
  await goToFiles(page);
  await link(page, `Make a file for ${name}`).click();
  return makeThisFile(page);
}

export async function openFile(page: Page, { path, words }: HandoverFile): Promise<void> {
  await page.getByLabel('Hand-over file').setInputFiles({
    name: 'from-the-stick.fphandover',
    mimeType: 'application/octet-stream',
    buffer: await readFile(path),
  });
  await page.getByLabel('Five words').fill(words);
  await button(page, 'Open the file').click();
}

export async function takeIn(page: Page, file: HandoverFile): Promise<void> {
  await goToFiles(page);
  await link(page, 'Open a file').click();
  await openFile(page, file);
  await expect(heading(page, 'What is in this file')).toBeVisible();
  await button(page, 'Take it in').click();
  await expect(heading(page, 'Taken in')).toBeVisible();
}
