import type { Page } from '@playwright/test';
import {
  button,
  choose,
  goTo,
  heading,
  link,
  markDiscussed,
  openChild,
  openEveryDetails,
} from './app.ts';
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

/** Part A as it is prepared, the case discussion in depth and brief, and what becomes of them. */

const risks = 'The stove at home is not safe';
const says = '“I want my own bed”';

/** Of Part A in the words of the policy's own form, and in ours where it has none. */
const partA = ({ hasPartAAndB }: PolicyForms): Texts =>
  hasPartAAndB
    ? {
        'Family name': 'Hartley',
        'Details of any change in status and date': 'A review is asked for',
        'When it changed': '12 11 2026',
        'Summary of events since last supervision': 'Two visits, and the school rang on Friday',
        'Your Actions taken': 'I saw both parents and wrote to the landlord',
        'Identified Risks / Issues': risks,
        'Safety / Protective Factors': 'Her gran comes every day',
        'Strengths / Positives': 'They laugh together',
        'What the child says': says,
        'What is your role with this family?': 'I bring everybody to one table',
      }
    : {
        Changes: 'A review is asked for',
        'What has happened since last time': 'Two visits, and the school rang on Friday',
        'What I did': 'I saw both parents and wrote to the landlord',
        Risks: risks,
        'Safety and protective factors': 'Her gran comes every day',
        Strengths: 'They laugh together',
        'What the child says': says,
        'My role with this family': 'I bring everybody to one table',
      };

/** The practitioner's preparation: Part A, what the work does to her, and what she wants. */
export async function prepare(page: Page, forms: PolicyForms): Promise<void> {
  await goTo(page, 'Prepare');
  await link(page.getByRole('table', { name: 'Every open child' }), 'Grace H').click();
  await expect(heading(page, 'Grace H')).toBeVisible();
  await fillAll(page, partA(forms));
  await page.getByRole('radio', { name: 'In depth' }).check();
  await box(page, 'How does this family leave you feeling?').fill('Sad, and I take it home');
  await button(page, 'Mark as ready and go to next').click();
  await expect(heading(page, 'Harry I')).toBeVisible();
  if (forms.hasPartAAndB) {
    await button(page, 'Use what I wrote for Grace H').click();
    await expect(box(page, 'Family name')).toHaveValue('Hartley');
  } else await tick(page, 'Nothing to add');
  await button(page, 'Mark as ready and go to next').click();
  await goTo(page, 'Prepare');
  await expect(page.getByText(/^2 of 2 ready\. /)).toBeVisible();
  await box(page, 'Things I want from supervision').fill('Time to think about court work');
  await button(page, 'Share with Jo Field').click();
  await expect(page.getByText(/^Shared on/)).toBeVisible();
}

/** By which the practitioner finds the record that she answers. */
export const analysis = 'Money, or a broken boiler; not neglect alone';

const first: Texts = {
  'What is it like to be this child?': 'It is cold in her room, and warm at her gran’s',
  'What are we worried about?': 'The stove, and who is there at night',
  'What protects this child?': 'Her gran, her teacher and the lunch club',
  Analysis: analysis,
};
const more: Texts = {
  'Any change in status since last time?': 'No change; a review is asked for',
  'When the status changed': '12 11 2026',
  'What has happened since last time': 'The heating failed twice',
  'What the practitioner did': 'Wrote to the landlord and saw the school',
  'What difference is the work making?': 'She is in school each day',
  'Where the drift or delay is': 'The repair waits since October',
  'Why this threshold': 'The plan is young',
  'Waiting for': 'The housing office',
  'What do we know, and what do we think?': 'Known: the bills. Thought: pride',
  'What evidence or theory informs this?': 'Research on heating and sleep',
  'What shows these dynamics': 'Doors open after the second knock',
  'The parents’ capacity to change': 'Both came to each meeting',
  'What does a safety plan require of the child’s network?': 'A neighbour with a key',
  'Identity, culture and power': 'Polish at home; letters come in English',
  'What does good look like for this child?': 'A warm room of her own',
  'What matters to the child and the family': 'Staying together',
  'What they want to achieve': 'No more meetings by spring',
  'What the agency needs to achieve': 'A safe stove',
  'The plan to make the change happen': 'Repair, then a visit without warning',
  'How everyone will know that it has changed': 'She says it is warm',
};
const choices: Texts = {
  'Has somebody seen the child since last time?': 'Yes',
  'Was the last review held in time?': 'No',
  'Is there a plan, and is it up to date?': 'Yes',
  'Is the assessment up to date?': 'Yes',
  'Risk, compared with last time': 'The same',
  'Is the work making a difference for this child?': 'It has made a difference',
  'How safe is this child today, from 0 to 10?': '6',
  'Drift or delay': 'Some',
  'Is this the right threshold?': 'Hold',
  'Where the parents are in the cycle of change': 'Preparation',
  'Domestic abuse': 'No',
  'Parental substance misuse': 'In the past',
  'Parental mental health': 'Not known',
};
const ofTheForm: Texts = {
  'Supervisor’s comment on Part A': 'Agreed with all of it but the last line',
  'Delivery plans discussed': 'The early help plan of May',
  'Brief synopsis of safeguarding history': 'One assessment in 2024, closed',
};
const hypothesis: Texts = {
  'Hypothesis 1': 'The boiler is the cause',
  'What speaks for it (hypothesis 1)': 'It began in October',
  'What speaks against it (hypothesis 1)': 'The summer was hard too',
};
const decision: Texts = {
  'Decision 1': 'Ask for an urgent repair',
  Reasons: 'Nights are cold now',
};
const reflection: Texts = {
  Description: 'A knock that nobody answered',
  Feelings: 'Worry for the child in the cold',
  Evaluation: 'The second visit was kinder',
  Conclusion: 'Ring before knocking',
};

