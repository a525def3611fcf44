import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import {
  addChild,
  button,
  choose,
  expectLocked,
  expectReadyOffline,
  goTo,
  heading,
  link,
  lock,
  markDiscussed,
  openChild,
  openNotes,
  openSitting,
  pasted,
  startForReal,
  startSession,
  typeSuggestedPassphrase,
  unlock,
  type WaysIn,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';

// The Monday before Christmas: two bank holidays stand between the session and its deadline.
const MONDAY = '2026-12-21T10:00:00Z';
const BANK_HOLIDAYS = ['2026-12-25', '2026-12-28', '2027-01-01'];

const EXPERIENCE = 'He wakes early and makes his own breakfast.';
const DECISION = 'Hold a strategy discussion today';
const REASONS = 'The school saw a new bruise this morning';
const FAMILY = 'Mum has a new job and the evenings are hard.';
const PERSONAL = 'Amina is tired; we agreed two protected mornings';
const LEON_NOTE = 'Leon joined the chess club and talks about it.';

test('a first hour: from an empty laptop to records in the case system, with the network off', async ({
  site,
  watch,
  browser,
}) => {
  test.setTimeout(240_000);
  const clock = clockFrom(MONDAY);
  const profile = await mkdtemp(join(tmpdir(), 'footprint-hour-'));
  let laptop: BrowserContext | undefined;
  const openLaptop = async () => {
    laptop = await watch(await chromium.launchPersistentContext(profile));
    await clock.set(laptop);
    return laptop.pages()[0] ?? (await laptop.newPage());
  };

  try {
    let page = await openLaptop();
    const ways = await test.step('starts for real', () => startForReal(page));
    await test.step('makes a list', () => makeList(page));
    await test.step('waits for the words, and then the network really goes', async () => {
      await expectReadyOffline(page);
      await site.stop();
    });
    const dueBy = await test.step('holds the session', () => holdSession(page));
    await test.step('pauses; a reload locks; it goes on', () => pauseAndGoOn(page, ways));
    await test.step('ends with one child left out, for a reason', () => endSession(page));
    await test.step('finalises what is ready, completes the rest', () => finalise(page, dueBy));
    await test.step('corrects a record beside the original', () => amend(page));
    await test.step('copies a record’s text', () => copy(page, ways));
    await test.step('signs the records of the session once', () => sign(page));
    await test.step('says it is in LCS', () => mark(page));
    await test.step('settles the row left over', () => settleRow(page));
    const backup = await test.step('backs up', () => backUp(page));

    await test.step('closes the browser and starts it again, still with no network', async () => {
      await putCaretInNotes(page);
      await lock(page);
      await laptop?.close();
      page = await openLaptop();
      await goOnTyping(page, ways);
    });
    await test.step('restores on an empty laptop with the recovery key', async () => {
      await site.start();
      const empty = await watch(await browser.newContext());
      await clock.set(empty);
      await restore(await empty.newPage(), ways, backup);
      await empty.close();
    });
  } finally {
    await laptop?.close();
    await rm(profile, { recursive: true, force: true });
  }
});

async function makeList(page: Page): Promise<void> {
  await link(page, 'Add a child').click();
  const worker = 'Amina Khan';
  await addChild(page, {
    name: 'Tomasz W',
    reference: 'CH-1',
    birth: '14 6 2015',
    status: 'CIN',
    worker,
  });
  await addChild(page, { name: 'Zofia W', birth: '2 Feb 2018', sibling: 'Tomasz W' });
  await addChild(page, { name: 'Leon K', birth: '1/9/2012', worker });

  await goTo(page, 'My list');
  await link(page, 'Paste rows from a spreadsheet').click();
  const rows = [
    'Reference\tName\tDate of birth\tStatus\tWorker',
    'CH-7\tMaya P\t31/02/2019\tCIN\tAmina Khan',
    'CH-8\tNoah R\t14/03/2012\tCLA\tAmina Khan',
    'CH-9\tOlive S\t1/1/2015\tCIN\t',
  ];
  await page.getByLabel('Rows').fill(rows.join('\n'));
  await button(page, 'Look at the rows').click();
  await expect(page.getByText('Check: date of birth not readable (“31/02/2019”)')).toBeVisible();
  await expect(page.getByText(/Olive S.*No worker/)).toBeVisible();
  await button(page, 'Bring in 2 rows').click();
  await expect(page.getByText('1 row of your caseload was not brought in.')).toBeVisible();
  await expect(page.getByText('5 open cases')).toBeVisible();
  await expect(page.getByRole('row', { name: /Maya P/ })).toContainText('Open, to check');
}

/** Answers with the moments between which the decision was made: its 24 hours run from then. */
async function holdSession(page: Page): Promise<readonly [number, number]> {
  await startSession(page);

  await openChild(page, 'Leon K');
  await choose(page, 'Brief check-in');
  await page.getByLabel('Brief note').fill(LEON_NOTE);
  await page.getByRole('radio', { name: 'Yes' }).check();
  await markDiscussed(page);

  await openChild(page, 'Tomasz W');
  await choose(page, 'In depth');
  await page.getByLabel('About the family').fill(FAMILY);
  await page.getByLabel('What has happened since last time').fill('Two visits, both at school.');
  await page.getByLabel('What is it like to be this child?').fill(EXPERIENCE);
  await page.getByLabel(/^What has the child said/).fill('“I like it when the heating is on.”');
  await page.getByLabel('What are we worried about?').fill('A new bruise; school saw it today.');
  await page.getByLabel('What protects this child?').fill('His aunt comes every day.');
  await page.getByLabel('Analysis').fill('The job made mornings lonely; or something else did.');
  const before = await page.evaluate(() => Date.now());
  await button(page, 'Add a decision').click();
  const after = await page.evaluate(() => Date.now());
  await page.getByLabel('Decision 1').fill(DECISION);
  await page.getByLabel('Reasons').fill(REASONS);
  await page.getByLabel('How significant is it?').selectOption('Significant');
  await button(page, 'Add an action').click();
  await page.getByLabel('Action 1: what').fill('Visit Tomasz at home');
  await page.getByLabel('Who', { exact: true }).fill('Amina Khan');
  await page.getByLabel('By when').fill('2 weeks');
  await expect(page.getByText(longDate(Date.parse(MONDAY) + 14 * DAY_MS))).toBeVisible();
  await markDiscussed(page);

  await openChild(page, 'Zofia W');
  await choose(page, 'Brief check-in');
  await expect(page.getByLabel('About the family')).toHaveValue(FAMILY);
  await page.getByLabel(/^The names of brothers and sisters/).check();
  await page.getByLabel('Brief note').fill('Zofia sleeps well again and reads to her brother.');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await markDiscussed(page);

  await openChild(page, 'Maya P');
  await choose(page, 'Brief check-in');
  await page.getByLabel('Brief note').fill('Maya has begun swimming on Saturdays.');
  await markDiscussed(page);

  await openNotes(page);
  await page.getByLabel('Notes').fill(`${PERSONAL}.`);
  return [before, after];
}

async function pauseAndGoOn(page: Page, { passphrase }: WaysIn): Promise<void> {
  await button(page, 'Pause').click();
  await expect(page.getByRole('row', { name: /Amina Khan.*Paused/ })).toBeVisible();
  await page.reload();
  await expectLocked(page);
  await unlock(page, passphrase);
  await link(page, 'Continue supervision of Amina Khan').click();
  await button(page, 'Continue the session with Amina Khan').click();
  await expect(page.getByText('4 of 5 accounted for')).toBeVisible();
  await openNotes(page);
  await expect(page.getByLabel('Notes')).toHaveValue(`${PERSONAL}.`);
}

async function endSession(page: Page): Promise<void> {
  await link(page, 'End the session').click();
  await expect(page.getByText('1 child not accounted for.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Noah R' }).check();
  await page.getByRole('radio', { name: /^Time ran out/ }).check();
  await button(page, 'Use this reason for these children').click();
  await expect(page.getByText('Every child is accounted for.')).toBeVisible();
  await button(page, 'End the session').click();
  await expect(heading(page, 'Records of the session with Amina Khan')).toBeVisible();
  await expect(
    page.getByText('1 in depth, 3 brief check-in, 1 not discussed, with a reason.'),
  ).toBeVisible();
}

async function finalise(page: Page, decided: readonly [number, number]): Promise<void> {
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  // Counted here and not by the app: 5 working days, past Christmas Day and its Monday.
  await expect(row('Leon K')).toContainText(`due ${fifthWorkingDay(MONDAY)}, 5 working days left`);
  const [earliest, latest] = decided.map((ms) => ms + DAY_MS);
  const due = new RegExp(`24 hours: due tomorrow at (${timeText(earliest)}|${timeText(latest)})`);
  await expect(page.getByRole('row').nth(1)).toContainText('Tomasz W'); // hours before days
  await expect(row('Tomasz W')).toContainText(due);
  await expect(row('Maya P')).toContainText('Choose whether the plan is on track');
  await expect(button(row('Maya P'), /^Finalise/)).toHaveCount(0);

  await button(page, 'Finalise the record of Leon K').click();
  await expect(link(page, 'Leon K')).toBeVisible();

  await button(page, 'Finalise all that are ready (2)').click();
  const missing = page.getByRole('alert');
  await expect(missing).toContainText('Maya P');
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await link(page, 'Choose whether the plan is on track (Maya P)').click();
  await expect(heading(page, 'Maya P')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeFocused();
  await page.getByRole('radio', { name: 'Partly' }).check();
  await link(page, 'Back to records to finish').click();
  await button(page, 'Finalise all (1)').click();
  await expect(page.getByText('Every discussed child’s record is finalised.')).toBeVisible();
}

async function amend(page: Page): Promise<void> {
  await link(page, 'Tomasz W').click();
  const text = page.getByLabel('Text for LCS');
  await expect(text).toHaveValue(new RegExp(EXPERIENCE));
  await page.getByText('Add a correction').click();
  await page.getByRole('textbox', { name: 'Correction' }).fill('He wakes at seven.');
  await page.getByLabel('Reason').fill('The time was wrong');
  await button(page, 'Add the correction').click();
  await expect(page.getByRole('heading', { name: 'Reason: The time was wrong' })).toBeVisible();
  await expect(text).toHaveValue(
    /Amended at \d+:\d\dam on Monday 21 December 2026 by Jo Field\. Reason: The time was wrong\nHe wakes at seven\./,
  );
  await expect(text).toHaveValue(new RegExp(EXPERIENCE));
}

async function copy(page: Page, { passphrase }: WaysIn): Promise<void> {
  await expect(button(page, 'Copy for LCS')).toHaveCount(0);
  await openSitting(page, passphrase);
  await button(page, 'Copy for LCS').click();
  await expect(page.getByText('Copied', { exact: true }).first()).toBeVisible();
  const text = await pasted(page);
  expect(text.split('\n')[0]).toBe('Supervision record');
  expect(text).toContain('Name: Tomasz W\nReference: CH-1\nDate of birth: 14 June 2015');
  expect(text).toContain(`- ${DECISION} (significant)\n  Reasons: ${REASONS}`);
  expect(text).toContain('- Visit Tomasz at home. Who: Amina Khan. By: 4 January 2027');
  expect(text).toContain(FAMILY);
  expect(text).not.toContain('Amina is tired');
  expect(text).not.toContain('Zofia');

  // Ticked on her record, so the brother's name is there; the family's text is on both.
  await goTo(page, 'To record');
  await link(page, 'Zofia W').click();
  const sister = page.getByLabel('Text for LCS');
  await expect(sister).toHaveValue(/Brothers and sisters: Tomasz W/);
  await expect(sister).toHaveValue(new RegExp(FAMILY));
}

const SIGNED = /Signed by Jo Field on 21 December 2026 at \d+:\d\dam \(level 1\)/;

/** The sitting is open from the copying: it is asked for once. */
async function sign(page: Page): Promise<void> {
  await goTo(page, 'Sessions');
  await link(page, /^Records of session with Amina Khan/).click();
  await expect(page.getByText(/^4 records not signed: /)).toBeVisible();
  await page.getByLabel('I agree this is a record of what we discussed').check();
  await button(page, 'Sign 4 records').click();
  await expect(page.getByText(SIGNED)).toBeVisible();
  await expect(button(page, /^Sign \d/)).toHaveCount(0);
  await link(page, 'Leon K').click();
  const text = page.getByLabel('Text for LCS');
  await expect(text).toHaveValue(new RegExp(`${SIGNED.source}$`));
  await expect(text).not.toHaveValue(/Amina is tired/);
}

async function mark(page: Page): Promise<void> {
  await goTo(page, 'To record');
  await expect(page.getByText('0 of 4 recorded')).toBeVisible();
  await link(page, 'Leon K').click();
  const recorded = page.getByRole('heading', { name: 'Recorded in LCS on 21 December 2026' });
  const sayRecorded = async () => {
    await expect(page.getByLabel('Recorded in LCS on')).toHaveValue('21 December 2026');
    await page.getByLabel('LCS reference (optional)').fill('LCS-44');
    await button(page, 'Recorded in LCS').click();
    await expect(recorded).toBeVisible();
    await expect(page.getByText('By Jo Field, reference LCS-44.')).toBeVisible();
  };
  await sayRecorded();
  await button(page, 'Undo: it is not in LCS yet').click();
  await expect(recorded).toHaveCount(0);
  await sayRecorded();
  await expect(page.getByText('recorded on 21 December 2026, on time')).toBeVisible();
  await byKeysAlone(page);
}

/** The sitting that was opened for one record is open for all: three keys for each. */
async function byKeysAlone(page: Page): Promise<void> {
  await goTo(page, 'To record');
  await expect(page.getByText('1 of 4 recorded')).toBeVisible();
  const copyOf = (name: string) => button(page, new RegExp(`^Copy ${name}, `));
  await copyOf('Tomasz W').focus(); // first: its decision is due in 24 hours
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied', { exact: true }).first()).toBeVisible();
  expect(await pasted(page)).toContain(DECISION);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 4 recorded')).toBeVisible();
  const next = page.getByRole('button', { name: /^Copy (Maya P|Zofia W), / }).first();
  await expect(next).toBeFocused();
  await expect.poll(() => pasted(page)).toBe('Footprint: copied text removed');
  await button(page, /^Undo Tomasz W/).click();
  await expect(copyOf('Tomasz W')).toBeFocused();
  await expect(page.getByText('1 of 4 recorded')).toBeVisible();
}

async function settleRow(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, 'Look at it').click();
  await expect(page.getByRole('row', { name: /Olive S.*No worker/ })).toBeVisible();
  await button(page, /^Settled.*CH-9/).click();
  await expect(page.getByText('could not be brought in')).toHaveCount(0);
}

async function backUp(page: Page): Promise<string> {
  await goTo(page, 'Back up');
  const downloading = page.waitForEvent('download');
  await button(page, 'Back up to a file').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^footprint-backup-2026-12-21-\w{4}\.footprint$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).not.toContain('Tomasz');
  await expect(page.getByText(/Last backed up 10:\d\dam on Monday 21 December 2026/)).toBeVisible();
  return text;
}

