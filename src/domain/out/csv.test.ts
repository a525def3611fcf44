import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../../test/builders.ts';
import { CSV_START, csvLines, guarded } from './csv.ts';

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const before = ['', ' ', '   ', '\u00a0', '\ufeff', '\u200b', '\u202e', '\u0000', ' \u00a0\ufeff '];

describe('CSV', () => {
  it.each(starts.map((start) => [JSON.stringify(start), start]))(
    '[OUT3] a cell that starts with %s stays text, also behind what nobody sees',
    (_, start) => {
      for (const lead of before) {
        const text = `${lead}${start}1+1`;
        expect([text, guarded(text)]).toEqual([text, `'${text}`]);
      }
    },
  );

  it('[OUT3] a full command of each kind is led by an apostrophe', () => {
    for (const text of [
      hostileTexts.formula,
      "@SUM(1+1)*cmd|' /C calc'!A0",
      "-2+3+cmd|' /C calc'!A0",
      '\n=1',
      ' \t=1',
    ])
      expect(guarded(text)).toBe(`'${text}`);
  });

  it('[OUT3] other text is left as it is, to the letter', () => {
    for (const text of ['', 'a=b', 'Mum said - no', '12', '"', hostileTexts.markup, "'=1"])
      expect(guarded(text)).toBe(text);
  });

  it('[OUT3] every cell is quoted and read back as one; a number of ours is no formula', () => {
    const row = [...Object.values(hostileTexts), 'a,b\r\nc"d', ''];
    const text = csvLines([row, [-5, 2.5]]);
    expect(text.endsWith('"-5","2.5"\r\n')).toBe(true);
    expect(Papa.parse(text, { newline: '\r\n' }).data[0]).toEqual(row.map(guarded));
    expect(CSV_START).toBe('\ufeff');
  });
});
