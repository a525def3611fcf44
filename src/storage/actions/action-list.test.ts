import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { ChildEntry } from '#domain/records/entry.ts';
import { StaffAction } from '#domain/records/staff-action.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { closeChild, transferChild } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { actionsOfWorker } from '#storage/figures/figure-actions.ts';
import { reviewFor } from '#storage/session/review-reads.ts';
import { startSession } from '#storage/session/sessions.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { anAction, anEvent, aSession, ref } from '../../../test/builders.ts';
import { held } from '../../../test/held-workspace.ts';
import { aMonitoring } from '../../../test/monitoring-builders.ts';
import { anObservation } from '../../../test/observation-builders.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import { supervised } from '../../../test/supervised.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import { sayOfAction, undoable, undoLast } from './action-events.ts';
import { actionLists, actionsDueOf } from './action-list-for.ts';
import { originsIn } from './action-origin.ts';

const aStaffAction = (over: object = {}) =>
  StaffAction.parse({
    ...{ id: 'st1', superviseeRef: 'S1', sessionId: 's0', what: 'Book leave', owner: 'Priya' },
    ...{ byWhen: '', dueOn: '', agreedOn: '2026-10-20' },
    ...{ createdAt: '2026-10-20T10:00:00.000Z', createdBy: 'me' },
    ...over,
  });

async function withActions(...actions: readonly object[]) {
  const workspace = await aWorkspace(testPorts()); // Friday 20 November 2026
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  await workspace.change(() =>
    actions.map((over) => {
      const action = anAction(over);
      return created('childActions', action.id, action);
    }),
  );
  return { workspace, priya, ports: workspace.ports as TestPorts };
}

const why = { on: toCalendarDate('2026-11-20'), reason: 'Moved' };
const typed = { on: '', reason: '', owner: '', byWhen: '' };
const about = { file: 'child', actionId: 'a1' } as const;
const listed = (workspace: Workspace) =>
  actionLists(workspace).ofChildren.map(({ state, worker, isClosed }) => [
    state.action.id,
    worker,
    state.status,
    isClosed,
  ]);

describe('actions survive a change of worker', () => {
  it('they follow the child to the new worker, and stay open', async () => {
    const { workspace, priya } = await withActions({});
    expect(listed(workspace)).toEqual([['a1', priya, 'open', false]]);
    await transferChild(workspace, ref('C1'), { name: 'Dan Osei' }, why);
    const dan = practitioners(workspace).find(({ name }) => name === 'Dan Osei')?.ref;
    expect(listed(workspace)).toEqual([['a1', dan, 'open', false]]);
    const again = await openAgain(workspace);
    expect(listed(again)).toEqual([['a1', dan, 'open', false]]);
  });

  it('of a closed case they say so, and can be settled', async () => {
    const { workspace, priya } = await withActions({});
    await closeChild(workspace, ref('C1'), why);
    expect(listed(workspace)).toEqual([['a1', priya, 'open', true]]);
    await sayOfAction(workspace, about, 'noLongerNeeded', { ...typed, reason: 'Moved away' });
    expect(listed(workspace)).toEqual([['a1', priya, 'noLongerNeeded', true]]);
  });
});

