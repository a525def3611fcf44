import { describe, expect, it } from 'vitest';
import { fileReference, shortId, uniqueNames } from './file-name.ts';

const child = { reference: 'CH-0001', ref: 'CH-0001', name: 'Amina Khan' };
const local = 'local:3f2a91c0-0000-4000-8000-000000000000';

describe('file names', () => {
  it('[OUT2] are made of the reference', () => {
    expect(fileReference(child, 'child')).toBe('CH-0001');
    expect(fileReference({ ...child, reference: '12/34 b' }, 'child')).toBe('12-34-b');
  });

  it.each(['Amina', 'KHAN-7', 'child of khan'])(
    '[OUT2] a reference that the name stands in is not used: %s',
    (reference) => {
      expect(fileReference({ ...child, reference, ref: local }, 'child')).toBe('child-3f2a91c0');
      expect(fileReference({ ...child, reference, ref: reference }, 'child')).toBe('child');
    },
  );

  it('[OUT2] without a reference it is the random one, and nothing of the person', () => {
    expect(fileReference({ ...child, reference: '', ref: local }, 'child')).toBe('child-3f2a91c0');
    expect(shortId(local)).toBe('3f2a91c0');
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows', 'C-Windows'],
    ['CON', '_CON'],
    ['nul', '_nul'],
    ['a\u0000b\u202e', 'a-b'],
    ['.', 'child'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('[OUT2] no path, no reserved word, no mark nobody sees: %j', (reference, expected) => {
    expect(fileReference({ reference, ref: 'r', name: '' }, 'child')).toBe(expected);
  });

  it('[OUT2] no two folders have the same name, whatever the capitals', () => {
    expect(uniqueNames(['CH-1', 'ch-1', 'CH-2', 'CH-1'])).toEqual([
      'CH-1',
      'ch-1-2',
      'CH-2',
      'CH-1-3',
    ]);
  });
});
