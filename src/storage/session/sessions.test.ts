import { describe, expect, it } from 'vitest';
import { openActionsOf } from '#domain/actions/child-actions.ts';
import type { StaffRef } from '#domain/ids.ts';
import { transferChild } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { readyBrief, ref } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestChild,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { reviewFor } from './review-reads.ts';
import { discussionsOf, findPart, findSession, noteOf } from './session-reads.ts';
import {
  bringIntoSession,
  endSession,
  notInSession,
  pauseSession,
  planSession,
  recountSession,
  resumeSession,
  setNotDiscussed,
  startSession,
} from './sessions.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const ports = (workspace: Workspace) => workspace.ports as TestPorts;
const action = (id: string, what = id) => ({
  id: id as never,
  what,
  owner: 'Priya',
  byWhen: '2 weeks',
});
const part = (workspace: Workspace, session: string, childRef: string) => {
  const found = findPart(workspace, session, childRef);
  if (!found) throw new Error(`no part of ${childRef}`);
  return found.part;
};
/** What a ready part holds besides whose it is. */
const brief = (over = {}) => {
  const { id, childRef, settled, ...rest } = readyBrief(over);
  return rest;
};

async function begun(children: readonly TestChild[] = [{ reference: 'C1' }]) {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, children);
  const id = await startSession(workspace, priya);
  return { workspace, priya, id };
}

/** Sessions of several months, each agreeing on one action for C1. */
async function heldOn(workspace: Workspace, priya: StaffRef, day: string, id: string) {
  ports(workspace).goTo(`${day}T10:00:00Z`);
  const session = await startSession(workspace, priya);
  await write(workspace, session, 'C1', { actions: [action(id)] });
  ports(workspace).advance(3_600_000);
  await endSession(workspace, session, there);
  return session;
}

describe('starting', () => {
  it('takes every open child, brothers and sisters in one discussion, and a place for notes', async () => {
    const { workspace, id } = await begun([
      { reference: 'C1', name: 'Zoe' },
      { reference: 'C2', name: 'Ben', familyRef: 'F' },
      { reference: 'C3', name: 'Yusuf', familyRef: 'F' },
    ]);
    expect(findSession(workspace, id)?.body).toMatchObject({
      status: 'open',
      childRefs: ['C2', 'C3', 'C1'],
      sittings: [{ startedAt: '2026-11-20T10:00:00.000Z', endedAt: '' }],
      profileId: 'islington-001',
    });
    const families = discussionsOf(workspace, id).map(({ body }) =>
      body.children.map(({ childRef }) => childRef),
    );
    expect(families).toEqual([['C2', 'C3'], ['C1']]);
    expect(noteOf(workspace, id)?.body).toMatchObject({ text: '', finalisedAt: '' });
  });

  it('brings what last time left open, each with a line of its own to settle', async () => {
    const { workspace, priya, id } = await begun();
    await write(workspace, id, 'C1', { ...brief(), actions: [action('a1'), action('a2')] });
    await endSession(workspace, id, there);
    ports(workspace).goTo('2026-12-18T10:00:00Z');
    const next = await startSession(workspace, priya);
    const { settled } = part(workspace, next, 'C1');
    expect(settled.map(({ actionId, outcome }) => [actionId, outcome])).toEqual([
      ['a1', ''],
      ['a2', ''],
    ]);
    expect(new Set(settled.map((each) => each.id)).size).toBe(2);
  });

  it('everything is there after the browser was closed', async () => {
    const { workspace, id } = await begun([{ reference: 'C1' }, { reference: 'C2' }]);
    const again = await openAgain(workspace);
    expect(discussionsOf(again, id)).toHaveLength(2);
    expect(findSession(again, id)?.body.childRefs).toEqual(['C1', 'C2']);
    expect(noteOf(again, id)).toBeDefined();
  });

  it('[SESS7] planned twice for one day, by two presses or later, it is one session', async () => {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    const plan = (on: string) => planSession(workspace, priya, on);
    const [first, second] = await Promise.all([plan('2026-11-20'), plan('2026-11-20')]);
    expect(second).toBe(first);
    expect(await plan('2026-11-20')).toBe(first);
    expect(await plan('2026-11-21')).not.toBe(first);
    expect(bodies(workspace, 'sessions')).toHaveLength(2);
  });

  it('a planned one twice, by two clicks or in two tabs, starts once', async () => {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    const planned = await planSession(workspace, priya, '2026-11-20');
    const other = await openAgain(workspace);
    const ids = await Promise.all([
      startSession(workspace, priya, planned),
      startSession(workspace, priya, planned),
      startSession(other, priya, planned),
    ]);
    expect(new Set(ids)).toEqual(new Set([planned]));
    const again = await openAgain(workspace);
    expect(discussionsOf(again, planned)).toHaveLength(1);
    expect(bodies(again, 'notes')).toHaveLength(1);
    expect(findSession(again, planned)?.body).toMatchObject({
      status: 'open',
      plannedFor: '2026-11-20',
    });
  });

  it('a child who came onto the list since is offered, and comes in once', async () => {
    const { workspace, priya, id } = await begun();
    await givePriya(workspace, [{ reference: 'C2' }]);
    const session = findSession(workspace, id);
    expect(session && notInSession(workspace, session.body).map((each) => each.ref)).toEqual([
      'C2',
    ]);
    await Promise.all([
      bringIntoSession(workspace, id, ref('C2')),
      bringIntoSession(workspace, id, ref('C2')),
    ]);
    expect(findSession(workspace, id)?.body.childRefs).toEqual(['C1', 'C2']);
    expect(discussionsOf(workspace, id)).toHaveLength(2);
    expect(notInSession(workspace, findSession(workspace, id)?.body as never)).toEqual([]);
    expect(priya).toBeTruthy();
  });
});

