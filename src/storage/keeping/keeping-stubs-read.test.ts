import { expect, it } from 'vitest';
import type { CollectionName } from '#domain/collections.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { buildGroupRecord } from '#domain/group/finalise-group.ts';
import type { StaffRef } from '#domain/ids.ts';
import { type KeptKind, keptKinds } from '#domain/records/keeping.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { childDueOf, workerDueOf } from '#storage/agenda/due.ts';
import { allocationDueOf, multiTeamDueOf, oversightDueOf } from '#storage/agenda/oversight-due.ts';
import { hashFinished } from '#storage/agreeing/agreeing.ts';
import { agreeingOf } from '#storage/agreeing/agreeing-reads.ts';
import { chronologyOf } from '#storage/child-file/chronology.ts';
import { figuresFor } from '#storage/figures/figures.ts';
import { groupEventsOf } from '#storage/group/group-reads.ts';
import { absencesOf } from '#storage/session/absences.ts';
import { myRequests, requestsOfMe } from '#storage/session/extra-requests.ts';
import { gapMonthsNow } from '#storage/session/gaps.ts';
import { planSession } from '#storage/session/sessions.ts';
import { settingsOf } from '#storage/settings.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { partOne } from '#storage/staff-file/monitoring-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import {
  aGroup,
  aGroupDiscussion,
  aGroupPart,
  aGroupQuestion,
  aMember,
} from '../../../test/group-builders.ts';
import { held } from '../../../test/held-workspace.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import {
  aWorkspace,
  givePriya,
  passphrase,
  quickDerive,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import { periodsOf, setPeriods } from './keeping.ts';
import { removeKept, reviewList } from './keeping-list.ts';

const at = (day: string, time = '10:00') => `${day}T${time}:00.000Z`;

interface World {
  readonly workspace: Workspace;
  readonly priya: StaffRef;
}

/**
 * November 2026, and from the beginning of the year what was decided outside sessions, a group, a gap, an
 * absence, a cancellation with a typed reason, answers and requests: everything in its place on file.
 */
