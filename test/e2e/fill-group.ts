import type { Page } from '@playwright/test';
import { button, goTo, link } from './app.ts';
import {
  answer,
  box,
  chooseAll,
  expectInField,
  expectMissing,
  fillAll,
  signedAtOnce,
  type Texts,
  tick,
} from './fill-forms.ts';
import { expect } from './test.ts';
import { chooseFamily } from './walk-group.ts';

const family = 'Kayla L';

const told: Texts = {
  'The presenter’s question': 'Is it safe at the weekends?',
  'What was discussed': 'Who is in the house at the weekends',
  'What are we worried about?': 'A cousin with a key',
  'What protects the children?': 'A neighbour who rings',
  Analysis: 'Two views, and one plan',
  'What is the concern?': 'The cousin comes tonight',
  'What is it like to be this child? (Kayla L)': 'She keeps her shoes on indoors',
};

/** A3, Family Safeguarding: the three vulnerabilities, and one summary for each profession. */
const vulnerabilities: Texts = {
  'Domestic abuse': 'Present',
  'Parental substance misuse': 'In the past',
  'Parental mental health': 'Not known',
};
const summary: Texts = {
  [`Period of summary 1 for ${family}`]: 'October 2026',
  [`Summary of summary 1 for ${family}`]: 'Seen weekly at home',
  [`Progress of summary 1 for ${family}`]: 'The weight is steady',
};
const safeguardingWords = [
  'This was group supervision of a Family Safeguarding team.',
  'Three vulnerabilities\nDomestic abuse: present\nParental substance misuse: in the past\nParental mental health: not known',
  'Summary, Health visitor, Ruth Obi, October 2026\nSeen weekly at home\nProgress: The weight is steady',
];

/**
 * A3 in a group: who was there, what was agreed, one view that differs, and one record for each child. Of a
 * Family Safeguarding team what that variant asks is filled too.
 */
export async function groupRecord(page: Page, isSafeguarding: boolean): Promise<void> {
  await goTo(page, 'Sessions');
  await link(page, 'Plan a group').click();
  await expectMissing(page, 'Plan the group', ['Choose who takes part']);
  await box(page, 'Name of the group').fill('North team');
  await page.getByLabel('Day', { exact: true }).fill('23 11 2026');
  await tick(page, /^Amina Khan/);
  await tick(page, /^Dan Osei/);
  if (isSafeguarding) await tick(page, 'This is a Family Safeguarding group');
  await button(page, 'Plan the group').click();
  await button(page, 'Add a person of another agency').click();
  await fillAll(page, {
    'Name of person 3': 'Ruth Obi',
    'Role of Ruth Obi': 'Health visitor',
    'Agency of Ruth Obi': 'NHS',
    'What the group agreed': 'Names stay in the room',
  });
  await link(page, 'Agenda').click();
  await chooseFamily(page, family);
  if (isSafeguarding) await fillSummary(page);
  await button(page, 'Start the group').click();
  await link(page.getByRole('navigation', { name: 'Families of this group' }), family).click();
  await button(page, 'Discussed, next family').click();
  await link(page, 'End the group').click();
  await button(page, 'End the group').click();
  await finishGroup(page, isSafeguarding);
}

/** The profession is asked for by itself; its text is typed. */
async function fillSummary(page: Page): Promise<void> {
  await expect(box(page, `Profession of summary 1 for ${family}`)).toHaveValue('Health visitor');
  await page
    .getByText(/^Text of summary 1/)
    .first()
    .click();
  await fillAll(page, summary);
}

async function goBack(page: Page): Promise<void> {
  await goTo(page, 'Sessions');
  await link(page, 'Records of session with Group supervision: North team').click();
}

async function finishGroup(page: Page, isSafeguarding: boolean): Promise<void> {
  const discussed = `${family}: Write what was discussed`;
  await expectMissing(page, `Finalise the record of ${family}`, [
    'Agree the boundaries of confidentiality, and tick that the group did',
    discussed,
    `${family}: Choose whether there is an immediate safeguarding concern`,
    `${family}: Write what it is like to be this child`,
  ]);
  await link(page, discussed).click();
  await expect(box(page, 'What was discussed')).toBeFocused();
  await page.getByRole('combobox', { name: 'Presenter' }).fill('Dan Osei');
  await answer(page, /^Is there an immediate safeguarding concern/, 'Yes');
  await answer(page, /^Is the accountable manager here/, 'Yes');
  await fillAll(page, told);
  if (isSafeguarding) await chooseAll(page, vulnerabilities);
  await page.getByRole('combobox', { name: 'Who takes it forward' }).fill('Ruth Obi');
  await button(page, 'Add a view').click();
  await box(page, 'View 1').fill('I would wait a week');
  await tick(page, 'View 1 sees it differently');
  await tick(page, /^No decisions/);
  await tick(page, /^No actions/);
  await goBack(page);
  await button(page, `Finalise the record of ${family}`).click();
  await link(page, 'Agree the boundaries of confidentiality, and tick that the group did').click();
  await tick(page, 'The boundaries of confidentiality are agreed');
  await goBack(page);
  await button(page, 'Finalise all (1)').click();
  await expect(page.getByText('Every discussed child’s record is finalised.')).toBeVisible();
  await page.getByRole('checkbox', { name: /^I agree this is a record/ }).check();
  await button(page, 'Sign 1 record').click();
  await expect(page.getByText(signedAtOnce)).toBeVisible();
  await link(page, family).click();
  await expectInField(box(page, 'Text for LCS'), [
    ...Object.values(told),
    ...['Ruth Obi, Health visitor, NHS', 'I would wait a week'],
    ...(isSafeguarding ? safeguardingWords : ['This was group supervision.']),
  ]);
}
