import type { Page } from '@playwright/test';
import { button, goTo, link, openEveryDetails, startSession } from './app.ts';
import { analysis } from './fill-discussion.ts';
import {
  addAction,
  answer,
  box,
  chooseAll,
  expectInField,
  expectMissing,
  fillAll,
  type Texts,
  tick,
  wordsOf,
} from './fill-forms.ts';
import { organisation, type PolicyForms } from './fill-policies.ts';
import { expect } from './test.ts';

/** Appendix 2 with everything of A2, and the practitioner's answer to what was finalised. */

const noteTexts: Texts = {
  'What the practitioner brought': 'Court work',
  'What the supervisor brought': 'December rota',
  'Progress against appraisal goals': 'Goal two is met',
  'What families have said of the work': 'One father wrote a card',
  'Good practice to celebrate or share': 'Her letters in plain words',
  'Diversity, identity and power': 'She speaks of being the only one in the room',
  'Team and general issues that affect safeguarding practice': 'Two posts are empty',
  'Where the practitioner sees it differently': 'She would rather keep CH-2',
  Notes: 'The window in Room 4 is mended',
};
const absence: Texts = {
  'First day away': '2 11 2026',
  'Last day away': '4 11 2026',
  Detail: 'Half term',
};

/** Everything of A2, after it was tried without what the policy asks for. */
export async function fillNotes(page: Page, forms: PolicyForms): Promise<void> {
  const [, , , , support] = forms.aspects;
  await expectMissing(page, 'Finalise the notes', [
    'Add the absences since last time, or tick that there were none',
    'Write about personal support, or why it was not covered',
    ...(forms.hasPartAAndB ? [] : ['Write about the managerial side, or why it was not covered']),
    'Enter the date of the next meeting',
  ]);
  await link(page, 'Write about personal support, or why it was not covered').click();
  await expect(box(page, support)).toBeFocused();
  await openEveryDetails(page);
  await chooseAll(page, {
    'Type of supervision': 'Case and personal supervision',
    'Is the learning logged as CPD?': 'Yes',
  });
  await page.getByRole('radio', { name: 'In person' }).check();
  await box(page, 'Where').fill('Room 4');
  await button(page, 'Add an absence').click();
  await chooseAll(page, { 'Absence 1: kind': 'Annual leave' });
  await fillAll(page, { ...absence, ...aspectTexts(forms), ...noteTexts });
  for (const tag of ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8'])
    await tick(page, new RegExp(`^${tag.replace('.', '\\.')} `));
  if (forms.hasPartAAndB) await box(page, 'Delivery plans discussed').fill('The rota for January');
  await addAction(page, 'Book the court course', 'Jo Field');
  await box(page, 'Date of the next meeting').fill('21 12 2026');
  await link(page, 'Back to records to finish').click();
  await button(page, 'Finalise the notes').click();
  await expect(page.getByText(/^Stays on the supervision file Finalised /)).toBeVisible();
}

const aspectTexts = ({ aspects }: PolicyForms): Texts =>
  Object.fromEntries(aspects.map((label) => [label, `Of ${label.toLowerCase()}: enough for now`]));

export async function readNotes(page: Page, forms: PolicyForms): Promise<void> {
  await expectInField(box(page, 'Notes, finalised'), [
    ...wordsOf(noteTexts),
    ...wordsOf(aspectTexts(forms)),
    ...['Half term', 'Book the court course', '21 December 2026', '4.8 Reflection on own values'],
    ...(forms.hasPartAAndB
      ? [
          ...[`Name of Organisation /Agency: ${organisation}`, 'The rota for January'],
          ...['Agenda Items', 'PART B'],
        ]
      : []),
  ]);
}

/** Her answer on her own device: not without a choice, and then agreed. */
export async function agree(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await link(page, /^Read and answer the records/).click();
  await expect(page.getByText(analysis).first()).toBeVisible();
  await expectMissing(page, 'Answer', ['Select whether you agree']);
  await box(page, 'Comments (optional)').fill('It was the boiler');
  await page.getByRole('radio', { name: /^I have read this and agree/ }).check();
  await button(page, 'Answer').click();
  await expect(button(page, 'Answer')).toHaveCount(0);
}

/** Of a manager: whether case supervision is happening in the team (A2.18). */
export const notesOfManager = (page: Page, name: string): Promise<void> =>
  notesForStage(page, name, {
    stage: 'Manager',
    missing: 'Say whether case supervision is happening in the team',
    fill: (on) => answer(on, 'Is case supervision happening in the team?', 'Yes'),
    texts: { 'How that is known': 'I saw the notes of four sessions' },
  });

/** Of somebody without cases: decisions on thresholds (A2.19). */
export const notesWithoutCases = (page: Page, name: string): Promise<void> =>
  notesForStage(page, name, {
    stage: 'Holds no cases',
    missing: 'Write the notes, or that nothing personal was discussed',
    fill: async () => {},
    texts: { 'Decisions on thresholds in cases': 'CH-9 steps up today' },
  });

interface ForStage {
  readonly stage: string;
  readonly missing: string;
  readonly fill: (page: Page) => Promise<void>;
  readonly texts: Texts;
}

async function notesForStage(page: Page, name: string, form: ForStage): Promise<void> {
  await goTo(page, 'Home');
  await link(page.getByRole('table', { name: 'Who is due' }), name).click();
  await chooseAll(page, { Stage: form.stage });
  await button(page, 'Save').click();
  await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible();
  await startSession(page, new RegExp(`^${name}`));
  await link(page, 'End the session').click();
  await button(page, 'End the session as incomplete').click();
  await expectMissing(page, 'Finalise the notes', [form.missing]);
  await link(page, form.missing).click();
  await form.fill(page);
  await fillAll(page, form.texts);
  await link(page, 'Back to records to finish').click();
  await button(page, 'Finalise the notes').click();
  await link(page, 'Read the notes').click();
  await expectInField(box(page, 'Notes, finalised'), Object.values(form.texts));
}
