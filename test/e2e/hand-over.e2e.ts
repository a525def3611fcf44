import {
  addChild,
  button,
  goTo,
  goToFiles,
  heading,
  link,
  makeThisFile,
  openFile,
  startForReal,
  takeIn,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { expectSound } from './sound-screen.ts';
import { expect, test } from './test.ts';

const MONDAY = '2026-11-23T09:00:00Z';
test('a supervisee goes to another supervisor: note, file, three words, read only, removed', async ({
  browser,
  watch,
}) => {
  test.setTimeout(300_000);
  const clock = clockFrom(MONDAY);
  const person = async () => {
    const context = await watch(await browser.newContext({ acceptDownloads: true }));
    await clock.set(context);
    return context.newPage();
  };
  const sam = await person();
  const jo = await person();
  await startForReal(sam, { name: 'Sam Lee' });
  await link(sam, 'Add a child').click();
  const child = { birth: '14 6 2015', status: 'CIN', worker: 'Amina Khan' };
  await addChild(sam, { ...child, name: 'Grace H', reference: 'CH-1' });
  await addChild(sam, { ...child, name: 'Kayla L', reference: 'CH-77', worker: 'Dan Osei' });
  await startForReal(jo, { name: 'Jo Field' });

  await goTo(sam, 'Home');
  await link(sam, 'Amina Khan').click();
  await expectSound(sam, 'practitioner, who supervises');
  await link(sam, 'Hand over Amina Khan to another supervisor').click();
  await expectSound(sam, 'hand over, begin');
  await button(sam, 'Write the handover note').click();
  await button(sam, 'Finish the note').click();
  await expect(link(sam, 'Enter the name of the new supervisor')).toBeVisible();
  await sam.getByLabel('Who is the new supervisor?').fill('Jo Field');
  await sam
    .getByLabel('What should the new supervisor know?')
    .fill('Court on 4 December.\nAsk first.');
  await expectSound(sam, 'hand over, note');
  await button(sam, 'Finish the note').click();
  await expect(heading(sam, 'Hand over to another supervisor')).toBeVisible();
  const file = await makeThisFile(sam);
  await expectSound(sam, 'hand over, made');

  await test.step('Jo takes it in', async () => {
    await link(jo, 'Open a file you were given').click();
    await openFile(jo, file);
    await expect(heading(jo, 'What is in this file')).toBeVisible();
    await expectSound(jo, 'hand over, preview');
    await button(jo, /take it in/i).click();
    await expect(heading(jo, 'Taken in')).toBeVisible();
    await expectSound(jo, 'hand over, taken in');
  });
  const words = await jo.getByText(/^[a-z]+( [a-z]+){2}$/).innerText();
  await goTo(jo, 'Home');
  await expect(link(jo, 'Amina Khan')).toBeVisible();
  await expectSound(jo, 'home of the new supervisor');

  await sam.getByLabel('The three words that Jo Field said').fill(words);
  await button(sam, 'Jo Field has accepted').click();
  await expect(sam.getByText(/can be read and not changed/).first()).toBeVisible();
  await expectSound(sam, 'hand over, accepted');
  await goTo(sam, 'Home');
  await expect(
    sam.getByText(/Amina Khan was handed over and can still be read here/),
  ).toBeVisible();
  await expectSound(sam, 'home after handing over');
  await goTo(sam, 'My list');
  await link(sam, 'Grace H').click();
  await expect(sam.getByText(/What is here can be read and not changed/)).toBeVisible();
  await expectSound(sam, 'child of somebody handed over');
  await goTo(sam, 'Home');
  await link(sam, 'Hand-over').click();
  await button(sam, 'Remove Amina Khan from this device').click();
  await expectSound(sam, 'hand over, remove');
  await button(sam, 'Yes, remove everything').click();
  await expect(heading(sam, 'Files between two people')).toBeVisible();
  await expectSound(sam, 'files, after removing');
  await goTo(sam, 'My list');
  await expect(sam.getByText('Grace H')).toHaveCount(0);
  await expect(link(sam, 'Kayla L')).toBeVisible();

  await test.step('somebody covers', async () => {
    await goToFiles(sam);
    await link(sam, 'Somebody covers for you').click();
    await button(sam, 'Go on').click();
    await expectSound(sam, 'cover, problems');
    await sam.getByLabel('Who covers?').fill('Jo Field');
    await sam.getByLabel('First day').fill('today');
    await sam.getByLabel('Last day').fill('4 12 2026');
    await expectSound(sam, 'cover, form');
    await button(sam, 'Go on').click();
    const cover = await makeThisFile(sam);
    await expectSound(sam, 'cover, made');
    await goTo(jo, 'Home');
    await takeIn(jo, cover);
    await goTo(jo, 'Home');
    await expect(jo.getByText('You cover for Sam Lee until 4 December 2026.')).toBeVisible();
    await expectSound(jo, 'home of a cover');
    await link(jo, 'Make a file for Sam Lee').click();
    await expectSound(jo, 'cover back');
    const back = await makeThisFile(jo);
    await goTo(sam, 'Home');
    await takeIn(sam, back);
  });
});
