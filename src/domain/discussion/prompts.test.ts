import { expect, it } from 'vitest';
import { promptsInDepth } from './prompts.ts';

const questions = (word: 'child' | 'young person' | 'unborn baby') =>
  promptsInDepth(word).flatMap(({ prompts }) => prompts.map(({ question }) => question));

it('the questions of a discussion in depth are those of the field table, the child’s life first', () => {
  const all = questions('child');
  expect(all[0]).toBe('What is it like to be this child?');
  expect(all).toContain('What do we think is happening, and what else might explain it?');
  expect(all).toContain('What does a safety plan require of the child’s network?');
  expect(all).toContain('What does good look like for this child?');
  expect(all.every((question) => question.includes('?'))).toBe(true);
  expect(new Set(all).size).toBe(all.length);
});

it('what was checked before the session is not asked again, and the words are those of the child', () => {
  expect(questions('child').join(' ')).not.toMatch(/plan, and is it up to date/);
  expect(questions('young person')[0]).toBe('What is it like to be this young person?');
  expect(questions('unborn baby')[0]).toMatch(/^What will life be like for this baby\?/);
});
