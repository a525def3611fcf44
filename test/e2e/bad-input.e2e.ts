import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { formatRecoveryKey, newRecoverySecret } from '../../src/vault/recovery-key.ts';
import {
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
  typeSuggestedPassphrase,
  unlock,
} from './app.ts';
import { clockFrom, letPass } from './clock.ts';
import { expect, test } from './test.ts';

const SECOND = 1 / 60;

test('a wrong passphrase says so and waits longer each time, and nothing is removed', async ({
  page,
  context,
}) => {
  await clockFrom('2026-11-24T14:30:00Z').set(context);
  const { passphrase } = await startWithChildren(page, ['Grace H']);
  await lock(page);
  const tryToUnlock = async (typed: string) => {
    await page.getByLabel('Passphrase', { exact: true }).fill(typed);
    await button(page, 'Unlock').click();
  };
  const wrong = link(page, 'The passphrase is not right. Check it and try again');
  const waiting = (seconds: number) =>
    page.getByText(`You can try again in ${seconds} seconds. Nothing has been removed.`);

  for (const typed of ['not the right words', `${passphrase}s`, passphrase.toUpperCase()]) {
    await tryToUnlock(typed);
    await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
    await expect(wrong).toBeVisible();
    await expect(button(page, 'Unlock')).toBeEnabled();
  }
  await tryToUnlock('a fourth guess');
  await expect(waiting(5)).toBeVisible();
  await expect(button(page, 'Unlock')).toBeDisabled();
  await letPass(page, 5 * SECOND);
  await expect(button(page, 'Unlock')).toBeEnabled();
  await tryToUnlock('a fifth guess');
  await expect(waiting(15)).toBeVisible();

  // Loading the page again is no way round it, not even with the right words.
  await page.reload();
  await tryToUnlock(passphrase);
  await expect(link(page, 'Wait until you can try again')).toBeVisible();
  await expect(button(page, 'Unlock')).toBeDisabled();
  await letPass(page, 30 * SECOND);
  await expect(button(page, 'Unlock')).toBeEnabled();
  await unlock(page, passphrase);
  await goTo(page, 'My list');
  await expect(link(page, 'Grace H')).toBeVisible();
});

test('the recovery key unlocks, as people type it; a wrong one says so', async ({ page }) => {
  const { recoveryKey } = await startWithChildren(page, []);
  await lock(page);
  await button(page, 'Use the recovery key').click();
  const tryToUnlock = async (typed: string) => {
    await page.getByLabel('Recovery key').fill(typed);
    await button(page, 'Unlock').click();
  };
  await tryToUnlock('too short');
  await expect(link(page, /^A recovery key has/)).toBeVisible();
  await tryToUnlock(mistyped(recoveryKey));
  await expect(link(page, 'One or more characters of the recovery key are wrong')).toBeVisible();
  await tryToUnlock(formatRecoveryKey(newRecoverySecret()));
  await expect(
    link(page, 'This recovery key does not open these records. Check it and try again'),
  ).toBeVisible();
  await tryToUnlock(` ${recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`);
  await expect(heading(page, 'Add a child')).toBeVisible();
});

/** What a keyboard, a phone and a pasted web page can bring. */
const STRANGE = [
  'e\u0301 and é', // NFD beside NFC: nothing may be normalised
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🫶🏽',
  'left \u202E txet desrever \u202C right',
  'שלום مرحبا',
  'nul\u0000 bell\u0007 escape\u001B delete\u007F',
  'no-break\u00A0space zero\u200Bwidth bom\uFEFF line\u2028separator',
  '<script>alert(1)</script> {{x}} "quotes" \\ / & %00',
  '\ttabs\t and  two spaces \n\n\n and empty lines ',
].join('\n');
const LONG = `${STRANGE}\n`.repeat(Math.ceil(100_000 / (STRANGE.length + 1)));
/** A box of one line takes no line breaks: the browser sees to that. */
const ONE_LINE = STRANGE.replaceAll('\n', ' ');
const BROKEN = 'before \uD83D between \uDC67 after';

