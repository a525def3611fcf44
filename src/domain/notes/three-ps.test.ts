import { expect, it } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { bracknell, swindon } from '../../../test/builders.ts';
import { emptyPs } from './three-ps.ts';

const note = (over: object = {}): StaffNote =>
  StaffNote.parse({
    id: 'n',
    sessionId: 's',
    superviseeRef: 'S1',
    createdAt: 'x',
    createdBy: 'me',
    managerial: { text: 'Caseload' },
    development: { text: 'Course' },
    support: { text: 'Well' },
    ...over,
  });

it('[NOTE7] says which P has been empty in each of the last three finalised sessions', () => {
  const none = note({ development: { notCovered: 'No time' } });
  expect(emptyPs(bracknell, [none, none, none])).toEqual([
    'Professional development: nothing written in the last 3 finalised sessions.',
  ]);
  expect(emptyPs(bracknell, [none, none, note()])).toEqual([]);
  expect(emptyPs(bracknell, [none, none])).toEqual([]); // not three yet
  expect(emptyPs(bracknell, [none, none, none, note()])).toHaveLength(1); // the newest three
  expect(emptyPs(swindon, [none, none, none])).toEqual([]);
});

it('[NOTE7] support that was discussed and not written down is not empty; relationships are no P', () => {
  const blank = { managerial: {}, development: {}, support: {}, relationships: {} };
  const quiet = note(blank);
  expect(emptyPs(bracknell, [quiet, quiet, quiet])).toEqual([
    'Performance and managerial: nothing written in the last 3 finalised sessions.',
    'Professional development: nothing written in the last 3 finalised sessions.',
    'Personal support: nothing written in the last 3 finalised sessions.',
  ]);
  const withheld = note({ ...blank, supportDetailWithheld: true });
  expect(emptyPs(bracknell, [quiet, withheld, quiet])).toHaveLength(2);
});
