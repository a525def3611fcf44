import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  exampleChildren,
  examplePractitioner,
  exampleSupervisor,
} from '../../src/exchange/example/example-people.ts';
import { expect } from './test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** 320 CSS pixels: a screen of 1,280 at 400% (WCAG 1.4.10). */
const NARROW = 320;

const names = [
  ...exampleChildren.map(({ name }) => name),
  exampleSupervisor.name,
  examplePractitioner,
];

/** Everything that is wrong with the screen shown now, in words; empty when it is sound. */
export async function problemsOf(page: Page): Promise<string[]> {
  return [
    ...(await axeProblems(page)),
    ...(await keptFields(page)),
    ...(await titleProblems(page)),
    ...(await sidewaysScroll(page)),
  ];
}

/** Addresses of the screens that were looked at, for the test that none was left out. */
export const pathsSeen = new Set<string>();

/** Of the screen that is asked for: its heading stands, and nothing is still being opened. */
export async function expectSound(page: Page, screen: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  pathsSeen.add(new URL(page.url()).pathname);
  expect.soft(await problemsOf(page), screen).toEqual([]);
}

async function axeProblems(page: Page): Promise<string[]> {
  // Legacy mode opens no second page to gather frames, and is twice as fast: the policy allows no frame.
  const axe = new AxeBuilder({ page }).withTags(TAGS).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** Chromium writes the text of a field to its session files in clear unless the field says no. */
function keptFields(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('input, textarea, select')]
      .filter((field) => field.getAttribute('autocomplete') !== 'off')
      .map((field) => `no autocomplete="off": ${field.outerHTML.slice(0, 120)}`),
  );
}

/** The browser keeps titles and addresses in its history, readable by anyone. */
async function titleProblems(page: Page): Promise<string[]> {
  const title = await page.title();
  const address = decodeURIComponent(page.url());
  const held = names.flatMap((name) => [name, name.split(' ')[0] ?? name]);
  return [
    ...(title === '' ? ['no title'] : []),
    ...held.filter((name) => title.includes(name)).map((name) => `${name} in the title`),
    ...held.filter((name) => address.includes(name)).map((name) => `${name} in the address`),
  ];
}

async function sidewaysScroll(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: NARROW, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (before) await page.setViewportSize(before);
  return wide > NARROW ? [`scrolls sideways: ${wide} px wide at ${NARROW}`] : [];
}
