import { describe, expect, expectTypeOf, it } from 'vitest';
import type { CollectionName, collections } from '#domain/collections.ts';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import type { ChildAmendment, ChildMark, ChildRecord } from '#domain/records/child-record.ts';
import type { Preparation } from '#domain/records/preparation.ts';
import type { Response } from '#domain/records/response.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { Session } from '#domain/records/session.ts';
import { ChildSignature } from '#domain/records/signature.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import type { StaffRecord } from '#domain/records/staff-record.ts';
import { aFinaliseQuestion, recordId, ref } from '../../../test/builders.ts';
import { buildChildExport, type ChildExportInput, childExports } from './child-exports.ts';
import { childRecordText } from './child-record-text.ts';
import { staffNoteText, staffRecordText } from './staff-record-text.ts';

function aRecord(): ChildRecord {
  const built = buildChildRecord(aFinaliseQuestion());
  if (built.outcome !== 'finalised') throw new Error('not finalised');
  return built.record;
}

const anAmendment = (over: Partial<ChildAmendment> = {}): ChildAmendment => ({
  id: recordId('m1'),
  file: 'child',
  recordId: recordId('r1'),
  recordHash: 'h',
  childRef: ref('C1'),
  text: 'It was her aunt.',
  reason: 'Wrong person',
  at: '2026-11-21T10:00:00.000Z',
  by: 'Sam Lee',
  byRef: 'local:sam',
  ...over,
});

const aMark = (over: Partial<ChildMark> = {}): ChildMark => ({
  id: recordId('k1'),
  recordId: recordId('r1'),
  childRef: ref('C1'),
  state: 'recorded',
  caseSystem: 'Mosaic',
  on: '2026-11-24',
  reference: '',
  at: '2026-11-24T10:00:00.000Z',
  by: 'Sam Lee',
  ...over,
});

const input = (over: Partial<ChildExportInput> = {}): ChildExportInput => ({
  record: aRecord(),
  amendments: [],
  marks: [],
  ...over,
});

describe('exports of a child', () => {
  it('are a list of named ways out, each with a text', () => {
    expect(new Set(childExports.map(({ id }) => id)).size).toBe(childExports.length);
    expect(childExports.map(({ kind }) => kind).toSorted()).toEqual([
      ...['clipboard', 'clipboard', 'print', 'print'],
    ]);
    for (const { build } of childExports) expect(build(input())).toContain('Settled at school');
  });

  it('the text for the case system is the record and its corrections', () => {
    const amendments = [anAmendment()];
    expect(buildChildExport('caseSystemText', input({ amendments }))).toBe(
      childRecordText(aRecord(), amendments),
    );
  });

  it('leave out a correction of another record, whoever hands it in', () => {
    const amendments = [anAmendment({ recordId: recordId('r2') })];
    for (const { build } of childExports) expect(build(input({ amendments }))).toBe(build(input()));
  });

  it('the printed record says where it is recorded, by the newest mark of its own', () => {
    const printed = (marks: readonly ChildMark[]) =>
      buildChildExport('printedRecord', input({ marks }));
    expect(printed([aMark({ reference: 'M-7' })])).toContain(
      '\nRecorded in Mosaic on 24 November 2026 by Sam Lee, reference M-7.',
    );
    const undone = aMark({ id: recordId('k2'), state: 'undone', at: '2026-11-25T10:00:00.000Z' });
    expect(printed([aMark(), undone])).toBe(printed([]));
    expect(printed([aMark({ recordId: recordId('r2') })])).toBe(printed([]));
  });

  it('a signature under this record alone is said, on paper and in the copy', () => {
    const signature = (over: object = {}) => ({
      ...ChildSignature.parse({
        ...{ id: 's1', file: 'child', v: 1, childRef: 'C1', recordId: 'r1', hash: 'h' },
        ...{ listHash: 'l', actId: 'a1', role: 'supervisor', signerRef: 'me' },
        ...{ signerName: 'Jo Field', statement: 'I agree', at: '2026-11-24T16:10:00Z', level: 1 },
        ...over,
      }),
      validity: 'valid' as const,
    });
    const line = 'Signed by Jo Field on 24 November 2026 at 4:10pm (level 1)';
    for (const { id } of childExports) {
      expect(buildChildExport(id, input({ signatures: [signature()] }))).toContain(line);
      const other = input({ signatures: [signature({ recordId: 'r2' })] });
      expect(buildChildExport(id, other)).toBe(buildChildExport(id, input()));
    }
  });
});

/** Records of the child's file, by the table that says where every collection belongs. */
type ChildFile = {
  [C in CollectionName]: (typeof collections)[C]['file'] extends 'child' ? Stored<C> : never;
}[CollectionName];

describe('what an export can be given (checked by tsc)', () => {
  it('every part of it is a record of the child’s file', () => {
    type Parts = Required<ChildExportInput>[keyof ChildExportInput];
    type Each = Parts extends infer P ? (P extends readonly (infer E)[] ? E : P) : never;
    expectTypeOf<Each>().toExtend<ChildFile>();
    expectTypeOf<keyof ChildExportInput>().toEqualTypeOf<
      'record' | 'amendments' | 'marks' | 'signatures'
    >();
  });

  it('a record of one file is not a record of the other', () => {
    expectTypeOf<StaffRecord>().not.toExtend<ChildRecord>();
    expectTypeOf<ChildRecord>().not.toExtend<StaffRecord>();
    expectTypeOf<StaffRecord>().not.toExtend<ChildFile>();
    expectTypeOf<StaffNote>().not.toExtend<ChildFile>();
    expectTypeOf<Session>().not.toExtend<ChildFile>();
    expectTypeOf<Preparation>().not.toExtend<ChildFile>();
    expectTypeOf<Response>().not.toExtend<ChildFile>();
  });

  it('an export refuses a staff record, a note, a session, a preparation and a response', () => {
    // Never run: what counts is that tsc refuses each line, and complains where one is not refused.
    const refused = (
      other: {
        readonly staffRecord: StaffRecord;
        readonly note: StaffNote;
        readonly session: Session;
        readonly preparation: Preparation;
        readonly response: Response;
      },
      rest: Omit<ChildExportInput, 'record'>,
    ) => [
      // @ts-expect-error a record of the supervision file
      buildChildExport('caseSystemText', { ...rest, record: other.staffRecord }),
      // @ts-expect-error supervision notes
      buildChildExport('caseSystemText', { ...rest, record: other.note }),
      // @ts-expect-error a session
      buildChildExport('caseSystemText', { ...rest, record: other.session }),
      // @ts-expect-error a preparation
      buildChildExport('caseSystemText', { ...rest, record: other.preparation }),
      // @ts-expect-error a response
      buildChildExport('caseSystemText', { ...rest, record: other.response }),
      // @ts-expect-error a response among the corrections
      buildChildExport('caseSystemText', { ...input(), amendments: [other.response] }),
      // @ts-expect-error a note among the marks
      buildChildExport('printedRecord', { ...input(), marks: [other.note] }),
      // @ts-expect-error anything beside them
      buildChildExport('printedRecord', { ...input(), session: other.session }),
      // @ts-expect-error a record of the supervision file
      childRecordText(other.staffRecord, []),
    ];
    expect(refused).toBeTypeOf('function');
  });

  it('and the text of the supervision file refuses a child’s record', () => {
    const refused = (record: ChildRecord) => [
      // @ts-expect-error a record of the child's file
      staffRecordText(record),
      // @ts-expect-error a record of the child's file
      staffNoteText(record),
    ];
    expect(refused).toBeTypeOf('function');
  });
});
