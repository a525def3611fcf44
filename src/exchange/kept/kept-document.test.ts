import { expect, it } from 'vitest';
import type { CollectionName } from '#domain/collections.ts';
import { documentText } from '#exchange/print/document.ts';
import { held, heldWorkspace } from '../../../test/held-workspace.ts';
import type { Kept } from './gather-kept.ts';
import { keptDocument, keptSections } from './kept-document.ts';
import { asksFor, keptFile } from './kept-file.ts';
import { keptOwners } from './kept-owners.ts';

const id = 'aa000000-0000-4000-8000-000000000000';
const child = (ref: string, name: string) => held('children', ref, { ref, name, reference: ref });
const workspace = heldWorkspace([child('CH-1', 'Ella B'), child('CH-2', 'Tom B')]);

function kept(collection: CollectionName, body: object, more: Partial<Kept> = {}): Kept {
  const full = held(collection, id, body).body as unknown as Kept['body']; // a body is fields
  return {
    ...{ collection, id, body: full, notTaken: undefined },
    ...{ open: [], settled: [], before: [], ...more },
  };
}

function textOf(all: Kept, at = 0): string {
  const owner = keptOwners(workspace, all)[at];
  if (!owner) throw new Error('nobody’s');
  return documentText(keptDocument(workspace, all, owner));
}

const note = { superviseeRef: 'S1', sessionId: 's1', text: 'Mine', createdAt: '', createdBy: 'me' };
const begun = { sessionId: 's1', createdAt: '', createdBy: 'me' };
const told = { by: 'me', at: '2026-11-20T16:02:00.000Z', oursAt: '2026-11-20T15:58:00.000Z' };

