import type { Page } from '@playwright/test';
import { button, goTo, heading, link, openEveryDetails } from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect } from './test.ts';

/** The forms of the supervision file, from nothing to what is finalised, and the actions that come of them. */
export async function walkForms(page: Page): Promise<void> {
  await walkObservation(page);
  await walkMonitoring(page);
  await walkActions(page);
}

async function walkObservation(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, 'Amina Khan').click();
  await beginObservation(page);
  await page.getByLabel('Action 1: what').fill('Watch a second visit to Chloe C');
  await button(page, 'Finalise').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'observation, with problems and a child’s name');
  await goTo(page, 'Home');
  await link(page, 'Finish: Live supervision').click();
  await fillObservation(page);
  await expectSound(page, 'observation, filled in');
  await button(page, 'Finalise').click();
  await expect(link(page, 'Print this observation')).toBeVisible();
  await openEveryDetails(page);
  await expectSound(page, 'observation, finalised');
  await link(page, 'Print this observation').click();
  await expect(heading(page, /^Print: /)).toBeVisible();
  await expectSound(page, 'print an observation');
}

/** From the practitioner’s page: what kind of activity, and an action to fill. */
export async function beginObservation(page: Page): Promise<void> {
  await link(page, 'Record a live supervision').click();
  await expect(heading(page, 'Record a live supervision')).toBeVisible();
  await page.getByLabel('Activity').selectOption({ label: 'Other' });
  await button(page, 'Add an action').click();
}

/** The rest of it: whatever it needs to be finalised. */
export async function fillObservation(page: Page): Promise<void> {
  await page.getByLabel('Observed on').fill('yesterday');
  await page.getByLabel('What it was').fill('A visit at school.');
  const texts = [
    'Purpose',
    'The practitioner’s plan, and what to look for',
    'How they asked, or why not',
    'Communication and explaining the role',
    'Preparation',
    'Focus on the child and on making a difference',
    'What went well',
    'What was challenging, or could be different',
    'The practitioner’s reflection',
    'Learning',
    'The observer’s overall summary',
  ];
  for (const label of texts) {
    await page.getByLabel(label, { exact: true }).fill('Said plainly, and with time to answer.');
  }
  await page.getByRole('radio', { name: 'Yes', exact: true }).check();
  await page.getByRole('radio', { name: 'Strength' }).first().check();
  await page.getByLabel('Action 1: what').fill('Watch a second visit');
  await page.getByLabel('Who', { exact: true }).fill('Jo Field');
  await page.getByLabel('By when').fill('2 weeks');
}

async function walkMonitoring(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, 'Amina Khan').click();
  await link(page, /monitoring form$/i).click();
  await link(page, 'Monitoring').click();
  await expect(heading(page, 'Monitoring')).toBeVisible();
  await expectSound(page, 'monitoring');
  await link(page, 'Fill in a form about Amina Khan').click();
  await page.getByLabel('First month').selectOption({ label: 'October 2026' });
  await page.getByLabel('Last month').selectOption({ label: 'November 2026' });
  await button(page, 'Pick records to read').click();
  await page.getByLabel('Strengths').fill('Chloe C is seen each week.');
  await button(page, 'Add an action').click();
  await page.getByLabel('Action 1: what').fill('Write the reasons of each decision');
  await button(page, 'Finalise').click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await openEveryDetails(page);
  await expectSound(page, 'monitoring form, with problems and every part open');
  await link(page, 'Monitoring').click();
  await link(page, /^October to November 2026: not finalised yet/).click();
  await page.getByLabel('Completed by').fill('Jo Field');
  await page.getByLabel('Completed on').fill('today');
  for (const each of await page.getByRole('radio', { name: 'Yes', exact: true }).all()) {
    await each.check();
  }
  await page.getByLabel('Who', { exact: true }).fill('Amina Khan');
  await page.getByLabel('By when').fill('2 weeks');
  await page.getByLabel('Auditor').fill('Ruth Ali');
  await button(page, 'Finalise').click();
  await expect(page.getByText('The figures are those of that day.')).toBeVisible();
  await openEveryDetails(page);
  await expectSound(page, 'monitoring form, finalised');
}

async function walkActions(page: Page): Promise<void> {
  await goTo(page, 'Actions');
  await expect(heading(page, 'Actions')).toBeVisible();
  await openEveryDetails(page);
  await expectSound(page, 'actions, with those of the supervision file');
  const first = page.getByRole('main').getByRole('listitem').first();
  await first.getByRole('button', { name: /^Not done: carry on/ }).click();
  await first.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(page, 'actions, one carried on with problems');
  await first.getByRole('button', { name: /^Change owner or date/ }).click();
  await expectSound(page, 'actions, one changed');
  await first.getByRole('button', { name: /^Done/ }).click();
  await first.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible();
  await expectSound(page, 'actions, one done');
  await page.getByLabel('Show').selectOption({ label: 'Settled in the last 4 weeks' });
  await expectSound(page, 'actions, settled');
}
