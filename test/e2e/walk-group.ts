import type { Page } from '@playwright/test';
import { button, goTo, heading, link, openEveryDetails } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** Each page of a group supervision, from planning it to the records that came of it. */
export async function walkGroup(page: Page): Promise<void> {
  await planTheGroup(page);
  await openEveryDetails(page);
  await expectSound(page, 'group, people');
  await link(page, 'Agenda').click();
  await chooseFamily(page, 'Chloe C, Ben C');
  await button(page, 'Ask for a summary for Chloe C, Ben C').click();
  await openEveryDetails(page);
  await expectSound(page, 'group, agenda');
  await button(page, 'Start the group').click();
  await expect(button(page, 'Pause')).toBeVisible();
  await link(page, 'Chloe C, Ben C').click();
  await button(page, 'Add a view').click();
  await button(page, 'Add a decision for Ben C').click();
  await button(page, 'Add an action for Ben C').click();
  await openEveryDetails(page);
  await expectSound(page, 'group, session');
  await button(page, 'Discussed, next family').click();
  await link(page, 'End the group').click();
  await expectSound(page, 'group, end');
  await button(page, 'End the group').click();
  await expect(page.getByRole('table', { name: '2 records to finish' })).toBeVisible();
  await expectSound(page, 'group, records to finish');
  await button(page, 'Finalise the record of Ben C').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'group, records with problems');
  await goTo(page, 'Sessions');
  await expectSound(page, 'sessions, with a group');
}

async function planTheGroup(page: Page): Promise<void> {
  await goTo(page, 'Sessions');
  await link(page, 'Plan a group').click();
  await expectSound(page, 'plan a group');
  await button(page, 'Plan the group').click();
  await expect(link(page, 'Choose who takes part')).toBeVisible();
  await expectSound(page, 'plan a group, with a problem');
  await page.getByLabel('Name of the group').fill('North team');
  await page.getByLabel('Day', { exact: true }).fill('friday');
  await page.getByRole('checkbox', { name: /^Amina Khan/ }).check();
  await page.getByRole('checkbox', { name: 'This is a Family Safeguarding group' }).check();
  await button(page, 'Plan the group').click();
  await expect(heading(page, 'Group supervision: North team')).toBeVisible();
  await button(page, 'Add a person of another agency').click();
}

/** On the table whatever is suggested. */
export async function chooseFamily(page: Page, label: string): Promise<void> {
  await page
    .getByRole('group', { name: `${label}: on the agenda` })
    .getByRole('radio', { name: 'Yes' })
    .check();
}
