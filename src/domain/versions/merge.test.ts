import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../../test/builders.ts';
import { mergeRecord, sameValue } from './merge.ts';

describe('one field', () => {
  const base = { worries: 'was', protective: 'was' };

  it('[MRG1] a field that only we changed is ours', () => {
    const merge = mergeRecord(base, { ...base, worries: 'mine' }, base);
    expect(merge).toEqual({ record: { worries: 'mine', protective: 'was' }, clashes: [] });
  });

  it('[MRG2] a field that only they changed is theirs', () => {
    const merge = mergeRecord(base, base, { ...base, worries: 'theirs' });
    expect(merge).toEqual({ record: { worries: 'theirs', protective: 'was' }, clashes: [] });
  });

  it('[MRG1, MRG2] different fields are both kept', () => {
    const merge = mergeRecord(base, { ...base, worries: 'x' }, { ...base, protective: 'y' });
    expect(merge).toEqual({ record: { worries: 'x', protective: 'y' }, clashes: [] });
  });

  it('[MRG3] a field changed on both sides stays ours, and theirs is kept beside it', () => {
    const merge = mergeRecord(base, { ...base, worries: 'mine' }, { ...base, worries: 'theirs' });
    expect(merge.record.worries).toBe('mine');
    expect(merge.clashes).toEqual([{ path: 'worries', ours: 'mine', theirs: 'theirs' }]);
  });

  it('[MRG3] the same change on both sides is no clash', () => {
    const same = { ...base, worries: 'same' };
    expect(mergeRecord(base, same, { ...same })).toEqual({ record: same, clashes: [] });
  });

  it('[MRG3] text that was emptied on one side and changed on the other is a clash', () => {
    const merge = mergeRecord(base, { ...base, worries: '' }, { ...base, worries: 'theirs' });
    expect(merge.clashes).toEqual([{ path: 'worries', ours: '', theirs: 'theirs' }]);
  });

  it('[MRG3] composed and decomposed spellings are two texts: neither is dropped as equal', () => {
    const { composed, decomposed } = hostileTexts;
    const merge = mergeRecord(
      base,
      { ...base, worries: composed },
      { ...base, worries: decomposed },
    );
    expect(merge.clashes).toEqual([{ path: 'worries', ours: composed, theirs: decomposed }]);
  });
});

describe('lists', () => {
  const action = (id: string, what = id) => ({ id, what });
  const lists = (base: object[], ours: object[], theirs: object[]) =>
    mergeRecord({ actions: base }, { actions: ours }, { actions: theirs });

  it('[MRG4] two added actions are two actions, ours first', () => {
    const merge = lists([], [action('a')], [action('b')]);
    expect(merge).toEqual({ record: { actions: [action('a'), action('b')] }, clashes: [] });
  });

  it('[MRG4] one action edited on both sides is merged by field, and a clash names it by its id', () => {
    const merge = lists([action('a', 'was')], [action('a', 'mine')], [action('a', 'theirs')]);
    expect(merge.record.actions).toEqual([action('a', 'mine')]);
    expect(merge.clashes).toEqual([{ path: 'actions.a.what', ours: 'mine', theirs: 'theirs' }]);
  });

  it('[MRG4] a list whose items have no id is one value', () => {
    const merge = mergeRecord({ refs: ['a'] }, { refs: ['a', 'b'] }, { refs: ['a', 'c'] });
    expect(merge.clashes).toEqual([{ path: 'refs', ours: ['a', 'b'], theirs: ['a', 'c'] }]);
  });

  it('[MRG5] removed on one side and unchanged on the other is removed', () => {
    expect(lists([action('a')], [], [action('a'), action('b')]).record.actions).toEqual([
      action('b'),
    ]);
    expect(lists([action('a')], [action('a'), action('b')], []).record.actions).toEqual([
      action('b'),
    ]);
  });

  it('[MRG5] removed on one side and changed on the other stays, as it was changed', () => {
    const changed = action('a', 'longer');
    expect(lists([action('a')], [], [changed, action('b')]).record.actions).toContainEqual(changed);
    expect(lists([action('a')], [changed, action('b')], []).record.actions).toContainEqual(changed);
  });
});

