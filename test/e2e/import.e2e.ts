import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { button, heading, link, startForReal } from './app.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';

// A fixed day: what is due follows from it.
const clock = clockFrom('2026-11-24T14:30:00Z');
test.beforeEach(({ context }) => clock.set(context));

const folder = new URL('../fixtures/ssd/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** The extract split by hand: no cell of it holds a comma or a quotation mark that matters here. */
function table(name: string, text = textOf(name)): readonly Record<string, string>[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const keys = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? '']));
  });
}

/** Open allocations by worker, straight from the file. */
const openByWorker = new Map<string, Set<string>>();
for (const row of table('ssd_involvements.csv')) {
  if (row.invo_professional_role_id !== 'ALLOCATED CASE WORKER') continue;
  if (row.invo_involvement_end_date) continue;
  const worker = row.invo_professional_id ?? '';
  const children = openByWorker.get(worker) ?? new Set();
  openByWorker.set(worker, children.add(row.invo_person_id ?? ''));
}
const staff = table('ssd_professionals.csv');
const workers = staff
  .filter(({ prof_professional_id: id }) => (openByWorker.get(id ?? '')?.size ?? 0) > 0)
  .slice(0, 3)
  .map(({ prof_professional_id: id = '', prof_professional_name: name = '' }) => ({ id, name }));
const mine = new Set(workers.flatMap(({ id }) => [...(openByWorker.get(id) ?? [])]));

type Files = { name: string; mimeType: string; buffer: Buffer }[];

const extract = (change: (name: string, text: string) => string = (_, text) => text): Files =>
  names.map((name) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(change(name, textOf(name))),
  }));

async function toPreview(page: Page, files: Files): Promise<void> {
  await page.getByLabel('Files').setInputFiles(files);
  await expect(heading(page, 'Whose children?')).toBeVisible();
  for (const { name } of workers) {
    const box = page.getByRole('checkbox', { name: new RegExp(`^${name},`) });
    // A team's list is closed until one of its workers is chosen.
    if (!(await box.isVisible())) {
      await page.getByText(/: \d+ workers?, /).evaluateAll((summaries) => {
        for (const each of summaries) each.closest('details')?.setAttribute('open', '');
      });
    }
    await box.check();
  }
  await button(page, 'See what changes').click();
  await expect(heading(page, 'What changes')).toBeVisible();
}

async function openCases(page: Page): Promise<number> {
  await expect(heading(page, 'My list')).toBeVisible();
  return page.getByRole('table').getByRole('rowheader').count();
}

