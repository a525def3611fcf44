import { expect, it } from 'vitest';
import { type CollectionName, collectionNames, collections } from '#domain/collections.ts';
import { headerOf } from '#domain/record-header.ts';

const at = '2026-11-20T10:00:00Z';

it('[ACL1] file, kind and person are of the text; reference data has no header', () => {
  expect(headerOf('notes', { superviseeRef: 'ama' })).toEqual({
    ...{ type: 'notes', file: 'staff', superviseeRef: 'ama', childRefs: [], state: 'own' },
  });
  const without = collectionNames.filter((name) => headerOf(name, {}) === undefined);
  expect(without).toEqual(collectionNames.filter((name) => collections[name].file === 'reference'));
  expect(headerOf('notes', { superviseeRef: 7 })?.superviseeRef).toBe('');
});

it('[ACL2] the one child of a child’s record, all of a draft’s, none of a session’s', () => {
  const children = [{ childRef: 'C1' }, { childRef: 'C2' }, { childRef: 'C1' }];
  expect(headerOf('childRecords', { childRef: 'C1', children })?.childRefs).toEqual(['C1']);
  expect(headerOf('discussions', { children })?.childRefs).toEqual(['C1', 'C2']);
  expect(headerOf('entryDrafts', { childRefs: ['C3', 7] })?.childRefs).toEqual(['C3']);
  expect(headerOf('sessions', { childRefs: ['C1'], children })?.childRefs).toEqual([]);
});

it.each<[CollectionName, object, string]>([
  ['notes', {}, 'own'],
  ['notes', { finalisedAt: at }, 'final'],
  ['preparations', {}, 'own'],
  ['preparations', { sharedAt: at }, 'shared'],
  ['entitlements', { sentAt: at }, 'shared'],
  ['responses', { kind: 'beforeSession' }, 'own'],
  ['responses', { kind: 'beforeSession', sharedAt: at }, 'shared'],
  ['responses', { kind: 'record', sharedAt: at }, 'own'],
  ['responses', { kind: 'record', answeredAt: at }, 'shared'],
  ['responses', { kind: 'agreement' }, 'shared'],
  ['staffBroughtIn', {}, 'own'],
  ['staffBroughtIn', { confirmedAt: at }, 'shared'],
  ['sessions', {}, 'shared'],
  ['decisions', {}, 'shared'],
  ['discussions', { finalisedAt: at }, 'own'],
  ['audit', {}, 'own'],
  ['childRecords', {}, 'final'],
  ['staffSignatures', {}, 'final'],
])('[ACL3] %s %o is %s', (type, body, state) => {
  expect(headerOf(type, { ...body })?.state).toBe(state);
});
