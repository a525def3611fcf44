import { expect, it } from 'vitest';
import { aDiscussion, aPart } from '../../test/builders.ts';
import { readBody } from './read-body.ts';

const stored = (over: object) => {
  const discussion = aDiscussion();
  return JSON.stringify({
    ...discussion,
    children: [{ ...aPart({ briefNote: 'Words' }), ...over }],
  });
};

it('a choice that was stored as null is one that nobody made: the words beside it open', () => {
  const { children } = readBody('discussions', stored({ depth: null, onTrack: null }), 'd1');
  expect(children).toMatchObject([{ depth: '', onTrack: '', briefNote: 'Words' }]);
});

it('what does not fit for another reason is still damaged', () => {
  expect(() => readBody('discussions', stored({ depth: 'deep' }), 'd1')).toThrow(
    'discussions d1 does not fit its schema at children.0.depth',
  );
});
