import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExportFile, type ExportHeader, exportPieces } from './export-file.ts';
import { exportLimits, nothingChanged, readExport } from './read-export.ts';

const header: ExportHeader = {
  format: 'footprint-export',
  version: 1,
  exportedAt: '2026-11-22T10:00:00.000Z',
  scope: 'everything',
  synthetic: false,
  vault: 'v1',
  madeBy: { ref: 'me', name: 'Sam Lee' },
  part: { number: 1, of: 1 },
};
const row = (text: string, id = 'r1'): ExportFile['records'][number] => ({
  collection: 'childRecords',
  id,
  sha256: '0'.repeat(64),
  text,
});
const fileOf = (records: ExportFile['records'], over: object = {}) =>
  [...exportPieces({ ...header, ...over }, records)].join('');
const reasonOf = (text: string) => {
  const read = readExport(text);
  return read.outcome === 'unreadable' ? read.reason : read.outcome;
};

describe('reading an export', () => {
  it('[OUT5] what was written is read back, to the letter', () => {
    const texts = ['{"a":"\\u0000\\u202e"}', '{}', '{"b":[[1]]}'];
    const records = texts.map((text, at) => row(text, `r${at}`));
    expect(readExport(fileOf(records))).toEqual({
      outcome: 'read',
      file: { ...header, records },
    });
    expect(readExport(fileOf([]))).toMatchObject({ outcome: 'read' });
  });

  it.each([
    ['another file', '{"format":"footprint-backup"}', 'not a Footprint export'],
    ['no JSON', 'hello', 'not a Footprint export'],
    ['null', 'null', 'not a Footprint export'],
    ['a newer version', '{"format":"footprint-export","version":2}', 'newer version'],
    ['a field nobody knows', fileOf([], { more: 1 }), 'damaged'],
    [
      'a collection of this device alone',
      fileOf([{ ...row('{}'), collection: 'settings' as never }]),
      'damaged',
    ],
    ['a hash that is none', fileOf([{ ...row('{}'), sha256: 'x' }]), 'damaged'],
    ['a record that is no JSON', fileOf([row('{')]), 'a record cannot be read'],
    [
      'a poisoned file',
      fileOf([]).replace('"part":{', '"part":{"__proto__":{},'),
      'a name that no record has',
    ],
    ['a poisoned record', fileOf([row('{"a":{"constructor":1}}')]), 'a name that no record has'],
    ['a poisoned prototype', fileOf([row('{"a":[{"prototype":1}]}')]), 'a name that no record has'],
    ['too deep', fileOf([row(`${'['.repeat(13)}${']'.repeat(13)}`)]), 'nested deeper'],
    ['far too deep', '['.repeat(100_000) + ']'.repeat(100_000), 'nested deeper'],
    [
      'a record too large',
      fileOf([row(JSON.stringify('x'.repeat(exportLimits.recordBytes)))]),
      'larger than a record',
    ],
    [
      'too many',
      fileOf(Array.from({ length: 5_001 }, (_, n) => row('{}', `r${n}`))),
      '5,000 records',
    ],
    ['too large', ' '.repeat(exportLimits.bytes + 1), '10 MB'],
  ])('[OUT5] is refused with a sentence, and nothing has changed: %s', (_, text, words) => {
    const reason = reasonOf(text);
    expect(reason).toContain(words);
    expect(reason).toContain(nothingChanged);
  });

  it('[OUT5] a depth of twelve is as deep as it goes', () => {
    expect(reasonOf(fileOf([row(`${'['.repeat(12)}${']'.repeat(12)}`)]))).toBe('read');
  });

  it('[OUT5] any JSON, and any file cut off or with a letter changed, is read or refused and never throws', () => {
    const good = fileOf([row('{"a":"b"}'), row('{"c":[1,{"d":null}]}', 'r2')]);
    const say = (text: string) => {
      expect(['read', 'unreadable']).toContain(readExport(text).outcome);
    };
    fc.assert(fc.property(fc.json({ maxDepth: 20 }), say));
    fc.assert(
      fc.property(fc.nat(good.length - 2), (end) => {
        expect(readExport(good.slice(0, end)).outcome).toBe('unreadable');
      }),
    );
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 3 }), (at, put) =>
        say(`${good.slice(0, at)}${put}${good.slice(at + 1)}`),
      ),
    );
  });
});
