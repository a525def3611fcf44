import { expect, it } from 'vitest';
import { partAbout, type Subject } from './subject.ts';

const subject = (kind: Subject['kind']): Subject => ({
  ...{ kind, refs: new Set(['x', 'was x']), name: 'Ada B', reference: 'C1' },
});

it('[ACCESS1] a record of the supervision file is in no child’s pack, also where it names the child', () => {
  const record = { childRef: 'x', text: 'private' };
  expect(partAbout('notes', record, subject('child'))).toBeUndefined();
  expect(partAbout('childRecords', record, subject('child'))).toBe(record);
  expect(partAbout('childRecords', { childRef: 'was x' }, subject('child'))).toBeDefined();
  expect(partAbout('childRecords', { childRef: 'y' }, subject('child'))).toBeUndefined();
});

it('[ACCESS2] a record of a child is in no pack of a member of staff, whoever it names', () => {
  expect(partAbout('childRecords', { staffRef: 'x' }, subject('staff'))).toBeUndefined();
  expect(partAbout('notes', { superviseeRef: 'x' }, subject('staff'))).toBeDefined();
  expect(partAbout('notes', { supervisorRef: 'x' }, subject('staff'))).toBeUndefined();
});