async function theYear(profileId: string): Promise<World> {
  const workspace = await aWorkspace(testPorts(at('2026-01-05')), profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const { me } = settingsOf(workspace);
  const both = { superviseeRef: priya, supervisorRef: me, createdBy: me };
  const store = (collection: CollectionName, id: string, body: object) =>
    workspace.change(() => [created(collection, id, held(collection, id, body).body)]);
  const onFile = (recordId: string, day: string) =>
    store('childMarks', `m-${recordId}`, {
      ...{ file: 'child', recordId, childRef: 'C1', caseSystem: 'Mosaic', state: 'recorded' },
      ...{ on: day, reference: 'M 1', at: at(day, '12:00'), by: 'Sam Lee' },
    });
  const placed = (recordId: string) =>
    store('staffMarks', `m-${recordId}`, {
      ...{ file: 'staff', recordId, superviseeRef: priya, state: 'placed', on: '2026-09-02' },
      ...{ reference: 'F 1', at: at('2026-09-02'), by: 'Sam Lee' },
    });
  const entry = async (id: string, kind: string, day: string, over: object = {}) => {
    const finalisedAt = at(day, '17:00');
    const own = { id, kind, draftId: `draft-${id}`, on: day, finalisedAt };
    const body = anEntry({ ...own, decidedAt: at(day, '16:00'), ...over });
    await store('childEntries', id, body);
    await onFile(id, day);
    if (kind === 'gap') return; // it has no draft: the gap itself is on the supervision file
    await store('entryDrafts', `draft-${id}`, {
      ...{ kind, childRefs: ['C1'], text: 'A secret word' },
      ...{ finished: [{ id: 'C1', childRef: 'C1', entryId: id }] },
      ...{ createdAt: at(day), createdBy: me },
    });
  };
  const session = (id: string, day: string, over: object = {}) =>
    store('sessions', id, {
      ...{ ...both, createdAt: at(day), status: 'ended', plannedFor: day },
      ...{ supervisorPresent: true, practitionerPresent: true },
      sittings: [{ startedAt: at(day), endedAt: at(day, '11:00') }],
      ...over,
    });
  const discussed = (day: string) => [
    { id: 'C1', childRef: 'C1', outcome: 'brief', discussedOn: day, reason: '' },
  ];

  // C1 came on the list in June, and a second team joined the family in July.
  await workspace.change(() => [
    ...findAll(workspace, 'allocations', ({ childRef }) => childRef === 'C1').map((record) =>
      updated(record, { ...record.body, from: '2026-03-01', allocatedAt: '2026-06-01' }),
    ),
    ...findAll(workspace, 'children').map((record) =>
      updated(record, { ...record.body, status: 'ASSESS', secondTeamOn: '2026-07-01' }),
    ),
  ]);
  await entry('decided', 'managementDecision', '2026-03-03', { changesDirection: true });
  await entry('allocated', 'allocation', '2026-06-02', { significance: 'routine' });
  await entry('again', 'allocation', '2026-11-03', { significance: 'routine' });
  await entry('met', 'kit', '2026-10-20', { significance: 'routine' });
  await entry('checked', 'midwayCheck', '2026-04-01', { significance: 'routine' });
  await entry('told', 'gap', '2026-09-01', {
    ...{ significance: 'routine', decidedAt: '', months: ['2026-04', '2026-05'] },
    ...{ draftId: 'gap', fields: { text: 'No formal supervision. Cover: a secret word' } },
  });
  await store('cancellations', 'gap', {
    ...{ ...both, createdAt: at('2026-09-01'), kind: 'gap', months: ['2026-04', '2026-05'] },
    ...{ finalisedAt: at('2026-09-01'), cover: 'A secret word' },
    finished: [{ id: 'C1', childRef: 'C1', entryId: 'told' }],
  });
  await placed('gap');
  await store('cancellations', 'off', {
    ...{ ...both, createdAt: at('2026-02-10'), kind: 'session', sessionId: 's0' },
    ...{ plannedFor: '2026-02-12', reason: 'other', otherReason: 'A secret word' },
    ...{ exceptional: 'yes', finalisedAt: at('2026-02-12') },
  });
  await placed('off');

  // Decided in passing on 3 March, settled by the session of the 10th.
  await session('s1', '2026-03-10', { accounts: discussed('2026-03-10') });
  await store('decisionRevisits', 'v1', {
    ...{ entryId: 'decided', childRef: 'C1', sessionId: 's1', outcome: 'confirmed' },
    ...{ note: 'A secret word', on: '2026-03-10', at: at('2026-03-10', '10:30'), by: me },
  });
  const note = (id: string, sessionId: string, day: string, over: object) =>
    store('notes', id, {
      ...{ ...both, sessionId, createdAt: at(day), finalisedAt: at(day, '12:00') },
      ...{ file: 'staff', schema: 1, heading: 'Notes', supervisee: 'Priya', supervisor: 'Sam' },
      ...{ policy: { id: profileId, label: 'P' }, meetingOn: day, finalisedBy: 'Sam Lee' },
      ...{ synthetic: false, lateEntry: false, writtenOn: day, deadline: anEntry().deadline },
      ...{ coverage: { of: 'all', words: 'All' }, nextMeeting: '', supervisionDue: '', ...over },
    });
  await note('n1', 's1', '2026-03-10', { sessionType: 'personal' });
  await session('s2', '2026-06-10', { accounts: discussed('2026-06-10'), preparationId: 'p2' });
  await note('n2', 's2', '2026-06-10', {
    gapWhy: 'A secret word',
    absences: [
      { id: 'a', kind: 'sickness', from: 'x', to: 'y', detail: 'A secret word' },
      { id: 'b', kind: 'sickness', fromDate: '2026-04-01', toDate: '2026-04-20', to: 'x' },
    ],
  });
  await store('preparations', 'p2', { ...both, createdAt: at('2026-06-08'), sharedAt: 'x' });
  await store('responses', 'before2', {
    ...{ ...both, createdAt: at('2026-06-08'), kind: 'beforeSession', preparationId: 'p2' },
    ...{ sharedAt: at('2026-06-08'), wellbeing: 'A secret word' },
    absences: [
      { id: 'a', kind: 'sickness', fromDate: '2026-05-04', toDate: '2026-05-29', to: 'x' },
    ],
  });
  await session('s3', '2026-09-10', { accounts: discussed('2026-09-10'), preparationId: 'p3' });
  await note('n3', 's3', '2026-09-10', {});
  for (const id of ['n1', 'n2', 'n3']) await placed(id);
  await store('responses', 'answer', {
    ...{ ...both, kind: 'record', sessionId: 's1', stance: 'notAgreed', because: 'A secret word' },
    ...{ createdAt: at('2026-03-12'), answeredAt: at('2026-03-12') },
    read: [{ id: 'n1', hash: await sha256(workspace.set.find('notes', 'n1')?.text ?? '') }],
  });
  await store('responses', 'extra', {
    ...{ ...both, kind: 'extraSupervision', createdAt: at('2026-03-01'), why: 'A secret word' },
    sharedAt: at('2026-03-01'),
  });

  const members = [
    aMember({ staffRef: priya, name: 'Priya Shah', role: 'Social worker' }),
    aMember({ name: 'Dana Reed', role: 'Domestic abuse worker', agency: 'Haven' }),
  ];
  const sittings = [{ startedAt: at('2026-10-06'), endedAt: at('2026-10-06', '12:00') }];
  const group = aGroup({ members, sittings, status: 'ended', familySafeguarding: true });
  await store('groups', 'g1', { ...group, facilitatorRef: me, createdAt: at('2026-10-05') });
  const part = aGroupPart({ childRecordId: 'r1', experience: 'A secret word' });
  const discussion = { discussedAt: at('2026-10-06', '10:30'), children: [part] };
  const family = aGroupDiscussion(discussion);
  await store('groupDiscussions', 'gd1', family);
  const made = buildGroupRecord(aGroupQuestion({ group, discussion: family, part }));
  if (made.outcome === 'missing') throw new Error(JSON.stringify(made.missing));
  const policy = { id: profileId, label: 'P' };
  await store('childRecords', 'r1', {
    ...made.record,
    policy,
    finalisedAt: at('2026-10-06', '15:00'),
  });
  await onFile('r1', '2026-10-07');
  (workspace.ports as TestPorts).goTo(at('2026-11-20'));
  return { workspace, priya };
}

/** All that is reckoned: due dates, clocks, flags, gaps, agreement, figures and part 1 of the form. */
function said({ workspace, priya }: World): object {
  const months = Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
  return {
    children: bodies(workspace, 'children').map((child) => [
      childDueOf(workspace, child),
      oversightDueOf(workspace, child),
      multiTeamDueOf(workspace, child),
      allocationDueOf(workspace, child),
      gapMonthsNow(workspace, priya, child.ref),
      groupEventsOf(workspace, child.ref),
    ]),
    workers: bodies(workspace, 'staff').map((staff) => workerDueOf(workspace, staff)),
    away: absencesOf(workspace, priya),
    agenda: findAll(workspace, 'sessions', ({ status }) => status === 'planned').map(({ body }) =>
      caseFactsOf(workspace, body),
    ),
    asked: [myRequests(workspace), requestsOfMe(workspace)],
    figures: months.map((month) =>
      figuresFor(workspace, {
        month: month as CalendarMonth,
        who: { kind: 'worker', ref: priya },
      }),
    ),
    form: partOne(workspace, { superviseeRef: priya, from: '2026-01', to: '2026-10' } as never),
  };
}

/** Lists have no order of their own, and what was typed is not what is counted. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null)
    return (JSON.stringify(value) ?? 'undefined').replace(
      /A secret word|another reason|Amina stays with her aunt\.|Removed/g,
      'WORDS',
    );
  return `{${Object.entries(value).map(([key, each]) => `${key}:${inOrder(each)}`)}}`;
}

const setAll = (workspace: Workspace, kinds: readonly KeptKind[] = keptKinds) =>
  setPeriods(workspace, {
    ...periodsOf(workspace),
    ...Object.fromEntries(kinds.map((kind) => [kind, 'P1D'])),
  });

async function removeAll(workspace: Workspace) {
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  const { free } = await reviewList(workspace);
  return removeKept(
    workspace,
    free.map(({ id }) => id),
  );
}

const kindsOf = ({ free }: Awaited<ReturnType<typeof reviewList>>) =>
  free.map(({ kind, id }) => `${kind} ${id}`).toSorted();

const everything = [
  'answer answer',
  'cancellation off',
  'childEntry draft-again',
  'childEntry draft-allocated',
  'childEntry draft-checked',
  'childEntry draft-decided',
  'childEntry draft-met',
  'childGap told',
  'extraRequest extra',
  'gap gap',
  'groupRecord gd1',
  'preparation p2',
  'staffNote n1',
  'staffNote n2',
];

for (const profileId of ['swindon-000', 'islington-001', 'bracknell-003'])
  it(`[KEEP7] everything that is reckoned is the same after each kind went: ${profileId}`, async () => {
    const world = await theYear(profileId);
    const { workspace, priya } = world;
    await planSession(workspace, priya, '2026-11-25');
    await setAll(workspace);
    const before = inOrder(said(world));
    expect(kindsOf(await reviewList(workspace))).toEqual(everything);
    expect(await removeAll(workspace)).toEqual({ outcome: 'removed', count: everything.length });
    expect(inOrder(said(world))).toBe(before);
    for (const name of ['childEntries', 'entryDrafts', 'decisionRevisits'] as const)
      expect(bodies(workspace, name)).toEqual([]);
    const stubs = [...findAll(workspace, 'childStubs'), ...findAll(workspace, 'staffStubs')];
    expect(stubs.map(({ text }) => text).join()).not.toMatch(/secret|aunt|sickness|M 1.*secret/);
    const { rows } = workspace.db;
    const gone = ['answer', 'extra', 'before2', 'gap', 'gd1', 'r1', 'v1', 'm-r1', 'm-gap'];
    expect((await rows.bulkGet(gone)).filter(Boolean)).toEqual([]);
    const titles = chronologyOf(workspace, 'C1').map(({ title }) => title);
    expect(titles.filter((title) => title.endsWith('record removed'))).toHaveLength(7);
    expect(titles).not.toContain('Group supervision');
  }, 30_000);

it('[KEEP7] an answer that was removed is still one to the texts that it was to', async () => {
  const { workspace } = await theYear('islington-001');
  const state = () => {
    const session = workspace.set.find('sessions', 's1')?.body;
    return session && agreeingOf(workspace, session);
  };
  await hashFinished(workspace, 's1');
  expect(state()).toMatchObject({ status: 'notAgreed', because: 'A secret word' });
  await setAll(workspace, ['answer']);
  expect(await removeAll(workspace)).toEqual({ outcome: 'removed', count: 1 });
  expect(bodies(workspace, 'responses').map(({ id }): string => id)).not.toContain('answer');
  expect(state()).toEqual({ status: 'notAgreed', at: at('2026-03-12'), because: 'Removed' });
});

it('[KEEP7] what a rule still reads is not offered, and the reason is said', async () => {
  const { workspace } = await theYear('islington-001');
  await setAll(workspace);
  const staying = async () =>
    (await reviewList(workspace)).staying.map(({ id, stays }) => `${id} ${stays}`);
  expect(await staying()).toEqual(['n3 lastSession']);
  const me = settingsOf(workspace).me;
  await workspace.change(() => [
    // A decision that no formal session has settled waits with its words (R-23).
    ...findAll(workspace, 'decisionRevisits').map((record) =>
      updated(record, { ...record.body, outcome: 'notReached' }),
    ),
    ...findAll(workspace, 'notes', ({ id }) => id === 'n2').map((record) =>
      updated(record, { ...record.body, gapCover: 'Jo Field' }),
    ),
    created(
      'childActions',
      'open',
      held('childActions', 'open', {
        ...{ childRef: 'C1', sessionId: 'draft-met', discussionId: 'draft-met', what: 'Visit' },
        ...{ agreedOn: '2026-10-20', createdAt: at('2026-10-20'), createdBy: me },
      }).body,
    ),
    created(
      'childRecords',
      'later',
      held('childRecords', 'later', {
        ...workspace.set.find('childRecords', 'r1')?.body,
        ...{ id: 'later', sessionId: 's1', finalisedAt: at('2026-03-20') },
      }).body,
    ),
  ]);
  expect((await staying()).toSorted()).toEqual([
    'answer agreement',
    'draft-decided pending',
    'draft-met openAction',
    'n2 cover',
    'n3 lastSession',
  ]);
});
