import { defineConfig } from '@playwright/test';
import { launchOptions } from './test/e2e/browser.ts';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  workers: 2, // each test has a server and a browser of its own, and waits more than it works
  timeout: 60_000,
  // Once more in CI, on a machine shared with others; a test that needed it is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    launchOptions,
    trace: 'on-first-retry', // it looks at the whole page after each key, and would be most of the time
    actionTimeout: 15_000, // a click that cannot happen is said, and not waited for until the test ends
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
});
