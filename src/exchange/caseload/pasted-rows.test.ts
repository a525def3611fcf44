import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { bracknell, hostileTexts, islington, today } from '../../../test/builders.ts';
import {
  onceEach,
  type PasteRead,
  pasteColumns,
  readPastedRows,
  referencesTwice,
} from './pasted-rows.ts';

const statuses = cohortOptions(islington);
const read = (text: string, worker = '', options = statuses): PasteRead =>
  readPastedRows(text, today, options, worker);
const names = (text: string, worker = 'Priya') =>
  read(text, worker).children.map(({ name }) => name);
const tabs = (...rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');

const heading = ['Reference', 'Name', 'Date of birth', 'Status', 'Worker', 'Allocated', 'Family'];
const row = ['101', 'Amina Khan', '04/03/2016', 'CIN', 'Priya Shah', '05/01/2026', 'F1'];
const asRead = {
  reference: '101',
  name: 'Amina Khan',
  dateOfBirth: '2016-03-04',
  expectedOn: '',
  status: 'CIN',
  worker: 'Priya Shah',
  allocatedAt: '2026-01-05',
  family: 'F1',
  checks: [],
};

describe('columns', () => {
  it('are read by their headings in any order, and the sheet’s own others are left out', () => {
    const order = [4, 0, 6, 2, 5, 1, 3];
    const pick = (cells: string[]) => order.map((i) => cells[i] ?? '');
    const text = tabs(['Notes', ...pick(heading)], ['ignored', ...pick(row)]);
    const { children, columns, unread } = read(text);
    expect(children).toEqual([{ line: 2, ...asRead }]);
    expect(columns[0]).toBe('');
    expect(unread).toEqual([]);
  });

  it('without headings are read in the order shown', () => {
    const { children, columns } = read(tabs(row));
    expect(children).toEqual([{ line: 1, ...asRead }]);
    expect(columns).toEqual(pasteColumns.map(({ key }) => key));
  });

  it.each(
    pasteColumns.flatMap(({ key, names: known }) => known.map((name) => [name, key] as const)),
  )('“%s” is the column %s, in capitals and with a colon too', (name, key) => {
    const other = key === 'name' ? 'Reference' : 'Name';
    expect(read(tabs([`${name.toUpperCase()}:`, other], ['x', 'y']), 'w').columns[0]).toBe(key);
  });

  it('commas are read like tabs, one line or the other', () => {
    const text = `${heading.join(',')}\r\n${row.join(',')}\r\n${row.join('\t')}`;
    expect(read(text).children).toEqual([
      { line: 2, ...asRead },
      { line: 3, ...asRead },
    ]);
  });

  it('a comma inside a cell is text where the sheet has tabs', () => {
    expect(names(tabs(['1', 'Khan, Amina']))).toEqual(['Khan, Amina']);
    expect(names('1,"Khan, Amina",04/03/2016')).toEqual(['Khan, Amina']);
  });
});

describe('cells in quotes', () => {
  it('hold line breaks, separators and doubled quotes', () => {
    const text = '1\t"Khan, Amina\n(known as ""Mina"")"\t04/03/2016\n2\t"Be\tn"';
    expect(names(text)).toEqual(['Khan, Amina\n(known as "Mina")', 'Be\tn']);
    expect(read(text, 'w').children.map(({ line }) => line)).toEqual([1, 2]);
    expect(names('1, "Khan,\nAmina" ,04/03/2016\n2,Ben')).toEqual(['Khan,\nAmina', 'Ben']);
  });

  it('a quotation mark inside a name is part of it', () => {
    expect(names('1\tBen "Benny" Low\n2\tO"Hara\n3\tDee')).toEqual([
      'Ben "Benny" Low',
      'O"Hara',
      'Dee',
    ]);
  });

  it('one that is never closed swallows no other child', () => {
    expect(names('1\t"Amina\n2\tBen\n3\tDee')).toEqual(['"Amina', 'Ben', 'Dee']);
    expect(names('1,"Amina,04/03/2016\n2,Ben')).toEqual(['"Amina', 'Ben']);
    expect(names('1\t"Amina" Khan\n2\t"Ben"\n3\tDee')).toEqual(['"Amina" Khan', 'Ben', 'Dee']);
    expect(names('1\t"Amina\n2\t"Ben, ""the"" Low"\n3\tDee')).toEqual([
      '"Amina',
      'Ben, "the" Low',
      'Dee',
    ]);
  });

  it('an empty one is empty', () => {
    expect(read('""\t"Amina"\t""', 'w').children).toMatchObject([
      { reference: '', name: 'Amina', dateOfBirth: '' },
    ]);
  });
});

describe('dates', () => {
  const born = (text: string) => read(tabs(['1', 'x', text]), 'w').children[0];

  it('are day first, and day first only', () => {
    expect(born('04/03/2016')?.dateOfBirth).toBe('2016-03-04');
    expect(born('4 March 2016')?.dateOfBirth).toBe('2016-03-04');
    expect(born('2016-03-04 00:00:00')?.dateOfBirth).toBe('2016-03-04');
    expect(born('11/28/2016')).toMatchObject({
      dateOfBirth: '',
      checks: [{ field: 'dateOfBirth', found: '11/28/2016', problem: 'not readable' }],
    });
  });

  it('31/02/2019: the child comes in, the field empty, with a check that keeps what was found', () => {
    expect(born('31/02/2019')).toMatchObject({
      reference: '1',
      dateOfBirth: '',
      checks: [{ field: 'dateOfBirth', found: '31/02/2019', problem: 'not readable' }],
    });
  });

  it('a date to come is when a baby is expected, with the letters EDD or without', () => {
    for (const text of ['04/03/2027', 'EDD 04/03/27', 'edd: 4 March', 'Due 04/03/2027']) {
      expect(born(text)).toMatchObject({ dateOfBirth: '', expectedOn: '2027-03-04', checks: [] });
    }
    expect(born('20/11/2026')).toMatchObject({ dateOfBirth: '2026-11-20', expectedOn: '' });
  });

  it('an allocation that cannot be read is a check of its own', () => {
    const { children } = read(tabs(['1', 'x', '', '', '', 'soon']), 'w');
    expect(children[0]).toMatchObject({
      allocatedAt: '',
      checks: [{ field: 'allocatedAt', found: 'soon' }],
    });
  });
});

describe('statuses', () => {
  const status = (text: string, options = statuses) =>
    read(tabs(['1', 'x', '', text]), 'w', options).children[0];

  it('are known by code or by the council’s own words, however they are written', () => {
    expect(status('cla')?.status).toBe('CLA');
    expect(status('Independent futures')?.status).toBe('IF');
    expect(status('child-in-need', cohortOptions(bracknell))?.status).toBe('CIN');
    expect(status('')).toMatchObject({ status: '', checks: [] });
  });

  it('another one leaves the field empty with a check', () => {
    expect(status('Section 20')).toMatchObject({
      status: '',
      checks: [{ field: 'status', found: 'Section 20' }],
    });
  });
});

describe('who comes in', () => {
  it('a row with a reference and a worker always does, whatever the rest is', () => {
    const anything = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\t\n\r",]/g, ''));
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        anything,
        anything,
        (name, born, state, since, family) => {
          const text = tabs(heading, ['R1', name, born, state, 'Priya', since, family], row);
          const { children, unread } = read(text);
          expect(unread).toEqual([]);
          expect(children.map(({ reference }) => reference)).toEqual(['R1', '101']);
          const { checks, dateOfBirth, expectedOn, status } = children[0] as (typeof children)[0];
          const noted = new Set(checks.map(({ field }) => field));
          if (born.trim() !== '' && !dateOfBirth && !expectedOn)
            expect(noted).toContain('dateOfBirth');
          if (state.trim() !== '' && !status) expect(noted).toContain('status');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a name will do where no reference is known yet; a missing name is a check', () => {
    expect(read(tabs(['', 'Amina']), 'w').children).toHaveLength(1);
    expect(read(tabs(['101', '']), 'w').children[0]?.checks).toEqual([
      { field: 'name', found: '', problem: 'no name in the row' },
    ]);
  });

  it('a row without a worker stays listed with its text, unless one was chosen for all', () => {
    const text = tabs(heading, ['101', 'Amina', '', '', '', '', ''], row);
    expect(read(text)).toMatchObject({
      children: [{ reference: '101', name: 'Amina Khan' }],
      unread: [
        { line: 2, text: '101\tAmina\t\t\t\t\t', problem: expect.stringContaining('No worker') },
      ],
    });
    expect(read(text, 'Tom').children.map(({ worker }) => worker)).toEqual(['Tom', 'Priya Shah']);
  });

  it('a row with neither reference nor name stays listed', () => {
    expect(read(tabs(['', '', '04/03/2016']), 'w').unread).toMatchObject([
      { problem: expect.stringContaining('No reference and no name') },
    ]);
  });

  it('every row that is not empty is either in or listed: none is lost', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'x', '"', '"x', 'x"', '""', '"x"', 'Priya', '101', ' '),
      fc.string().map((text) => text.replace(/[\t\n\r"]/g, '')),
    );
    const aRow = fc.array(cell, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 1, maxLength: 8 }), (rows) => {
        const marked = rows.map((cells, i) => [`REF${i}`, ...cells.slice(1)]);
        const { children, unread } = read(tabs(heading, ...marked));
        const all = JSON.stringify([children, unread]);
        for (const [i] of marked.entries()) expect(all).toContain(`REF${i}`);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing pasted is nothing, and empty lines are no rows', () => {
    expect(read('')).toEqual({
      children: [],
      unread: [],
      columns: pasteColumns.map(({ key }) => key),
    });
    expect(read('\n \n\t\t\n', 'w')).toMatchObject({ children: [], unread: [] });
  });
});

it.each(['formula', 'bidi', 'decomposed', 'emoji', 'markup', 'nul'] as const)(
  '%s text is a name like any other, kept to the letter',
  (kind) => {
    const name = hostileTexts[kind].replaceAll('"', "'");
    expect(names(tabs(['101', name]))).toEqual([name]);
  },
);

it('references that come twice are named, and never merged', () => {
  const { children } = read(tabs(['1', 'a'], ['2', 'b'], ['1', 'c'], ['', 'd'], ['', 'e']), 'w');
  expect(children).toHaveLength(5);
  expect([...referencesTwice(children)]).toEqual(['1']);
});

it('the second row with one reference is not dropped: it stays listed and says which row it repeats', () => {
  const read = readPastedRows(
    'C1, Ann, , , Priya\nC1, Anne, , , Priya\nC2, Bo, , , Priya',
    today,
    [],
    '',
  );
  const { children, unread } = onceEach(read);
  expect(children.map(({ name }) => name)).toEqual(['Ann', 'Bo']);
  expect(unread).toMatchObject([{ line: 2, text: 'C1, Anne, Priya' }]);
  expect(unread[0]?.problem).toContain('row 1');
});