describe('pausing', () => {
  it('closes the sitting; going on opens another; neither does anything twice', async () => {
    const { workspace, id } = await begun();
    ports(workspace).goTo('2026-11-20T11:00:00Z');
    await pauseSession(workspace, id);
    await pauseSession(workspace, id);
    expect(findSession(workspace, id)?.body.status).toBe('paused');
    ports(workspace).goTo('2026-11-24T10:00:00Z');
    await resumeSession(workspace, id);
    await resumeSession(workspace, id);
    expect(findSession(workspace, id)?.body.sittings).toEqual([
      { startedAt: '2026-11-20T10:00:00.000Z', endedAt: '2026-11-20T11:00:00.000Z' },
      { startedAt: '2026-11-24T10:00:00.000Z', endedAt: '' },
    ]);
    ports(workspace).goTo('2026-11-24T11:00:00Z');
    await endSession(workspace, id, there);
    expect(findSession(workspace, id)?.body.sittings.at(-1)?.endedAt).toBe(
      '2026-11-24T11:00:00.000Z',
    );
  });
});

describe('ending', () => {
  it('accounts for every child, says incomplete where one is left out, and who was there', async () => {
    const { workspace, id } = await begun([
      { reference: 'C1' },
      { reference: 'C2' },
      { reference: 'C3' },
      { reference: 'C4' },
    ]);
    await write(workspace, id, 'C1', brief());
    await write(workspace, id, 'C4', { depth: 'inDepth', worries: 'typed and not marked' });
    await setNotDiscussed(workspace, id, ['C2', 'C3', 'C1'], 'timeRanOut');
    await endSession(workspace, id, { ...there, othersPresent: 'A student' });
    const session = findSession(workspace, id)?.body;
    expect(session).toMatchObject({
      status: 'ended',
      incomplete: true,
      othersPresent: 'A student',
    });
    expect(
      session?.accounts.map(({ childRef, outcome, reason }) => [childRef, outcome, reason]),
    ).toEqual([
      ['C1', 'brief', ''],
      ['C2', 'notDiscussed', 'timeRanOut'],
      ['C3', 'notDiscussed', 'timeRanOut'],
      ['C4', 'leftOut', ''],
    ]);
  });

  it('is complete where each child was discussed or has a reason', async () => {
    const { workspace, id } = await begun([{ reference: 'C1' }, { reference: 'C2' }]);
    await write(workspace, id, 'C1', brief());
    await setNotDiscussed(workspace, id, ['C2'], 'closing');
    await endSession(workspace, id, there);
    expect(findSession(workspace, id)?.body.incomplete).toBe(false);
  });

  it('writes text still in the queue first', async () => {
    const { workspace, id } = await begun();
    const found = findPart(workspace, id, 'C1');
    if (!found) throw new Error('no part');
    const children = [{ ...found.part, ...brief(), actions: [action('a1')] }];
    workspace.draft({
      collection: 'discussions',
      id: found.record.id,
      body: { ...found.record.body, children },
    });
    await endSession(workspace, id, there);
    expect(findSession(workspace, id)?.body.incomplete).toBe(false);
    expect(bodies(workspace, 'childActions').map(({ what }) => what)).toEqual(['a1']);
  });

  it('writes what was agreed once, however often it is ended or counted again, also after a night', async () => {
    const { workspace, id } = await begun();
    await write(workspace, id, 'C1', {
      ...brief(),
      actions: [action('a1')],
      decisions: [
        {
          id: 'x1' as never,
          text: 'Step down',
          rationale: 'Met',
          significance: 'routine',
          changesDirection: false,
          decidedAt: '',
        },
      ],
    });
    await Promise.all([endSession(workspace, id, there), endSession(workspace, id, there)]);
    ports(workspace).goTo('2026-11-23T10:00:00Z');
    const again = await openAgain(workspace);
    const before = await again.db.rows.toArray();
    await endSession(again, id, there);
    await recountSession(again, id);
    expect(await again.db.rows.toArray()).toEqual(before);
    expect(bodies(again, 'childActions')).toMatchObject([
      {
        id: 'a1',
        childRef: 'C1',
        agreedOn: '2026-11-20',
        dueOn: '2026-12-04',
        createdAt: '2026-11-20T10:00:00.000Z',
      },
    ]);
    expect(bodies(again, 'decisions')).toMatchObject([
      { id: 'x1', decidedAt: '2026-11-20T10:00:00.000Z' },
    ]);
  });

  it('is all or none', async () => {
    const { workspace, id } = await begun();
    await write(workspace, id, 'C1', { ...brief(), actions: [action('a1')] });
    workspace.db.rows.hook('creating', () => {
      throw new Error('no');
    });
    await expect(endSession(workspace, id, there)).rejects.toMatchObject({ name: 'StorageError' });
    expect(findSession(workspace, id)?.body.status).toBe('open');
    expect(findSession(await openAgain(workspace), id)?.body.status).toBe('open');
  });

  it('a child marked after the end is counted, and what was agreed then is written', async () => {
    const { workspace, id } = await begun();
    await endSession(workspace, id, there);
    expect(findSession(workspace, id)?.body.incomplete).toBe(true);
    await write(workspace, id, 'C1', { ...brief(), actions: [action('a1')] });
    await recountSession(workspace, id);
    expect(findSession(workspace, id)?.body).toMatchObject({
      incomplete: false,
      accounts: [{ childRef: 'C1', outcome: 'brief', discussedOn: '2026-11-20' }],
    });
    expect(bodies(workspace, 'childActions')).toHaveLength(1);
  });

  it('an action taken out, counted and typed again is open again for next time', async () => {
    const { workspace, id } = await begun();
    await write(workspace, id, 'C1', { ...brief(), actions: [action('a1')] });
    await endSession(workspace, id, there);
    await write(workspace, id, 'C1', { actions: [] });
    await recountSession(workspace, id);
    await write(workspace, id, 'C1', { actions: [action('a1')] });
    await recountSession(workspace, id);
    const events = bodies(workspace, 'childActionEvents');
    const open = openActionsOf(ref('C1'), bodies(workspace, 'childActions'), events);
    expect(open.map(({ action: { id: actionId } }) => actionId)).toEqual(['a1']);
  });

  it('an action taken out after the end is withdrawn, once, and a decision likewise', async () => {
    const { workspace, id, priya } = await begun();
    const decision = {
      id: 'x1' as never,
      text: 'Step down',
      rationale: 'Met',
      significance: 'routine' as const,
      changesDirection: false,
      decidedAt: '',
    };
    await write(workspace, id, 'C1', {
      ...brief(),
      actions: [action('a1'), action('a2')],
      decisions: [decision],
    });
    await endSession(workspace, id, there);
    await write(workspace, id, 'C1', { actions: [action('a2')], decisions: [] });
    await recountSession(workspace, id);
    await recountSession(workspace, id);
    expect(bodies(workspace, 'childActionEvents')).toMatchObject([
      { actionId: 'a1', outcome: 'withdrawn' },
    ]);
    expect(bodies(workspace, 'childActions')).toHaveLength(2); // nothing is deleted
    expect(bodies(workspace, 'decisions')).toMatchObject([{ id: 'x1', withdrawn: true }]);
    const next = await startSession(workspace, priya);
    expect(part(workspace, next, 'C1').settled.map(({ actionId }) => actionId)).toEqual(['a2']);
  });
});

