import { randomInt } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { toHex } from '#vault/bytes.ts';
import { readRecoveryKey } from '#vault/recovery-key.ts';
import * as app from './app.ts';
import { newProfile, removeProfile, startBrowser } from './browser-process.ts';
import { openSite } from './site.ts';

/**
 * Promise 6: nothing typed can be read in the browser's profile folder. Each word below goes into
 * Footprint by another way and is then looked for in every file, and in all that the page itself can
 * read back. Not covered: text that a store has compressed (LevelDB may, in its older files; a random
 * word stays whole in them unless its letters stand before it in the same block), the memory of the
 * browser, swap, and what the computer's own clipboard or printer keeps.
 */
const CHANNELS = [
  'myName',
  'myRole',
  'passphrase',
  'wrongPassphrase',
  'childName',
  'reference',
  'practitioner',
  'pastedName',
  'rowNotBroughtIn',
  'note',
  'editedAway',
  'deleted',
  'copied',
  'decision',
  'reasons',
  'action',
  'whoActs',
  'personalNote',
  'textAtLock',
  'otherPresent',
  'correction',
  'correctionReason',
  'caseSystemReference',
  'search',
  'listReason',
  'killed',
  'killedAtOnce',
] as const;
type Words = Readonly<Record<(typeof CHANNELS)[number], string>>;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const newWord = () => Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Bytes that would be a find, by what they are of. */
type Wanted = ReadonlyMap<string, readonly Buffer[]>;

/** As UTF-8, as UTF-16LE, and each of them inside base64, wherever in its groups of three it starts. */
function waysToWrite(text: string): readonly Buffer[] {
  const plain = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return [
    ...plain,
    ...plain.flatMap((bytes) => [0, 1, 2].map((before) => inBase64(bytes, before))),
  ];
}

/** Without the characters at either edge, which depend on the neighbours too. */
function inBase64(bytes: Buffer, before: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const from = Math.ceil((before * 8) / 6);
  const to = Math.floor(((before + bytes.length) * 8) / 6);
  return Buffer.from(text.slice(from, to));
}

const wantedOf = (words: Readonly<Record<string, string>>): Wanted =>
  new Map(Object.entries(words).map(([name, word]) => [name, waysToWrite(word)]));

interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

function find(wanted: Wanted, places: readonly Place[]): readonly string[] {
  return places.flatMap(({ name, bytes }) => {
    const here = Buffer.concat([Buffer.from(`${name}\n`), bytes]); // a file may be named after a text
    return [...wanted].flatMap(([what, forms]) =>
      forms.some((form) => here.includes(form)) ? [`${what} in ${name}`] : [],
    );
  });
}

async function filesOf(folder: string): Promise<readonly Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const places = await Promise.all(
    files.map(async (file): Promise<Place | undefined> => {
      const path = join(file.parentPath, file.name);
      const bytes = await readFile(path).catch(() => undefined); // gone since: the browser is running
      return bytes && { name: relative(folder, path), bytes };
    }),
  );
  return places.filter((place) => place !== undefined);
}

/** All that a page of this address can read back: after decompression, whatever the files are like. */
async function storesOf(page: Page): Promise<readonly Place[]> {
  const read = await page.evaluate(readStores);
  return read.map(([name, base64]) => ({ name, bytes: Buffer.from(base64, 'base64') }));
}

/** Runs in the page: name and content, as base64. */
async function readStores(): Promise<[name: string, base64: string][]> {
  const places: [string, string][] = [];
  const asText = (name: string, value: unknown) => {
    // Bytes stand beside the text they are found in: JSON would write them as numbers.
    const text = JSON.stringify(value, (_, each: unknown) => {
      if (ArrayBuffer.isView(each)) asBytes(name, new Uint8Array(each.buffer as ArrayBuffer));
      else if (each instanceof ArrayBuffer) asBytes(name, new Uint8Array(each));
      else return each;
      return '';
    });
    asBytes(name, new TextEncoder().encode(text));
  };
  const asBytes = (name: string, bytes: Uint8Array) => {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    places.push([name, btoa(binary)]);
  };
  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  for (const { name = '' } of await indexedDB.databases()) {
    const db = await answerOf(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const rows = db.transaction(store).objectStore(store);
      asText(`IndexedDB ${name} ${store} keys`, await answerOf(rows.getAllKeys()));
      asText(`IndexedDB ${name} ${store}`, await answerOf(rows.getAll()));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      const place = `Cache Storage ${name} ${request.url}`;
      if (answer) asBytes(place, new Uint8Array(await answer.arrayBuffer()));
    }
  }
  asText('localStorage', { ...localStorage });
  asText('sessionStorage', { ...sessionStorage });
  const { title, cookie } = document;
  asText('the page', [title, cookie, location.href, window.name, history.state]);
  return places;
}

