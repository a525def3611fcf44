import type { Page } from '@playwright/test';
import { button, goTo, heading, link } from './app.ts';
import { find } from './by-keys.ts';
import {
  addAction,
  answer,
  box,
  chooseAll,
  expectInField,
  expectMissing,
  expectOnPage,
  fillAll,
  signRecord,
  type Texts,
  tick,
} from './fill-forms.ts';
import { expect } from './test.ts';

/** The forms of the supervision file outside a session, and the route of the practitioner. */

async function openPractitioner(page: Page, name: string): Promise<void> {
  await goTo(page, 'Home');
  await link(page.getByRole('table', { name: 'Who is due' }), name).click();
  await expect(page.getByRole('heading', { name: 'Live supervision' })).toBeVisible();
}

const before: Texts = {
  Purpose: 'A first visit after the review',
  'The practitioner’s plan, and what to look for': 'To let the mother speak first',
};
const seen: Texts = {
  'Communication and explaining the role': 'She said who she was and why she came',
  'Focus on the child and on making a difference': 'The child was asked before the adults',
  'Safe endings and next steps': 'Everybody had the next date on paper',
};
const after: Texts = {
  'What went well': 'The pace',
  'What was challenging, or could be different': 'The television stayed on',
  'The practitioner’s reflection': 'I would ask about it next time',
  'Feedback of the child or family (optional)': 'He said that she listens',
  Learning: 'Ask for a quiet room',
  'The observer’s overall summary': 'Careful and clear work',
};

/** A7, with the elements of the practice model where the policy has one. */
export async function liveSupervision(page: Page): Promise<void> {
  await openPractitioner(page, 'Amina Khan');
  await link(page, 'Record a live supervision').click();
  await box(page, 'Observed on').fill('20 11 2026');
  await expectMissing(page, 'Finalise', [
    'Choose what kind of activity it was',
    'Write what the purpose was',
    'Say whether the child or family was asked for consent',
    'Write what was seen in at least 3 areas: 0 so far',
    'Add an action, or tick that there is none',
    'Write an overall summary',
  ]);
  await fillAll(page, { 'Time (optional)': '10:15am', ...before, ...seen });
  await chooseAll(page, { Activity: 'Home visit' });
  await answer(page, /^Did the practitioner ask the child or family/, 'Yes');
  await box(page, 'How they asked, or why not').fill('By telephone, the day before');
  await answer(page, /^Communication and explaining the role: a strength/, 'Strength');
  await tick(page, 'Motivational Interviewing was used');
  await fillAll(page, after);
  await answer(page, 'Whose words the reflection is in', 'In Amina Khan’s own words');
  await addAction(page, 'Talk it through in supervision');
  await button(page, 'Finalise').click();
  await expectInField(box(page, 'Observation, finalised'), [
    ...[before, seen, after].flatMap((texts) => Object.values(texts)),
    ...['20 November 2026', 'Home visit', 'By telephone, the day before', 'the role: strength'],
    ...['Motivational Interviewing', 'Talk it through in supervision'],
  ]);
  await signRecord(page, 'this observation');
}

const supervisionSeen: Texts = {
  'Setting and interruptions': 'A closed door and one knock',
  'Agenda setting and priorities': 'Both brought two things',
  'Balance of functions': 'Support had little time',
};

/** A7b, of somebody who supervises: the stage says so. */
export async function observationOfSupervision(page: Page): Promise<void> {
  await openPractitioner(page, 'Dan Osei');
  await chooseAll(page, { Stage: 'Manager' });
  await button(page, 'Save').click();
  await link(page, 'Record an observation of supervision').click();
  await expectMissing(page, 'Finalise', [
    'Write what was seen in at least 3 areas: 0 so far',
    'Write what feedback was given',
  ]);
  await fillAll(page, { ...supervisionSeen, 'Feedback given': 'Ask how he is, and wait' });
  await tick(page, 'No actions');
  await button(page, 'Finalise').click();
  await expectInField(box(page, 'Observation, finalised'), [
    ...Object.values(supervisionSeen),
    'Ask how he is, and wait',
  ]);
  await signRecord(page, 'this observation');
}