test('strange text comes back to the letter after locking, and is finalised as it is', async ({
  page,
}) => {
  const { passphrase } = await startWithChildren(page, ['Ella F', 'Finn G']);
  await startSession(page);
  await openChild(page, 'Ella F');
  await choose(page, 'Brief check-in');
  await paste(page.getByLabel('Brief note'), LONG);
  await page.getByRole('radio', { name: 'Yes' }).check();
  await button(page, 'Add an action').click();
  await paste(page.getByLabel('Action 1: what'), ONE_LINE);
  await page.getByLabel('Who', { exact: true }).fill('Amina Khan');
  await page.getByLabel('By when').fill('32 of never');
  await expect(page.getByText('Kept as written; no date was read from it')).toBeVisible();
  await markDiscussed(page);
  await expect(heading(page, 'Finn G')).toBeVisible();
  await choose(page, 'Brief check-in');
  await paste(page.getByLabel('Brief note'), `${BROKEN} ${STRANGE}`);
  await page.getByRole('radio', { name: 'Yes' }).check();
  await openNotes(page);
  await paste(page.getByLabel('Notes'), `${BROKEN} ${STRANGE}`);
  await lock(page);

  await unlock(page, passphrase);
  expect(await textOf(page.getByLabel('Notes'))).toBe(`${BROKEN} ${STRANGE}`);
  await openChild(page, 'Finn G');
  expect(await textOf(page.getByLabel('Brief note'))).toBe(`${BROKEN} ${STRANGE}`);
  await markDiscussed(page);
  await openChild(page, 'Ella F');
  expect(await textOf(page.getByLabel('Brief note'))).toBe(LONG);
  expect(await textOf(page.getByLabel('Action 1: what'))).toBe(ONE_LINE);

  await link(page, 'End the session').click();
  await button(page, 'End the session').click();
  // Half a character cannot be written in a finished record: it is refused in words and nothing is cut.
  const refusal = /^This text holds half of a character that cannot be stored in a finished record/;
  const row = page.getByRole('row', { name: /Finn G/ });
  await expect(row.getByText(refusal)).toBeVisible();
  await expect(button(row, /Finalise/)).toHaveCount(0);
  await button(page, 'Finalise all that are ready (1)').click();
  await button(page, 'Finalise the notes').click();
  await expect(page.getByRole('alert').filter({ hasText: refusal })).toBeVisible();
  await link(page, /^Complete/).click();
  expect(await textOf(page.getByLabel('Brief note'))).toBe(`${BROKEN} ${STRANGE}`);
  await link(page, 'Back to records to finish').click();
  await link(page, 'Ella F').click();
  expect(await textOf(page.getByLabel('Text for LCS'))).toContain(LONG);
});

