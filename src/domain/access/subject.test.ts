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

it('[ACCESS4] of two versions of a text, those of the subject’s own part alone', () => {
  const at = (path: string) => ({ path, ours: 'one', theirs: 'two' });
  const mine = at('children.x.worries');
  const part = { id: 'x', childRef: 'x', worries: 'one', depthWhy: 'about me' };
  const body = {
    ...{ superviseeRef: 's', wants: 'time', createdBy: 's' },
    children: [part, { ...part, id: 'y', childRef: 'y' }],
    clashes: [mine, at('children.y.worries'), at('children.x.depthWhy'), at('wants')],
  };
  expect(partAbout('discussions', body, subject('child'))?.clashes).toEqual([
    ...[mine, at('children.x.depthWhy'), at('wants')],
  ]);
  expect(partAbout('preparations', body, subject('child'))?.clashes).toEqual([mine]);
  const { clashes, ...settled } = body;
  expect(partAbout('discussions', settled, subject('child'))).not.toHaveProperty('clashes');
});

it('[OUT10] of a preparation one child’s part, or what was asked of supervision, and never both', () => {
  const child = { id: 'x', childRef: 'x', did: 'Visited', depthWhy: 'worn out' };
  const body = { superviseeRef: 'x', wants: 'time', children: [child], worries: [] };
  const { depthWhy, ...ofChild } = child;
  const about = (kind: Subject['kind']) => partAbout('preparations', body, subject(kind));
  expect(about('child')).toEqual({ superviseeRef: 'x', children: [ofChild], worries: [] });
  const asked = { childRef: 'x', depth: undefined, depthWhy };
  expect(about('staff')).toMatchObject({ wants: 'time', children: [asked] });
  expect(JSON.stringify(about('staff'))).not.toContain('Visited');
});
