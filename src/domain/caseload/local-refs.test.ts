import { expect, it } from 'vitest';
import { localRefsOf } from './local-refs.ts';

it('[SENT7] child, supervisee and author under a reference of this device, each once', () => {
  const children = [{ childRef: 'local:c' }, { childRef: 'CH-1' }, { childRef: 'local:c' }];
  expect(
    localRefsOf('discussions', { children, superviseeRef: 'local:s', createdBy: 'S1' }),
  ).toEqual(['local:c', 'local:s']);
  expect(localRefsOf('childEntries', { childRef: 'CH-1', createdBy: 'local:me' })).toEqual([
    'local:me',
  ]);
});

it('[SENT7] none where the council knows all of them, and none of what is not sent', () => {
  expect(localRefsOf('notes', { superviseeRef: 'P1', createdBy: 'S1' })).toEqual([]);
  expect(localRefsOf('staff', { ref: 'local:s', superviseeRef: 'local:s' })).toEqual([]);
});