it('[SENT10] what was not taken, by field in the words of its form, with why and when', () => {
  const notTaken = {
    ...{ code: 'locked', at: '2026-11-20T16:02:00.000Z' },
    body: {
      ...note,
      clashes: [{ path: 'text', ours: 'a' }],
      text: 'On the train ',
      nextOn: '2026-12-04',
      agreed: true,
    },
  };
  const text = textOf(kept('notes', note, { notTaken }));
  for (const said of [
    'Record: Supervision notes',
    'Member of staff: Priya Shah',
    'The endpoint did not take this',
    'was finished on another device before this text arrived',
    'Not taken on 20 November 2026 at 4:02pm.',
    'On the train ',
    '4 December 2026',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/[{}[\]]|superviseeRef|undefined|Clash/);
});

it('[SENT10] two versions, not chosen between and chosen between: both, with whose and when', () => {
  const clash = { path: 'text', ours: 'Mine', theirs: 'Theirs: é ', ...told };
  const text = textOf(kept('notes', note, { open: [clash], settled: [{ ...clash, ours: '' }] }));
  expect(text).toContain(
    'Two versions: Text\nNobody has chosen between them yet.\nYours, on this device, written on 20 November 2026 at 3:58pm: Mine',
  );
  expect(text).toContain(
    'Yours, on your other device, written on 20 November 2026 at 4:02pm: Theirs: é ',
  );
  expect(text).toContain('From before a choice between two versions: Text');
  expect(text).toContain('3:58pm: (empty)');
});

it('[SENT10] a value that is no text is said in words, and never as it is stored', () => {
  const list = [{ id: 'a1', what: 'Call the school', owner: 'Priya', byWhen: '' }];
  const body = { children: [{ id: 'CH-1', childRef: 'CH-1', seen: 'yes', actions: [] }] };
  const open = [
    { path: 'children.CH-1.actions', ours: list, theirs: [] },
    { path: 'children.CH-1.siblingsRelevant', ours: true, theirs: false },
    { path: 'children.CH-1.depth', ours: 'inDepth', theirs: undefined },
  ];
  const text = textOf(kept('discussions', { ...begun, ...body }, { open }));
  expect(text).toMatch(/Call the school/);
  expect(text).toMatch(/: Yes\n.*: No/);
  expect(text).toMatch(/: In depth\n.*: \(removed\)/);
  expect(text).not.toMatch(/[{}]|inDepth/);
});

it('[SENT9] texts from elsewhere are said to be, under their fields', () => {
  const texts = [{ path: 'text', text: 'Kept there' }];
  const at = '2026-11-20T16:02:00.000Z';
  const sections = keptSections(
    workspace,
    kept('notes', note, {
      before: [{ where: 'endpoint', at, body: { text: 'Kept there' }, texts }],
    }),
  );
  expect(sections).toEqual([
    {
      heading: 'Not kept in the record. The endpoint has it since 20 November 2026 at 4:02pm',
      fields: [['Text', 'Kept there']],
    },
  ]);
});

const prepared = {
  ...{ superviseeRef: 'S1', supervisorRef: 'me', createdAt: '', createdBy: 'S1' },
  wants: 'Time to think',
  children: ['CH-1', 'CH-2'].map((ref) => ({
    ...{ id: ref, childRef: ref, did: `Visited ${ref}`, depthWhy: `I am worn out by ${ref}` },
  })),
};

it('[OUT10] of a preparation a file has one child’s part, or what was asked of supervision', () => {
  const at = (path: string) => ({ path, ours: `${path} mine`, theirs: `${path} other` });
  const paths = ['children.CH-1.did', 'children.CH-2.did', 'children.CH-1.depthWhy', 'wants'];
  const notTaken = { code: 'deleted', at: '', body: prepared };
  const before = [
    {
      ...({ where: 'device', at: '', body: { ...prepared, superviseeRef: 'S1' } } as const),
      texts: [
        { path: 'children.CH-2.did', text: 'Visited CH-2' },
        { path: 'wants', text: 'Time to think' },
      ],
    },
  ];
  const all = kept('preparations', prepared, { notTaken, before, open: paths.map(at) });
  expect(keptOwners(workspace, all).map(({ file, ref }) => [file, ref])).toEqual([
    ...[
      ['child', 'CH-1'],
      ['child', 'CH-2'],
      ['staff', 'S1'],
    ],
  ]);
  const [ella, tom, asked] = [textOf(all, 0), textOf(all, 1), textOf(all, 2)];
  expect(ella).toContain('Child: Ella B');
  expect(ella).toContain('Visited CH-1');
  expect(ella).toContain('children.CH-1.did other');
  for (const never of ['CH-2', 'Tom B', 'worn out', 'depthWhy', 'Time to think', 'wants'])
    expect(ella).not.toContain(never);
  expect(tom).toContain('Visited CH-2');
  expect(tom).not.toMatch(/CH-1|Ella|worn out|Time to think/);
  expect(asked).toContain('Time to think');
  expect(asked).toContain('I am worn out by CH-1');
  expect(asked).toContain('wants other');
  expect(asked).not.toMatch(/Visited|Ella|Tom/);
});

it('[OUT10] the name of a file is of a reference; the supervision file asks each time', () => {
  const notes = kept('notes', note);
  const discussion = kept('discussions', {
    ...begun,
    children: [{ id: 'CH-1', childRef: 'CH-1' }],
  });
  const action = kept('childActions', {
    ...begun,
    discussionId: 'd1',
    childRef: 'CH-1',
    what: 'Call',
  });
  const names = [notes, discussion, action].map((all) => {
    const [owner] = keptOwners(workspace, all);
    return owner ? keptFile(workspace, all, owner).fileName : '';
  });
  expect(names).toEqual([
    'footprint-S1-kept-texts-aa000000.txt',
    'footprint-CH-1-kept-texts-aa000000.txt',
    'footprint-CH-1-kept-texts-aa000000.txt',
  ]);
  expect([notes, discussion, action].map(asksFor)).toEqual(['eachTime', 'eachTime', 'sitting']);
});
