import type { Browser, BrowserContext, Page } from '@playwright/test';
import {
  addChild,
  button,
  goTo,
  link,
  makeFile,
  openFile,
  openNotes,
  openSitting,
  startForReal,
  startSession,
  takeIn,
  typeRecoveryKeyBack,
  typeSuggestedPassphrase,
  unlock,
} from './app.ts';
import { clockFrom, daysLater } from './clock.ts';
import { fillAgreement, readAgreement, signAgreement } from './fill-agreement.ts';
import {
  discuss,
  finishBrief,
  inDepthWords,
  prepare,
  readDecisionRecord,
} from './fill-discussion.ts';
import {
  allocation,
  type Entry,
  kit,
  managementDecision,
  midwayCheck,
  recordEntry,
} from './fill-entries.ts';
import { box, correctAndSign, expectInField, signedAtOnce } from './fill-forms.ts';
import { gapLine } from './fill-gap.ts';
import { groupRecord } from './fill-group.ts';
import { agree, fillNotes, notesOfManager, notesWithoutCases, readNotes } from './fill-notes.ts';
import { addPasskey, plugIn, signByPasskey } from './fill-passkey.ts';
import { bracknell, organisation, type PolicyForms, swindon } from './fill-policies.ts';
import {
  cancellation,
  entitlement,
  liveSupervision,
  monitoring,
  observationOfSupervision,
  readEntitlement,
} from './fill-staff-forms.ts';
import { openSite } from './site.ts';
import { test as base, expect } from './test.ts';

/** Every form of the appendices: stopped where something is missing, filled, finalised, agreed, signed, read. */
const test = base.extend({
  // A name, because no browser gives a passkey to a number.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  site: async ({}, use) => {
    const site = await openSite('dist', 'localhost');
    await use(site);
    await site.stop();
  },
});

const clock = clockFrom('2026-11-23T09:00:00Z');

test('Bracknell Forest: each form is stopped, filled, finalised, agreed and signed', async ({
  page: jo,
  context,
  browser,
  watch,
}) => {
  test.setTimeout(180_000);
  await clock.set(context);
  const amina = await newPerson(browser, watch);
  await twoPeople({ jo, amina }, bracknell);
  await test.step('decision record', () => readDecisionRecord(jo));
  await outsideSessions(jo, {
    form: 'Supervision monitoring form',
    entries: [managementDecision],
    isSafeguarding: false,
  });
});

test('Swindon: each form is stopped, filled, finalised, agreed and signed', async ({
  page: jo,
  context,
  browser,
  watch,
}) => {
  test.setTimeout(180_000);
  await clock.set(context);
  await plugIn(jo);
  const amina = await newPerson(browser, watch);
  const passphrase = await twoPeople({ jo, amina }, swindon);
  // 000:255-260: the variant for Family Safeguarding is this policy's.
  await outsideSessions(jo, {
    form: 'Supervision Monitoring Form',
    entries: [managementDecision, kit],
    isSafeguarding: true,
  });
  await test.step('an allocation, signed by a passkey', async () => {
    await addPasskey(jo, passphrase);
    await recordEntry(jo, 'Harry I', allocation, signByPasskey);
  });
});

test('Islington: the midway check, a gap and the notes of those without cases of their own', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const { step } = test;
  await clockFrom('2026-10-14T09:00:00Z').set(context);
  const { passphrase } = await startForReal(page);
  await link(page, 'Add a child').click();
  for (const [name, worker] of [
    ['Grace H', 'Amina Khan'],
    ['Kayla L', 'Dan Osei'],
    ['Leon K', 'Ruth Ali'],
  ] as const)
    await addChild(page, { name, birth: '14 6 2015', status: 'CIN', worker });
  await step('notes of a manager', () => notesOfManager(page, 'Dan Osei'));
  await step('notes of somebody without cases', () => notesWithoutCases(page, 'Ruth Ali'));
  await step('a session with Amina', async () => {
    await startSession(page);
    await link(page, 'End the session').click();
    await button(page, 'End the session as incomplete').click();
  });
  await step('seven weeks later', async () => {
    await daysLater(54).set(context);
    await page.goto('/');
    await unlock(page, passphrase);
  });
  await step('gap', () => gapLine(page, passphrase));
  await step('midway check', () => recordEntry(page, 'Grace H', midwayCheck));
});

interface TwoPeople {
  readonly jo: Page;
  readonly amina: Page;
}