describe('what is said in the list', () => {
  it('is appended to the history of the action, and the next session finds it settled', async () => {
    const { workspace, priya, ports } = await withActions({}, { id: 'a2', childRef: 'C2' });
    const done = { ...typed, on: 'yesterday', reason: 'She is back at school' };
    expect(await sayOfAction(workspace, about, 'done', done)).toEqual({ outcome: 'said' });
    const [event] = bodies(workspace, 'childActionEvents');
    expect(event).toMatchObject({
      ...{ actionId: 'a1', childRef: 'C1', outcome: 'done', on: '2026-11-19' },
      ...{ reason: 'She is back at school', by: settingsOf(workspace).me },
    });
    expect(event?.sessionId).toBe(event?.id);
    ports.advance(60_000);
    const session = await startSession(workspace, priya);
    expect(reviewFor(workspace, session, ref('C1'))).toEqual([]);
    expect(reviewFor(workspace, session, ref('C2'))).toHaveLength(1);
  });

  it('writes nothing where something is missing, or where it was settled meanwhile', async () => {
    const { workspace } = await withActions({});
    expect(await sayOfAction(workspace, about, 'carried', typed)).toMatchObject({
      outcome: 'missing',
      missing: [{ field: 'reason' }, { field: 'byWhen' }],
    });
    expect(bodies(workspace, 'childActionEvents')).toEqual([]);
    await workspace.change(() => [created('childActionEvents', 'e9', anEvent({ id: 'e9' }))]);
    const carried = { ...typed, reason: 'Ill', byWhen: 'friday' };
    expect(await sayOfAction(workspace, about, 'carried', carried)).toEqual({
      outcome: 'notOpen',
    });
    expect(bodies(workspace, 'childActionEvents')).toHaveLength(1);
  });

  it('another day and another owner count from then on, and a carried action counts', async () => {
    const { workspace, ports } = await withActions({ dueOn: '2026-11-13' });
    expect(actionsDueOf(workspace)).toEqual({ overdue: 1, thisWeek: 0 });
    const carried = { ...typed, reason: 'Ill', byWhen: 'sunday' };
    await sayOfAction(workspace, about, 'carried', carried);
    ports.advance(1000);
    const changed = { ...typed, owner: 'Dan', byWhen: 'sunday' };
    await sayOfAction(workspace, about, 'changed', changed);
    const [row] = actionLists(workspace).ofChildren;
    expect(row?.state).toMatchObject({ carried: 1, action: { owner: 'Dan', dueOn: '2026-11-22' } });
    expect(row?.history.map(({ outcome }) => outcome)).toEqual(['changed', 'carried']);
    expect(actionsDueOf(workspace)).toEqual({ overdue: 0, thisWeek: 1 });
    expect(workspace.set.find('childActions', 'a1')?.body).toEqual(
      anAction({ dueOn: '2026-11-13' }),
    );
  });

  it('the last of it is taken back, and what a session or another person said is not', async () => {
    const { workspace, ports } = await withActions({});
    await sayOfAction(workspace, about, 'done', { ...typed, on: 'today' });
    expect(listed(workspace)[0]?.[2]).toBe('done');
    ports.advance(1000);
    expect(await undoLast(workspace, about)).toBe(true);
    expect(listed(workspace)[0]?.[2]).toBe('open');
    expect(bodies(workspace, 'childActionEvents').map(({ outcome }) => outcome)).toEqual([
      ...['done', 'undone'],
    ]);
    expect(undoable(workspace, about)).toBeUndefined();
    expect(await undoLast(workspace, about)).toBe(false);
    const { me } = settingsOf(workspace);
    const inSession = anEvent({ id: 'e8', by: me, at: '2026-11-20T11:00:00.000Z' });
    await workspace.change(() => [created('childActionEvents', 'e8', inSession)]);
    expect(undoable(workspace, about)).toBeUndefined();
    const theirs = { id: 'e9', sessionId: 'e9', by: 'jo', at: '2026-11-20T11:30:00.000Z' };
    await workspace.change(() => [created('childActionEvents', 'e9', anEvent(theirs))]);
    expect(undoable(workspace, about)).toBeUndefined();
  });

  it('what was taken back is in no figure, and is no progress', async () => {
    const { workspace, priya, ports } = await withActions({}, { id: 'a2' });
    await sayOfAction(workspace, about, 'carried', { ...typed, reason: 'Ill', byWhen: 'friday' });
    const other = { file: 'child', actionId: 'a2' } as const;
    await sayOfAction(workspace, other, 'done', { ...typed, on: 'today' });
    const session = aSession({ superviseeRef: priya });
    const figures = () => actionsOfWorker(workspace, priya, new Set(['C1']));
    const progress = () =>
      caseFactsOf(workspace, session).find(({ child }) => child.ref === 'C1')?.facts.lastProgressOn;
    expect(figures().map(({ carriedOn }) => carriedOn)).toEqual([['2026-11-20'], []]);
    expect(progress()).toBe('2026-11-20');
    ports.advance(1000);
    await undoLast(workspace, about);
    await undoLast(workspace, other);
    expect(figures().map(({ carriedOn }) => carriedOn)).toEqual([[], []]);
    expect(figures().map(({ settledOn }) => settledOn)).toEqual([undefined, undefined]);
    expect(progress()).toBeUndefined();
  });

  it('about a person it stays on the supervision file', async () => {
    const { workspace, priya } = await withActions({});
    const action = aStaffAction({ superviseeRef: priya });
    await workspace.change(() => [created('staffActions', 'st1', action)]);
    const { ofStaff, ofChildren } = actionLists(workspace);
    expect(ofStaff.map(({ state }) => state.action.what)).toEqual(['Book leave']);
    expect(ofChildren.map(({ state }) => state.action.what)).toEqual(['Ring the school']);
    const staff = { file: 'staff', actionId: 'st1' } as const;
    await sayOfAction(workspace, staff, 'done', { ...typed, on: 'today' });
    expect(bodies(workspace, 'childActionEvents')).toEqual([]);
    expect(bodies(workspace, 'staffActionEvents')).toMatchObject([
      { actionId: 'st1', superviseeRef: priya, outcome: 'done' },
    ]);
  });
});

