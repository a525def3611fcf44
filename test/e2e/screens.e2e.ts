import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import {
  addChild,
  button,
  choose,
  expectHome,
  fillWhoIAm,
  goTo,
  heading,
  link,
  lock,
  markDiscussed,
  openChild,
  openEveryDetails,
  openExample,
  startForReal,
  startSession,
  typeRecoveryKeyBack,
  typeSuggestedPassphrase,
  unlock,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { expectSound, pathsSeen, problemsOf } from './sound-screen.ts';
import { expect, test } from './test.ts';
import { walkAgenda } from './walk-agenda.ts';
import { walkEntries } from './walk-entries.ts';
import { walkExport, walkReadingIn } from './walk-export.ts';
import { walkForms } from './walk-forms.ts';
import { walkGroup } from './walk-group.ts';
import { walkHandingOver } from './walk-handing-over.ts';
import { walkKeeping } from './walk-keeping.ts';
import { walkNotHeld } from './walk-not-held.ts';
import { walkOldRecords } from './walk-old-records.ts';
import { walkPolicy } from './walk-policy.ts';
import { walkPrint } from './walk-print.ts';
import { walkSupervisionFile } from './walk-supervision-file.ts';
import { walkTwoPeople } from './walk-two-people.ts';

const clock = clockFrom('2026-11-24T14:30:00Z');

// Serial: the last test counts the screens that the others saw.
test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ context }) => {
  test.setTimeout(120_000);
  await clock.set(context);
});

test('each screen before there are records can be used by everyone', async ({ page }) => {
  await page.goto('/');
  await expect(heading(page, 'Record supervision, for every child')).toBeVisible();
  await expectSound(page, 'welcome');

  await button(page, 'Restore a backup').click();
  await expect(heading(page, 'Restore a backup')).toBeVisible();
  await expectSound(page, 'restore');
  await button(page, 'Check the backup').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'restore, with a problem');
  await button(page, 'Back').click();

  await button(page, 'Start for real').click();
  await expect(heading(page, 'Who you are')).toBeVisible();
  await expectSound(page, 'who you are');
  await button(page, 'Continue').click();
  await expect(link(page, 'Enter your name')).toBeVisible();
  await expectSound(page, 'who you are, with problems');
  await fillWhoIAm(page);

  await expect(heading(page, 'Your passphrase')).toBeVisible();
  await expectSound(page, 'passphrase');
  await button(page, 'Continue').click();
  await expect(link(page, 'Enter a passphrase')).toBeVisible();
  await expectSound(page, 'passphrase, with problems');
  const passphrase = await typeSuggestedPassphrase(page);

  await expect(heading(page, 'Your recovery key')).toBeVisible();
  await expectSound(page, 'recovery key');
  await typeRecoveryKeyBack(page);

  await expect(heading(page, 'Your supervision')).toBeVisible();
  await lock(page);
  await expectSound(page, 'unlock');
  await button(page, 'Use the recovery key').click();
  await expectSound(page, 'unlock by the recovery key');
  await button(page, 'Unlock').click();
  await expect(link(page, 'Enter the recovery key')).toBeVisible();
  await expectSound(page, 'unlock, with a problem');
  await link(page, 'Help').click();
  await expect(heading(page, 'Help')).toBeVisible();
  await expectSound(page, 'help before unlocking');
  await link(page, 'Back to Footprint').click();
  await unlock(page, passphrase);
});