/**
 * Waits until Chromium has written its session files since now, by what it writes of a field without
 * `autocomplete="off"` on a page of the same address. So what was typed before had its chance too.
 */
async function untilSessionIsWritten(page: Page, url: string, profile: string): Promise<void> {
  const tab = await page.context().newPage();
  await tab.goto(url);
  const word = newWord();
  await plantField(tab, word);
  const wanted = wantedOf({ field: word });
  await expect
    .poll(async () => find(wanted, await filesOf(profile)), { timeout: 20_000 })
    .not.toEqual([]);
  await tab.close();
}

async function plantField(page: Page, word: string): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.name = 'planted';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.type(word);
}

test('nothing typed can be read on the disk, and what is planted there is found', async () => {
  test.setTimeout(180_000);
  const site = await openSite(process.env.OUT_DIR);
  const profile = await newProfile();
  const elsewhere = await mkdtemp(join(tmpdir(), 'footprint-backup-'));
  const words = Object.fromEntries(CHANNELS.map((channel) => [channel, newWord()])) as Words; // every channel has one
  let wanted = wantedOf(words);
  let searched = 0;
  const expectNothing = async (when: string, also: readonly Place[] = []) => {
    const places = [...(await filesOf(profile)), ...also];
    searched += places.length;
    expect(find(wanted, places), when).toEqual([]);
  };

  let browser = await startBrowser(profile);
  try {
    let { page } = browser;
    await page.goto(site.url);
    const recoveryKey = await start(page, words, elsewhere);
    wanted = new Map([...wanted, ['recoveryKey', waysToWriteKey(recoveryKey)]]);
    await app.expectReadyOffline(page);
    await site.stop();
    await makeList(page, words);
    await write(page, words);
    await untilSessionIsWritten(page, site.url, profile);
    await expectNothing('while it is written', await storesOf(page));

    await app.lock(page); // what it answers to is on disk: only then the page is loaded again
    await app.unlock(page, words.passphrase);
    await takeAway(page, words);
    await tryWrongPassphrase(page, words);
    await expectNothing('while it is locked', await storesOf(page));
    await unlockByKey(page, recoveryKey);
    await expect(page.getByLabel('Brief note')).toHaveValue(new RegExp(words.textAtLock));
    await finish(page, words);
    const backup = await backUp(page, elsewhere);
    await untilSessionIsWritten(page, site.url, profile);
    await expectNothing('after the whole hour', [...(await storesOf(page)), backup]);
    await browser.close();
    await expectNothing('after closing');

    browser = await startBrowser(profile);
    page = browser.page;
    await page.goto(site.url);
    await app.unlock(page, words.passphrase);
    await app.startSession(page, new RegExp(words.practitioner));
    await app.openChild(page, words.childName);
    await page.getByLabel('Brief note').pressSequentially(`${words.killed} `);
    await untilSessionIsWritten(page, site.url, profile);
    await page.getByLabel('Brief note').pressSequentially(words.killedAtOnce);
    await browser.kill();
    await expectNothing('after it was killed');

    browser = await startBrowser(profile);
    page = browser.page;
    await page.goto(site.url);
    await app.unlock(page, words.passphrase);
    await app.openChild(page, words.childName);
    await expect(page.getByLabel('Brief note')).toHaveValue(new RegExp(words.killed)); // it is there, sealed
    await untilSessionIsWritten(page, site.url, profile);
    await expectNothing('after it was started again', await storesOf(page));
    const tab = await browser.context.newPage();
    await tab.goto(site.url);
    await expectControlsFound(tab, profile);
  } finally {
    await browser.kill();
    await site.stop();
    await removeProfile(profile);
    await rm(elsewhere, { recursive: true, force: true });
  }
  console.log(`canary: ${wanted.size} words, ${searched} files and stores searched, 0 found`);
});

