import type { Page } from '@playwright/test';
import { button, goTo, heading, link } from './app.ts';
import {
  box,
  chooseAll,
  expectMissing,
  expectOnPage,
  fillAll,
  type Texts,
  tick,
  wordsOf,
} from './fill-forms.ts';
import { organisation, type PolicyForms } from './fill-policies.ts';
import { expect } from './test.ts';

/** Appendix 1, in the supervisor's part and the practitioner's, each on their own device. */

const agreementTexts: Texts = {
  'Practitioner’s role': 'Social worker',
  'Supervisor’s role': 'Practice supervisor',
  'Team (optional)': 'North team',
  'Contracted hours a week (optional)': '30',
  'Stage started on (optional)': '1 9 2024',
  'How often, in words': 'Once in four weeks, and when something cannot wait',
  'Sessions start on': '1 12 2026',
  'How long, in minutes': '90',
  Where: 'Room 4, second floor',
  'Interruptions are allowed only if (optional)': 'A child is at risk today',
  'Dates booked ahead (optional)': '21 December 2026\n18 January 2027',
  'What supervision is for': 'Safe decisions, and somebody who listens',
  'Changing or cancelling a session': 'By either of us, a day before, with a new day',
  'Setting the agenda': 'Both bring three things',
  Preparing: 'She writes Part A; I read it the evening before',
  'Models that we use (optional)': 'Signs of Safety',
  'Identity, difference and power (optional)': 'We ask each other at every review',
  'Recording, and who may read it': 'I write it within five working days; both of us read it',
  'Entitlement, and what to do where supervision does not happen': 'We talk first, then we three',
  'Who supervises and decides while the supervisor is away (optional)': 'Ruth Ali decides',
  'What the supervisor wants from the practitioner (optional)': 'Tell me early when it is too much',
  'What the supervisor will contribute (optional)': 'I read what you send before we meet',
};
const thirdPerson = 'Ruth Ali, service manager';

type Side = 'supervisor' | 'practitioner';

async function openAgreement(page: Page, { agreement }: PolicyForms, side: Side): Promise<void> {
  await goTo(page, 'Home');
  if (side === 'practitioner') await link(page, 'My agreement').click();
  else {
    await link(page.getByRole('table', { name: 'Who is due' }), 'Amina Khan').click();
    await link(page.getByRole('main').getByRole('list'), agreement).click();
  }
  await expect(heading(page, agreement)).toBeVisible();
}

export async function fillAgreement(page: Page, forms: PolicyForms): Promise<void> {
  await openAgreement(page, forms, 'supervisor');
  await button(page, 'Begin the agreement').click();
  await tick(page, 'I agree to this');
  await expectMissing(page, 'Sign as Jo Field', [
    'Enter the practitioner’s role',
    'Enter where supervision takes place',
    'Tick what you take on as the supervisor',
    ...(forms.hasPartAAndB
      ? ['Enter who you meet with where you cannot settle something between you']
      : []),
  ]);
  await expect(box(page, 'Organisation')).toHaveValue(organisation);
  await fillAll(page, agreementTexts);
  await box(page, /^Who we meet with where we cannot settle something/).fill(thirdPerson);
  await chooseAll(page, { Employment: 'Permanent' });
  await tick(page, 'The place is private');
  for (const each of await page.getByRole('checkbox', { name: /\(003:\d+/ }).all())
    await each.check();
  await button(page, 'Sign as Jo Field').click();
  await expect(
    page.getByText(forms.counts === 'bothSigned' ? 'Signed by one' : 'In force'),
  ).toBeVisible();
  await expect(button(page, 'Sign as Jo Field')).toHaveCount(0);
}

const ownPart: Texts = {
  'Supervision before (optional)': 'It worked where it was never moved',
  'How I learn, and how I like feedback (optional)': 'By doing, and at once',
  'What helps me (optional)': 'Quiet mornings',
  'How you will know that I am struggling (optional)': 'I stop asking',
  'What I want from you (optional)': 'Time to think',
  'What I will contribute (optional)': 'I come prepared',
  'Anything else (optional)': 'I cycle in, so not before nine',
};

/** The practitioner's side, on her own device. */
export async function signAgreement(page: Page, forms: PolicyForms): Promise<void> {
  await openAgreement(page, forms, 'practitioner');
  await button(page, 'Begin my part').click();
  await tick(page, 'I agree to this');
  await expectMissing(page, 'Sign as Amina Khan', ['Tick what you take on as the practitioner']);
  await fillAll(page, ownPart);
  await tick(page, /I prepare for each session/);
  await tick(page, 'I was given the supervision policy');
  await tick(page, 'I have read it');
  await button(page, 'Sign as Amina Khan').click();
  await expect(page.getByText(/^Signed by Amina Khan at/)).toBeVisible();
}

export async function readAgreement(page: Page, forms: PolicyForms): Promise<void> {
  await openAgreement(page, forms, 'supervisor');
  await expect(page.getByText('In force', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Signed by Jo Field at/)).toBeVisible();
  await expect(page.getByText(/^Signed by Amina Khan at/)).toBeVisible();
  await expectOnPage(page, [...wordsOf(agreementTexts), ...wordsOf(ownPart), thirdPerson]);
}