test('each screen with nothing in it can be used by everyone', async ({ page }) => {
  const { passphrase } = await startForReal(page);
  await expectHome(page);
  await expectSound(page, 'home, empty');
  await goTo(page, 'Sessions');
  await expect(heading(page, 'Supervision sessions')).toBeVisible();
  await expectSound(page, 'sessions, empty');
  await goTo(page, 'To record');
  await expect(heading(page, 'To record in LCS')).toBeVisible();
  await expectSound(page, 'to record, empty');
  await goTo(page, 'Back up');
  await expect(heading(page, 'Back up this device')).toBeVisible();
  await expectSound(page, 'backup');
  await link(page, 'Settings').click();
  await expect(heading(page, 'Settings')).toBeVisible();
  await expectSound(page, 'settings, empty');
  await link(page, /^Change.*passphrase/).click();
  await expect(heading(page, 'Change your passphrase')).toBeVisible();
  await expectSound(page, 'change the passphrase');
  await link(page, 'Settings').first().click();
  await link(page, 'See or change ways in').click();
  await expect(heading(page, 'Ways in')).toBeVisible();
  await expectSound(page, 'ways in');
  await link(page, 'Settings').first().click();
  await link(page, 'See or change sync').click();
  await expect(heading(page, 'Sync')).toBeVisible();
  await expectSound(page, 'sync, without an endpoint');
  // What is kept of a record beside its text: reached from a record that needs somebody, and there is none.
  await page.evaluate(() => history.pushState(null, '', '/sync/texts/of-no-record'));
  await expect(page.getByText('There is no record with this address')).toBeVisible();
  await expect(link(page, 'Settings')).toHaveAttribute('aria-current', 'page');
  await expectSound(page, 'texts kept of a record that is not here');
  await link(page, 'Help').click();
  await expect(heading(page, 'Help')).toBeVisible();
  await expectSound(page, 'help');

  await goTo(page, 'My list');
  await expect(heading(page, 'My list')).toBeVisible();
  await expectSound(page, 'my list, empty');
  await link(page, 'Paste rows from a spreadsheet').click();
  await expect(heading(page, 'Paste rows from a spreadsheet')).toBeVisible();
  await expectSound(page, 'paste');
  await button(page, 'Look at the rows').click();
  await expect(link(page, 'Paste at least one row')).toBeVisible();
  await expectSound(page, 'paste, with a problem');
  const rows = 'CH-7,Ella F,31/02/2019,CIN,Amina Khan\nCH-9,Finn G,1/1/2015,CIN,';
  await page.getByLabel('Rows').fill(rows);
  await button(page, 'Look at the rows').click();
  await expect(heading(page, 'Check the rows')).toBeVisible();
  await expectSound(page, 'paste preview');
  await button(page, 'Bring in 1 row').click();
  await expectSound(page, 'my list, with a row to settle');
  await link(page, 'Look at it').click();
  await expectSound(page, 'paste, with a row to settle');
  await goTo(page, 'Home');
  await expectHome(page);
  await expectSound(page, 'home, with a row to settle');

  await goTo(page, 'My list');
  await link(page, 'Bring in a caseload file').click();
  await expect(heading(page, 'Bring in a caseload file')).toBeVisible();
  await expectSound(page, 'caseload file');
  await page.getByLabel('Files').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Reference,Name,Date of birth,Worker\nCH-8,Isla J,31/02/2019,Amina Khan\n,No one,,',
    ),
  });
  await expect(heading(page, 'What is in each column?')).toBeVisible();
  await expectSound(page, 'caseload file, columns');
  await button(page, 'Read the file').click();
  await expect(heading(page, 'Whose children?')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Amina Khan/ }).check();
  await expectSound(page, 'caseload file, workers');
  await button(page, 'See what changes').click();
  await expect(heading(page, 'What changes')).toBeVisible();
  await expectSound(page, 'caseload file, what changes');
  await button(page, 'Bring in').click();
  await expect(heading(page, 'My list')).toBeVisible();
  await link(page, 'Bring in a caseload file').click();
  await expect(button(page, 'Undo the last import')).toBeVisible();
  await expectSound(page, 'caseload file, after one');
  await goTo(page, 'Home');
  await link(page, 'Amina Khan').click();
  await expect(heading(page, 'Practitioner')).toBeVisible();
  await expectSound(page, 'practitioner');

  await goTo(page, 'My list');
  await lookAtCaseloadFile(page);
  await goTo(page, 'My list');
  await link(page, 'Add a child').click();
  await expect(heading(page, 'Add a child')).toBeVisible();
  await expectSound(page, 'add a child');
  await button(page, 'Add to my list').click();
  await expect(link(page, 'Enter a name or a reference')).toBeVisible();
  await expectSound(page, 'add a child, with problems');
  await addChild(page, { name: 'Grace H', worker: 'Amina Khan' });
  await expectSound(page, 'add a child, after one');
  await startSession(page);
  await link(page, 'End the session').click();
  await expectSound(page, 'end, with children left out');
  await button(page, 'End the session as incomplete').click();
  await expect(page.getByText('Incomplete', { exact: true })).toBeVisible();
  await expectSound(page, 'finish, nothing discussed');
  await walkReadingIn(page, passphrase);
});