/** The forms that two people fill, with files between them. Answers with the supervisor's passphrase. */
async function twoPeople({ jo, amina }: TwoPeople, forms: PolicyForms): Promise<string> {
  const { step } = test;
  const { passphrase } = await begin(jo, forms);
  await step('agreement', () => fillAgreement(jo, forms));
  await step('her device', async () => setUp(amina, await makeFile(jo, 'Amina Khan')));
  await step('agreement, her side', () => signAgreement(amina, forms));
  await step('preparation', () => prepare(amina, forms));
  await step('entitlement route', () => entitlement(amina));
  await step('it all arrives', async () => takeIn(jo, await makeFile(amina, 'Jo Field')));
  await step('agreement in force', () => readAgreement(jo, forms));
  await step('entitlement route, read', () => readEntitlement(jo));
  await holdSession(jo, forms, passphrase);
  await step('her answer', async () => {
    await takeIn(amina, await makeFile(jo, 'Amina Khan'));
    await agree(amina);
    await takeIn(jo, await makeFile(amina, 'Jo Field'));
    await goTo(jo, 'Sessions');
    await link(jo, 'Records of session with Amina Khan').click();
    await link(jo, 'Agreement of the record').click();
    await expect(jo.getByText(/^Read, and agreed as a record/).first()).toBeVisible();
  });
  return passphrase;
}

type Watch = (context: BrowserContext) => Promise<BrowserContext>;

async function newPerson(browser: Browser, watch: Watch): Promise<Page> {
  const context = await watch(await browser.newContext({ acceptDownloads: true }));
  await clock.set(context);
  return context.newPage();
}

async function begin(page: Page, { policy, status }: PolicyForms) {
  const ways = await startForReal(page, { policy });
  await link(page, 'Settings').click();
  await page.getByLabel('Organisation or agency').fill(organisation);
  await button(page, 'Save settings').click();
  await goTo(page, 'Home');
  await link(page, 'Add a child').click();
  const worker = 'Amina Khan';
  await addChild(page, { name: 'Grace H', reference: 'CH-1', birth: '14 6 2015', status, worker });
  await addChild(page, { name: 'Harry I', birth: '2 2 2018', status, sibling: 'Grace H' });
  await addChild(page, { name: 'Kayla L', birth: '1 9 2016', status, worker: 'Dan Osei' });
  await goTo(page, 'Sessions');
  await page.getByRole('radio', { name: /^Amina Khan/ }).check();
  await page.getByLabel('Date, if you are planning it').fill('23 11 2026');
  await button(page, 'Plan it').click();
  await expect(page.getByRole('row', { name: /Planned/ })).toBeVisible();
  return ways;
}

async function setUp(page: Page, file: Awaited<ReturnType<typeof makeFile>>) {
  await page.goto('/');
  await button(page, 'Open a supervisor’s file').click();
  await openFile(page, file);
  await button(page, 'I am Amina Khan: go on').click();
  await typeSuggestedPassphrase(page);
  await typeRecoveryKeyBack(page);
}

/** One that was planned: discussions and notes, finalised, signed once for all, and corrected. */
async function holdSession(page: Page, forms: PolicyForms, passphrase: string) {
  const { step } = test;
  await step('the session', async () => {
    await goTo(page, 'Sessions');
    await link(page, 'Open of session with Amina Khan').click();
    await button(page, 'Agree the agenda').click();
    await button(page, 'Start the session').click();
    await discuss(page, forms);
    await openNotes(page);
    await link(page, 'End the session').click();
    await button(page, 'End the session').click();
  });
  await step('a brief check-in, completed', () => finishBrief(page, forms));
  await step('notes', () => fillNotes(page, forms));
  await step('signed once for the session', async () => {
    await expect(page.getByText(/^3 records not signed: /)).toBeVisible();
    await openSitting(page, passphrase);
    await page.getByLabel('I agree this is a record of what we discussed').check();
    await button(page, 'Sign 3 records').click();
    await expect(page.getByText(signedAtOnce)).toBeVisible();
  });
  await step('the notes, read and corrected', async () => {
    await link(page, 'Read the notes').click();
    await readNotes(page, forms);
    await correctAndSign(page, 'Correct this record', 'We met in Room 5.');
  });
  await step('the record, read and corrected', async () => {
    await goTo(page, 'To record');
    await link(page, 'Grace H').click();
    await expectInField(box(page, 'Text for LCS'), inDepthWords(forms));
    await correctAndSign(page, 'Add a correction', 'The repair waits since September.');
  });
}

interface OutsideSessions {
  readonly form: string;
  readonly entries: readonly Entry[];
  /** The group is one of a Family Safeguarding team. */
  readonly isSafeguarding: boolean;
}

/** What one supervisor fills alone. */
async function outsideSessions(page: Page, { form, entries, isSafeguarding }: OutsideSessions) {
  const { step } = test;
  for (const entry of entries) await step(entry.name, () => recordEntry(page, 'Grace H', entry));
  await step('group', () => groupRecord(page, isSafeguarding));
  await step('live supervision', () => liveSupervision(page));
  await step('observation of supervision', () => observationOfSupervision(page));
  await step('monitoring form', () => monitoring(page, form));
  await step('cancellation', () => cancellation(page));
}
