import { describe, expect, it } from 'vitest';
import { aWorkspace } from '../../../test/workspaces.ts';
import { emptyExchanged, exchangedWith, exchangedWrites, withSent } from './exchanged.ts';

const start = emptyExchanged('S1', 'r1');

describe('bodies that went out', () => {
  it('are kept to the letter, with what had come in by then', () => {
    const received = { ...start.received, hash: 'h-in', text: '{}' };
    expect(withSent({ ...start, received }, 'h1', '{"a":"Zoe\\u0308"}').sent).toEqual([
      { hash: 'h1', text: '{"a":"Zoe\\u0308"}', after: 'h-in' },
    ]);
  });

  it('are the last eight, each once: the same again is the newest again', () => {
    const hashes = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7', 'h8', 'h9', 'h3'];
    const { sent } = hashes.reduce((held, hash) => withSent(held, hash, hash), start);
    expect(sent.map(({ hash }) => hash)).toEqual(['h2', 'h4', 'h5', 'h6', 'h7', 'h8', 'h9', 'h3']);
  });
});

describe('rows of what was exchanged', () => {
  it('are one for a record and a person, and written only where something is new', async () => {
    const workspace = await aWorkspace();
    const write = async (otherRef: string, hash: string) => {
      const before = exchangedWith(workspace, otherRef).get('r1');
      const body = withSent(before?.body ?? emptyExchanged(otherRef, 'r1'), hash, hash);
      const writes = await exchangedWrites(workspace, before, body);
      await workspace.change(() => writes);
      return writes.length;
    };
    expect([await write('S1', 'h1'), await write('S1', 'h1'), await write('S1', 'h2')]).toEqual([
      1, 0, 1,
    ]);
    expect(await write('S2', 'h1')).toBe(1);
    expect(workspace.set.all('exchanged').size).toBe(2);
    expect(exchangedWith(workspace, 'S2').get('r1')?.body.sent).toHaveLength(1);
  });
});
