import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from './bytes.ts';
import { formatRecoveryKey, newRecoverySecret, readRecoveryKey } from './recovery-key.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secret = Uint8Array.from({ length: 16 }, (_, i) => i * 17) as Bytes; // 00 11 22 … ff
const key = '008J-4CT4-ANK7-F24S-NAXW-SQFE-ZWCZ'; // worked out by hand in Python

it('is written as seven groups of four', () => {
  expect(formatRecoveryKey(secret)).toBe(key);
  expect(formatRecoveryKey(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-0000');
  expect(formatRecoveryKey(new Uint8Array(16).fill(255))).toBe(
    'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZWJH',
  );
});

it('every key comes back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      expect(readRecoveryKey(formatRecoveryKey(bytes))).toEqual({ outcome: 'read', secret: bytes });
    }),
    { numRuns: 300 },
  );
});

it('is 128 random bits, other ones each time', () => {
  const keys = Array.from({ length: 100 }, () => newRecoverySecret());
  expect(new Set(keys.map((bytes) => bytes.join())).size).toBe(100);
  expect(keys.every((bytes) => bytes.length === 16)).toBe(true);
});

describe('as people type it', () => {
  it.each([
    key.toLowerCase(),
    key.replaceAll('-', ''),
    key.replaceAll('-', ' '),
    `  ${key}\n`,
    key.replaceAll('0', 'O'),
    key.replaceAll('0', 'o'),
  ])('%j is read', (typed) => {
    expect(readRecoveryKey(typed)).toEqual({ outcome: 'read', secret });
  });

  it('I and L are 1', () => {
    const ones = formatRecoveryKey(Uint8Array.from({ length: 16 }, () => 0x08));
    expect(ones).toContain('1');
    for (const letter of ['I', 'i', 'L', 'l']) {
      expect(readRecoveryKey(ones.replaceAll('1', letter)).outcome).toBe('read');
    }
  });

  it('a U, a letter of another alphabet or an emoji is named', () => {
    for (const char of ['U', 'É', '😀']) {
      const read = readRecoveryKey(`${char}${key.slice(1)}`);
      expect(read).toEqual({
        outcome: 'unreadable',
        reason: `A recovery key has no “${char}” in it`,
      });
    }
  });

  it.each([
    ['', 0],
    [key.slice(0, -1), 27],
    [`${key}0`, 29],
  ])('%j has the wrong length, and it says by how much', (typed, length) => {
    expect(readRecoveryKey(typed)).toEqual({
      outcome: 'unreadable',
      reason: `A recovery key has 28 letters and numbers; this has ${length}`,
    });
  });
});

describe('errors', () => {
  const plain = (bytes: Uint8Array) => formatRecoveryKey(bytes).replaceAll('-', '');
  const secrets = [secret, new Uint8Array(16), new Uint8Array(16).fill(255), newRecoverySecret()];

  it('every single wrong character is found', () => {
    for (const bytes of secrets) {
      const right = plain(bytes);
      for (let at = 0; at < right.length; at++) {
        for (const char of alphabet) {
          if (char === right[at]) continue;
          const typed = right.slice(0, at) + char + right.slice(at + 1);
          expect(readRecoveryKey(typed).outcome, typed).toBe('unreadable');
        }
      }
    }
  });

  it('every two neighbours swapped are found', () => {
    for (const bytes of secrets) {
      const right = plain(bytes);
      for (let at = 0; at + 1 < right.length; at++) {
        const [a = '', b = ''] = [right[at], right[at + 1]];
        if (a === b) continue;
        const typed = right.slice(0, at) + b + a + right.slice(at + 2);
        expect(readRecoveryKey(typed).outcome, typed).toBe('unreadable');
      }
    }
  });
});
