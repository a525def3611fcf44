import { expect, it } from 'vitest';
import { type Place, placesFor } from './places.ts';

const place = (label: string, also = ''): Place => ({
  id: label,
  label,
  what: '',
  also,
  href: '/',
});
const found = (places: readonly Place[], typed: string) =>
  placesFor(places, typed).map(({ label }) => label);

const places = [
  place('Home', 'overdue due'),
  place('To record', 'export copy'),
  place('Zoë Thomas', 'CH-17'),
  place('Tom R'),
  place('Toby Zane'),
];

it('[KEY3] a name is found by the start of it, of each of its words, and by other words', () => {
  expect(found(places, 'tom')).toEqual(['Tom R']);
  expect(found(places, 'to')).toEqual(['To record', 'Tom R', 'Toby Zane']);
  expect(found(places, 'z')).toEqual(['Zoë Thomas', 'Toby Zane']); // the name that begins so is first
  expect(found(places, 'thomas zo')).toEqual(['Zoë Thomas']);
  expect(found(places, 'overdue')).toEqual(['Home']);
  expect(found(places, 'export')).toEqual(['To record']);
  expect(found(places, 'om')).toEqual([]);
});

it('[KEY3] capitals, accents and how a reference is spaced make no difference', () => {
  expect(found(places, ' ZOE ')).toEqual(['Zoë Thomas']);
  expect(found(places, 'ch 17')).toEqual(['Zoë Thomas']);
  expect(found(places, 'CH-1')).toEqual(['Zoë Thomas']);
});

it('[KEY3] nothing typed is every place, in its own order', () => {
  expect(found(places, '  ')).toEqual(places.map(({ label }) => label));
});
