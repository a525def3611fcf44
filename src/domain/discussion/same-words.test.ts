import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameSentence, type SentenceOfToday, sameWords } from './same-words.ts';

const today = (label: string, briefNote: string, depth: SentenceOfToday['depth'] = 'brief') => ({
  label,
  depth,
  briefNote,
});

it('[SAME1] the same words as last time, or as another child’s today, are pointed out by name', () => {
  const text = 'Case discussed, plan agreed.';
  expect(sameWords({ text, lastTime: text, today: [] })).toEqual(['The same words as last time.']);
  const ben = today('Ben C', text);
  expect(sameWords({ text, lastTime: 'She paints.', today: [ben] })).toEqual([
    'The same words as for Ben C today.',
  ]);
  expect(sameWords({ text, lastTime: text, today: [today('Ava B', 'Swims.'), ben] })).toEqual([
    'The same words as last time.',
    'The same words as for Ben C today.',
  ]);
  expect(sameWords({ text, lastTime: 'Case discussed.', today: [] })).toEqual([]);
});

it('[SAME1] several children with the same words are one sentence', () => {
  const text = 'Nothing has changed.';
  const like = (...labels: string[]) =>
    sameWords({ text, lastTime: '', today: labels.map((label) => today(label, text)) });
  expect(like('Ben C', 'Chloe C')).toEqual(['The same words as for Ben C and Chloe C today.']);
  expect(like('Ben C', 'Chloe C', 'Dan E')).toEqual([
    'The same words as for Ben C and 2 others today.',
  ]);
});

it('[SAME2] spaces, line breaks and capitals make no difference, and everything else does', () => {
  const text = 'No change since June.';
  for (const other of ['no CHANGE since june.', ' No  change\n\tsince\u00a0June. '])
    expect(isSameSentence(text, other), other).toBe(true);
  for (const other of ['No change since June', 'No change since July.', 'Change since June.'])
    expect(isSameSentence(text, other), other).toBe(false);
});

it('[SAME2] a sentence is the same as itself, however it is spaced', () => {
  const word = fc.stringMatching(/^[a-zA-Z.,']{1,8}$/);
  const space = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0');
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), space, (words, between) => {
      expect(isSameSentence(words.join(' '), ` ${words.join(between).toUpperCase()}`)).toBe(true);
    }),
  );
});

it('[SAME3] nothing written and a single word are the same as nothing', () => {
  for (const text of ['', ' \n ', 'Seen.', ' Settled. ']) {
    expect(isSameSentence(text, text), text).toBe(false);
    expect(sameWords({ text, lastTime: text, today: [today('Ben C', text)] })).toEqual([]);
  }
  expect(isSameSentence('No change.', 'no change.')).toBe(true);
});

it('[SAME4] a sentence that is on no record today is not compared with', () => {
  const text = 'Reads to her aunt.';
  for (const depth of ['inDepth', ''] as const)
    expect(sameWords({ text, lastTime: '', today: [today('Ben C', text, depth)] })).toEqual([]);
});
