import { expect, it } from 'vitest';
import { inOurReferences } from './translate.ts';

const references = {
  children: new Map([
    ['theirs.1', 'ours$&1'],
    ['C2', 'C2'],
  ]),
  staff: new Map([['S9', 'me']]),
};

it('[HAND9] references are put into ours, at any depth, and nothing that was typed', () => {
  const body = {
    superviseeRef: 'S9',
    createdBy: 'S9',
    childRef: 'theirs.1',
    childRefs: ['theirs.1', 'C2', 'C3'],
    children: [
      { id: 'theirs.1', childRef: 'theirs.1', risks: 'theirs.1 and S9', by: 'S9' },
      { id: 'w1', childRef: 'C3' },
    ],
    note: null,
  };
  expect(inOurReferences(body, references)).toEqual({
    superviseeRef: 'me',
    createdBy: 'me',
    childRef: 'ours$&1',
    childRefs: ['ours$&1', 'C2', 'C3'],
    children: [
      { id: 'ours$&1', childRef: 'ours$&1', risks: 'theirs.1 and S9', by: 'me' },
      { id: 'w1', childRef: 'C3' },
    ],
    note: null,
  });
});

it('[HAND9] a question about a child’s field is about the same field', () => {
  const clash = { path: 'children.theirs.1.risks', ours: 'a', theirs: 'b' };
  expect(inOurReferences({ clashes: [clash] }, references)).toEqual({
    clashes: [{ ...clash, path: 'children.ours$&1.risks' }],
  });
});
