import { expect, it } from 'vitest';
import { buildGroupRecord, missingForGroupRecord } from '#domain/group/finalise-group.ts';
import { mayFinaliseGroup } from '#domain/group/group-access.ts';
import { peopleFault } from '#domain/group/group-agenda.ts';
import { aChild, staff } from '../../../test/builders.ts';
import { swindon } from '../../../test/due-builders.ts';
import {
  aGroup,
  aGroupDiscussion,
  aGroupPart,
  aGroupQuestion,
  aMember,
} from '../../../test/group-builders.ts';

const paths = (over: Parameters<typeof aGroupQuestion>[0]) =>
  missingForGroupRecord(aGroupQuestion(over)).map(({ path }) => path);

it('[R-30] a group is recorded on the case discussion form, on the file of each child', () => {
  const parts = ['C1', 'C2'].map((childRef) => aGroupPart({ childRef }));
  const discussion = aGroupDiscussion({ children: parts });
  const records = parts.map((part) => {
    const child = aChild({ ref: part.childRef });
    return buildGroupRecord(aGroupQuestion({ profile: swindon, discussion, part, child }));
  });
  const { caseDiscussion: heading } = swindon.headings;
  expect(records).toMatchObject([
    { record: { file: 'child', childRef: 'C1', heading, context: 'group' } },
    { record: { file: 'child', childRef: 'C2', heading, context: 'group' } },
  ]);
});

it('[R-31] confidentiality is agreed, the record says that it was a group, a concern has its person', () => {
  expect(paths({ group: aGroup({ confidentialityAgreed: false }) })).toEqual([
    'group.confidentialityAgreed',
  ]);
  const concern = { immediateConcern: 'yes', namedIndividual: '' };
  expect(paths({ discussion: aGroupDiscussion(concern) })).toEqual(['namedIndividual']);
  const named = aGroupDiscussion({ ...concern, namedIndividual: 'Jo Field' });
  expect(buildGroupRecord(aGroupQuestion({ discussion: named }))).toMatchObject({
    record: { context: 'group', group: { immediateConcern: 'yes', namedIndividual: 'Jo Field' } },
  });
});

it('[R-46] each child of a family that a group discussed has its own experience', () => {
  expect(paths({ part: aGroupPart({ experience: '' }) })).toEqual(['child.experience']);
});

it('[R-56] a group is recorded by its facilitator', () => {
  expect(mayFinaliseGroup(aGroup(), staff('me'))).toBe(true);
  expect(mayFinaliseGroup(aGroup({ noteTakerId: 'm-S1' }), staff('S1'))).toBe(false);
});

it('[C-19] "more than 2" is three people, the facilitator among them', () => {
  const [one, two] = aGroup().members;
  expect(peopleFault(aGroup({ members: [one, two] }))).toBeUndefined();
  expect(peopleFault(aGroup({ members: [one, { ...two, present: false }] }))).toBeDefined();
  expect(peopleFault(aGroup({ members: [one, aMember({ staffRef: 'me' })] }))).toBeDefined();
});
