import { existsSync } from 'node:fs';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
];

/** `scripts/ensure-chromium.sh` sets CHROMIUM_PATH; without either, Playwright looks for its own. */
export const executablePath = process.env.CHROMIUM_PATH ?? KNOWN.find((path) => existsSync(path));

/** Nothing but the test may use the network. */
export const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchOptions = {
  ...(executablePath ? { executablePath } : {}),
  args,
  chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses to start sandboxed as root
};
