import { expect, it } from 'vitest';
import { MOST_BYTES } from './record-size.ts';
import {
  refusedWords,
  type SentState,
  sentWords,
  syncTroubles,
  troubleWords,
} from './sync-words.ts';

const state = (change: Partial<SentState>): SentState => ({
  ...{ waiting: 0, clashes: 0, refused: 0, beside: 0, sentAt: '', trouble: '' },
  ...change,
});

it.each([
  [{}, ''],
  [{ waiting: 1 }, '1 change waiting to send'],
  [{ waiting: 3 }, '3 changes waiting to send'],
  [{ sentAt: '2026-11-24T16:02:00Z' }, 'All changes sent 4:02pm'],
  [{ waiting: 3, trouble: 'offline' }, 'Could not send 3 changes, because there is no connection'],
  [{ waiting: 2, clashes: 1 }, '1 change not sent: it needs you'],
  [{ refused: 1, clashes: 1 }, '2 changes not sent: they need you'],
  [{ beside: 1, waiting: 2 }, '1 finished record without a text from another device'],
  [{ beside: 2 }, '2 finished records without a text from another device'],
  [
    { beside: 1, waiting: 3, trouble: 'offline' },
    'Could not send 3 changes, because there is no connection',
  ],
  [{ beside: 2, refused: 1 }, '1 change not sent: it needs you'],
  // Nothing waits: that the network is gone is no news.
  [{ trouble: 'offline', sentAt: '2026-11-24T16:02:00Z' }, 'All changes sent 4:02pm'],
] as const)('[SENT1] %j is said as "%s"', (change, words) => {
  expect(sentWords(state(change))).toBe(words);
});

it('[SENT1] every trouble and every refusal has a sentence that says what is safe', () => {
  for (const trouble of syncTroubles) expect(troubleWords[trouble]).toMatch(/\.$/);
  expect(refusedWords('locked')).toContain('correction');
  expect(refusedWords('something new')).toContain('safe on this device');
});

it('[SENT7] under a reference of this device it says what to give, to whom, and that the text is safe', () => {
  const words = refusedWords('not_yours', true);
  for (const part of [
    'safe on this device',
    'reference below',
    'whoever runs the endpoint',
    'alias',
  ])
    expect(words).toContain(part);
  expect(refusedWords('not_yours')).not.toContain('alias');
  expect(refusedWords('too_large', true)).toBe(refusedWords('too_large'));
});

it('[SENT5] what is too long to send says how long it may be, and that it is safe', () => {
  expect(refusedWords('too_large')).toContain(`${MOST_BYTES / 1024} KB`);
  expect(refusedWords('too_large')).toContain('safe on this device');
});
