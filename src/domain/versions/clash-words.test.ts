import { expect, it } from 'vitest';
import { clashWords } from './clash-words.ts';

const clash = {
  ...{ path: 'text', ours: 'Mine', theirs: 'Hers' },
  ...{ by: 'P1', at: '2026-11-21T16:02:00.000Z', oursAt: '2026-11-21T15:58:00.000Z' },
};
const { by: _, at: __, oursAt: ___, ...old } = clash;

it('[SENT2] somebody else’s version has their name, and each says when it was written', () => {
  expect(clashWords(clash, { who: 'other', name: 'Amina Khan' })).toEqual({
    ...{ mine: 'Yours', other: 'Amina Khan’s' },
    ...{ keepMine: 'Keep mine', keepOther: 'Keep theirs' },
    mineWritten: 'Written on 21 November 2026 at 3:58pm',
    otherWritten: 'Written by Amina Khan, 21 November 2026 at 4:02pm',
  });
});

it('[SENT2] one’s own from another device is never called somebody else’s', () => {
  expect(clashWords(clash, { who: 'me' })).toEqual({
    ...{ mine: 'Yours, on this device', other: 'Yours, on your other device' },
    ...{ keepMine: 'Keep this device’s', keepOther: 'Keep the other device’s' },
    mineWritten: 'Written on 21 November 2026 at 3:58pm',
    otherWritten: 'Written on 21 November 2026 at 4:02pm',
  });
});

it('[SENT2] what is not known is not said: neither a day nor a person', () => {
  expect(clashWords(old, { who: 'notKnown' })).toMatchObject({
    ...{ mine: 'Yours', other: 'The other', keepMine: 'Keep mine', keepOther: 'Keep the other' },
    ...{ mineWritten: '', otherWritten: '' },
  });
  const undated = { ...clash, at: '', oursAt: 'yesterday' };
  expect(clashWords(undated, { who: 'other', name: 'Amina Khan' })).toMatchObject({
    mineWritten: '',
    otherWritten: 'Written by Amina Khan',
  });
});
