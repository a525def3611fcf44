import { describe, expect, it } from 'vitest';
import { LONG_BYTES, longRecordWords, MOST_BYTES, recordSize } from './record-size.ts';

describe('how long a stored text is', () => {
  it.each([
    ['a', LONG_BYTES, 'usual'],
    ['a', LONG_BYTES + 1, 'long'],
    ['a', MOST_BYTES, 'long'],
    ['a', MOST_BYTES + 1, 'tooLong'],
    // Two and three bytes a letter: what is sent is bytes.
    ['é', LONG_BYTES / 2, 'usual'],
    ['é', LONG_BYTES / 2 + 1, 'long'],
    ['’', LONG_BYTES / 3 + 1, 'long'],
    ['’', MOST_BYTES / 3 + 1, 'tooLong'],
  ])('[SENT5] %j, %d times, is %s', (letter, times, status) => {
    expect(recordSize(letter.repeat(Math.ceil(times))).status).toBe(status);
  });

  it('[SENT5] bytes are counted as they are sent', () => {
    expect(recordSize('é'.repeat(200_000))).toEqual({ status: 'long', bytes: 400_000 });
  });
});

it('[SENT5] the words say how long it is, how long it may be, and what to do', () => {
  expect(longRecordWords({ status: 'long', bytes: 260 * 1024 - 1 }, 'discussions')).toBe(
    'This record is very long (260 KB). It can be sent up to 768 KB. Split it: take out what was pasted and write here where it is, or go on in another record, such as an entry under “Record a decision”.',
  );
  expect(longRecordWords({ status: 'tooLong', bytes: 800 * 1024 }, 'notes')).toBe(
    'This record is too long to send (800 KB, and up to 768 KB can be sent). It is saved on this device. Split it: take out what was pasted and write here where it is, or go on in another record of the same kind.',
  );
});

it('[SENT5] what is on the supervision file is never told to go on on a child’s file', () => {
  for (const collection of ['notes', 'observations', 'preparations'] as const)
    expect(longRecordWords({ status: 'long', bytes: 300_000 }, collection)).not.toContain(
      'decision',
    );
});
