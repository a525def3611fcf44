import { readFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import {
  button,
  choose,
  expectLocked,
  goTo,
  heading,
  link,
  markDiscussed,
  openChild,
  startForReal,
  startSession,
  typeSuggestedPassphrase,
} from './app.ts';
import { launchOptions } from './browser.ts';
import { newProfile, removeProfile } from './browser-process.ts';
import { chanceFrom } from './kill-round.ts';
import { expect, test } from './test.ts';
import { diskBytes, heapBytes, KeyWatch, throttle, typeAtPace, words } from './typing.ts';

/**
 * A session of three hours, typed key by key while the clock goes on as it would: what was typed is there
 * to the letter, also where the lock fell in the middle of a word. How long a key takes to be seen, memory
 * and disk are printed and not asserted. `npm run typed` types 27,000 keys beside 20,000 records.
 */
const KEYS = Number(process.env.TYPED_KEYS ?? 1_500);
const THROTTLE = Number(process.env.TYPED_THROTTLE ?? 1);
const SEED = Number(process.env.TYPED_SEED ?? Math.floor(Math.random() * 1e9));
const BACKUP = process.env.TYPED_BACKUP;
/** Keys at a person’s pace, in real time: figure 11. None unless asked for: each takes its fifth of a second. */
const PACED_KEYS = Number(process.env.TYPED_PACED ?? 0);

const CHILDREN = 22;
const THREE_HOURS_MS = 3 * 60 * 60_000;
/** A quick typist within a sentence; the rest of the three hours is talk, between the sentences. */
const MS_A_KEY = 200;
const KEYS_A_SENTENCE = 80;
const PAUSE_MS = (THREE_HOURS_MS / KEYS - MS_A_KEY) * KEYS_A_SENTENCE;
/** Timers are let run this often: the longest a save may wait is 800 ms. */
const KEYS_AT_ONCE = 4;

const IN_DEPTH = [
  'What has happened since last time',
  'What is it like to be this child?',
  'What are we worried about?',
  'What protects this child?',
  'Analysis',
] as const;

test(`a session of ${KEYS} keys keeps every letter, also where it locks in the middle of a word`, async ({
  site,
  watch,
}) => {
  test.setTimeout(120_000 + KEYS * 1_500);
  console.log(`typed: seed ${SEED}`);
  const profile = await newProfile();
  const laptop = await watch(await chromium.launchPersistentContext(profile, laptopOptions(site)));
  try {
    await laptop.clock.install({ time: new Date('2026-11-24T09:30:00Z') });
    const watched = await KeyWatch.on(laptop);
    const page = laptop.pages()[0] ?? (await laptop.newPage());
    const { passphrase, names, worker } = BACKUP
      ? await fromBackup(page, BACKUP)
      : await fromNothing(page);
    await startSession(page, worker);

    const before = { heap: await heapBytes(page), disk: await diskBytes(profile) };
    await watched.expectToSeeASlowKey(page);
    await throttle(page, THROTTLE);
    const expected = await typeAll(page, watched, names, passphrase);
    await watched.take(page);
    if (PACED_KEYS > 0) await typePaced(page, watched, expected);
    await throttle(page, 1);
    await expectEverything(page, expected);

    // Once more from the disk alone.
    await button(page, 'Lock').click();
    await expectLocked(page);
    await unlock(page, passphrase);
    await expectEverything(page, expected);

    const after = { heap: await heapBytes(page), disk: await diskBytes(profile) };
    const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
    console.log(
      `typed: ${watched.keys} keys under ${THROTTLE}× throttle, keydown to paint ${watched.words}; ` +
        `memory ${mb(before.heap)} to ${mb(after.heap)}, disk ${mb(before.disk)} to ${mb(after.disk)}`,
    );
    expect(watched.keys, 'the keys were seen').toBeGreaterThan(KEYS / 2);
  } finally {
    await laptop.close();
    await removeProfile(profile);
  }
});

const laptopOptions = ({ url }: { readonly url: string }) => ({
  ...launchOptions,
  baseURL: url,
  viewport: { width: 1366, height: 768 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
});

interface Started {
  readonly passphrase: string;
  readonly names: readonly string[];
  readonly worker: RegExp;
}

async function fromNothing(page: Page): Promise<Started> {
  const { passphrase } = await startForReal(page);
  const names = Array.from(
    { length: CHILDREN },
    (_, i) => `Child ${String(i + 1).padStart(2, '0')}`,
  );
  await goTo(page, 'My list');
  await link(page, 'Paste rows from a spreadsheet').click();
  const rows = names.map((name, i) => `CH-${i}\t${name}\t14/03/2015\tCIN\tAmina Khan`);
  const head = 'Reference\tName\tDate of birth\tStatus\tWorker';
  await page.getByLabel('Rows').fill([head, ...rows].join('\n'));
  await button(page, 'Look at the rows').click();
  await button(page, `Bring in ${CHILDREN} rows`).click();
  await expect(page.getByText(`${CHILDREN} open cases`)).toBeVisible();
  return { passphrase, names, worker: /^Amina Khan/ };
}

/** Made by `npm run typed`, with its recovery key and its first practitioner’s children beside it. */
async function fromBackup(page: Page, path: string): Promise<Started> {
  const { recoveryKey, names, worker } = JSON.parse(await readFile(`${path}.json`, 'utf8'));
  await page.goto('/');
  await button(page, 'Restore a backup').click();
  await page.getByLabel('Backup file').setInputFiles(path);
  await page.getByLabel('Recovery key').fill(recoveryKey);
  await button(page, 'Check the backup').click();
  await expect(heading(page, 'This backup opens')).toBeVisible({ timeout: 120_000 });
  const passphrase = await typeSuggestedPassphrase(page);
  await expect(heading(page, 'Your supervision')).toBeVisible({ timeout: 120_000 });
  return { passphrase, names: names.slice(0, CHILDREN), worker: new RegExp(`^${worker}`) };
}

/** What was typed for each child, by the label of its field. */
type Typed = ReadonlyMap<string, Map<string, string>>;

async function typeAll(
  page: Page,
  watched: KeyWatch,
  names: readonly string[],
  passphrase: string,
): Promise<Typed> {
  const chance = chanceFrom(SEED);
  const expected = new Map<string, Map<string, string>>();
  const locksAt = chance.between(1, names.length - 1);
  for (const [i, name] of names.entries()) {
    await openChild(page, name);
    const inDepth = i % 3 === 0;
    await choose(page, inDepth ? 'In depth' : 'Brief check-in');
    const labels = inDepth ? IN_DEPTH : ['Brief note'];
    const texts = new Map<string, string>();
    for (const label of labels) {
      const text = words(chance, Math.round(KEYS / names.length / labels.length));
      const field = page.getByLabel(label);
      await field.focus();
      const middle = i === locksAt && label === labels[0] ? middleOfAWord(text) : 0;
      await typeLikeAPerson(page, text.slice(0, middle));
      if (middle > 0) {
        await watched.take(page);
        await lockWhileAway(page, passphrase);
        await expect(field, 'the caret is where it was').toBeFocused();
      }
      await typeLikeAPerson(page, text.slice(middle));
      texts.set(label, text);
    }
    expected.set(name, texts);
    if (!inDepth) await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    await markDiscussed(page);
  }
  return expected;
}

/** Goes on where the first child’s last text ends. */
async function typePaced(page: Page, before: KeyWatch, expected: Typed): Promise<void> {
  const [name = '', texts = new Map()] = [...expected][0] ?? [];
  await openChild(page, name);
  const [label = '', held = ''] = [...texts].at(-1) ?? [];
  const text = ` ${words(chanceFrom(SEED), PACED_KEYS - 1)}`;
  await page.getByLabel(label).focus();
  await page.keyboard.press('Control+End');
  await page.clock.resume(); // timers come by themselves, and React sees how long it draws
  await before.take(page);
  const watched = new KeyWatch();
  await typeAtPace(page, text, MS_A_KEY);
  await watched.take(page);
  console.log(
    `typed: ${watched.keys} keys, one each ${MS_A_KEY} ms, under ${THROTTLE}× throttle, ` +
      `keydown to paint ${watched.words}`,
  );
  expect(watched.keys, 'each key was seen').toBe(PACED_KEYS);
  texts.set(label, held + text);
}

const middleOfAWord = (text: string): number =>
  text.slice(0, -1).search(/(?<=.{3})(?<=[a-z])[a-z]{2}/) + 1;

async function typeLikeAPerson(page: Page, text: string): Promise<void> {
  for (let from = 0; from < text.length; from += KEYS_AT_ONCE) {
    const keys = text.slice(from, from + KEYS_AT_ONCE);
    for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.clock.runFor(keys.length * MS_A_KEY);
    if (from % KEYS_A_SENTENCE === 0) await page.clock.fastForward(Math.round(PAUSE_MS));
  }
}

/** Called away within a word, for longer than a session stays open. */
async function lockWhileAway(page: Page, passphrase: string): Promise<void> {
  await throttle(page, 1);
  await page.clock.fastForward('46:00');
  await expectLocked(page);
  await unlock(page, passphrase);
  await throttle(page, THROTTLE);
}

/** 20,000 records take their time, and a test machine its own. */
async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Unlock').click();
  await expect(button(page, 'Lock')).toBeVisible({ timeout: 60_000 });
}

async function expectEverything(page: Page, expected: Typed): Promise<void> {
  for (const [name, texts] of expected) {
    await openChild(page, name);
    for (const [label, text] of texts) await expect(page.getByLabel(label)).toHaveValue(text);
  }
}
