import { button, goTo, link, startForReal } from './app.ts';
import { expect, test } from './test.ts';

// Not watched: that a file could not be fetched is what it is about, and is said on the console.
test('a screen that is not on the device, with the network gone, takes nothing else with it', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ baseURL: site.url, serviceWorkers: 'block' });
  const page = await context.newPage();
  await startForReal(page);
  // Another page first, so that what every screen needs is there.
  await goTo(page, 'Back up');
  await expect(button(page, 'Back up to a file')).toBeVisible();
  await goTo(page, 'Home');
  await site.stop();
  await link(page, 'Add a child').click();
  await expect(
    page.getByText('This page could not be shown. What you typed is saved.'),
  ).toBeVisible();
  await goTo(page, 'Back up');
  await expect(button(page, 'Back up to a file')).toBeVisible();
  await context.close();
});
