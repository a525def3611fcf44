import type { Locator, Page } from '@playwright/test';
import { addChild, button, goTo, heading, link, openExample } from './app.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';
import { chooseFamily } from './walk-group.ts';

const clock = clockFrom('2026-11-24T14:30:00Z');

/** A brother of Grace H, with another worker: one family of two practitioners. */
const family = 'Omar P, Grace H';

test.beforeEach(async ({ context }) => {
  test.setTimeout(120_000);
  await clock.set(context);
});

test('a group over two practitioners becomes each child’s record, and moves nobody’s own supervision', async ({
  page,
}) => {
  await openExample(page);
  await test.step('a second practitioner', () => addOmar(page));
  const before = await dueOf(page, 'Amina Khan');

  await test.step('planned', () => planGroup(page));
  await test.step('people, confidentiality and personal links', () => fillPeople(page));
  await test.step('every family once, but one that is kept from me', () => linkMyself(page));
  await test.step('agenda', () => makeAgenda(page));
  await test.step('session', () => holdGroup(page));
  await test.step('records', () => finalise(page));
  await test.step('to record', () => lookAtRecord(page));

  expect(await dueOf(page, 'Amina Khan')).toEqual(before);
});

async function addOmar(page: Page): Promise<void> {
  await goTo(page, 'My list');
  await link(page, 'Add a child').click();
  await addChild(page, {
    name: 'Omar P',
    birth: '14 6 2015',
    status: 'CIN',
    worker: 'Dan Osei',
    sibling: 'Grace H',
  });
}

/** When it is due and by which rule, as Home says it. */
async function dueOf(page: Page, name: string): Promise<string[]> {
  await goTo(page, 'Home');
  const row = page.getByRole('table', { name: 'Who is due' }).getByRole('row', { name });
  await expect(row).toBeVisible();
  const cells = await row.getByRole('cell').allInnerTexts();
  return cells.slice(1, 4);
}

async function planGroup(page: Page): Promise<void> {
  await goTo(page, 'Sessions');
  await link(page, 'Plan a group').click();
  await page.getByLabel('Name of the group').fill('North team');
  await page.getByLabel('Day', { exact: true }).fill('friday');
  await expect(page.getByText('Friday 27 November 2026')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Amina Khan/ }).check();
  await page.getByRole('checkbox', { name: /^Dan Osei/ }).check();
  await button(page, 'Plan the group').click();
  await expect(heading(page, 'Group supervision: North team')).toBeVisible();
}

const linksOf = (page: Page, name: string): Locator =>
  page.locator('details').filter({ hasText: `Families that ${name} is personally linked to` });

async function linkTo(page: Page, name: string, label: string): Promise<void> {
  const links = linksOf(page, name);
  await links.locator('summary').click();
  await links.getByRole('checkbox', { name: label }).check();
  await expect(page.getByText(`${label}: this family is not shown to ${name}.`)).toBeVisible();
}

async function fillPeople(page: Page): Promise<void> {
  await button(page, 'Add a person of another agency').click();
  await page.getByLabel('Name of person 3').fill('Ruth Obi');
  await page.getByLabel('Role of Ruth Obi').fill('Health visitor');
  await page.getByLabel('Agency of Ruth Obi').fill('NHS');
  await page.getByLabel('What the group agreed').fill('Names stay in the room.');
  await page.getByLabel('The boundaries of confidentiality are agreed').check();
  await linkTo(page, 'Dan Osei', 'Aaliyah B');
}

const familyRow = (page: Page, name: string): Locator =>
  page.getByRole('table', { name: 'Every family' }).getByRole('row').filter({ hasText: name });

/** While Dan Osei facilitates, I am a member like another; when I do, I know who is linked to whom. */
async function linkMyself(page: Page): Promise<void> {
  await page.getByLabel('A member of staff held here').selectOption({ label: 'Jo Field' });
  await button(page, 'Add this person').click();
  await linkTo(page, 'Jo Field', 'Ella F');
  await page.getByLabel('Note-taker').selectOption({ label: 'Jo Field' });
  await page.getByLabel('Facilitator').selectOption({ label: 'Dan Osei' });
  await expect(linksOf(page, 'Dan Osei')).toHaveCount(0);
  await link(page, 'Agenda').click();
  await expect(familyRow(page, 'Grace H')).toHaveCount(1);
  await expect(familyRow(page, 'Ella F')).toHaveCount(0);
  await link(page, 'Plan and people').click();
  await page.getByLabel('Facilitator').selectOption({ label: 'Jo Field' });
  await expect(linksOf(page, 'Dan Osei')).toHaveCount(1);
  await link(page, 'Agenda').click();
  await expect(familyRow(page, 'Ella F')).toHaveCount(1);
}

async function makeAgenda(page: Page): Promise<void> {
  const row = familyRow(page, 'Grace H');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Omar P');
  await expect(row).toContainText('Amina Khan');
  await expect(row).toContainText('Dan Osei');
  await expect(row).toContainText('Not discussed in a group yet');
  await chooseFamily(page, family);
  const prepared = page.getByRole('region', { name: family, exact: true });
  await prepared.getByLabel('Who presents').selectOption({ label: 'Amina Khan' });
  await prepared.getByLabel('The question').fill('Is it safe at the weekends?');
  await button(page, 'Start the group').click();
  await expect(button(page, 'Pause')).toBeVisible();
}

async function holdGroup(page: Page): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Families of this group' });
  await link(list, family).click();
  await expect(heading(page, family)).toBeVisible();
  await expect(page.getByLabel('The presenter’s question')).toHaveValue(
    'Is it safe at the weekends?',
  );
  await page.getByLabel('What was discussed').fill('Who is in the house at the weekends.');
  const concern = page.getByRole('group', { name: /^Is there an immediate safeguarding concern/ });
  await concern.getByRole('radio', { name: 'No' }).check();
  const manager = page.getByRole('group', { name: /^Is the accountable manager here/ });
  await manager.getByRole('radio', { name: 'Yes' }).check();
  for (const [name, experience] of [
    ['Grace H', 'She listens for the front door.'],
    ['Omar P', 'He stays out late.'],
  ] as const) {
    const part = page.getByRole('region', { name, exact: true });
    await part.getByLabel(/^What is it like to be this child\?/).fill(experience);
    await part.getByLabel(/^No decisions/).check();
    await part.getByLabel(/^No actions/).check();
  }
  await button(page, 'Discussed, next family').click();
  await expect(list.getByRole('listitem').filter({ hasText: family })).toContainText('Discussed');
  await link(page, 'End the group').click();
  await button(page, 'End the group').click();
}

async function finalise(page: Page): Promise<void> {
  await expect(page.getByRole('table', { name: '2 records to finish' })).toBeVisible();
  await button(page, 'Finalise all (2)').click();
  await expect(page.getByText('Every discussed child’s record is finalised.')).toBeVisible();
}

async function lookAtRecord(page: Page): Promise<void> {
  await goTo(page, 'To record');
  const row = page.getByRole('listitem').filter({ hasText: 'Group supervision' });
  await expect(row).toHaveCount(2);
  await link(row.filter({ hasText: 'Grace H' }), 'Grace H').click();
  const text = page.getByLabel('Text for LCS');
  await expect(text).toHaveValue(/This was group supervision\./);
  await expect(text).toHaveValue(/Present: Jo Field.*Amina Khan.*Ruth Obi, Health visitor, NHS/);
  await expect(text).toHaveValue(/She listens for the front door\./);
  expect(await text.inputValue()).not.toMatch(/Omar|He stays out late|linked/);
}