test('a supervisor’s own children come in from the dataset, and nobody falls out later', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await startForReal(page, { policy: 'Swindon, no date in its text' });
  await link(page, 'Bring in a caseload file').click();
  await page.getByLabel('Files').setInputFiles(extract());
  await expect(heading(page, 'Whose children?')).toBeVisible();

  // Three teams, each with its own figure, counted here from the file.
  const teamOf = new Map(
    staff.map((row) => [row.prof_professional_id, row.prof_professional_department]),
  );
  for (const team of table('ssd_department.csv')) {
    const children = new Set(
      [...openByWorker]
        .filter(([worker]) => teamOf.get(worker) === team.dept_team_id)
        .flatMap(([, refs]) => [...refs]),
    );
    await expect(
      page.getByText(new RegExp(`^${team.dept_team_name}: .*, ${children.size} open cases$`)),
    ).toBeVisible();
  }
  await page.goBack();

  await link(page, 'Bring in a caseload file').click();
  await toPreview(page, extract());
  await expect(page.getByText(`${mine.size} children of the chosen workers`)).toBeVisible();
  // The file does not say its own day; the newest thing in it is a guess that a person can mend.
  await page.getByLabel('Caseload as at').fill('20 11 2026');
  await button(page, 'Bring in').click();
  expect(await openCases(page)).toBe(mine.size);
  await expect(page.getByText('Caseload as at 20 November 2026.')).toBeVisible();

  // A child's page says why the status is what it is, and which rule made the date.
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByText(/ because .* on .*\./).first()).toBeVisible();
  await expect(page.getByText(/No date held\. Due by .*: discussion every/)).toBeVisible();
  await expect(page.getByText('Dates from the case system, as at 20 November 2026')).toBeVisible();

  // Again, with ten of my children gone and one bad date of birth: everyone is still there.
  const gone = new Set([...mine].slice(0, 10));
  const [faulty = ''] = [...mine].slice(10);
  const later = extract((name, text) => {
    const lines = text.split('\n').filter((line) => ![...gone].some((ref) => line.includes(ref)));
    if (name !== 'ssd_person.csv') return lines.join('\n');
    return lines
      .map((line) =>
        line.startsWith(`${faulty},`)
          ? line.replace(/\d{4}-\d{2}-\d{2}T00:00:00/, '31/02/2019')
          : line,
      )
      .join('\n');
  });
  await link(page, 'My list').first().click();
  await link(page, 'Bring in a caseload file').click();
  await toPreview(page, later);
  await expect(
    page.getByRole('table', { name: /Not in this file/ }).getByRole('rowheader'),
  ).toHaveCount(10);
  await expect(page.getByRole('cell', { name: '31/02/2019' })).toBeVisible();
  await button(page, 'Bring in').click();
  expect(await openCases(page)).toBe(mine.size);
  await expect(page.getByText(/Not in the file of \d+ November 2026/)).toHaveCount(10);

  // The agenda counts everyone too.
  await link(page, 'Sessions').click();
  for (const { id, name } of workers) {
    const size = openByWorker.get(id)?.size ?? 0;
    await expect(page.getByRole('radio', { name: `${name}, ${size} open case` })).toBeVisible();
  }

  // And the last import can be undone.
  await link(page, 'My list').first().click();
  await link(page, 'Bring in a caseload file').click();
  await button(page, 'Undo the last import').click();
  await expect(page.getByText(/^Undone: /)).toBeVisible();
  await link(page, 'My list').first().click();
  expect(await openCases(page)).toBe(mine.size);
  await expect(page.getByText(/Not in the file of/)).toHaveCount(0);
});

test('a CSV is matched column by column, and the match is remembered', async ({ page }) => {
  await startForReal(page);
  const csv = (rows: readonly string[]): Files => [
    {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        ['Case no;Who;Born on day;Held by;Discussed', ...rows].join('\r\n'),
        'latin1', // Windows-1252, as Excel writes it here
      ),
    },
  ];
  await link(page, 'Bring in a caseload file').click();
  await page
    .getByLabel('Files')
    .setInputFiles(
      csv([
        'C1;Zoë Ash;14/06/2015;Amina Khan;01/11/2026',
        'C2;=1+1;31/02/2019;Amina Khan;',
        ';;;;',
        ';No Reference;1/1/2015;;',
      ]),
    );
  await expect(heading(page, 'What is in each column?')).toBeVisible();
  const match = async (field: string, column: RegExp) => {
    const select = page.getByLabel(field, { exact: true });
    const option = select.getByRole('option', { name: column });
    await select.selectOption(await option.getAttribute('value'));
  };
  await match('Reference', /^Case no/);
  await match('Name, or first name', /^Who/);
  await match('Date of birth, or expected date', /^Born on day/);
  await match('Worker', /^Held by/);
  await match('Last supervised on', /^Discussed/);
  await button(page, 'Read the file').click();
  await page.getByRole('checkbox', { name: /^Amina Khan/ }).check();
  await button(page, 'See what changes').click();
  await expect(page.getByRole('cell', { name: '31/02/2019' })).toBeVisible();
  await button(page, 'Bring in').click();
  expect(await openCases(page)).toBe(2);
  await expect(page.getByRole('link', { name: 'Zoë Ash' })).toBeVisible();
  await expect(page.getByRole('link', { name: '=1+1' })).toBeVisible();
  await expect(page.getByText(/was not brought in/)).toBeVisible();

  // Islington, 001:86: discussed on 1 November, so the calendar month after it.
  await page.getByRole('link', { name: 'Zoë Ash' }).click();
  await expect(page.getByText(/Due by 31 December 2026/)).toBeVisible();

  await link(page, 'My list').first().click();
  await link(page, 'Bring in a caseload file').click();
  await page.getByLabel('Files').setInputFiles(csv(['C3;New Child;1/2/2016;Amina Khan;']));
  await expect(page.getByLabel('Worker', { exact: true }).locator('option:checked')).toHaveText(
    /^Held by/,
  );
});