/** Grace in depth, with a helper to think by; Harry briefly. */
export async function discuss(page: Page, forms: PolicyForms): Promise<void> {
  await openChild(page, 'Grace H');
  await choose(page, 'In depth');
  await button(page, 'Use Amina Khan’s words in this record').click();
  await expect(box(page, 'What are we worried about?')).toHaveValue(risks);
  await expect(box(page, /^What has the child said/)).toHaveValue(says);
  await openEveryDetails(page);
  await fillAll(page, { ...first, ...more, ...(forms.hasPartAAndB ? ofTheForm : {}) });
  await chooseAll(page, choices);
  await tick(page, 'Ambivalence');
  await tick(page, 'This is complex');
  await answer(page, 'Is the plan on track?', 'Partly');
  await button(page, 'Add a hypothesis').click();
  await fillAll(page, hypothesis);
  await button(page, 'Add a decision').click();
  await fillAll(page, decision);
  await addAction(page, 'Ring the landlord');
  await chooseAll(page, { Model: 'Gibbs: the reflective cycle' });
  await fillAll(page, reflection);
  await markDiscussed(page);
  await expect(heading(page, 'Harry I')).toBeVisible();
  await choose(page, 'Brief check-in');
  await box(page, 'Brief note').fill('Harry likes his new school and eats there.');
  await markDiscussed(page);
}

/** What a finished record of this session holds: every word, and each day as the date that was read. */
export const inDepthWords = (forms: PolicyForms): readonly string[] => [
  ...[first, more, hypothesis, decision, reflection].flatMap(wordsOf),
  ...(forms.hasPartAAndB ? [ofTheForm, partA(forms)].flatMap(wordsOf) : []),
  ...[says, 'Ring the landlord', 'Ambivalence', 'It has made a difference', 'In the past'],
];

/** The record that was left without what the policy requires: named with its child, and its field found. */
export async function finishBrief(page: Page, forms: PolicyForms): Promise<void> {
  const onTrack = 'Choose whether the plan is on track (Harry I)';
  const experience = 'Write what it is like to be this child (Harry I)';
  await expectMissing(page, 'Finalise all that are ready (1)', [
    onTrack,
    ...(forms.briefAsksExperience ? [experience] : []),
  ]);
  await link(page, onTrack).click();
  await expect(heading(page, 'Harry I')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeFocused();
  await answer(page, 'Is the plan on track?', 'Yes');
  if (forms.briefAsksExperience)
    await box(page, 'What is it like to be this child?').fill('He has a friend to walk with.');
  await link(page, 'Back to records to finish').click();
  await button(page, 'Finalise all (1)').click();
  await expect(page.getByText('Every discussed child’s record is finalised.')).toBeVisible();
}

/** A5, another view of the record that is open: the safeguarding history, the concerns, the actions. */
export async function readDecisionRecord(page: Page): Promise<void> {
  await goTo(page, 'To record');
  await link(page, 'Grace H').click();
  await link(page, 'Decision record').click();
  await expectInField(box(page, 'Decision record'), [
    `Name of Organisation /Agency: ${organisation}`,
    ...['Supervision Decision Record', 'One assessment in 2024, closed', 'Ring the landlord'],
    ...['Grace H', '14 June 2015', first['What are we worried about?'] ?? ''],
  ]);
}
