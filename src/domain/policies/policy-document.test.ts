import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runVectors } from '#domain/vectors/run-vectors.ts';
import { checkProfileText } from './check-profile.ts';
import { listProfiles } from './shipped-profiles.ts';

const text = readFileSync('docs/policy-profiles.md', 'utf8');
const [profileText = '', vectorsText = ''] = [...text.matchAll(/```json\n(.*?)```/gs)].map(
  ([, json]) => json ?? '',
);

it('the profile in the document is one, and its vectors pass', () => {
  const check = checkProfileText(profileText);
  if (check.outcome !== 'valid') throw new Error(JSON.stringify(check.faults));
  expect(check.unread).toEqual([]);
  expect(listProfiles().map(({ id }) => id)).not.toContain(check.profile.id);
  const run = runVectors(JSON.parse(vectorsText), [check.profile]);
  expect(run.outcome === 'ran' && run.vectors.flatMap(({ results }) => results)).toMatchObject([
    { key: 'discussionDueBy', passed: true },
    { key: 'discussionPlanBy', passed: true },
  ]);
});

it('nothing can be left out of it: it is as small as one can be', () => {
  const whole = JSON.parse(profileText);
  for (const key of Object.keys(whole)) {
    const { [key]: _, ...rest } = whole;
    const isOptional = ['version', 'effectiveFrom', 'recording'].includes(key);
    const { outcome } = checkProfileText(JSON.stringify(rest));
    expect(outcome, key).toBe(isOptional ? 'valid' : 'faults');
  }
});
