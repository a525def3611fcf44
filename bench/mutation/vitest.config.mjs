import { defineConfig } from 'vitest/config';
import { tests } from './groups.mjs';

export default defineConfig({
  test: {
    isolate: false,
    include: tests,
    exclude: [
      // They read a document or the text of the tests, which no broken rule changes.
      'src/domain/rules-have-tests.test.ts',
      'src/domain/policies/policy-document.test.ts',
      // Hundreds of random cases each: too slow to run some thousands of times.
      'src/domain/**/*-properties.test.ts',
      'src/domain/agenda/every-open-child.test.ts',
      'src/domain/plan/plan-brute-force.test.ts',
    ],
    setupFiles: ['./bench/mutation/leave-out-zones.mjs'],
  },
});
