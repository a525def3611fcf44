import { expect, it } from 'vitest';
import { staff } from '../../../test/builders.ts';
import { aGroup, aMember } from '../../../test/group-builders.ts';
import { membersForFamily, summariesAskedFor, withSummariesAsked } from './summaries-asked.ts';

const priya = aMember({ id: 'm1', staffRef: 'S1', role: 'Social worker' });
const jo = aMember({ id: 'm2', staffRef: 'S2', role: 'Social worker' });
const dana = aMember({ id: 'm3', staffRef: 'S3', role: 'Domestic abuse worker' });
const nurse = aMember({ id: 'm4', name: 'Kim', role: 'Nurse', linkedTo: ['F2'] });
const group = aGroup({ familySafeguarding: true, members: [priya, jo, dana, nurse] });

it('[GROUP12] those who work with a family: its workers, and those without a list of their own', () => {
  const caseholders = new Set(['S1', 'S2']);
  const idsFor = (familyKey: string, ...workers: string[]) =>
    membersForFamily(group, { familyKey, workers: workers.map(staff), caseholders }).map(
      ({ id }) => id,
    );
  expect(idsFor('F1', 'S1')).toEqual(['m1', 'm3', 'm4']);
  expect(idsFor('F1', 'S1', 'S2')).toEqual(['m1', 'm2', 'm3', 'm4']);
  // Personally linked: she is asked for nothing of that family.
  expect(idsFor('F2', 'S2')).toEqual(['m2', 'm3']);
});

it('[GROUP12] one for each profession, and not two of the same', () => {
  const asked = summariesAskedFor(true, [priya, dana, { ...jo, role: ' social  WORKER ' }]);
  expect(asked.map(({ role, memberId }) => [role, memberId])).toEqual([
    ['Social worker', ''],
    ['Domestic abuse worker', 'm3'],
  ]);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
  expect(summariesAskedFor(true, [{ ...priya, role: ' ' }])).toEqual([]);
});

it('[GROUP12] only of a Family Safeguarding group', () => {
  expect(summariesAskedFor(false, [priya, dana])).toEqual([]);
});

it('[GROUP12] what is written stays, in its order', () => {
  const asked = summariesAskedFor(true, [priya, dana]);
  const [own] = summariesAskedFor(true, [dana]);
  const written = { ...own, id: 'x', role: 'domestic abuse worker ', summary: 'Seen.' };
  const found = withSummariesAsked([written as (typeof asked)[number]], asked);
  expect(found.map(({ role, summary }) => [role, summary])).toEqual([
    ['domestic abuse worker ', 'Seen.'],
    ['Social worker', ''],
  ]);
});