test('each screen of a full caseload can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkAgenda(page);
  await goTo(page, 'Home');
  await expectHome(page);
  await expectSound(page, 'home');
  await picture(page, 'home');
  await link(page, 'Amina Khan').click();
  await expectSound(page, 'practitioner');
  await goTo(page, 'Sessions');
  await expectSound(page, 'sessions');
  await goTo(page, 'My list');
  await expectSound(page, 'my list');
  await link(page, 'Chloe C').click();
  await expect(heading(page, 'Child’s record')).toBeVisible();
  await openEveryDetails(page);
  await expectSound(page, 'child, every part open');
  await goTo(page, 'My list');
  await link(page, 'When was each child last discussed?').click();
  await expectSound(page, 'last discussed');
  await goTo(page, 'To record');
  await expectSound(page, 'to record');
  await link(page, 'Chloe C').click();
  await expectSound(page, 'record, recorded');
  await button(page, 'Undo: it is not in LCS yet').click();
  await expect(button(page, 'Recorded in LCS')).toBeVisible();
  await expectSound(page, 'record, to record');
  await page.getByText('Add a correction').click();
  await button(page, 'Add the correction').click();
  await expect(link(page, 'Write the correction')).toBeVisible();
  await expectSound(page, 'record, correction with problems');

  await goTo(page, 'Home');
  await link(page, 'Open supervision of Amina Khan').click();
  await button(page, 'Start the session').click();
  await holdPartOfASession(page);
  await expectSound(page, 'session, in depth');
  await picture(page, 'session');
  await openChild(page, 'Baby Y');
  await expectSound(page, 'session, brief, an unborn baby');
  await link(page, 'Personal notes').click();
  await expectSound(page, 'session, personal notes');
  await goTo(page, 'Home');
  await expectHome(page);
  await expectSound(page, 'home, a session going on');
  await link(page, 'Continue supervision of Amina Khan').click();
  await link(page, 'End the session').click();
  await expect(page.getByText('19 children not accounted for.')).toBeVisible();
  await expectSound(page, 'end');
  await button(page, 'Use this reason for these children').click();
  await expect(link(page, 'Choose a reason')).toBeVisible();
  await expectSound(page, 'end, with problems');
  await button(page, 'End the session as incomplete').click();
  await expect(page.getByRole('table', { name: '3 records to finish' })).toBeVisible();
  await expectSound(page, 'finish');
  await button(page, 'Finalise all that are ready (2)').click();
  await expectSound(page, 'finish, some finalised');
  await link(page, /^Complete/).click();
  await expectSound(page, 'session, ended');
  await openChild(page, 'Aaliyah B');
  await expectSound(page, 'session, ended, finalised child');
  await link(page, 'Settings').click();
  await expectSound(page, 'settings');
});

test('each screen of a group can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkGroup(page);
});

test('each screen of the policy can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkPolicy(page);
});

test('each screen of a record made outside a session can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkEntries(page);
});

test('each form of the supervision file can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkForms(page);
  await walkSupervisionFile(page);
});

test('each screen of supervision that is not held can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkNotHeld(page);
});

test('each screen of what is printed can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkPrint(page);
});

test('each screen of old records can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkOldRecords(page);
  await walkKeeping(page);
});

test('each screen of records as files can be used by everyone', async ({ page }) => {
  await openExample(page);
  await walkExport(page);
});

test('each screen between two supervisors can be used by everyone', async ({
  page: jo,
  browser,
  watch,
}) => {
  const context = await watch(await browser.newContext({ acceptDownloads: true }));
  await clock.set(context);
  await walkHandingOver(jo, await context.newPage());
});

test('each screen between two people can be used by everyone', async ({
  page: jo,
  browser,
  watch,
}) => {
  test.setTimeout(240_000);
  const context = await watch(await browser.newContext({ acceptDownloads: true }));
  await clock.set(context);
  await walkTwoPeople(jo, await context.newPage());
});

test('no screen was left out', async () => {
  const app = await readFile('src/app/screens.tsx', 'utf8');
  const routes = [...app.matchAll(/<Route path="([^"]+)"/g)].map(([, route = '']) => route);
  expect(routes.length).toBeGreaterThan(10);
  const seen = [...pathsSeen].map((path) => routeOf(path, routes));
  expect(routes.filter((route) => !seen.includes(route))).toEqual([]);
});

