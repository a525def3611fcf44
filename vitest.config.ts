import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './test/e2e/browser.ts';

const OTHER_PROJECTS = ['**/*.dom.test.*', '**/*.browser.test.*', '**/node_modules/**'];

export default defineConfig({
  plugins: [react()],
  define: { __APP_VERSION__: '"test"' },
  test: {
    maxWorkers: 2, // of itself it leaves one of two processors idle
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            '{src,test,endpoint}/**/*.test.ts',
            '{src,test,endpoint}/**/*.test.tsx',
            'scripts/**/*.test.{ts,mjs}',
          ],
          exclude: OTHER_PROJECTS,
          setupFiles: ['./test/setup-unit.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['{src,test}/**/*.dom.test.{ts,tsx}'],
          // Once more in CI, on a machine shared with others, as in the browser; the report says which.
          retry: process.env.CI === undefined ? 0 : 1,
          setupFiles: ['./test/setup-unit.ts', './test/setup-dom.ts'],
        },
      },
      {
        extends: true,
        // Found late, a dependency makes Vite reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            'dexie',
            'hash-wasm',
            'papaparse',
            'react',
            'react/jsx-dev-runtime',
            'react-dom',
            'react-dom/client',
            'react-hook-form',
            '@testing-library/react',
            'temporal-polyfill/global',
            'zod/mini',
          ],
        },
        test: {
          name: 'browser',
          include: ['{src,test}/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