describe('[ACT3] actions over several months', () => {
  it('what a later session agreed or settled does not change what an earlier one went through', async () => {
    const workspace = await aWorkspace(testPorts());
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    await heldOn(workspace, priya, '2026-09-18', 'september');
    const october = await heldOn(workspace, priya, '2026-10-16', 'october');
    const review = (session: string) =>
      reviewFor(workspace, session, ref('C1')).map((each) => each.action.id);
    expect(review(october)).toEqual(['september']);

    ports(workspace).goTo('2026-11-20T10:00:00Z');
    const november = await startSession(workspace, priya);
    const settled = part(workspace, november, 'C1').settled.map((each) => ({
      ...each,
      outcome: 'done' as const,
    }));
    await write(workspace, november, 'C1', { settled, actions: [action('november')] });
    await endSession(workspace, november, there);

    expect(review(october)).toEqual(['september']); // its record may still be unfinished
    expect(review(november)).toEqual(['september', 'october']);
    ports(workspace).goTo('2026-12-18T10:00:00Z');
    expect(review(await startSession(workspace, priya))).toEqual(['november']);
  });

  it('what an earlier session wrote late is still gone through', async () => {
    const workspace = await aWorkspace(testPorts());
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    const october = await heldOn(workspace, priya, '2026-10-16', 'october');
    ports(workspace).goTo('2026-11-20T10:00:00Z');
    const november = await startSession(workspace, priya);
    await write(workspace, october, 'C1', { actions: [action('added late')] });
    await recountSession(workspace, october);
    const review = reviewFor(workspace, november, ref('C1')).map((each) => each.action.id);
    expect(review).toEqual(['added late']); // and the other one was withdrawn
  });

  it('they follow the child to another worker', async () => {
    const workspace = await aWorkspace(testPorts());
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    await heldOn(workspace, priya, '2026-10-16', 'october');
    await transferChild(
      workspace,
      ref('C1'),
      { name: 'Tom Ford' },
      { on: '2026-11-01' as never, reason: 'x' },
    );
    ports(workspace).goTo('2026-11-20T10:00:00Z');
    const tom = practitioners(workspace).find(({ name }) => name === 'Tom Ford')?.ref as StaffRef;
    const session = await startSession(workspace, tom);
    expect(part(workspace, session, 'C1').settled.map(({ actionId }) => actionId)).toEqual([
      'october',
    ]);
  });
});
