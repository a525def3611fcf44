import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ExportHeader, type ExportRow, exportPieces } from '#domain/out/export-file.ts';
import type { Bytes } from '#vault/bytes.ts';
import { aSupervisionStory, offSick } from '../../../test/supervision-story.ts';
import { planEverything, writeEverything } from './everything.ts';
import { openExport } from './open-export.ts';

const header = (number: number, of: number): ExportHeader => ({
  ...{ format: 'footprint-export', version: 1, exportedAt: 'then', scope: 'everything' },
  ...{ synthetic: false, vault: 'v', madeBy: { ref: 'me', name: 'Sam Lee' }, part: { number, of } },
});
const part = (number: number, of: number) =>
  strToU8([...exportPieces(header(number, of), [])].join(''));
const fileOf = (bytes: Uint8Array) => new File([bytes as Bytes], 'export');
const outcomeOf = async (bytes: Uint8Array) => {
  const opened = await openExport(fileOf(bytes));
  return opened.outcome === 'read' ? opened.parts.map((each) => each.part.number) : opened.reason;
};

describe('opening an export', () => {
  it('[OUT5] one file, or a ZIP of all its parts, in their order', async () => {
    expect(await outcomeOf(part(1, 1))).toEqual([1]);
    expect(await outcomeOf(part(2, 3))).toEqual([2]);
    expect(await outcomeOf(zipSync({ 'b.json': part(2, 2), 'a.json': part(1, 2) }))).toEqual([
      1, 2,
    ]);
  });

  it.each([
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), 'not text'],
    ['a ZIP cut short', zipSync({ a: part(1, 1) }).slice(0, 60), 'damaged'],
    ['an empty ZIP', zipSync({}), 'damaged'],
    ['the same part twice', zipSync({ a: part(1, 2), b: part(1, 2) }), 'not one export'],
    ['parts of two exports', zipSync({ a: part(1, 2), b: part(2, 3) }), 'not one export'],
    [
      'another file in it',
      zipSync({ a: part(1, 1), 'b.docx': strToU8('x') }),
      'not a Footprint export',
    ],
    [
      'more than 50 files',
      zipSync(Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`${n}`, part(n, 51)]))),
      'more than an export can hold',
    ],
    [
      'what unpacks to a hundred times its size',
      zipSync({ a: new Uint8Array(5_000_000) }),
      'more than an export can hold',
    ],
  ])('[OUT5] is refused with a sentence: %s', async (_, bytes, words) => {
    expect(await outcomeOf(bytes)).toContain(words);
  });

  it('[OUT6] an export that is too large for one file is a ZIP of parts, and opens as it went', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const plan = await planEverything(workspace);
    const rows = plan.parts.flat();
    const half = Math.ceil(rows.length / 2);
    const cut: readonly (readonly ExportRow[])[] = [rows.slice(0, half), rows.slice(half)];
    const chunks: Bytes[] = [];
    const sink = {
      write: async (chunk: Bytes) => void chunks.push(chunk),
      close: async () => {},
      abort: async () => {},
    };
    await writeEverything(workspace, { ...plan, parts: cut }, sink);
    const zip = new Uint8Array(chunks.flatMap((chunk) => [...chunk]));
    expect(Object.keys(unzipSync(zip))).toEqual(['part-1.json', 'part-2.json']);
    const opened = await openExport(fileOf(zip));
    expect(opened.outcome === 'read' && opened.parts.flatMap(({ records }) => records)).toEqual(
      rows,
    );
  });
});
