import { describe, expect, it } from 'vitest';
import { aGroup, aMember } from '../../../test/group-builders.ts';
import { peopleFault } from './group-agenda.ts';
import { participantsOf, peopleIn } from './group-people.ts';

const priya = aMember({ staffRef: 'S1', name: 'Priya Shah' });
const dana = aMember({ name: 'Dana Reed', role: 'Nurse', agency: 'Haven' });
const of = (...members: readonly object[]) => aGroup({ members });

describe('three people or more', () => {
  it('[C-19] three are a group and two are not', () => {
    expect(peopleFault(of(priya, dana))).toBeUndefined();
    expect(peopleFault(of(priya))).toBe(
      'A group is 3 people or more, the facilitator among them. 2 people are here',
    );
    expect(peopleFault(of())).toContain('Only the facilitator is here');
  });

  it('[GROUP4] who is not there is not counted, nor a line without anybody', () => {
    expect(peopleIn(of(priya, { ...dana, present: false }))).toBe(2);
    expect(peopleIn(of(priya, aMember({ id: 'new', role: 'Nurse' })))).toBe(2);
  });

  it('[GROUP4] each person once: on two lines, or the facilitator on a line too', () => {
    expect(peopleIn(of(priya, { ...priya, id: 'again' }))).toBe(2);
    expect(peopleIn(of(dana, { ...dana, id: 'again', name: ' dana  reed' }))).toBe(2);
    expect(peopleIn(of(priya, aMember({ staffRef: 'me', name: 'Sam Lee' })))).toBe(2);
    expect(peopleIn(of(dana, aMember({ name: 'Dana Reed', agency: 'School' })))).toBe(3);
  });
});

it('[GROUP5] who took part, with role and agency, the facilitator first', () => {
  const staffOf = (ref: string) =>
    ({ me: { name: 'Sam Lee', role: 'Manager' }, S1: { name: 'P Shah', role: 'Social worker' } })[
      ref
    ];
  const facilitatorLine = aMember({ staffRef: 'me', role: 'Chair', agency: 'Council' });
  const away = aMember({ name: 'Not There', present: false });
  expect(participantsOf(of(priya, dana, away), staffOf)).toEqual([
    { name: 'Sam Lee', role: 'Manager', agency: '' },
    { name: 'Priya Shah', role: 'Social worker', agency: '' },
    { name: 'Dana Reed', role: 'Nurse', agency: 'Haven' },
  ]);
  expect(participantsOf(of(facilitatorLine), staffOf)).toEqual([
    { name: 'Sam Lee', role: 'Chair', agency: 'Council' },
  ]);
  expect(participantsOf(of(aMember({ staffRef: 'S1' })), staffOf)[1]?.name).toBe('P Shah');
});
