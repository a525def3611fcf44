import { expect, it } from 'vitest';
import { today } from '../../../test/builders.ts';
import { noPace, readDataset, sampleFiles } from '../../../test/caseload-files.ts';
import { answerRequest } from './answer-request.ts';
import { partsJoiner, partsOf } from './caseload-parts.ts';

it('a caseload in parts is the same caseload, and no part is large', async () => {
  const caseload = await readDataset(sampleFiles());
  const join = partsJoiner();
  const parts = [...partsOf(caseload)];
  const results = parts.map((part) => join(structuredClone(part)));
  expect(results.at(-1)).toEqual(caseload);
  expect(results.slice(0, -1).every((result) => result === undefined)).toBe(true);
  expect(parts.every((part) => part.kind !== 'children' || part.children.length <= 100)).toBe(true);
});

it('so is a look', async () => {
  const look = await answerRequest(
    { kind: 'look', files: sampleFiles(), statuses: [], today },
    noPace,
  );
  expect([...partsOf(look)].map(partsJoiner())).toEqual([look]);
  expect(look).toMatchObject({ source: 'ssd' });
});
