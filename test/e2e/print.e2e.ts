import type { Page } from '@playwright/test';
import {
  button,
  goTo,
  heading,
  link,
  markDiscussed,
  openChild,
  openExample,
  openExampleSitting,
} from './app.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';

const clock = clockFrom('2026-11-24T14:30:00Z');

test.beforeEach(async ({ context }) => {
  await clock.set(context);
});

/** As the browser would print it. The pages are counted by their objects, which are not compressed. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/**
 * The words on the paper: what is not shown in print is left out. A browser fills the paper when it is
 * about to print, and it is looked at then.
 */
async function wordsOnPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const words = await page.locator('body').innerText();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  return words;
}

/** What the style sheet writes at the edge of each page. */
const edgesOfPage = (page: Page) =>
  page.evaluate(() => {
    const { style } = document.documentElement;
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const printed = rules.map(({ cssText }) => cssText).filter((text) => text.includes('@page'));
    return `${style.getPropertyValue('--fp-head')} ${printed.join(' ')}`;
  });

const NOT_PRINTED = 'Not printed. Enter your passphrase on this page first.';

test('an agenda is asked for each time, and then has every child and no name at its head', async ({
  page,
}) => {
  await openExample(page);
  await goTo(page, 'Sessions');
  await link(page, 'Open of session with Amina Khan').click();
  await link(page, 'Print the agenda').click();
  await expect(heading(page, 'Print: Agenda for supervision')).toBeVisible();
  expect(await wordsOnPaper(page)).toContain(NOT_PRINTED);
  expect(await pagesOf(page), 'nothing but that sentence').toBe(1);

  await openExampleSitting(page);
  const words = await wordsOnPaper(page);
  expect(words).toContain('1. Aaliyah B');
  expect(words).toContain('22. ');
  expect(words, 'nothing of the page around it').not.toContain('Paper is not protected');
  await expect(button(page, 'Print'), 'asked again for a second copy').toHaveCount(0);

  await openExampleSitting(page);
  expect(await pagesOf(page)).toBeGreaterThan(5);
  const edges = await edgesOfPage(page);
  expect(edges).toContain('"Agenda for supervision · AK"');
  expect(edges).toContain('"Page " counter(page) " of " counter(pages)');
});

test('a session held on paper is typed up: its record is a late entry, on paper too', async ({
  page,
}) => {
  await openExample(page);
  await goTo(page, 'Sessions');
  await link(page, 'Write up a session that was held on paper').click();
  await page.getByLabel('Held on').fill('10 11 2026');
  await button(page, 'Write it up').click();
  await openChild(page, 'Ben C');
  await page.getByLabel('Brief note').fill('Ben names his colours now.');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await markDiscussed(page);
  await link(page, 'End the session').click();
  await button(page, 'End the session as incomplete').click();
  await button(page, /^Finalise.*Ben C$/).click();
  await link(page, 'Ben C').click();
  await expect(page.getByLabel(/^Text for /)).toBeVisible();
  await expect(button(page, 'Print')).toHaveCount(0);
  expect(await wordsOnPaper(page)).toContain(NOT_PRINTED);

  await openExampleSitting(page);
  const words = await wordsOnPaper(page);
  for (const said of ['Late entry', 'Ben C', 'Ben names his colours now.', '10 November 2026'])
    expect(words).toContain(said);
  expect(await pagesOf(page)).toBe(1);
  expect(await edgesOfPage(page)).not.toContain('Ben C');
});

test('a text of the supervision file is asked for, whatever was opened before', async ({
  page,
}) => {
  await openExample(page);
  await goTo(page, 'Home');
  await link(page, 'Cancel supervision of Amina Khan').click();
  await button(page, 'Cancel this session').click();
  await page.getByRole('radio', { name: 'Something else' }).check();
  await page.getByLabel('Which reason').fill('The heating failed.');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('textbox', { name: 'New day', exact: true }).fill('friday');
  await page.getByLabel(/^Cover, or passing cases on/).fill('Ruth Ali is there until then.');
  await button(page, 'Record the cancellation').click();
  await button(page, 'Sign this record').click();
  await openExampleSitting(page);

  await link(page, 'Print this record').click();
  await expect(heading(page, /^Print: /)).toBeVisible();
  expect(await wordsOnPaper(page)).toContain(NOT_PRINTED);
  await openExampleSitting(page);
  const words = await wordsOnPaper(page);
  expect(words).toContain('The heating failed.');
  expect(words).toMatch(/SHA-256 of the text: [0-9a-f]{64}/);
  expect(await wordsOnPaper(page), 'nor a second time').toContain(NOT_PRINTED);
});