it('sameValue tells null, undefined, missing, 0, "" and [] apart, and reads a missing field as undefined', () => {
  const values = [null, undefined, 0, '', false, [], {}, [undefined], { a: null }];
  for (const [i, a] of values.entries()) {
    for (const [j, b] of values.entries()) expect([i, j, sameValue(a, b)]).toEqual([i, j, i === j]);
  }
  expect(sameValue({ a: undefined }, {})).toBe(true);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
});

/** A discussion as three people might leave it: texts at two depths, and lists with ids. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', 'a', 'b', 'c') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.values(hostileTexts)) },
);
const items = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('1', '2', '3', '4'), what: text, owner: text }),
  { selector: ({ id }) => id, maxLength: 4 },
);
const child = (id: string) =>
  fc.record({ id: fc.constant(id), worries: text, voice: text, actions: items });
const discussion = fc.record({
  family: text,
  ticked: fc.boolean(),
  children: fc.tuple(child('A'), child('B')).map((both): object[] => both),
});
const three = fc.tuple(discussion, discussion, discussion);

/** Every non-empty text with where it stands; list items by their id. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return value === '' ? [] : [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, `${path}/${item.id}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}/${key}`));
}

it('[MRG3] whatever both sides did, no text that either changed is lost', () => {
  fc.assert(
    fc.property(three, ([base, ours, theirs]) => {
      const before = new Map(textsOf(base));
      const { record, clashes } = mergeRecord(base, ours, theirs);
      const kept = new Map(textsOf(record));
      const asked = clashes.flatMap(({ path, ours: o, theirs: t }) => {
        const at = `/${path.replaceAll('.', '/')}`;
        return [...textsOf(o, at), ...textsOf(t, at)].map((entry) => entry.join('\n'));
      });
      for (const side of [ours, theirs]) {
        for (const [path, typed] of textsOf(side)) {
          if (before.get(path) === typed) continue;
          expect(kept.get(path) === typed || asked.includes(`${path}\n${typed}`)).toBe(true);
        }
      }
    }),
    { numRuns: 400 },
  );
});

it('[MRG3] the two sides keep the same texts, whoever calls whom ours', () => {
  const everything = ({ record, clashes }: ReturnType<typeof mergeRecord>) =>
    new Set([
      ...textsOf(record).map((entry) => entry.join('\n')),
      ...clashes.flatMap(({ path, ours, theirs }) => {
        const at = `/${path.replaceAll('.', '/')}`;
        return [...textsOf(ours, at), ...textsOf(theirs, at)].map((entry) => entry.join('\n'));
      }),
    ]);
  fc.assert(
    fc.property(three, ([base, ours, theirs]) => {
      const here = mergeRecord(base, ours, theirs);
      const there = mergeRecord(base, theirs, ours);
      expect(everything(here)).toEqual(everything(there));
      expect(here.clashes.map(({ path }) => path).sort()).toEqual(
        there.clashes.map(({ path }) => path).sort(),
      );
    }),
    { numRuns: 400 },
  );
});

it('[MRG1, MRG2] with one side unchanged the other is taken whole', () => {
  fc.assert(
    fc.property(discussion, discussion, (base, changed) => {
      expect(mergeRecord(base, changed, base)).toEqual({ record: changed, clashes: [] });
      expect(mergeRecord(base, base, changed)).toEqual({ record: changed, clashes: [] });
    }),
    { numRuns: 200 },
  );
});

it('[MRG3] merging again what was merged changes nothing', () => {
  fc.assert(
    fc.property(three, ([base, ours, theirs]) => {
      const first = mergeRecord(base, ours, theirs);
      const again = mergeRecord(base, first.record, theirs);
      expect(again).toEqual(first);
    }),
    { numRuns: 400 },
  );
});
