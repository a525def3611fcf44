import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvRows, guessShape, rowText } from './csv-rows.ts';

function rowsOf(text: string, slice = 1_000_000) {
  const rows: { line: number; cells: readonly string[]; strayQuote: boolean }[] = [];
  const reader = new CsvRows(guessShape(text), (row) => rows.push(row));
  for (let at = 0; at < text.length; at += slice)
    reader.push(text.slice(at, at + slice), at + slice >= text.length);
  return rows;
}
const cells = (text: string, slice?: number) => rowsOf(text, slice).map((row) => row.cells);

it.each([['\r\n'], ['\n'], ['\r']])(
  'line ends %j, and lines are counted as an editor counts',
  (end) => {
    const text = ['ref,name', '1,Amy', '', '2,"Bo', 'Stone"', '3,Cy', ''].join(end);
    const rows = rowsOf(text);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 6]);
    expect(rows.map((row) => row.cells)).toEqual([
      ['ref', 'name'],
      ['1', 'Amy'],
      ['2', `Bo${end}Stone`],
      ['3', 'Cy'],
    ]);
  },
);

it.each([
  ['ref;name;status\n1;Stone, Amy;CIN\n2;Stone, Bo;CP\n', ';'],
  ['ref\tname\n1\tAmy\n', '\t'],
  ['ref|name\n1|Amy\n', '|'],
  ['sep=;\r\nref;name\r\n1;Amy\r\n', ';'],
])('%j is separated by %j', (text, delimiter) => {
  expect(guessShape(text).delimiter).toBe(delimiter);
  expect(cells(text)[0]?.[0]).toBe('ref');
  expect(cells(text)[1]?.[0]).toBe('1');
});

it('line ends of two kinds in one file', () => {
  expect(cells('ref,name\r\n1,Amy\n2,Bo\r3,Cy\r\n')).toEqual([
    ['ref', 'name'],
    ['1', 'Amy'],
    ['2', 'Bo'],
    ['3', 'Cy'],
  ]);
});

describe('a quotation mark out of place swallows no row', () => {
  it.each([
    ['never closed', 'ref,name,worker\n1,"Amy,W1\n2,Bo,W2\n3,Cy,W3\n'],
    ['closed in another row', 'ref,name,worker\n1,"Amy,W1\n2,Bo",W2\n3,Cy,W3\n'],
    ['in the middle of another row', 'ref,name,worker\n1,"Amy,W1\n2,B"o,W2\n3,Cy,W3\n'],
    ['in the first cell', 'ref,name,worker\n"1,Amy,W1\n2,Bo,W2\n3,Cy,W3\n'],
  ])('%s', (_, text) => {
    for (const slice of [1, 7, 1_000]) {
      const rows = rowsOf(text, slice);
      expect(rows.map((row) => row.cells.at(0)?.replaceAll('"', ''))).toEqual([
        'ref',
        '1',
        '2',
        '3',
      ]);
      expect(rows.map((row) => row.cells.at(2))).toEqual(['worker', 'W1', 'W2', 'W3']);
      expect(rows[1]?.strayQuote).toBe(true);
      expect(rows[3]?.line).toBe(4);
    }
  });

  it('also where a hundred thousand rows follow', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `${i},Amy,W1`).join('\n');
    expect(rowsOf(`ref,name,worker\nx,"Amy,W1\n${many}\n`, 262_144)).toHaveLength(100_002);
  });
});

it('whatever is written as CSV is read again, in slices of any size', () => {
  // Trimmed as it is read, and without the rows that are empty.
  const cell = fc
    .string({ unit: fc.constantFrom(...'aé",;\n\r ='), maxLength: 5 })
    .map((s) => s.trim());
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, slice) => {
      const written = [['ref', 'name'], ...rows].map((row) =>
        row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
      );
      // Two well-formed lines that look like one broken cell are read as the two lines they look like.
      fc.pre(!rows.some((row) => row.some((text) => /[\r\n]/.test(text) && /,/.test(text))));
      expect(cells(`${written.join('\n')}\n`, slice)).toEqual([
        ['ref', 'name'],
        ...rows.filter((row) => row.some((text) => text !== '')),
      ]);
    }),
  );
});

it('lines without quotation marks are the same rows, on the same lines, as with them', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'aé; ='), maxLength: 4 });
  const line = fc.tuple(cell, cell, cell);
  const question = { lines: fc.array(line, { maxLength: 12 }), at: fc.nat(12), ends: fc.nat(2) };
  fc.assert(
    fc.property(
      fc.record(question),
      fc.integer({ min: 1, max: 40 }),
      ({ lines, at, ends }, slice) => {
        const end = ['\n', '\r\n', '\r\r\n'][ends] ?? '\n';
        const all = [['ref', 'name', 'worker'], ...lines];
        const plain = all.map((row) => row.join(','));
        // One quotation mark anywhere sends the rest of a slice the slower way.
        const mixed = plain.map((text, i) =>
          i === at + 1 ? `"${text.replaceAll(',', '","')}"` : text,
        );
        expect(rowsOf(mixed.join(end), slice)).toEqual(rowsOf(plain.join(end), 1_000_000));
      },
    ),
  );
});

it('a row is text again, with quotation marks where it needs them', () => {
  expect(rowText(['1', 'Stone, Amy', 'a "b"'])).toBe('1,"Stone, Amy","a ""b"""');
});
