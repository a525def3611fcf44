/**
 * Adds up the reports of the test runners; its last line is the one that is read by machines.
 * Usage: closing-line.mjs REPORT... -- FAILED_STEP...
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const given = process.argv.slice(2);
const split = given.indexOf('--');
const reports = split < 0 ? given : given.slice(0, split);
const failedSteps = new Set(split < 0 ? [] : given.slice(split + 1));

function countVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

function read(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return 'numTotalTests' in report ? countVitest(report) : countPlaywright(report);
  } catch (error) {
    console.log(`${path} could not be read: ${error.message}`);
    failedSteps.add(basename(path, '.json'));
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const path of reports) {
  const count = read(path);
  for (const key of Object.keys(total)) total[key] += count[key];
  // A runner that failed by its tests is counted by them; one that failed otherwise, as a step.
  if (count.failed > 0) failedSteps.delete(basename(path, '.json'));
}
for (const step of failedSteps) console.log(`Failed: ${step}`);
total.failed += failedSteps.size;
if (total.passed === 0) console.log('No test passed, so this run proves nothing.');

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
