import { expect, it } from 'vitest';
import { collectionNames, collections } from '#domain/collections.ts';
import type { GroupDiscussionChild } from '#domain/records/group.ts';
import {
  discussionsOfGroup,
  endGroup,
  finaliseGroupChild,
  markFamilyDiscussed,
  planGroup,
  startGroup,
} from '#storage/group/groups.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, updated } from '#storage/writes.ts';
import { type Canaries, textPaths, withCanaries } from '../../../test/canaries.ts';
import { aGroup, aMember, anItem } from '../../../test/group-builders.ts';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { childExports } from './child-exports.ts';

/** All that a group puts on a child’s record: everything else that is typed in one stays where it is. */
const mayArrive: readonly string[] = [
  ...['name', 'role', 'agency'].map((key) => `groups.members[].${key}`),
  'groups.confidentiality',
  ...['role', 'period', 'summary', 'progress'].map((key) => `groups.agenda[].summaries[].${key}`),
  ...[
    'presenter',
    'question',
    'summary',
    'worries',
    'protective',
    'analysis',
    'groupThink',
    'concern',
    'namedIndividual',
    'nextGroupOn',
  ].map((key) => `groupDiscussions.${key}`),
  ...['whose', 'text'].map((key) => `groupDiscussions.views[].${key}`),
  ...['experience', 'voice'].map((key) => `groupDiscussions.children[].${key}`),
  ...['text', 'rationale'].map((key) => `groupDiscussions.children[].decisions[].${key}`),
  ...['what', 'owner', 'byWhen'].map((key) => `groupDiscussions.children[].actions[].${key}`),
];

/** By which the app finds its records, and its days: never typed text. */
const isKept = (path: string) =>
  /(\.id|Ids?|Ref|familyKey|createdBy|At|\.plannedFor|linkedTo\[\])$/.test(path);

/** A group of Family Safeguarding with a family of two, a canary in every text, finalised. */
async function finalisedGroup() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [
    { reference: 'C1', familyRef: 'F1', name: 'Grace H' },
    { reference: 'C2', familyRef: 'F1', name: 'Ben H' },
  ]);
  const plan = { plannedFor: '2026-11-20', name: '', members: [priya], familySafeguarding: true };
  const id = await planGroup(workspace, plan);
  const planned = workspace.set.find('groups', id);
  if (!planned) throw new Error('just planned');
  const dana = aMember({ id: 'm9', name: 'Dana', linkedTo: ['F77'] });
  const items = [{ familyKey: 'F1', chosen: 'yes', summaries: [{ id: 's1', memberId: 'm9' }] }];
  const members = [...planned.body.members, dana];
  const { agenda } = aGroup({ agenda: items.map((item) => anItem(item)) });
  const body = { ...planned.body, members, agenda, confidentialityAgreed: true };
  await workspace.change(() => [updated(planned, body)]);
  await startGroup(workspace, id);
  const [family] = discussionsOfGroup(workspace, id);
  if (!family) throw new Error('the family is on the table');
  await markFamilyDiscussed(workspace, family.id);
  await type(workspace, family.id);
  const canaries: Canaries = { keep: isKept, planted: new Map() };
  for (const name of ['groups', 'groupDiscussions'] as const)
    for (const record of findAll(workspace, name))
      await workspace.change(() => [updated(record, withCanaries(canaries, name, record.body))]);
  await endGroup(workspace, id, { notReached: [] });
  for (const childRef of ['C1', 'C2']) {
    const found = await finaliseGroupChild(workspace, family.id, childRef);
    if (found.outcome === 'missing') throw new Error(JSON.stringify(found.missing));
  }
  return { workspace, planted: canaries.planted, familyId: family.id };
}

/** Each child with a decision and an action of its own, so that canaries have somewhere to stand. */
async function type(workspace: Workspace, id: string) {
  const record = workspace.set.find('groupDiscussions', id);
  if (!record) throw new Error('it is there');
  const children = record.body.children.map(
    (part): GroupDiscussionChild => ({
      ...part,
      decisions: [
        {
          ...{ id: `dec-${part.id}` as never, text: '', rationale: '', decidedAt: '' },
          ...{ significance: 'significant', changesDirection: false },
        },
      ],
      actions: [{ id: `act-${part.id}` as never, what: '', owner: '', byWhen: '' }],
    }),
  );
  const body = {
    ...record.body,
    ...({ immediateConcern: 'yes', managerPresent: 'yes' } as const),
    ...({ domesticAbuse: 'present', children } as const),
  };
  await workspace.change(() => [updated(record, body)]);
}

const exportsOf = (workspace: Workspace, childRef: string): string =>
  bodies(workspace, 'childRecords')
    .filter((record) => record.childRef === childRef)
    .flatMap((record) =>
      childExports.map(({ build }) => build({ record, amendments: [], marks: [] })),
    )
    .join('\n');

const arrived = (text: string, planted: ReadonlyMap<string, string>) =>
  [
    ...new Set([...planted].filter(([canary]) => text.includes(canary)).map(([, path]) => path)),
  ].toSorted();

it('every text of a group is planted, or is by which the app finds its records', async () => {
  const { planted } = await finalisedGroup();
  const paths = new Set(planted.values());
  const all = (['groups', 'groupDiscussions'] as const).flatMap(textPaths);
  expect(all.filter((path) => !paths.has(path) && !isKept(path))).toEqual([]);
  expect(mayArrive.filter((path) => !all.includes(path))).toEqual([]);
});

it('what belongs on a child’s record is in its exports, and nothing else that is typed in a group', async () => {
  const { workspace, planted } = await finalisedGroup();
  for (const childRef of ['C1', 'C2'])
    expect(arrived(exportsOf(workspace, childRef), planted)).toEqual(mayArrive.toSorted());
});

it('nor does anything else get onto the child’s file', async () => {
  const { workspace, planted } = await finalisedGroup();
  const onFile = collectionNames
    .filter((name) => collections[name].file === 'child')
    .flatMap((name) => findAll(workspace, name).map(({ text }) => text))
    .join('\n');
  expect(arrived(onFile, planted)).toEqual(mayArrive.toSorted());
  expect(onFile).not.toContain('F77');
});

it('what is typed of one child is in no export of the other', async () => {
  const { workspace, familyId } = await finalisedGroup();
  const parts = workspace.set.find('groupDiscussions', familyId)?.body.children ?? [];
  for (const [own, other] of [
    ['C1', 'C2'],
    ['C2', 'C1'],
  ] as const) {
    const text = exportsOf(workspace, own);
    const part = parts.find(({ childRef }) => String(childRef) === other);
    const typed = [
      ...[part?.experience, part?.voice],
      ...(part?.decisions ?? []).flatMap((each) => [each.text, each.rationale]),
      ...(part?.actions ?? []).flatMap((each) => [each.what, each.owner]),
    ];
    expect(typed).toHaveLength(6);
    for (const canary of typed) {
      expect(canary).toContain('canary');
      expect(text).not.toContain(canary);
    }
    expect(text).toContain('This was group supervision');
    expect(text).not.toContain(own === 'C1' ? 'Ben H' : 'Grace H');
  }
});
