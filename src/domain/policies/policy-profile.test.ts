import { expect, it } from 'vitest';
import { cite, cohortOptions, offersDepths } from './policy-profile.ts';
import { PolicyProfile } from './profile-schema.ts';
import profilesFile from './profiles.json';
import { choosableProfiles, findProfile, listProfiles } from './shipped-profiles.ts';

const ids = ['swindon-000', 'islington-001', 'focus-group-002', 'bracknell-003', 'mosaic-004'];
const ensure = (id: string) => {
  const profile = findProfile(id);
  if (!profile) throw new Error(`No profile ${id}`);
  return profile;
};

it('[PROF1] every shipped profile fits the schema and is found by its id', () => {
  expect(listProfiles().map((profile) => profile.id)).toEqual(ids);
  for (const id of ids) expect(ensure(id).id).toBe(id);
  expect(findProfile('swindon')).toBeUndefined();
});

it('[PROF1] a profile with an interval or mode nobody understands is refused', () => {
  const islington = structuredClone(ensure('islington-001')) as never;
  const spoil = (change: object) => PolicyProfile.safeParse(Object.assign({}, islington, change));
  expect(spoil({}).success).toBe(true);
  expect(spoil({ child: { mode: 'sometimes' } }).success).toBe(false);
  const worker = (interval: string) => ({ worker: { default: { interval, basis: 'rolling' } } });
  expect(spoil(worker('P2W')).success).toBe(true);
  for (const interval of ['1M', 'P0D', 'P1.5M', 'PT24H', 'P1M2D', 'monthly'])
    expect(spoil(worker(interval)).success, interval).toBe(false);
});

it('[PROF2] reading a profile loses nothing, at any depth', () => {
  expect(listProfiles()).toEqual(profilesFile.profiles);
  const spread = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(spread);
    if (value === null || typeof value !== 'object') return value;
    const inside = Object.entries(value).map(([key, inner]) => [key, spread(inner)]);
    return { ...Object.fromEntries(inside), fromANewerVersion: { kept: [1] } };
  };
  for (const profile of profilesFile.profiles)
    expect(PolicyProfile.parse(spread(profile)), profile.id).toEqual(spread(profile));
});

it('[PROF4] a new user may choose every profile but the focus group, or a general one', () => {
  expect(choosableProfiles().map((profile) => profile.id)).toEqual([
    'swindon-000',
    'islington-001',
    'bracknell-003',
    'mosaic-004',
    'general',
  ]);
});

it('[PROF5] depths: as the profile has them, both where it says nothing', () => {
  for (const id of ids) expect(offersDepths(ensure(id)), id).toEqual(['brief', 'inDepth']);
  const only = { ...ensure('islington-001'), session: { depths: ['inDepth' as const] } };
  expect(offersDepths(only)).toEqual(['inDepth']);
});

it('[PROF6] statuses are the council’s own, or a general list that says so', () => {
  expect(cohortOptions(ensure('islington-001'))).toEqual([
    { code: 'CIN', label: 'CIN' },
    { code: 'CLA', label: 'CLA' },
    { code: 'IF', label: 'Independent Futures' },
  ]);
  expect(cohortOptions(ensure('swindon-000'))).toHaveLength(8);
  for (const id of ['mosaic-004', 'focus-group-002']) {
    const options = cohortOptions(ensure(id));
    expect(options.map((option) => option.code).join()).toBe(
      'CIN,CP,CLA,CARE_LEAVER,EH,SHORT_BREAKS',
    );
    expect(options.every((option) => option.general)).toBe(true);
  }
});

it('[PROF7] a citation carries the year, or that the text has none', () => {
  expect(cite(ensure('islington-001'), '001:93-94')).toBe('Islington 2016, 001:93-94');
  expect(cite(ensure('swindon-000'), '000:95')).toBe('Swindon, no date in its text, 000:95');
  const own = 'your own: Practice guidance 2027, page 4';
  expect(cite(ensure('swindon-000'), own)).toBe(
    'Swindon, own rule: Practice guidance 2027, page 4',
  );
  expect(listProfiles().map((profile) => profile.source.label)).toEqual([
    'Swindon, no date in its text',
    'Islington, 2016',
    "Managers' focus group, 2015: practice evidence, not a policy",
    'Bracknell Forest, no date in its text',
    'Council using Mosaic, no date in its text',
  ]);
});

it('[PROF8] headings are in the council’s own words and agree with its informal heading', () => {
  for (const { id, headings, informal, headingsNote } of listProfiles()) {
    expect(headings.managementDecision, id).toBe(informal?.heading ?? headings.managementDecision);
    expect(headingsNote, id).toMatch(/\d{3}:\d+/);
  }
  expect(ensure('bracknell-003').headings.caseDiscussion).toBe('Supervision Decision Record');
  expect(ensure('islington-001').headings.caseDiscussion).toBe('Supervision record');
  expect(ensure('swindon-000').headings.caseDiscussion).toBe('Supervision Case Discussion');
  expect(ensure('mosaic-004').headings.caseDiscussion).toBe('Practice supervision');
});