/** A8: part 1 is counted, part 2 answered, part 3 written. */
export async function monitoring(page: Page, title: string): Promise<void> {
  await openPractitioner(page, 'Amina Khan');
  await link(page, title).click();
  await expectMissing(page, 'Finalise', [
    'Answer the question about the agenda',
    'Answer the question about wellbeing',
    'Enter the auditor’s name',
  ]);
  await chooseAll(page, { 'First month': 'November 2026', 'Last month': 'November 2026' });
  const questions = page.getByRole('group', { name: /^(Was|Were|Are|Is) / });
  for (const each of await questions.all())
    await each.getByRole('radio', { name: 'Partly', exact: true }).check();
  await box(page, /^Comment on “Was the agenda made together/).fill('Hers came on the day');
  const last = {
    Strengths: 'Each child has a voice',
    'Areas to develop': 'Reasons of decisions',
    Auditor: 'Jo Field',
  };
  await fillAll(page, { ...last, 'Feedback given to the supervisor on (optional)': '20 11 2026' });
  await addAction(page, 'Read two records together', 'Jo Field');
  await button(page, 'Finalise').click();
  await expect(page.getByText('Finalised. The figures are those of that day.')).toBeVisible();
  await expectOnPage(page, [
    ...Object.values(last),
    ...['Hers came on the day', 'Read two records together', 'November 2026', 'Partly'],
  ]);
  await signRecord(page, 'this form');
}

/** A10, a session that is not held: it is cancelled first, and why can wait. */
export async function cancellation(page: Page): Promise<void> {
  await goTo(page, 'Sessions');
  await page.getByRole('radio', { name: /^Amina Khan/ }).check();
  await page.getByLabel('Date, if you are planning it').fill('30 11 2026');
  await button(page, 'Plan it').click();
  const row = page.getByRole('row', { name: /^30 November 2026/ });
  await link(row, 'Cancel the session with Amina Khan').click();
  await button(page, 'Cancel this session').click();
  await box(page, 'Cancelled by').fill('');
  await expectMissing(page, 'Record the cancellation', ['Write who cancelled the session']);
  await answer(page, 'Reason', 'Court');
  await answer(page, /^Was the reason exceptional/, 'Yes');
  await fillAll(page, {
    'Cancelled by': 'Amina Khan',
    'Cancelled on': '23 11 2026',
    'New day': '2 12 2026',
  });
  await box(page, /^Cover, or passing cases on/).fill('Ruth Ali knows of all three');
  await button(page, 'Record the cancellation').click();
  await expect(page.getByText('The session on the new day is planned.')).toBeVisible();
  await expectOnPage(page, ['Court', 'Ruth Ali knows of all three', '2 December 2026']);
  await signRecord(page, 'this record');
}

const route: Texts = {
  'Day of the one-to-one': '16 11 2026',
  'The issue': 'Three sessions were moved and not held',
  'What came of it': 'Nothing was agreed',
  'Day of the meeting of three': '19 11 2026',
  'Line manager': 'Ruth Ali',
  'What was difficult (optional)': 'Everybody is busy',
  'Outcomes agreed': 'A day that is not moved',
  'Day of the meeting': '20 11 2026',
  'Who was asked to meet with you both': 'Sam Reed',
  'What came of the meeting (optional)': 'An hour each fortnight',
};
const days = ['16 11 2026', '19 11 2026', '20 11 2026'];

/** A11, on the practitioner's own device: hers alone until she sends it. */
export async function entitlement(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await find(page, 'entitlement');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Your entitlement to supervision')).toBeVisible();
  const send = 'Send it to Jo Field with the next file';
  await expectMissing(page, send, ['Enter the day of the one-to-one', 'Write what the issue is']);
  await fillAll(page, route);
  await answer(page, 'Was the other person told in advance?', 'Yes');
  await button(page, send).click();
  await expect(button(page, send)).toHaveCount(0);
}

/** It arrived with her file. */
export async function readEntitlement(page: Page): Promise<void> {
  await openPractitioner(page, 'Amina Khan');
  await link(page, 'Entitlement route sent on 23 November 2026').click();
  await expectOnPage(page, [
    ...Object.values(route).filter((text) => !days.includes(text)),
    '16 November 2026',
  ]);
  await expect(box(page, 'The issue')).toHaveCount(0); // to read, and not to write in
}
