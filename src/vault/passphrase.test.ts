import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { checkPassphrase, suggestPassphrase } from './passphrase.ts';

const accepted = (text: string) => checkPassphrase(text).outcome === 'accepted';

describe('a passphrase', () => {
  it.each([
    'otter lamp winter gravel',
    'one-two-three-four',
    'abcdefghijklmn', // 14 characters
    'ÄÖÜßéèêëàâîïôû',
  ])('%j is taken', (text) => expect(accepted(text)).toBe(true));

  it.each([
    '',
    '   ',
    'short',
    'abcdefghijklm',
    'three words here'.slice(0, 13),
    'a b c d e',
    '123456',
  ])('%j is too short', (text) =>
    expect(checkPassphrase(text)).toMatchObject({
      reason: expect.stringContaining('14 characters or 4 words'),
    }),
  );

  it('14 characters are counted as people see them, without the spaces around them', () => {
    expect(accepted('😀'.repeat(7))).toBe(false);
    expect(accepted(`   ${'abcdefghijklm'}   `)).toBe(false);
  });

  it.each([
    'correct horse battery staple',
    'Correct-Horse-Battery-Staple',
    'aaaaaaaaaaaaaaaaaaaa',
    'abababababababab',
    'word word word word',
    'Islington Council',
    'password password',
    'supervision 2026',
  ])('%j is one of the first that would be guessed', (text) => {
    expect(checkPassphrase(text)).toMatchObject({
      reason: 'Enter a passphrase that is harder to guess',
    });
  });
});

it('a suggested one has five words of the list, is accepted, and differs each time', async () => {
  const all = await Promise.all(Array.from({ length: 200 }, () => suggestPassphrase()));
  expect(new Set(all).size).toBe(200);
  for (const text of all) {
    const words = text.split(' ');
    expect(words).toHaveLength(5);
    for (const word of words) expect(wordlist).toContain(word);
    expect(accepted(text)).toBe(true);
  }
  // All of the list is drawn from: 1,000 draws of 2,048 words give about 790 different ones.
  const drawn = new Set(all.flatMap((text) => text.split(' ')));
  expect(drawn.size).toBeGreaterThan(650);
});
