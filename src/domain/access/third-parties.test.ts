import { expect, it } from 'vitest';
import { type HeldPerson, mentionsIn } from './third-parties.ts';

const ben: HeldPerson = { name: 'Ben Hale', reference: 'C2', who: 'Brother or sister' };
const may: HeldPerson = { name: 'May Ito', reference: 'C3', who: 'Another child' };
const text = `${'x'.repeat(80)} Ben, with BEN HALE and c2. He may go.`;

it('[ACCESS3] each place where somebody else is named, once, with the words around as they are', () => {
  const found = mentionsIn([{ place: 'Analysis', text }], [ben, may]);
  expect(found.map(({ person, place }) => [person.name, place])).toEqual(
    Array(3).fill(['Ben Hale', 'Analysis']),
  );
  expect(found[0]?.text).toBe(`…${'x'.repeat(59)} Ben, with BEN HALE and c2. He may go.`);
  expect(text).toContain(found[2]?.text.slice(1) ?? 'none');
});

it('[ACCESS3] a part of another word is nobody, and a name with nothing in it is nobody', () => {
  const nobody: HeldPerson = { name: '', reference: '', who: 'Another child' };
  const texts = [{ place: 'Note', text: 'The Benefits office; C22.' }];
  expect(mentionsIn(texts, [ben, nobody])).toEqual([]);
});
