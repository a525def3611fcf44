import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { type DirectoryInput, directoryFrom } from '../../test/directories.ts';
import type { Asker } from '../asker.ts';
import { relationsOf } from '../directory/relations.ts';
import { meOf } from '../me.ts';
import { endedOf } from './ended.ts';
import { reachOf } from './scope.ts';

const today = toCalendarDate('2026-11-20');
const staff = ['sue', 'ama', 'ben', 'other'];
const children = ['C1', 'C2'];

function endedFor(person: string, input: Partial<DirectoryInput>) {
  const relations = relationsOf(directoryFrom({ staff, children, ...input }));
  return endedOf(person, relations, today, reachOf(person, relations, today));
}

it('[ACL18] "me" tells when a supervision ended, to the supervisor and to nobody else, and no name', () => {
  const input = {
    supervises: [
      ['sue', 'ama', '2026-01-05', '2026-10-31'],
      ['other', 'ben', '2026-01-05', '2026-10-31'],
    ],
  } as const;
  const ended = endedFor('sue', input);
  expect(ended).toEqual({
    supervises: [{ superviseeId: 'ama', from: '2026-01-05', to: '2026-10-31' }],
    allocations: [],
  });
  const relations = relationsOf(directoryFrom({ staff, children, ...input }));
  const asker = { person: 'sue', relations, today, now: '', meta: { epoch: '', macKey: '' } };
  const me = meOf(asker as unknown as Asker); // what it reads of one
  expect(me?.ended).toEqual(ended);
  expect(JSON.stringify(me)).not.toMatch(/Person (ama|ben|other)/);
  expect(endedFor('ama', input).supervises).toEqual([]);
});

it.each([
  ['goes on', [['sue', 'ama', '2026-01-05', '2026-11-20']]],
  [
    'began again',
    [
      ['sue', 'ama', '2026-01-05', '2026-10-31'],
      ['sue', 'ama', '2026-11-09'],
    ],
  ],
  ['was long ago', [['sue', 'ama', '2026-01-05', '2026-08-19']]],
  ['never was', [['sue', 'ama', '2026-11-10', '2026-11-01']]],
  ['comes later', [['sue', 'ama', '2026-12-01', '2026-12-31']]],
  ['is of oneself', [['sue', 'sue', '2026-01-05', '2026-10-31']]],
] as const)('[ACL18] a supervision that %s is not told as ended', (_, supervises) => {
  expect(endedFor('sue', { supervises }).supervises).toEqual([]);
});

it('[ACL18] of children, those of whoever had them then, and of the supervisor at that time', () => {
  const input = {
    supervises: [['sue', 'ama', '2026-01-05']],
    allocations: [
      ['C1', 'ama', '2026-02-01', '2026-10-31'],
      ['C2', 'ama', '2026-02-01', '2026-10-31'],
      ['C2', 'ama', '2026-11-01'],
      ['C1', 'ben', '2026-11-01', '2026-11-10'],
    ],
  } as const;
  const c1 = { childRef: 'C1', from: '2026-02-01', to: '2026-10-31' };
  expect(endedFor('ama', input).allocations).toEqual([c1]);
  expect(endedFor('sue', input).allocations).toEqual([c1]);
  expect(endedFor('other', input).allocations).toEqual([]);
  const later = { ...input, supervises: [['sue', 'ama', '2026-11-02']] } as const;
  expect(endedFor('sue', later).allocations).toEqual([]);
});
