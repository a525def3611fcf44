import type { Page } from '@playwright/test';
import {
  button,
  choose,
  expectHome,
  goTo,
  goToFiles,
  type HandoverFile,
  heading,
  link,
  makeFile,
  makeThisFile,
  markDiscussed,
  openChild,
  openEveryDetails,
  openFile,
  openNotes,
  startForReal,
  takeIn,
  typeRecoveryKeyBack,
  typeSuggestedPassphrase,
} from './app.ts';
import { expectSound } from './sound-screen.ts';
import { expect, test } from './test.ts';
import { readEntitlement, sendEntitlement } from './walk-entitlement.ts';

const CHILDREN = ['Aaliyah B', 'Ben C', 'Chloe C', 'Daniel E', 'Ella F', 'Grace H'];

/** A supervisor and a practitioner, each on a device of their own, with files between them. */
export async function walkTwoPeople(jo: Page, amina: Page): Promise<void> {
  const { step } = test;
  const first = await step('the file that sets her up', () => walkFirstFile(jo));
  await step('a practitioner is set up', () => walkSetUp(amina, first));
  const prepared = await step('she prepares', () => walkPreparation(amina));
  await step('the supervisor opens it', () => walkOpening(jo, prepared));
  await step('the session it is for', () => walkPreparedSession(jo));
  const agreement = await step('the agreement', () => walkAgreement(jo));
  await takeIn(amina, agreement);
  const answer = await step('what waits for her', () => walkAnswers(amina));
  await step('the answer comes in', () => walkAnswered(jo, answer));
}

