import { name, rules } from './groups.mjs';

export default {
  mutate: [...rules, '!src/**/*.test.ts'],
  testRunner: 'vitest',
  // Threads: a process for each run takes several times as long.
  vitest: { configFile: 'bench/mutation/vitest.config.mjs', pool: 'threads' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  incremental: true,
  incrementalFile: `reports/mutation/${name}.incremental.json`,
  tempDirName: 'reports/mutation/tmp',
  ignorePatterns: ['dist*', 'docs', 'public', 'reports', 'test-results'],
  reporters: ['json', 'clear-text', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  clearTextReporter: { allowColor: false, reportTests: false, skipFull: true },
  warnings: { slow: false },
};