/** The first that fits, as the router takes it. `:item?` may be missing, with its slash. */
function routeOf(path: string, routes: readonly string[]): string | undefined {
  return routes.find((route) => {
    const pattern = route.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+');
    return new RegExp(`^${pattern}$`).test(path);
  });
}

test('a screen with faults is found out', async ({ page }) => {
  await page.goto('/');
  await expect(button(page, 'Try the example')).toBeVisible();
  expect(await problemsOf(page)).toEqual([]);

  await page.evaluate(() => {
    const main = document.querySelector('main');
    const text = document.createElement('p');
    text.textContent = 'Nobody can read this';
    text.style.color = '#fdfdfd'; // of pure white on white axe says that it cannot tell
    const wide = document.createElement('div');
    wide.style.width = '900px';
    wide.textContent = 'Wider than a narrow screen';
    main?.append(text, document.createElement('button'), document.createElement('textarea'), wide);
    document.title = 'Grace H';
  });
  const problems = (await problemsOf(page)).join('\n');
  expect(problems).toContain('axe color-contrast');
  expect(problems).toContain('axe button-name');
  expect(problems).toContain('no autocomplete="off": <textarea>');
  expect(problems).toContain('scrolls sideways');
  expect(problems).toContain('Grace H in the title');
  await page.evaluate(() => {
    document.title = '';
  });
  expect(await problemsOf(page)).toContain('no title');
});

/** Each step of bringing in a file, with a child to add and a row to check. */
async function lookAtCaseloadFile(page: Page): Promise<void> {
  await link(page, 'Bring in a caseload file').click();
  await expectSound(page, 'caseload file');
  const csv =
    'Ref,Child,DOB,Plan,SW\nCH-20,Noah O,1/2/2016,CIN,Amina Khan\nCH-21,,31/02/2019,?,Sam Reed\n';
  await page.getByLabel('Files').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await expect(heading(page, 'What is in each column?')).toBeVisible();
  await expectSound(page, 'caseload file, columns');
  await button(page, 'Read the file').click();
  await expect(heading(page, 'Whose children?')).toBeVisible();
  await expectSound(page, 'caseload file, workers');
  await page.getByRole('checkbox', { name: /^Amina Khan/ }).check();
  await button(page, 'See what changes').click();
  await expect(heading(page, 'What changes')).toBeVisible();
  await expectSound(page, 'caseload file, what changes');
}

/** Three children discussed, the last of them still to be completed, and one open in depth. */
async function holdPartOfASession(page: Page): Promise<void> {
  const said = [
    ['Aaliyah B', 'Her aunt has moved nearer; Aaliyah walks to school with her.', true],
    ['Ben C', 'Ben names his colours now and laughs at his sister’s jokes.', true],
    ['Daniel E', 'One night away this month, and he rang before he came home.', false],
  ] as const;
  for (const [name, note, isReady] of said) {
    await openChild(page, name);
    await page.getByLabel('Brief note').fill(note);
    if (isReady) await page.getByRole('radio', { name: 'Yes' }).check();
    if (name === 'Daniel E') {
      await page.getByRole('radio', { name: 'Done', exact: true }).check();
    }
    await markDiscussed(page);
  }
  await openChild(page, 'Grace H');
  await choose(page, 'In depth');
  await page
    .getByLabel('What has happened since last time')
    .fill('Seen alone at school on 12 November. Mum came to both meetings; dad to neither.');
  await page
    .getByLabel('What is it like to be this child?')
    .fill('She listens for the front door. Weekends at nan’s are the best days.');
  await page.getByRole('radio', { name: 'Done', exact: true }).check();
  await button(page, 'Add a decision').click();
  await page.getByLabel('Decision 1').fill('Update the safety plan with nan before Friday');
  await page.getByLabel('Reasons').fill('Nan is where Grace feels safe, and she is not in it');
  await button(page, 'Add an action').click();
  await page.getByLabel('By when').fill('friday');
  await page.getByRole('main').evaluate(() => scrollTo(0, 0));
  await expect(page.getByText('3 of 22 accounted for')).toBeVisible();
}

/** The pictures of the README are made here, and only when asked: `UPDATE_SCREENSHOTS=1`. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  const path = `docs/images/${name}.png`;
  await mkdir(dirname(path), { recursive: true });
  await page.mouse.move(0, 0); // no field is drawn as pointed at
  await page.screenshot({ path });
}