async function putCaretInNotes(page: Page): Promise<void> {
  await goTo(page, 'Sessions');
  await startSession(page);
  await openNotes(page);
  const notes = page.getByLabel('Notes');
  await notes.pressSequentially('suvision');
  for (let i = 0; i < 'vision'.length; i++) await page.keyboard.press('ArrowLeft');
}

/** Same screen, same field, and the letters land in the middle of the word. */
async function goOnTyping(page: Page, { passphrase }: WaysIn): Promise<void> {
  await page.goto('/');
  await unlock(page, passphrase);
  const notes = page.getByLabel('Notes');
  await expect(notes).toBeFocused();
  await page.keyboard.type('per');
  await expect(notes).toHaveValue('supervision');
}

async function restore(page: Page, { recoveryKey }: WaysIn, backup: string): Promise<void> {
  await page.goto('/');
  await button(page, 'Restore a backup').click();
  await page.getByLabel('Backup file').setInputFiles({
    name: 'from-the-share.footprint',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(backup),
  });
  await page.getByLabel('Recovery key').fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await button(page, 'Check the backup').click();
  await expect(heading(page, 'This backup opens')).toBeVisible();
  await typeSuggestedPassphrase(page);

  await expect(page.getByText('3 children’s records to record in LCS.')).toBeVisible();
  await goTo(page, 'My list');
  for (const name of ['Tomasz W', 'Zofia W', 'Leon K', 'Maya P', 'Noah R']) {
    await expect(link(page, name)).toBeVisible();
  }
  await goTo(page, 'To record');
  await link(page, 'Tomasz W').click();
  const text = page.getByLabel('Text for LCS');
  await expect(text).toHaveValue(new RegExp(DECISION));
  await expect(text).toHaveValue(/He wakes at seven\./);
  // Checked on another device: what the old one signed holds here, and no more than that.
  await expect(text).toHaveValue(/He wakes at seven\.\nThe correction is not signed\./);
  await expect(text).toHaveValue(new RegExp(`${SIGNED.source}$`));
  await goTo(page, 'To record');
  await link(page, 'Leon K').click();
  await expect(page.getByText('By Jo Field, reference LCS-44.')).toBeVisible();
}

const DAY_MS = 86_400_000;

/** "Wednesday 30 December 2026", in London, by the browser maker's calendar and not by ours. */
function longDate(ms: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).formatToParts(ms);
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
}

/** December: London's clock is UTC. */
function fifthWorkingDay(from: string): string {
  let ms = Date.parse(from);
  for (let left = 5; left > 0; ) {
    ms += DAY_MS;
    const day = new Date(ms);
    const isWeekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (!isWeekend && !BANK_HOLIDAYS.includes(day.toISOString().slice(0, 10))) left -= 1;
  }
  return longDate(ms);
}

function timeText(ms = 0): string {
  const at = new Date(ms);
  return `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}am`;
}
