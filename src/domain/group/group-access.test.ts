import { expect, it } from 'vitest';
import { staff } from '../../../test/builders.ts';
import { aGroup, aMember, anItem } from '../../../test/group-builders.ts';
import {
  familiesHiddenFrom,
  groupForMember,
  mayFinaliseGroup,
  mayTypeInGroup,
  otherNoteTaker,
} from './group-access.ts';

const priya = aMember({ id: 'm1', staffRef: 'S1', linkedTo: ['F2'] });
const jo = aMember({ id: 'm2', staffRef: 'S2', linkedTo: ['F3'] });
const dana = aMember({ id: 'm3', name: 'Dana Reed', linkedTo: ['F1'] });
const group = aGroup({
  members: [priya, jo, dana],
  noteTakerId: 'm1',
  agenda: [
    anItem({ familyKey: 'F1' }),
    anItem({ familyKey: 'F2', summaries: [{ id: 's', summary: 'Known to Priya' }] }),
    anItem({ familyKey: 'F3' }),
  ],
  notReached: [
    { familyKey: 'F2', reason: 'Time ran out' },
    { familyKey: 'F1', reason: '' },
  ],
});

it('[GROUP1] a note-taker who is not the facilitator is somebody else at the desk', () => {
  expect(otherNoteTaker(aGroup({ ...group, facilitatorRef: staff('S2') }))?.id).toBe('m1');
  expect(otherNoteTaker(aGroup({ ...group, facilitatorRef: staff('S1') }))).toBeUndefined();
  expect(otherNoteTaker(aGroup({ ...group, noteTakerId: '' }))).toBeUndefined();
  const ofAnotherAgency = aGroup({ ...group, noteTakerId: 'm3', facilitatorRef: staff('S1') });
  expect(otherNoteTaker(ofAnotherAgency)?.id).toBe('m3');
});

it('[GROUP1] the facilitator finalises, the note-taker types, and nobody else does either', () => {
  const may = (ref: string) => [
    mayFinaliseGroup(group, staff(ref)),
    mayTypeInGroup(group, staff(ref)),
  ];
  expect(may('me')).toEqual([true, true]);
  expect(may('S1')).toEqual([false, true]);
  expect(may('S2')).toEqual([false, false]);
});

it('[GROUP1] somebody of another agency has no reference: an empty one opens nothing', () => {
  const noted = aGroup({ members: [dana], noteTakerId: 'm3' });
  expect(mayTypeInGroup(noted, staff(''))).toBe(false);
  expect(
    mayTypeInGroup(aGroup({ members: [aMember({ id: '', staffRef: 'S1' })] }), staff('S1')),
  ).toBe(false);
});

it('[GROUP2] a family that a member is linked to is nowhere in the group as that member has it', () => {
  expect([...familiesHiddenFrom(group, 'S1')]).toEqual(['F2']);
  expect([...familiesHiddenFrom(group, '')]).toEqual([]);
  const hers = groupForMember(group, staff('S1'));
  expect(hers.agenda.map(({ familyKey }) => familyKey)).toEqual(['F1', 'F3']);
  expect(hers.notReached.map(({ familyKey }) => familyKey)).toEqual(['F1']);
  expect(JSON.stringify(hers)).not.toContain('Known to Priya');
});

it('[GROUP2] also where two lines are of one person', () => {
  const twice = aGroup({
    members: [priya, aMember({ id: 'm4', staffRef: 'S1', linkedTo: ['F9'] })],
  });
  expect([...familiesHiddenFrom(twice, 'S1')]).toEqual(['F2', 'F9']);
});

it('[GROUP3] whom a colleague is linked to is told to the facilitator alone', () => {
  const linksFor = (ref: string) =>
    groupForMember(group, staff(ref)).members.map(({ linkedTo }) => linkedTo);
  expect(linksFor('S1')).toEqual([['F2'], [], []]);
  expect(linksFor('S2')).toEqual([[], ['F3'], []]);
  expect(linksFor('me')).toEqual([['F2'], ['F3'], ['F1']]);
});
