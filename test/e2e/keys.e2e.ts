import type { Page } from '@playwright/test';
import { button, caseList, heading, link } from './app.ts';
import { caret, find, press, startExample } from './by-keys.ts';
import { clockFrom } from './clock.ts';
import { expect, test } from './test.ts';

const clock = clockFrom('2026-11-24T14:30:00Z');

test.beforeEach(async ({ context }) => {
  await clock.set(context);
});

const announced = (page: Page) => page.getByRole('status').last();

test('a session with no mouse: three children, a named one, the panes, and the keys switched off', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await startExample(page);
  await page.keyboard.press('Alt+2');

  await test.step('three brief check-ins: a sentence and two keys each', async () => {
    const names: string[] = [];
    for (const sentence of ['Reads to her aunt.', 'Sleeps through the night.', 'Is in the team.']) {
      const name = await heading(page, /./).innerText();
      names.push(name);
      await expect(caret(page)).toBeEditable();
      await page.keyboard.type(sentence);
      await page.keyboard.press('Alt+y');
      await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked();
      await expect(caret(page)).toHaveValue(sentence);
      await page.keyboard.press('Control+Enter');
      await expect(heading(page, name)).toHaveCount(0);
    }
    await expect(page.getByText('3 of 22 accounted for')).toBeVisible();
    for (const name of names) {
      const row = caseList(page).getByRole('listitem').filter({ hasText: name });
      await expect(row).toContainText('Discussed');
    }
  });

  await test.step('goes to a child by typing a part of the name', async () => {
    await find(page, 'grac');
    await expect(page.getByRole('option').first()).toContainText(/^Grace H Case \d+ of 22/);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Grace H')).toBeVisible();
    await expect(caret(page)).toBeEditable();
    await page.keyboard.type('Swims.');
    await expect(caret(page)).toHaveValue('Swims.');
    expect(await page.title()).not.toContain('Grace');
    expect(page.url()).not.toContain('Grace');
  });

  await test.step('the list, last time, and back; the child before and after', async () => {
    await page.keyboard.press('Alt+1');
    await expect(link(caseList(page), 'Grace H')).toBeFocused();
    await page.keyboard.press('Alt+3');
    await expect(page.getByRole('region', { name: 'To read beside the notes' })).toBeFocused();
    await page.keyboard.press('Alt+2');
    await expect(caret(page)).toHaveValue('Swims.');
    await page.keyboard.press('Alt+PageDown');
    await expect(heading(page, 'Grace H')).toHaveCount(0);
    await page.keyboard.press('Alt+PageUp');
    await expect(heading(page, 'Grace H')).toBeVisible();
    await expect(caret(page)).toHaveValue('Swims.');
  });

  await test.step('an action; the time of the last save; the list of keys', async () => {
    await page.keyboard.press('Alt+a');
    await expect(page.getByLabel('Action 1: what')).toBeFocused();
    await page.keyboard.type('Ring the school');
    await page.keyboard.press('Control+s');
    await expect(announced(page)).toHaveText(/^Saved on this device 2:3\dpm$/);
    await page.keyboard.press('Control+/');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Action 1: what')).toBeFocused();
    await find(page, 'ben');
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Action 1: what')).toBeFocused();
  });

  await test.step('the next child who is not discussed, from another page', async () => {
    await find(page, 'help');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Help')).toBeVisible();
    await find(page, 'next');
    await expect(page.getByRole('option').first()).toContainText('Next child who is not discussed');
    await page.keyboard.press('Enter');
    await expect(page.getByText('3 of 22 accounted for')).toBeVisible();
    await expect(caret(page)).toBeEditable();
  });

  await test.step('switched off, nothing but the browser’s own keys works', async () => {
    await find(page, 'settings: key');
    await page.keyboard.press('Enter');
    await press(page, page.getByLabel('Use keyboard shortcuts'), 'Space');
    await press(page, button(page, 'Save keyboard setting'));
    await expect(button(page, 'Go to')).not.toHaveAttribute('aria-keyshortcuts');
    for (const keys of ['Control+k', 'Control+/', 'Control+Shift+l']) {
      await page.keyboard.press(keys);
    }
    await press(page, button(page, 'Go to')); // the button is there for everybody
    await page.keyboard.type('grace');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Grace H')).toBeVisible();
    for (const keys of ['Alt+PageDown', 'Alt+y', 'Alt+a', 'Control+Enter']) {
      await page.keyboard.press(keys);
    }
    await expect(heading(page, 'Grace H')).toBeVisible();
    await expect(page.getByLabel('Action 2: what')).toHaveCount(0);
    await expect(page.getByRole('radio', { name: 'Yes' })).not.toBeChecked();
    await expect(page.getByText('3 of 22 accounted for')).toBeVisible();
  });
});

test('22 children and the notes are in view at once on a laptop, with the example’s line at the top', async ({
  page,
}) => {
  // What is left of 768 px below the browser's own bars.
  await page.setViewportSize({ width: 1366, height: 680 });
  await startExample(page);
  await page.evaluate(() => scrollTo(0, 0));
  const rows = caseList(page).getByRole('listitem');
  await expect(rows).toHaveCount(22 + 1);
  for (const row of await rows.all()) {
    const box = await row.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(680);
  }
});

test('Pause and End stay on the line of the words, however wide the window is', async ({
  page,
}) => {
  await startExample(page);
  for (const width of [1024, 1280, 1366]) {
    await page.setViewportSize({ width, height: 680 });
    const words = await page.getByText('0 of 22 accounted for').boundingBox();
    for (const target of [button(page, 'Pause'), link(page, 'End the session')]) {
      const box = await target.boundingBox();
      expect(Math.abs((box?.y ?? 0) - (words?.y ?? 0)), `${width}`).toBeLessThan(12);
    }
    const sideways = () => document.documentElement.scrollWidth - innerWidth;
    expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0);
  }
});