describe('the list', () => {
  it('keeps what was settled for four weeks, and leaves out what was taken out again', async () => {
    const { workspace, ports } = await withActions({}, { id: 'a2' }, { id: 'a3' });
    await workspace.change(() => [
      created('childActionEvents', 'e1', anEvent({ id: 'e1', at: '2026-11-20T09:00:00.000Z' })),
      created(
        'childActionEvents',
        'e2',
        anEvent({ id: 'e2', actionId: 'a2', outcome: 'withdrawn', at: '2026-11-20T09:00:00.000Z' }),
      ),
    ]);
    expect(listed(workspace).map(([id]) => id)).toEqual(['a1', 'a3']);
    ports.goTo('2026-12-18T10:00:00.000Z');
    expect(listed(workspace).map(([id]) => id)).toEqual(['a1', 'a3']);
    ports.goTo('2026-12-19T10:00:00.000Z');
    expect(listed(workspace).map(([id]) => id)).toEqual(['a3']);
  });

  it('“next session” has the day of the worker’s next session, and moves with it', async () => {
    const { workspace, priya, ports } = await withActions({
      ...{ byWhen: 'next session', dueOn: '', agreedOn: '2026-11-18' },
    });
    const due = () => actionLists(workspace).ofChildren[0]?.due.by;
    const session = (id: string, over: object) =>
      workspace.change(() => [
        created('sessions', id, aSession({ id, superviseeRef: priya, sittings: [], ...over })),
      ]);
    expect(due()).toBe('Next session: no date planned yet');
    await session('gone', {
      ...{ status: 'cancelled', plannedFor: '2026-11-24' },
      sittings: [{ startedAt: '2026-11-19T10:00:00Z' }],
    });
    await session('other', { superviseeRef: 'S9', status: 'planned', plannedFor: '2026-11-25' });
    await session('same', { status: 'ended', sittings: [{ startedAt: '2026-11-18T10:00:00Z' }] });
    expect(due()).toBe('Next session: no date planned yet');
    await session('next', { status: 'planned', plannedFor: '2026-12-08' });
    expect(due()).toBe('Next session, 8 December 2026');
    ports.goTo('2026-12-09T10:00:00.000Z');
    expect(actionsDueOf(workspace)).toEqual({ overdue: 1, thisWeek: 0 });
    await sayOfAction(workspace, about, 'carried', {
      ...typed,
      reason: 'Not reached',
      byWhen: 'next session',
    });
    expect(due()).toBe('Next session: no date planned yet');
  });

  it('says in which record an action was agreed', async () => {
    const { workspace } = await withActions({ sessionId: 'draft' }, { id: 'a2', sessionId: 's9' });
    const entry = ChildEntry.parse(anEntry({ id: 'e1' }));
    await workspace.change(() => [created('childEntries', 'e1', entry)]);
    const originOf = originsIn(workspace);
    const origins = bodies(workspace, 'childActions').map(originOf);
    expect(origins).toEqual([
      { words: 'Agreed in management decision on 5 November 2026', recordId: 'e1' },
      { words: 'Agreed in supervision on 20 October 2026', recordId: '' },
    ]);
  });

  it('[KEEP6] of a record that was removed where it was agreed is still said', async () => {
    const { workspace } = await withActions({ sessionId: 'draft' }, { id: 'a2', sessionId: 'g1' });
    const stub = (id: string, over: object) =>
      created(
        'childStubs',
        id,
        held('childStubs', id, {
          ...{ recordId: `was-${id}`, file: 'child', childRef: 'C1', on: '2026-11-05', depth: '' },
          ...{ decisions: [], hash: 'h', removedOn: '2026-11-20', removedBy: 'me', ...over },
        }).body,
      );
    const entry = { kind: 'kit', draftId: 'draft', significance: 'routine' };
    await workspace.change(() => [
      stub('e', { kind: 'childEntry', entry }),
      stub('g', { kind: 'groupRecord', sessionId: 'g1' }),
    ]);
    const words = bodies(workspace, 'childActions').map(
      (action) => originsIn(workspace)(action).words,
    );
    expect(words).toEqual([
      'Agreed in kit meeting on 20 October 2026',
      'Agreed in group supervision on 20 October 2026',
    ]);
  });

  it('says after which form an action of the supervision file was agreed', async () => {
    const { workspace } = await withActions();
    await workspace.change(() => [
      created('observations', 'o1', anObservation()),
      created('monitoring', 'm1', aMonitoring()),
    ]);
    const originOf = originsIn(workspace);
    const words = (sessionId: string) => originOf({ sessionId, agreedOn: '2026-11-20' }).words;
    expect(words('o1')).toBe('Agreed in live supervision on 20 November 2026');
    expect(words('m1')).toBe('Agreed in monitoring on 20 November 2026');
    expect(words('s0')).toBe('Agreed in supervision on 20 November 2026');
  });
});

it('a practitioner’s own device has her own children’s actions alone, and her own supervision’s', async () => {
  const { workspace, me } = await supervised(['C1', 'C2']);
  await workspace.change(() => [
    created('childActions', 'a1', anAction()),
    created('childActions', 'a2', anAction({ id: 'a2', childRef: 'C2' })),
    created('staffActions', 'st1', aStaffAction({ superviseeRef: me })),
    created('staffActions', 'st2', aStaffAction({ id: 'st2', superviseeRef: 'S9' as StaffRef })),
  ]);
  await transferChild(workspace, ref('C2'), 'jo' as StaffRef, why);
  const { mine, ofChildren, ofStaff } = actionLists(workspace);
  expect(mine.map(({ state }) => state.action.id)).toEqual(['a1']);
  expect(ofChildren).toEqual([]);
  expect(ofStaff.map(({ state }) => state.action.id)).toEqual(['st1']);
  // What she says settles nothing (ACT4).
  await sayOfAction(workspace, about, 'saidDone', { ...typed, reason: 'Rang today' });
  expect(actionLists(workspace).mine[0]?.state).toMatchObject({
    status: 'open',
    said: { outcome: 'saidDone', reason: 'Rang today', by: me },
  });
});