/** As it is shown, without its hyphens, in small letters, and the bytes that it stands for. */
function waysToWriteKey(key: string): readonly Buffer[] {
  const read = readRecoveryKey(key);
  if (read.outcome !== 'read') throw new Error('the recovery key cannot be read');
  const bytes = Buffer.from(read.secret);
  const shown = [key, key.replaceAll('-', '')].flatMap((text) => [text, text.toLowerCase()]);
  return [
    ...[...shown, toHex(bytes)].flatMap(waysToWrite),
    bytes,
    ...[0, 1, 2].map((before) => inBase64(bytes, before)),
  ];
}

async function start(page: Page, words: Words, elsewhere: string): Promise<string> {
  await app.button(page, 'Start for real').click();
  await app.fillWhoIAm(page, { name: words.myName, role: words.myRole });
  await page.getByLabel('Passphrase', { exact: true }).pressSequentially(words.passphrase);
  await page.getByLabel('Passphrase again', { exact: true }).pressSequentially(words.passphrase);
  await app.button(page, 'Continue').click();
  await save(page, 'Save it for IT', elsewhere);
  const key = await app.typeRecoveryKeyBack(page);
  await expect(app.heading(page, 'Your supervision')).toBeVisible();
  return key;
}

async function save(page: Page, name: string, elsewhere: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), app.button(page, name).click()]);
  const path = join(elsewhere, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

async function makeList(page: Page, words: Words): Promise<void> {
  await app.link(page, 'Add a child').click();
  await page.getByLabel('Name', { exact: true }).pressSequentially(words.childName);
  await page.getByLabel('Reference').pressSequentially(words.reference);
  await page.getByLabel(/^Date of birth/).pressSequentially('14 6 2015');
  await page.getByLabel('Practitioner').pressSequentially(words.practitioner);
  await app.button(page, 'Add to my list').click();
  await expect(page.getByRole('region', { name: 'Added' })).toContainText(words.childName);
  await app.goTo(page, 'My list');
  await app.link(page, 'Paste rows from a spreadsheet').click();
  const rows = `7\t${words.pastedName}\t\tCIN\t${words.practitioner}\n8\t${words.rowNotBroughtIn}\t\tCIN\t`;
  await page.getByLabel('Rows').fill(rows);
  await app.button(page, 'Look at the rows').click();
  await app.button(page, /^Bring in 1 row/).click();
  await page.getByLabel('Search').pressSequentially(words.search);
  await expect(page.getByText(`0 results for “${words.search}”`)).toBeVisible();
}

const EDITED = 'What is it like to be this child?';
const DELETED = 'What has the child said, and what changed because of it?';

async function write(page: Page, words: Words): Promise<void> {
  await app.startSession(page, new RegExp(words.practitioner));
  await app.openChild(page, words.childName);
  await app.choose(page, 'Brief check-in');
  const type = (label: string, text: string) =>
    page.getByLabel(label, { exact: true }).pressSequentially(text);
  await type('Brief note', `${words.note} ${words.copied} `);
  await page.getByText('More', { exact: true }).click();
  await type(EDITED, words.editedAway);
  await type(DELETED, words.deleted);
  await page.getByRole('radio', { name: 'Yes' }).check();
  await app.button(page, 'Add a decision').click();
  await type('Decision 1', words.decision);
  await type('Reasons', words.reasons);
  await app.button(page, 'Add an action').click();
  await type('Action 1: what', words.action);
  await type('Who', words.whoActs);
  await type('By when', '2 weeks');
  await app.link(app.caseList(page), 'Personal notes').click();
  await type('Notes', words.personalNote);
  await app.openChild(page, words.childName);
}

/** What was stored is written over and taken out; then the screen is locked with text just typed. */
async function takeAway(page: Page, words: Words): Promise<void> {
  await app.openChild(page, words.childName);
  const [edited, deleted] = [page.getByLabel(EDITED), page.getByLabel(DELETED)];
  await expect(edited).toHaveValue(words.editedAway);
  await edited.fill('Settled');
  await expect(deleted).toHaveValue(words.deleted);
  await deleted.clear();
  await page.getByLabel('Brief note').press('Control+End');
  await page.getByLabel('Brief note').pressSequentially(words.textAtLock);
  await app.lock(page);
}

async function tryWrongPassphrase(page: Page, words: Words): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).pressSequentially(words.wrongPassphrase);
  await app.button(page, 'Unlock').click();
  await expect(page.getByText('The passphrase is not right').first()).toBeVisible();
}