/** A supervisor with a planned session and an absence put in, up to the file that sets Amina up. */
async function walkFirstFile(jo: Page): Promise<HandoverFile> {
  await startForReal(jo, { policy: 'Bracknell Forest' }); // its agreement counts once both have signed
  await link(jo, 'Paste your list').click();
  const rows = CHILDREN.map((name, i) => `CH-${i + 1},${name},${i + 1}/6/2015,CIN,Amina Khan`);
  await jo.getByLabel('Rows').fill(rows.join('\n'));
  await button(jo, 'Look at the rows').click();
  await button(jo, `Bring in ${CHILDREN.length} rows`).click();
  await expect(heading(jo, 'My list')).toBeVisible();
  await goTo(jo, 'Sessions');
  await jo.getByRole('radio', { name: /^Amina Khan/ }).check();
  await jo.getByLabel('Date, if you are planning it').fill('24 11 2026');
  await button(jo, 'Plan it').click();
  await expect(jo.getByRole('row', { name: /24 November 2026.*Planned/ })).toBeVisible();

  await goTo(jo, 'Home');
  await link(jo, 'Amina Khan').click();
  await jo.getByLabel('First day away').fill('2 nov');
  await jo.getByLabel('Last day away').fill('6 nov');
  await button(jo, 'Add these days').click();
  await expect(jo.getByText('2 November 2026 to 6 November 2026')).toBeVisible();
  await jo.getByLabel('First day away').fill('soon');
  await button(jo, 'Add these days').click();
  await expect(jo.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(jo, 'practitioner, with an absence and a problem');

  await goToFiles(jo);
  await expectSound(jo, 'hand-over files, none yet');
  await link(jo, 'Make a file for Amina Khan').click();
  await expect(heading(jo, 'A file for Amina Khan')).toBeVisible();
  await expectSound(jo, 'make a hand-over file');
  const file = await makeThisFile(jo);
  await expectSound(jo, 'hand-over file, made');
  return file;
}

/** From the first page of an empty device to a practitioner's Home. */
async function walkSetUp(amina: Page, file: HandoverFile): Promise<void> {
  await amina.goto('/');
  await button(amina, 'Open a supervisor’s file').click();
  await expect(heading(amina, 'Open a file from your supervisor')).toBeVisible();
  await expectSound(amina, 'set up from a file');
  await button(amina, 'Open the file').click();
  await expect(link(amina, 'Choose the file you were given')).toBeVisible();
  await expect(link(amina, 'Enter the five words')).toBeVisible();
  await expectSound(amina, 'set up from a file, with problems');
  await openFile(amina, file);
  await expect(heading(amina, 'What is in this file')).toBeVisible();
  await expectSound(amina, 'set up from a file, what is in it');
  await button(amina, 'I am Amina Khan: go on').click();
  await expect(heading(amina, 'Your passphrase')).toBeVisible();
  await expectSound(amina, 'set up from a file, passphrase');
  await typeSuggestedPassphrase(amina);
  await expect(heading(amina, 'Your recovery key')).toBeVisible();
  await expectSound(amina, 'set up from a file, recovery key');
  await typeRecoveryKeyBack(amina);
  await expectHome(amina);
  await expectSound(amina, 'home of a practitioner');
  await link(amina, 'See the agenda').click();
  await expect(amina.getByText(/6 open cases/)).toBeVisible();
  await expectSound(amina, 'agenda, to read');
}

/** Every page of the preparation, up to the file with it. */
async function walkPreparation(amina: Page): Promise<HandoverFile> {
  await goTo(amina, 'Prepare');
  await expect(amina.getByText(/^0 of 6 ready\. /)).toBeVisible();
  await expectSound(amina, 'prepare, nothing yet');
  for (const name of ['Grace H', 'Aaliyah B']) {
    await link(amina.getByRole('table'), name).click();
    await expect(heading(amina, name)).toBeVisible();
    await amina.getByLabel('Summary of events since last supervision').fill('Two visits.');
    await amina.getByRole('radio', { name: 'In depth' }).check();
    await amina.getByLabel('Why').fill('I lie awake for this family');
    await amina.getByLabel(/^One of my greatest worries/).check();
    await amina.getByLabel('This family has a strong impact on me').check();
    if (name === 'Grace H') await expectSound(amina, 'prepare, a child');
    await goTo(amina, 'Prepare');
  }
  const cases = amina.getByRole('navigation', { name: 'My open children' });
  await link(cases, 'Absences and wellbeing').click();
  await button(amina, 'Add an absence').click();
  await amina.getByLabel('Absence 1', { exact: true }).selectOption({ label: 'Annual leave' });
  await amina.getByLabel('First day away').fill('2 nov');
  await amina.getByLabel('Last day away').fill('some day');
  await expectSound(amina, 'prepare, absences');
  await link(cases, /^What I want/).click();
  await amina.getByLabel('Things I want from supervision').fill('Time to think about court.');
  await expectSound(amina, 'prepare, what I want');
  await goTo(amina, 'Prepare');
  await button(amina, 'Share with Jo Field').click();
  await expect(amina.getByText(/^Shared on/)).toBeVisible();
  await expectSound(amina, 'prepare, shared');
  return makeFile(amina, 'Jo Field');
}

/** What can be wrong with a file that is opened, and one that is right. */
async function walkOpening(jo: Page, file: HandoverFile): Promise<void> {
  await goToFiles(jo);
  await link(jo, 'Open a file').click();
  await expect(heading(jo, 'Open a file you were given')).toBeVisible();
  await expectSound(jo, 'open a hand-over file');
  await openFile(jo, { ...file, words: 'these are not the words' });
  await expect(jo.getByRole('alert').getByRole('link', { name: /words/ })).toBeVisible();
  await expectSound(jo, 'open a hand-over file, other words');
  await jo.getByLabel('Hand-over file').setInputFiles({
    name: 'holiday.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('not a hand-over file'),
  });
  await button(jo, 'Open the file').click();
  await expect(jo.getByRole('alert').getByRole('link', { name: /file/ })).toBeVisible();
  await expectSound(jo, 'open a hand-over file, another kind of file');
  await openFile(jo, file);
  await expect(heading(jo, 'What is in this file')).toBeVisible();
  await expectSound(jo, 'hand-over file, what is in it');
  await button(jo, 'Take it in').click();
  await expect(heading(jo, 'Taken in')).toBeVisible();
  await expectSound(jo, 'hand-over file, taken in');
  await link(jo, 'All files').click();
  await expectSound(jo, 'hand-over files, some');
}

/** Agreed with what she asked for, held with what she wrote, and finished as far as it goes. */
async function walkPreparedSession(jo: Page): Promise<void> {
  await goTo(jo, 'Sessions');
  await link(jo, 'Open of session with Amina Khan').click();
  await expect(button(jo, 'Start the session')).toBeVisible();
  const grace = jo.getByRole('row', { name: /Grace H/ });
  await grace.getByRole('radio', { name: 'Brief check-in' }).check();
  await button(jo, 'Agree the agenda').click();
  await expect(jo.getByText(/^Agreed at/)).toBeVisible();
  await expectSound(jo, 'agenda, with what the practitioner asks');
  await button(jo, 'Start the session').click();
  await openChild(jo, 'Grace H');
  await expectSound(jo, 'session, with a preparation');
  await openChild(jo, 'Aaliyah B');
  await choose(jo, 'Brief check-in');
  await jo.getByLabel('Brief note').fill('Her aunt has moved nearer.');
  await jo.getByRole('radio', { name: 'Yes' }).check();
  await markDiscussed(jo);
  await openNotes(jo);
  await button(jo, 'Add an absence').click();
  await button(jo, 'Add an action').click();
  await jo.getByLabel('Action 1: what').fill('Book the course');
  await jo.getByLabel('Date of the next meeting').fill('1 3 2027');
  await openEveryDetails(jo);
  await expectSound(jo, 'personal notes, every part open');
  await link(jo, 'End the session').click();
  await button(jo, 'End the session as incomplete').click();
  await button(jo, 'Finalise the notes').click();
  await expect(jo.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(jo, 'finish, with notes missing');
  await button(jo, /^Finalise the record of Aaliyah B/).click();
  await link(jo, 'Agreement of the record').click();
  await expect(heading(jo, 'Agreement of the record')).toBeVisible();
  await openEveryDetails(jo);
  await button(jo, 'End the wait').click();
  await expect(link(jo, 'Write why the agreement was not obtained')).toBeVisible();
  await expectSound(jo, 'agreement of the record, waiting, with a problem');
}

/** The supervision agreement from nothing to one signature, and the file that carries it. */
async function walkAgreement(jo: Page): Promise<HandoverFile> {
  await goTo(jo, 'Home');
  await expect(link(jo, /^See what waits/)).toBeVisible();
  await expectHome(jo);
  await expectSound(jo, 'home, with things waiting');
  await link(jo, 'Amina Khan').click();
  await link(jo, 'Supervision Contract').first().click();
  await expect(button(jo, 'Begin the agreement')).toBeVisible();
  await expectSound(jo, 'supervision agreement, none');
  await button(jo, 'Begin the agreement').click();
  await jo.getByLabel('I agree to this').check();
  await button(jo, /^Sign as/).click();
  await expect(jo.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(jo, 'supervision agreement, with problems');
  const fields = [
    ['Organisation', 'Exampleshire'],
    ['Practitioner’s role', 'Social worker'],
    ['Sessions start on', '1 12 2026'],
    ['Where', 'Room 4'],
    ['Who we meet with where we cannot settle something between us', 'Ruth Ali'],
  ] as const;
  for (const [name, text] of fields) {
    await jo.getByRole('textbox', { name, exact: true }).fill(text);
  }
  await jo.getByLabel('The place is private').check();
  await jo.getByLabel(/^I see that the organisation/).check();
  await button(jo, /^Sign as/).click();
  await expect(jo.getByText('Signed by one')).toBeVisible();
  await expectSound(jo, 'supervision agreement, signed by one');
  return makeFile(jo, 'Amina Khan');
}

/** What waits for a practitioner: the records to answer and the agreement to sign. */
async function walkAnswers(amina: Page): Promise<HandoverFile> {
  await goTo(amina, 'Home');
  const toAnswer = link(amina, /^Read and answer the records/);
  await expect(toAnswer).toBeVisible();
  await expectHome(amina);
  await expectSound(amina, 'home of a practitioner, with things waiting');
  await toAnswer.click();
  await button(amina, 'Answer').click();
  await expect(link(amina, 'Select whether you agree')).toBeVisible();
  await amina.getByRole('radio', { name: /do not agree/ }).check();
  await button(amina, 'Answer').click();
  await expect(link(amina, 'Write why you do not agree')).toBeVisible();
  await expectSound(amina, 'read and agree the record, with problems');
  await amina.getByRole('textbox', { name: 'Because' }).fill('We spoke of her school too.');
  await button(amina, 'Answer').click();
  await expect(amina.getByText(/^Read and not agreed/)).toBeVisible();
  await expectSound(amina, 'read and agree the record, answered');

  await goTo(amina, 'Home');
  await link(amina, 'My agreement').click();
  await expectSound(amina, 'my agreement, before my part');
  await button(amina, 'Begin my part').click();
  await amina.getByLabel('I agree to this').check();
  await button(amina, /^Sign as/).click();
  await expect(amina.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectSound(amina, 'my agreement, with problems');
  await sendEntitlement(amina);
  return makeFile(amina, 'Jo Field');
}

/** The end of the wait, and an answer that comes in all the same. */
async function walkAnswered(jo: Page, answer: HandoverFile): Promise<void> {
  await goTo(jo, 'Home');
  await link(jo, /^See what waits/).click();
  await jo.getByText('Agreement not obtained', { exact: true }).click();
  await jo.getByLabel('Agreement not obtained, because').fill('She has left the council.');
  await button(jo, 'End the wait').click();
  await expect(jo.getByText(/^Agreement not obtained, said on/)).toBeVisible();
  await expectSound(jo, 'agreement of the record, not obtained');
  await takeIn(jo, answer);
  await goTo(jo, 'Sessions');
  await link(jo, 'Records of session with Amina Khan').click();
  await link(jo, 'Agreement of the record').click();
  await expect(jo.getByText(/^Read and not agreed/)).toBeVisible();
  await expectSound(jo, 'agreement of the record, answered');
  await readEntitlement(jo);
}
