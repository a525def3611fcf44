import { expect, it } from 'vitest';
import { lostTexts } from './lost-texts.ts';
import { onlyAt } from './only-at.ts';

const now = {
  ...{ id: 'n1', text: 'Mine, and more', savedAt: '2026-11-20', location: 'Room 4' },
  children: [{ id: 'CH.1', childRef: 'CH.1', notes: 'Well', tags: ['a'] }],
};

it('[SENT9] texts that do not stand in their place now, by where they stood; no id and no time', () => {
  const earlier = {
    ...{ id: 'n1', text: 'Theirs\n', savedAt: '2026-11-19', location: 'Room 4', gone: '', n: 3 },
    ...{ createdBy: 'S1', superviseeRef: 'P1', clashes: [{ path: 'text', ours: 'x' }] },
    children: [
      { id: 'CH.1', childRef: 'CH.1', notes: 'Not well', tags: ['b'] },
      { id: 'CH.2', childRef: 'CH.2', notes: 'Settled' },
    ],
  };
  expect(lostTexts(now, earlier)).toEqual([
    { path: 'text', text: 'Theirs\n' },
    { path: 'children.CH.1.notes', text: 'Not well' },
    { path: 'children.CH.2.notes', text: 'Settled' },
  ]);
});

it('[SENT9] what was only written on is not lost; what moved to another place is', () => {
  expect(lostTexts(now, { text: 'Mine' })).toEqual([]);
  expect(lostTexts(now, { location: 'Mine' })).toEqual([{ path: 'location', text: 'Mine' }]);
});

it('a value alone in its body, also where an id has dots and where the field was removed', () => {
  expect(onlyAt(now, 'children.CH.1.notes', 'x')).toEqual({ children: [{ notes: 'x' }] });
  expect(onlyAt(now, 'children.CH.1.was', 'x')).toEqual({ children: [{ was: 'x' }] });
  expect(onlyAt(now, 'text', { a: 1 })).toEqual({ text: { a: 1 } });
});
