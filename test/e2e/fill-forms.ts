import type { Locator, Page } from '@playwright/test';
import { button, openSitting } from './app.ts';
import { expect } from './test.ts';

/** How any form is filled, stopped where something is missing, signed and read. By roles and labels. */

/** The label of each text box, and what is typed in it. */
export type Texts = Readonly<Record<string, string>>;

export const box = (on: Page | Locator, label: string | RegExp): Locator =>
  on.getByRole('textbox', { name: label, exact: true });

export async function fillAll(on: Page | Locator, texts: Texts): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await box(on, label).fill(text);
}

/** The label of each list, and what is chosen from it. */
export async function chooseAll(on: Page | Locator, choices: Texts): Promise<void> {
  for (const [label, choice] of Object.entries(choices))
    await on.getByRole('combobox', { name: label, exact: true }).selectOption({ label: choice });
}

/** One answer of a question. */
export const answer = (on: Page | Locator, question: string | RegExp, choice: string) =>
  on
    .getByRole('group', { name: question })
    .getByRole('radio', { name: choice, exact: true })
    .check();

export const tick = (on: Page | Locator, label: string | RegExp) =>
  on.getByRole('checkbox', { name: label }).check();

/** Line by line; a day that was typed stands there as the date that was read from it. */
export const wordsOf = (texts: Texts) =>
  Object.values(texts)
    .flatMap((text) => text.split('\n'))
    .map((text) => (text === '12 11 2026' ? '12 November 2026' : text));

/** One that is added to a list of actions: the first of the form. */
export async function addAction(on: Page | Locator, what: string, who = 'Amina Khan') {
  await button(on, 'Add an action').click();
  await fillAll(on, { 'Action 1: what': what, Who: who, 'By when': '2 weeks' });
}

/** Pressed too early: a summary names each thing that is missing, and each is a way to its field. */
export async function expectMissing(
  page: Page,
  press: string,
  messages: readonly string[],
): Promise<void> {
  await button(page, press).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  const named = page.getByRole('alert').getByRole('link');
  await expectNoneLeftOut(messages, () => named.allTextContents());
}

/** A finished text, in a field that is read only: all of these words are in it, to the letter. */
export async function expectInField(field: Locator, words: readonly string[]): Promise<void> {
  await expect(field).toHaveAttribute('readonly');
  await expectNoneLeftOut(words, () => field.inputValue());
}

/** A finished text, as it stands on the page. */
export const expectOnPage = (page: Page, words: readonly string[]): Promise<void> =>
  expectNoneLeftOut(words, () => page.getByRole('main').innerText());

const expectNoneLeftOut = (
  words: readonly string[],
  read: () => Promise<string | string[]>,
): Promise<void> =>
  expect
    .poll(async () => {
      const found = await read();
      return words.filter((each) => !found.includes(each));
    }, 'what should be said and is not')
    .toEqual([]);

/** As it is said of all records of a session at once. */
export const signedAtOnce = /^Signed by Jo Field on 23 November 2026 at .* \(level 1\)/;

/** As it is said under the text itself. */
export const signature = (on: Page | Locator, level: 1 | 2): Locator =>
  on
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`Signed by Jo Field, .* 2026 at .*Level ${level}: `) })
    .last();

/** While a sitting is open, which is asked for once: the statement, and the button. */
export async function signRecord(on: Page | Locator, what: string): Promise<void> {
  await button(on, `Sign ${what}`).click();
  await agreeAndSign(on, what);
}

/** Where signing is what the passphrase is asked for. */
export async function unlockAndSign(page: Page, what: string, passphrase: string): Promise<void> {
  await button(page, `Sign ${what}`).click();
  await openSitting(page, passphrase);
  await agreeAndSign(page, what);
}

async function agreeAndSign(on: Page | Locator, what: string): Promise<void> {
  await on.getByRole('checkbox', { name: /^I (agree this is a record|wrote this)/ }).check();
  await button(on, `Sign ${what}`).click();
  await expect(signature(on, 1)).toBeVisible();
}

/** A correction of a finished record: refused while it is empty, and signed by itself. */
export async function correctAndSign(page: Page, summary: string, text: string): Promise<void> {
  const reason = 'The day was wrong';
  const corrections = page.getByRole('region', { name: 'Corrections' });
  await corrections.getByText(summary).click();
  await expectMissing(page, 'Add the correction', [
    'Write the correction',
    'Write the reason for the correction',
  ]);
  await fillAll(corrections, { Correction: text, Reason: reason });
  await button(corrections, 'Add the correction').click();
  const added = corrections.getByRole('listitem').filter({ hasText: reason });
  await expect(added).toContainText(text);
  await signRecord(added, 'this correction');
}
