import { describe, expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { Handover } from '#domain/records/handover.ts';
import type { ActionUpdate, Preparation } from '#domain/records/preparation.ts';
import { closeChild } from '#storage/caseload/caseload.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn } from '#storage/writes.ts';
import { anAction, anEvent, aSession, recordId, ref } from '../../../test/builders.ts';
import { giveMe, jo, supervised } from '../../../test/supervised.ts';
import { openAgain } from '../../../test/workspaces.ts';
import {
  beforeSessionOf,
  currentPreparation,
  earlierPreparations,
  fileMadeSince,
  preparationBesideSession,
  preparationFor,
} from './preparation-reads.ts';
import { ensurePreparation, shareChanges, sharePreparation } from './preparations.ts';
import { preparedCase, preparedStatuses } from './prepared-cases.ts';

const current = (workspace: Workspace) => {
  const record = currentPreparation(workspace);
  if (!record) throw new Error('no preparation');
  return record;
};

async function type(workspace: Workspace, change: Partial<Preparation>) {
  const { id, body } = current(workspace);
  workspace.draft({ collection: 'preparations', id, body: { ...body, ...change } as Preparation }); // a part over the whole
  await workspace.queue.flush();
}

const anUpdate = (over: Partial<ActionUpdate> = {}): ActionUpdate =>
  ({
    id: recordId('u1'),
    actionId: recordId('a1'),
    said: 'done',
    text: 'rang',
    ...over,
  }) as ActionUpdate; // an update over one

const withAction = (workspace: Workspace) =>
  workspace.change(() => [created('childActions', 'a1', anAction())]);

async function endSessionWith(workspace: Workspace, preparationId: string, id = 's1') {
  const { me } = settingsOf(workspace);
  const body = aSession({ id, superviseeRef: me, status: 'ended', preparationId });
  await workspace.change(() => [created('sessions', id, body)]);
}

describe('my preparation', () => {
  it('is begun once with what goes with it, with a part for every open child', async () => {
    const { workspace, me } = await supervised(['C1', 'C2']);
    const [ids, again] = await Promise.all([
      ensurePreparation(workspace),
      ensurePreparation(workspace),
    ]);
    expect(again).toEqual(ids);
    expect(await ensurePreparation(workspace)).toEqual(ids);
    expect(findAll(workspace, 'preparations')).toHaveLength(1);
    expect(findAll(workspace, 'responses')).toHaveLength(1);
    const { id, body } = current(workspace);
    expect(id).toBe(ids.preparationId);
    expect(body).toMatchObject({ superviseeRef: me, supervisorRef: jo, sharedAt: '' });
    expect(body.children.map(({ childRef }) => childRef)).toEqual(['C1', 'C2']);
    expect(beforeSessionOf(workspace, id)?.body).toMatchObject({
      id: ids.responseId,
      kind: 'beforeSession',
      superviseeRef: me,
      supervisorRef: jo,
      sharedAt: '',
    });
  });

  it('gets a part for a child who comes later, and keeps what was typed', async () => {
    const { workspace } = await supervised();
    await ensurePreparation(workspace);
    const [part] = current(workspace).body.children;
    if (!part) throw new Error('C1 has a part');
    await type(workspace, { children: [{ ...part, risks: 'a visit missed' }] });
    await giveMe(workspace, ['C2']);
    await closeChild(workspace, ref('C1'), { on: todayIn(workspace), reason: 'closed' });
    await ensurePreparation(workspace);
    expect(current(workspace).body.children).toMatchObject([
      { childRef: 'C1', risks: 'a visit missed' },
      { childRef: 'C2', risks: '' },
    ]);
  });

  it('writes nothing where there is nothing to add', async () => {
    const { workspace } = await supervised();
    await ensurePreparation(workspace);
    const { v } = current(workspace);
    await ensurePreparation(workspace);
    expect(current(workspace).v).toBe(v);
  });

  it('is the same until a session that used it has ended; then the next one is begun', async () => {
    const { workspace, ports } = await supervised();
    const first = await ensurePreparation(workspace);
    await workspace.change(() => [
      created('sessions', 's0', aSession({ id: 's0', preparationId: first.preparationId })),
    ]);
    await endSessionWith(workspace, 'another', 's2');
    expect(await ensurePreparation(workspace)).toEqual(first);
    await endSessionWith(workspace, first.preparationId);
    expect(currentPreparation(workspace)).toBeUndefined();
    ports.advance(1000);
    const second = await ensurePreparation(workspace);
    expect(second.preparationId).not.toBe(first.preparationId);
    expect(earlierPreparations(workspace).map(({ id }) => id)).toEqual([first.preparationId]);
  });

  it('is nobody else’s', async () => {
    const { workspace } = await supervised();
    await ensurePreparation(workspace);
    const body = {
      ...current(workspace).body,
      id: recordId('p2'),
      superviseeRef: 'S9' as StaffRef,
    };
    await workspace.change(() => [created('preparations', 'p2', { ...body, createdAt: '2027' })]);
    expect(current(workspace).id).not.toBe('p2');
    expect(earlierPreparations(workspace)).toEqual([]);
  });

  it('is found under a reference that other devices know me by', async () => {
    const { workspace } = await supervised();
    const { preparationId } = await ensurePreparation(workspace);
    await changeSettings(workspace, { alsoMe: [settingsOf(workspace).me], me: 'S7' as StaffRef });
    expect(current(workspace).id).toBe(preparationId);
  });

  it('goes on with a new supervisor while it is not shared', async () => {
    const { workspace } = await supervised();
    const ids = await ensurePreparation(workspace);
    await changeSettings(workspace, { supervisorRef: 'kim' });
    expect(await ensurePreparation(workspace)).toEqual(ids);
    expect(current(workspace).body.supervisorRef).toBe('kim');
    expect(beforeSessionOf(workspace, ids.preparationId)?.body.supervisorRef).toBe('kim');
  });

  it('shared, stays with who had it: a new supervisor gets a new one, and this one is kept', async () => {
    const { workspace } = await supervised();
    const ids = await ensurePreparation(workspace);
    await sharePreparation(workspace, ids.preparationId);
    await changeSettings(workspace, { supervisorRef: 'kim' });
    const next = await ensurePreparation(workspace);
    expect(next.preparationId).not.toBe(ids.preparationId);
    expect(earlierPreparations(workspace).map(({ body }) => body.supervisorRef)).toEqual([jo]);
  });
});

describe('sharing', () => {
  it('happens once, to both records, and is still so when they are opened again', async () => {
    const { workspace, ports } = await supervised();
    const { preparationId, responseId } = await ensurePreparation(workspace);
    ports.goTo('2026-11-21T14:41:00.000Z');
    await sharePreparation(workspace, preparationId);
    ports.goTo('2026-11-22T09:00:00.000Z');
    await sharePreparation(workspace, preparationId);
    const opened = await openAgain(workspace);
    expect(opened.set.find('preparations', preparationId)?.body.sharedAt).toBe(
      '2026-11-21T14:41:00.000Z',
    );
    expect(opened.set.find('responses', responseId)?.body).toMatchObject({
      sharedAt: '2026-11-21T14:41:00.000Z',
    });
  });

  it('takes what is still on its way to disk', async () => {
    const { workspace } = await supervised();
    const { preparationId: id } = await ensurePreparation(workspace);
    const body = { ...current(workspace).body, wants: 'time to think' };
    workspace.draft({ collection: 'preparations', id, body });
    await sharePreparation(workspace, id);
    expect(current(workspace).body).toMatchObject({ wants: 'time to think' });
    expect(current(workspace).body.sharedAt).not.toBe('');
  });

  it('is not taken back by a form that was mounted before it', async () => {
    const { workspace } = await supervised();
    const { preparationId: id } = await ensurePreparation(workspace);
    workspace.openDraft('preparations', id);
    const form = current(workspace).body;
    await sharePreparation(workspace, id);
    workspace.draft({ collection: 'preparations', id, body: { ...form, wants: 'more' } });
    await workspace.queue.flush();
    expect(current(workspace).body.wants).toBe('more');
    expect(current(workspace).body.sharedAt).not.toBe('');
    expect(current(workspace).body).not.toHaveProperty('clashes');
  });

  it('appends what is said of actions, under the update’s own id', async () => {
    const { workspace, me } = await supervised();
    await withAction(workspace);
    const { preparationId } = await ensurePreparation(workspace);
    const silent = anUpdate({ id: recordId('u2'), actionId: recordId('a2'), said: '' });
    await type(workspace, { actionUpdates: [anUpdate(), silent] });
    expect(bodies(workspace, 'childActionEvents')).toEqual([]);
    await sharePreparation(workspace, preparationId);
    expect(bodies(workspace, 'childActionEvents')).toEqual([
      {
        id: 'u1',
        actionId: 'a1',
        childRef: 'C1',
        sessionId: preparationId,
        outcome: 'saidDone',
        on: '2026-11-20',
        reason: 'rang',
        at: workspace.now,
        by: me,
      },
    ]);
  });

  it('says again what is said otherwise since, and nothing twice', async () => {
    const { workspace, ports } = await supervised();
    await withAction(workspace);
    const { preparationId } = await ensurePreparation(workspace);
    await type(workspace, { actionUpdates: [anUpdate()] });
    await shareChanges(workspace); // not shared yet: nothing goes anywhere
    expect(current(workspace).body.sharedAt).toBe('');
    expect(bodies(workspace, 'childActionEvents')).toEqual([]);
    await sharePreparation(workspace, preparationId);
    await shareChanges(workspace);
    expect(bodies(workspace, 'childActionEvents')).toHaveLength(1);
    ports.advance(60_000);
    await type(workspace, { actionUpdates: [anUpdate({ said: 'notDone', text: 'no answer' })] });
    await shareChanges(workspace);
    await shareChanges(workspace);
    const [first, second, ...more] = bodies(workspace, 'childActionEvents').toSorted((a, b) =>
      a.at < b.at ? -1 : 1,
    );
    expect(more).toEqual([]);
    expect(first).toMatchObject({ id: 'u1', outcome: 'saidDone' });
    expect(second).toMatchObject({ actionId: 'a1', outcome: 'saidNotDone', reason: 'no answer' });
    expect(second?.id).not.toBe('u1');
  });

  it('says nothing of an action that a session settled meanwhile', async () => {
    const { workspace } = await supervised();
    await withAction(workspace);
    const { preparationId } = await ensurePreparation(workspace);
    await type(workspace, { actionUpdates: [anUpdate()] });
    await workspace.change(() => [created('childActionEvents', 'e1', anEvent())]);
    await sharePreparation(workspace, preparationId);
    expect(bodies(workspace, 'childActionEvents').map(({ id }) => id)).toEqual(['e1']);
  });
});

describe('what the supervisor has', () => {
  it('is only what was shared and is not used up', async () => {
    const { workspace, me } = await supervised();
    const { preparationId } = await ensurePreparation(workspace);
    expect(preparationFor(workspace, me)).toBeUndefined();
    await sharePreparation(workspace, preparationId);
    expect(preparationFor(workspace, me)?.id).toBe(preparationId);
    expect(preparationFor(workspace, 'S9')).toBeUndefined();
    await endSessionWith(workspace, preparationId);
    expect(preparationFor(workspace, me)).toBeUndefined();
  });

  it('beside a session is its own, also after it has ended, and never a later one', async () => {
    const { workspace, me, ports } = await supervised();
    const { preparationId } = await ensurePreparation(workspace);
    const session = aSession({ superviseeRef: me });
    expect(preparationBesideSession(workspace, { ...session, preparationId })).toBeUndefined();
    await sharePreparation(workspace, preparationId);
    expect(preparationBesideSession(workspace, session)?.id).toBe(preparationId);
    await endSessionWith(workspace, preparationId);
    ports.advance(1000);
    const next = await ensurePreparation(workspace);
    await sharePreparation(workspace, next.preparationId);
    const ended = { ...session, status: 'ended' as const };
    expect(preparationBesideSession(workspace, ended)).toBeUndefined();
    expect(preparationBesideSession(workspace, { ...ended, preparationId })?.id).toBe(
      preparationId,
    );
  });
});

it('a child’s case has its own actions and its own impact, as typed by now', async () => {
  const { workspace } = await supervised(['C1', 'C2']);
  await withAction(workspace);
  const { preparationId, responseId } = await ensurePreparation(workspace);
  const record = current(workspace);
  const before = beforeSessionOf(workspace, preparationId)?.body;
  if (!before) throw new Error('begun with the preparation');
  expect(preparedStatuses(workspace, record, [ref('C1'), ref('C2')])).toEqual([
    'notStarted',
    'notStarted',
  ]);
  const told = { id: 'C2', childRef: ref('C2'), strong: true, text: '' };
  workspace.draft({
    collection: 'preparations',
    id: preparationId,
    body: { ...record.body, actionUpdates: [anUpdate()] },
  });
  workspace.draft({ collection: 'responses', id: responseId, body: { ...before, impact: [told] } });
  expect(preparedCase(workspace, record, ref('C1')).updates).toHaveLength(1);
  expect(preparedCase(workspace, record, ref('C2'))).toMatchObject({ updates: [], impact: told });
  expect(preparedStatuses(workspace, record, [ref('C1'), ref('C2')])).toEqual([
    'inProgress',
    'inProgress',
  ]);
  await workspace.queue.flush();
});

it('a file for the supervisor counts where it was made later', async () => {
  const { workspace } = await supervised();
  const file = Handover.parse({
    id: 'f1',
    direction: 'made',
    otherRef: jo,
    device: 'd',
    serial: 1,
    madeAt: '2026-11-21T15:00:00.000Z',
  });
  await workspace.change(() => [
    created('handovers', 'f1', file),
    created('handovers', 'f2', { ...file, direction: 'takenIn', madeAt: '2026-11-23T15:00:00Z' }),
    created('handovers', 'f3', { ...file, otherRef: 'kim', madeAt: '2026-11-23T15:00:00Z' }),
  ]);
  const since = (at: string) => fileMadeSince(workspace, jo, at as never);
  expect(since('2026-11-21T14:50:00.000Z')).toBe('2026-11-21T15:00:00Z');
  expect(since('2026-11-21T15:00:00.000Z')).toBeUndefined();
});