async function unlockByKey(page: Page, recoveryKey: string): Promise<void> {
  await app.button(page, 'Use the recovery key').click();
  await page.getByLabel('Recovery key').pressSequentially(recoveryKey);
  await app.button(page, 'Unlock').click();
  await expect(app.button(page, 'Lock')).toBeVisible();
}

async function finish(page: Page, words: Words): Promise<void> {
  await app.markDiscussed(page);
  await app.link(page, 'End the session').click();
  await page.getByLabel('Anyone else').pressSequentially(words.otherPresent);
  await app.button(page, /^End the session/).click();
  await page.getByRole('button', { name: /^Finalise all/ }).click();
  await app.link(page, words.childName).click();
  // The page before asks too, for signing.
  await expect(page.getByRole('heading', { name: 'Is it in LCS?' })).toBeVisible();
  await app.openSitting(page, words.passphrase);
  await page.getByRole('button', { name: 'Copy for LCS' }).click();
  await expect(page.getByText('Copied', { exact: true }).first()).toBeVisible();
  await page.getByLabel('LCS reference (optional)').pressSequentially(words.caseSystemReference);
  await app.button(page, 'Recorded in LCS').click();
  await expect(page.getByRole('heading', { name: /^Recorded in LCS on/ })).toBeVisible();
  await page.getByText('Add a correction').click();
  await page.getByLabel('Correction', { exact: true }).pressSequentially(words.correction);
  await page.getByLabel('Reason', { exact: true }).pressSequentially(words.correctionReason);
  await app.button(page, 'Add the correction').click();
  await expect(page.getByRole('listitem').filter({ hasText: words.correction })).toBeVisible();

  await app.goTo(page, 'My list');
  await app.link(page, words.pastedName).click();
  await page.getByText('Close the case').first().click();
  const close = page.locator('form#close');
  await close.getByLabel('Reason').pressSequentially(words.listReason);
  await close.getByRole('button').click();
  await expect(page.getByText('Reopen the case').first()).toBeVisible();
}

async function backUp(page: Page, elsewhere: string): Promise<Place> {
  await app.goTo(page, 'Back up');
  const path = await save(page, 'Back up to a file', elsewhere);
  return { name: 'the backup file', bytes: await readFile(path) };
}

/** Planted last, in the same profile: the search that found nothing finds each of these. */
async function expectControlsFound(page: Page, profile: string): Promise<void> {
  const planted = {
    indexedDb: newWord(),
    cache: newWord(),
    sessionStorage: newWord(),
    localStorage: newWord(),
    historyState: newWord(),
    title: newWord(),
    base64: newWord(),
    base64Later: newWord(),
    base64Last: newWord(),
    field: newWord(),
  };
  await page.evaluate(async (words) => {
    const opening = indexedDB.open('planted', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const writing = opening.result.transaction('rows', 'readwrite');
    writing.objectStore('rows').put({ text: words.indexedDb }, 1);
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    opening.result.close();
    await (await caches.open('planted')).put('/planted', new Response(words.cache));
    sessionStorage.setItem('planted', words.sessionStorage);
    localStorage.setItem('planted', words.localStorage);
    history.replaceState({ planted: words.historyState }, '');
    document.title = words.title;
    const inBase64 = [words.base64, `.${words.base64Later}`, `..${words.base64Last}`].map(btoa);
    localStorage.setItem('planted in base64', inBase64.join(' '));
  }, planted);
  await plantField(page, planted.field);

  const wanted = wantedOf(planted);
  const whatIsFound = (places: readonly Place[]) =>
    new Set(find(wanted, places).map((found) => found.split(' ')[0]));
  const missing = async () => {
    // A browser that has only just started may pass over what changed before it was ready.
    await page.keyboard.press('Space');
    const found = whatIsFound(await filesOf(profile));
    return Object.keys(planted).filter((name) => !found.has(name));
  };
  await expect.poll(missing, { message: 'controls not found', timeout: 60_000 }).toEqual([]);
  const readBack = whatIsFound(await storesOf(page));
  const inStores = Object.keys(planted).filter((name) => name !== 'field');
  expect(
    inStores.filter((name) => !readBack.has(name)),
    'controls not read back',
  ).toEqual([]);
  console.log(`canary: ${Object.keys(planted).length} controls planted, all found`);
}
