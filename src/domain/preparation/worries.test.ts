import { expect, it } from 'vitest';
import type { Worry } from '#domain/records/preparation.ts';
import { ref } from '../../../test/builders.ts';
import {
  addWorry,
  isFull,
  moveWorry,
  placeWorry,
  rankOf,
  rankWords,
  removeWorry,
} from './worries.ts';

const worry = (name: string): Worry => ({ id: name, childRef: ref(name) });
const three = ['A', 'B', 'C'].map(worry);
const order = (list: readonly Worry[]) => list.map(({ childRef }) => childRef).join('');

it('[PREP4] a fourth worry is not taken, nor the same child twice', () => {
  const two = three.slice(0, 2);
  expect(order(addWorry(two, ref('C')))).toBe('ABC');
  expect(order(addWorry(two, ref('A')))).toBe('AB');
  expect(order(addWorry(three, ref('D')))).toBe('ABC');
  expect([isFull(two), isFull(three)]).toEqual([false, true]);
});

it('[PREP4] the order is the rank, and a gap closes', () => {
  expect(rankOf(three, 'C')).toBe(3);
  expect(rankWords(three, 'C')).toBe('3 of 3');
  const left = removeWorry(three, ref('A'));
  expect(rankOf(left, 'C')).toBe(2);
  expect(rankOf(left, 'A')).toBeUndefined();
  expect(rankWords(left, 'A')).toBe('');
});

it('[PREP4] one step up or down, and no further than the ends', () => {
  expect(order(moveWorry(three, ref('B'), -1))).toBe('BAC');
  expect(order(moveWorry(three, ref('B'), 1))).toBe('ACB');
  expect(order(moveWorry(three, ref('A'), -1))).toBe('ABC');
  expect(order(moveWorry(three, ref('C'), 1))).toBe('ABC');
  expect(order(moveWorry(three, ref('D'), 1))).toBe('ABC');
});

it('[PREP4] to a position at once', () => {
  expect(order(placeWorry(three, ref('C'), 1))).toBe('CAB');
  expect(order(placeWorry(three, ref('A'), 3))).toBe('BCA');
  expect(order(placeWorry(three, ref('A'), 9))).toBe('BCA');
  expect(order(placeWorry(three, ref('C'), -4))).toBe('CAB');
});
