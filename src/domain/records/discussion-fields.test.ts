import { describe, expect, it } from 'vitest';
import { aPart } from '../../../test/builders.ts';
import { discussionFields, fieldsAt, isText } from './discussion-fields.ts';
import { choiceCodes, choiceKeys, discussionTextKeys, dynamicCodes } from './discussion-keys.ts';

const keys = discussionFields.map(({ key }) => key);
const find = (key: string) => {
  const field = discussionFields.find((each) => each.key === key);
  if (!field) throw new Error(key);
  return field;
};

describe('the one field table', () => {
  it('has each text, each choice, the dynamics, the hypotheses and the tick once', () => {
    const all = [...discussionTextKeys, ...choiceKeys, 'dynamics', 'hypotheses', 'complex'];
    expect(keys.toSorted()).toEqual(all.toSorted());
    for (const key of keys) expect(aPart()).toHaveProperty(key);
  });

  it.each([...choiceKeys, 'dynamics'])('has words for each code of %s and for no other', (key) => {
    const field = find(key);
    if (!('words' in field)) throw new Error(key);
    const codes: Readonly<Record<string, readonly string[]>> = {
      ...choiceCodes,
      dynamics: dynamicCodes,
    };
    expect(Object.keys(field.words).toSorted()).toEqual([...(codes[key] ?? [])].toSorted());
    for (const words of Object.values(field.words)) expect(words).not.toBe('');
  });

  it('keeps the order of the fields that records had before', () => {
    const before = [
      'briefNote',
      'summary',
      'childExperience',
      'childVoice',
      'worries',
      'protective',
      'analysis',
    ];
    expect(keys.filter((key) => before.includes(key))).toEqual(before);
  });

  it('[FIN1, FIN2] requires one text of a brief check-in and five in depth', () => {
    const required = (depth: 'brief' | 'inDepth') =>
      fieldsAt(depth).flatMap(({ key, requiredAt }) => (requiredAt.includes(depth) ? [key] : []));
    expect(required('brief')).toEqual(['briefNote']);
    expect(required('inDepth')).toEqual([
      'childExperience',
      'childVoice',
      'worries',
      'protective',
      'analysis',
    ]);
  });

  it('never says child of an unborn baby or a young person', () => {
    for (const word of ['unborn baby', 'young person'] as const)
      for (const field of discussionFields) {
        const words = [field.label(word), ...(isText(field) ? [field.missing(word)] : [])];
        expect(words.join(' ')).not.toMatch(/\bchild\b/);
      }
  });
});