test('a damaged, cut or foreign backup is told in a sentence and changes nothing', async ({
  page,
  browser,
  watch,
}) => {
  const { recoveryKey } = await startWithChildren(page, ['Ella F', 'Finn G']);
  const backup = await backUp(page);
  const lines = backup.trimEnd().split('\n');
  const [first = '', second = '', ...rest] = lines;
  const header = JSON.parse(first);
  const foreign = /^This file is not a Footprint backup\. Choose a file that ends in \.footprint\./;
  const cut = /^This backup is cut short: its end is missing\. Choose another copy\./;
  const changed = /^This backup has been changed since it was made\. Choose another copy\./;
  const newer = /^This backup was made by a newer version of Footprint\. Update Footprint first\./;
  const damaged = /^This backup is damaged: .* Choose another copy\./;
  // No sentence is asked for twice running: an answer to the file before cannot pass for this one's.
  const cases: readonly (readonly [string, string | Buffer, RegExp])[] = [
    ['an empty file', '', foreign],
    ['a line missing', [first, ...rest].join('\n'), changed],
    ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex'), foreign],
    ['two lines changed about', [first, rest[0], second, ...rest.slice(1)].join('\n'), changed],
    ['another program’s JSON', '{"format":"other","rows":[]}', foreign],
    ['a line twice', [first, second, ...lines.slice(1)].join('\n'), changed],
    ['cut in the middle', backup.slice(0, backup.length / 2), cut],
    ['a letter of a line changed', backup.replace(second, turned(second)), changed],
    ['its last line missing', lines.slice(0, -1).join('\n'), cut],
    ['a line that is no line', [first, 'x', ...rest].join('\n'), damaged],
    [
      'of a newer Footprint',
      [JSON.stringify({ ...header, version: 99 }), ...rest].join('\n'),
      newer,
    ],
    ['its end changed', [...lines.slice(0, -1), turned(lines.at(-1) ?? '')].join('\n'), damaged],
  ];

  const empty = await watch(await browser.newContext());
  const other = await empty.newPage();
  await other.goto('/');
  await button(other, 'Restore a backup').click();
  for (const [what, contents, sentence] of cases) {
    await test.step(what, async () => {
      await check(other, contents, recoveryKey);
      await expect(link(other, sentence)).toBeVisible();
      await expect(link(other, sentence)).toHaveText(/Nothing on this device has been changed\.$/);
      expect(await databases(other)).toEqual([]);
    });
  }
  await check(other, backup, mistyped(recoveryKey));
  await expect(link(other, 'One or more characters of the recovery key are wrong')).toBeVisible();
  await check(other, backup, formatRecoveryKey(newRecoverySecret()));
  await expect(link(other, /^This recovery key does not open this backup\./)).toBeVisible();
  expect(await databases(other)).toEqual([]);

  // The same file, whole and with its key, opens: what was refused above was refused for its fault.
  await check(other, backup, recoveryKey);
  await expect(heading(other, 'This backup opens')).toBeVisible();
  await typeSuggestedPassphrase(other);
  await goTo(other, 'My list');
  await expect(link(other, 'Ella F')).toBeVisible();
  await lock(other);
  await button(other, /restore a backup$/).click();
  await button(other, 'Restore a backup').click();
  await check(other, backup, recoveryKey);
  await expect(
    link(other, /^The records of this backup are already on this device\. Unlock them instead\./),
  ).toBeVisible();
  await expectLockedAfterReload(other);
});

/**
 * What the field holds and hears after a paste. In JSON, which carries half characters too; and not by
 * the browser's own editing, which takes half a minute for thousands of lines.
 */
async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element: HTMLTextAreaElement, json) => {
    element.focus();
    element.setRangeText(JSON.parse(json), 0, element.value.length, 'end');
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, JSON.stringify(text));
  expect(await textOf(field), 'what the browser took').toBe(text);
}

async function textOf(field: Locator): Promise<string> {
  return JSON.parse(
    await field.evaluate((element: HTMLTextAreaElement) => JSON.stringify(element.value)),
  );
}

async function backUp(page: Page): Promise<string> {
  await goTo(page, 'Back up');
  const downloading = page.waitForEvent('download');
  await button(page, 'Back up to a file').click();
  return readFile(await (await downloading).path(), 'utf8');
}

async function check(page: Page, contents: string | Buffer, recoveryKey: string): Promise<void> {
  await page.getByLabel('Backup file').setInputFiles({
    name: 'backup.footprint',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(contents),
  });
  await page.getByLabel('Recovery key').fill(recoveryKey);
  await button(page, 'Check the backup').click();
}

const databases = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

async function expectLockedAfterReload(page: Page): Promise<void> {
  await page.reload();
  await expectLocked(page);
}

/** One letter in the middle of the sealed text is another. */
function turned(line: string): string {
  const at = line.lastIndexOf('"') - 40;
  return `${line.slice(0, at)}${line[at] === 'A' ? 'B' : 'A'}${line.slice(at + 1)}`;
}

function mistyped(key: string): string {
  return `${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`;
}
