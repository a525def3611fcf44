import { expect, it, vi } from 'vitest';
import type { Subject } from '#domain/access/subject.ts';
import { type CollectionName, collectionNames, collections } from '#domain/collections.ts';
import { documentText } from '#exchange/print/document.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Canaries, withCanaries } from '../../../test/canaries.ts';
import { held, heldWorkspace } from '../../../test/held-workspace.ts';
import { planAccess } from './plan-access.ts';

// Every record goes through its stored fields here: texts of finished ones are in write-access.test.ts.
vi.mock('#exchange/out/documents.ts', () => ({ documentOf: async () => undefined }));

/** Nothing of a person is in them. */
const ofNobody: readonly CollectionName[] = ['profiles', 'holidays'];
/** A name is said where a reference stands: it is found in many packs. */
const kept =
  /^staff\.name$|^\w+\.(id|ref|me|by|kind|\w*Ref|childRefs(\[\])?|aliases|alsoMe|about|workers|at|\w+At|(children|members)\[\]\.(id|childRef|staffRef))$/;

/** The child and the member of staff of one name have each their own reference. */
const owner = (collection: CollectionName, who: string) => {
  const [child, staff] = [`child-${who}`, `staff-${who}`];
  const ref = collection === 'children' ? child : staff;
  return {
    ...{ id: `row of ${who}`, ref, aliases: [], alsoMe: [], about: [], agenda: [] },
    ...{ superviseeRef: staff, staffRef: staff, otherRef: staff, facilitatorRef: staff, me: staff },
    ...{
      by: staff,
      signerRef: staff,
      supervisorRef: 'boss',
      members: [{ id: 'm', staffRef: staff }],
    },
    ...{ childRef: child, childRefs: [child], children: [{ id: child, childRef: child }] },
    before: [child, staff].map((each) => ({
      ...{
        id: each,
        collection: 'children',
        v: 1,
        body: { ref: each, name: `${who} ${each} before` },
      },
    })),
  };
};

/** Only those that its schema has: a record of a child has no supervisee. */
function ownFields(collection: CollectionName, ref: string): object {
  const fresh: Canaries = { keep: () => false, planted: new Map() };
  const known = Object.keys(withCanaries(fresh, collection));
  return Object.fromEntries(
    Object.entries(owner(collection, ref)).filter(([key]) => known.includes(key)),
  );
}

/** One record of each collection about each of two people, every text in it a text of its own. */
function everythingAbout(refs: readonly string[]) {
  const planted = new Map<string, { readonly collection: CollectionName; readonly ref: string }>();
  const records = refs.flatMap((ref) =>
    collectionNames
      .filter((name) => !ofNobody.includes(name))
      .map((collection) => {
        const canaries: Canaries = { keep: (path) => kept.test(path), planted: new Map() };
        const filled = withCanaries(canaries, collection, ownFields(collection, ref));
        const body = mark(filled, ref) as object;
        for (const text of canaries.planted.keys())
          planted.set(`${ref} ${text}`, { collection, ref });
        const named =
          collection === 'unreadRows' ? { ...body, text: `child-${ref} of a row` } : body;
        if (collection === 'unreadRows') planted.set(`child-${ref} of a row`, { collection, ref });
        return held(collection, `${collection} ${ref}`, named);
      }),
  );
  return { records, planted };
}

/** The same canary of two people is two texts. */
function mark(value: unknown, ref: string): unknown {
  if (typeof value === 'string') return value.startsWith('canary ') ? `${ref} ${value}` : value;
  if (Array.isArray(value)) return value.map((each) => mark(each, ref));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mark(each, ref)]));
}

const subject = (kind: Subject['kind'], ref: string): Subject => ({
  ...{ kind, refs: new Set([`${kind}-${ref}`]), name: `${kind}-${ref}`, reference: '' },
});

async function packOf(kind: Subject['kind'], refs = ['one', 'two']) {
  const { records, planted } = everythingAbout(refs);
  const workspace = {
    ...heldWorkspace(records),
    queue: { flush: async () => true },
    ports: { nowMs: () => 0 },
  } as unknown as Workspace; // nothing else of it is asked for
  const plan = await planAccess(workspace, subject(kind, 'one'));
  const text = plan.texts.map(({ document }) => documentText(document)).join('\n');
  const found = [...planted].filter(([words]) => text.includes(words)).map(([, of]) => of);
  return { plan, found, text };
}

const inPack = (found: readonly { readonly collection: CollectionName }[]) =>
  new Set(found.map(({ collection }) => collection));
const filesOf = (...files: readonly string[]) =>
  collectionNames.filter((name) => files.includes(collections[name].file));

it('[ACCESS1] a child’s pack has every collection that holds something of a child, and no staff file', async () => {
  const { found } = await packOf('child');
  expect(new Set(found.map(({ ref }) => ref))).toEqual(new Set(['one']));
  const expected = [
    ...filesOf('child', 'working'),
    ...['children', 'allocations', 'priorDiscussions', 'unreadRows', 'imports', 'keeping'],
  ];
  expect([...inPack(found)].toSorted()).toEqual(expected.toSorted());
});

it('[ACCESS2] a member of staff’s pack has their supervision file, and nothing of a child’s', async () => {
  const { found } = await packOf('staff');
  expect(new Set(found.map(({ ref }) => ref))).toEqual(new Set(['one']));
  const expected = [
    ...filesOf('staff').filter((name) => name !== 'audit'),
    ...[
      'staff',
      'allocations',
      'absences',
      'handovers',
      'imports',
      'settings',
      'audit',
      'preparations',
      'keeping',
    ],
  ];
  expect([...inPack(found)].toSorted()).toEqual(expected.toSorted());
});

it('[ACCESS4] of a family the subject’s own part: another child’s is not in the pack', async () => {
  const family = (id: string, collection: 'discussions' | 'groupDiscussions') =>
    held(collection, id, {
      ...{ sessionId: 's', groupId: 's', familyKey: 'F', createdAt: 'x', createdBy: 'me' },
      ...{ familySummary: 'Both are well', summary: 'Both are well' },
      children: ['one', 'two'].map((ref) => ({
        ...{ id: ref, childRef: `child-${ref}`, briefNote: `brief ${ref}`, voice: `voice ${ref}` },
      })),
    });
  const workspace = {
    ...heldWorkspace([family('d', 'discussions'), family('g', 'groupDiscussions')]),
    queue: { flush: async () => true },
    ports: { nowMs: () => 0 },
  } as unknown as Workspace; // as above
  const { texts } = await planAccess(workspace, subject('child', 'one'));
  expect(texts.map(({ unfinished }) => unfinished)).toEqual(Array(2).fill('Draft, not finalised'));
  const text = texts.map(({ document }) => documentText(document)).join('\n');
  for (const own of ['Both are well', 'brief one', 'voice one', 'Draft, not finalised'])
    expect(text).toContain(own);
  expect(text).not.toContain('two');
});
