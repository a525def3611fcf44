import { expect, it } from 'vitest';
import {
  refusedWords,
  type SentState,
  sentWords,
  syncTroubles,
  troubleWords,
} from './sync-words.ts';

const state = (change: Partial<SentState>): SentState => ({
  ...{ waiting: 0, clashes: 0, refused: 0, sentAt: '', trouble: '' },
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
