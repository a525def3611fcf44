import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { swindon, today } from '../../../test/builders.ts';
import { csvOf, fileOf, noPace, readCsvFile, readDataset } from '../../../test/caseload-files.ts';
import { aWorkbook, type CellIn } from '../../../test/workbooks.ts';
import { answerRequest, type Look } from './answer-request.ts';

const statuses = cohortOptions(swindon);
const look = async (file: File, sheet?: string) =>
  (await answerRequest(
    { kind: 'look', files: [file], statuses, today, ...(sheet ? { sheet } : {}) },
    noPace,
  )) as Look; // a look is answered with one

const head = ['Reference', 'Name', 'Date of birth', 'Worker', 'Last seen'];
const one: readonly CellIn[] = [
  '001',
  'Zoë Stone',
  { serial: 42_433 },
  'Uma Eastlake',
  { serial: 46_327.4375 },
];

describe('a workbook', () => {
  it('is read as the same rows as a CSV of it: the same columns, the same children', async () => {
    const book = aWorkbook({ Children: [head, one, [], [], ['1002', 'Ann', '', 'Uma Eastlake']] });
    const csv = csvOf([
      head,
      ['001', 'Zoë Stone', '2016-03-04', 'Uma Eastlake', '2026-11-01T10:30:00'],
      ['', '', '', '', ''],
      ['', '', '', '', ''],
      ['1002', 'Ann', '', 'Uma Eastlake', ''],
    ]);
    const looked = (await look(book)).files[0];
    const lookedCsv = (await look(fileOf('list.csv', csv))).files[0];
    expect(looked).toMatchObject({ encoding: 'Excel workbook', sheets: ['Children'] });
    expect(looked?.guess).toEqual(lookedCsv?.guess);
    expect(looked?.sample).toEqual(lookedCsv?.sample);
    const mapping = looked?.guess ?? { columns: {}, firstRowIsData: false };
    const read = await readCsvFile(book, { statuses, mapping });
    const readCsv = await readCsvFile(fileOf('list.xlsx', csv), { statuses, mapping });
    expect(read.children).toEqual(readCsv.children);
    expect(read.children.map(({ ref }) => ref)).toEqual(['001', '1002']);
    expect(read.children[0]).toMatchObject({ dateOfBirth: '2016-03-04', name: 'Zoë Stone' });
    expect(read.children[0]?.lines).toEqual([{ file: 'list.xlsx', line: 2 }]);
    expect(read.children[1]?.lines).toEqual([{ file: 'list.xlsx', line: 5 }]);
    expect(read.faults).toEqual([]);
  });

  it('has its numbers in full, what its formulas came to, and no zeros that were never there', async () => {
    const cells: readonly CellIn[] = [
      { number: '12345678' },
      { number: '1.2345678E7' },
      { number: '0012' },
      { formula: 'A2&"!"', value: 'Uma Eastlake' },
      { boolean: true },
    ];
    const [row] = (await look(aWorkbook({ One: [head, cells] }))).files[0]?.sample ?? [];
    expect(row).toEqual(['12345678', '12345678', '0012', 'Uma Eastlake', 'TRUE']);
  });

  it('with several sheets says which there are, and reads the one that is asked for', async () => {
    const book = aWorkbook({ Notes: [], 'Team A & B': [head, one] });
    const first = await look(book);
    expect(first.source).toBe('csv');
    expect(first.files[0]).toMatchObject({ sheets: ['Notes', 'Team A & B'], headings: [] });
    const second = await look(book, 'Team A & B');
    expect(second.files[0]).toMatchObject({ headings: head });
    const mapping = second.files[0]?.guess ?? { columns: {}, firstRowIsData: false };
    const request = {
      kind: 'csv',
      file: book,
      sheet: 'Team A & B',
      options: { today, statuses, mapping },
    } as const;
    expect(await answerRequest(request, noPace)).toMatchObject({ children: [{ ref: '001' }] });
  });

  it('of one table of the dataset is that table', async () => {
    const people = aWorkbook(
      {
        Sheet1: [
          ['pers_person_id', 'pers_forename', 'pers_surname'],
          ['1', 'Ann', 'Stone'],
        ],
      },
      'ssd_person.xlsx',
    );
    const work = fileOf(
      'ssd_involvements.csv',
      'invo_person_id,invo_professional_id,invo_professional_role_id,invo_involvement_start_date,invo_involvement_end_date\n1,W1,ALLOCATED CASE WORKER,2026-01-05,',
    );
    const { children } = await readDataset([people, work]);
    expect(children).toMatchObject([{ ref: '1', name: 'Ann Stone' }]);
  });
});

describe('a workbook that is not as it should be is refused with a sentence', () => {
  const saidOf = async (file: File) => {
    const { source, faults } = await look(file);
    return [source, faults.map(({ problem }) => problem).join()];
  };
  it.each([
    ['a cell at the far corner', 'XFD1048576'],
    ['a row a long way down', 'A900000'],
    ['an address that says nothing', 'A&#49;'],
  ])('%s', async (_, address) => {
    const book = aWorkbook({ One: [head, [{ at: address, value: 'x' }]] });
    expect(await saidOf(book)).toEqual([
      'none',
      'A sheet has more than 200000 rows or 1000 columns. It was not read',
    ]);
  });

  it('damaged, cut off, or no workbook inside', async () => {
    const bytes = new Uint8Array(await aWorkbook({ One: [head, one] }).arrayBuffer());
    const cut = new File([bytes.slice(0, bytes.length / 2)], 'list.xlsx');
    expect(await saidOf(cut)).toEqual([
      'none',
      'The file cannot be opened. It is damaged, or has a password',
    ]);
    const word = new File(
      [zipSync({ 'word/document.xml': strToU8('<w/>') }) as Uint8Array<ArrayBuffer>],
      'letter.docx',
    );
    expect(await saidOf(word)).toEqual(['none', 'There is no CSV file in it']);
    const broken = aWorkbook(
      { One: [head, [{ at: 'A2', value: '</c></row>' }]] },
      'list.xlsx',
      true,
    );
    expect((await saidOf(broken))[0]).toBe('none');
  });

  it('looks at no other workbook: what a link came to is all there is', async () => {
    const linked: CellIn = { formula: "'[1]Other'!A1", value: 'Kept' };
    const book = aWorkbook({ One: [head, [linked, 'Ann', '', 'Uma']] });
    expect((await look(book)).files[0]?.sample[0]?.[0]).toBe('Kept');
  });
});
