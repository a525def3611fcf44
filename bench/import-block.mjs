/**
 * Figure 10 of the design, for an import: the longest task on the page's main thread while a caseload
 * file of 50 MB is read, previewed and brought in. Real Chromium, production headers, one run; the
 * machine and the longest few tasks are printed, nothing is asserted. Run `npm run build` first.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProfile } from './profile.mjs';
import { serve } from '../scripts/static-server.mjs';

const MEGABYTES = Number(process.argv[2] ?? 50);
const WORKERS = 400;

const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-'));
const file = join(folder, 'caseload.csv');
const rows = writeCaseload(file);

const site = await serve({ root: 'dist', port: 0, host: '127.0.0.1' });
const profile = await openProfile();
try {
  const { page } = profile;
  page.setDefaultTimeout(300_000);
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
  });
  await start(page);
  for (const [what, step] of steps(page)) {
    await page.evaluate(() => globalThis.longTasks.splice(0));
    const from = performance.now();
    await step();
    const tasks = await page.evaluate(() => globalThis.longTasks.toSorted((a, b) => b - a));
    const longest = tasks.length > 0 ? `longest tasks ${tasks.slice(0, 5).join(', ')} ms` : 'no task over 50 ms';
    console.log(`${what}: ${Math.round(performance.now() - from)} ms, ${longest}`);
  }
  console.log(`${MEGABYTES} MB, ${rows} children, ${cpus().length} x ${cpus()[0]?.model}, Chromium ${await profile.version()}`);
} finally {
  await profile.close();
  await site.stop();
  rmSync(folder, { recursive: true });
}

function* steps(page) {
  yield [
    'read the file',
    async () => {
      await page.getByLabel('Files').setInputFiles(file);
      await page.getByRole('button', { name: 'Read the file' }).click();
      await page.getByRole('heading', { name: 'Whose children?' }).waitFor();
    },
  ];
  yield [
    'choose one worker and compare',
    async () => {
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'See what changes' }).click();
      await page.getByRole('heading', { name: 'What changes' }).waitFor();
    },
  ];
  yield [
    'bring in',
    async () => {
      await page.getByRole('button', { name: 'Bring in', exact: true }).click();
      await page.getByRole('heading', { name: 'My list' }).waitFor();
    },
  ];
}

async function start(page) {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Start for real' }).click();
  await page.getByLabel('Your name').fill('SYNTHETIC Supervisor');
  await page.getByLabel('Your role').fill('Practice supervisor');
  await page.getByRole('radio', { name: /Islington/ }).check();
  await page.getByRole('radio', { name: 'Liquidlogic LCS' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('orange window tractor lemon');
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill('orange window tractor lemon');
  await page.getByRole('button', { name: 'Continue' }).click();
  const key = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/).innerText();
  const groups = key.trim().split('-');
  await page.getByLabel('Type group 2').fill(groups[1]);
  await page.getByLabel('Type group 5').fill(groups[4]);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('link', { name: 'Bring in a caseload file' }).click();
  await page.getByLabel('Files').waitFor();
}

function writeCaseload(path) {
  const lines = ['Reference,Name,Date of birth,Status,Worker,Allocated on,Last seen,Notes'];
  let size = 0;
  for (let i = 0; size < MEGABYTES * 1_000_000; i++) {
    const day = String((i % 27) + 1).padStart(2, '0');
    const line = `CH-${i},SYNTHETIC Child ${i},${day}/03/201${i % 10},CIN,Worker ${i % WORKERS},${day}/01/2026,${day}/10/2026,${'x'.repeat(60)}`;
    lines.push(line);
    size += line.length + 1;
  }
  writeFileSync(path, lines.join('\n'));
  return lines.length - 1;
}
