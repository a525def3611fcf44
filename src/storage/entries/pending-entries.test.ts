import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { ChildDecision } from '#domain/records/action.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import type { ChildEntry } from '#domain/records/entry.ts';
import { DecisionRevisit } from '#domain/records/entry.ts';
import { GroupSession } from '#domain/records/group.ts';
import { correctChild } from '#storage/caseload/caseload.ts';
import { finaliseChild, missingFor } from '#storage/child-file/child-records.ts';
import { findPart, findSession, noteOf } from '#storage/session/session-reads.ts';
import { endSession, recountSession, startSession } from '#storage/session/sessions.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { newRevisits, pendingEntriesOf, revisitsFor } from './pending-entries.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const goTo = (workspace: Workspace, at: string) => (workspace.ports as TestPorts).goTo(at);
const day = toCalendarDate;

async function begun() {
  const workspace = await aWorkspace(testPorts('2026-11-02T09:00:00Z'));
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  return { workspace, priya };
}
const put = (workspace: Workspace, ...entries: readonly ChildEntry[]) =>
  workspace.change(() => entries.map((entry) => created('childEntries', entry.id, entry)));

const partIn = (workspace: Workspace, session: string, childRef = 'C1') => {
  const part = findPart(workspace, session, childRef)?.part;
  if (!part) throw new Error('no part');
  return part;
};
const asked = (workspace: Workspace, session: string, childRef = 'C1') => {
  const body = findSession(workspace, session)?.body;
  if (!body) throw new Error('no session');
  return revisitsFor(workspace, body, childRef).map(({ decision }) => decision.id);
};
const pending = (workspace: Workspace, until: string, childRef = 'C1') =>
  pendingEntriesOf(workspace, childRef, day(until)).map(({ decision, passedOver }) => [
    decision.id,
    ...passedOver,
  ]);

type Outcome = DiscussionChild['revisits'][number]['outcome'];
const answer = (workspace: Workspace, session: string, outcome: Outcome, note = '') =>
  write(workspace, session, 'C1', {
    revisits: partIn(workspace, session).revisits.map((line) => ({ ...line, outcome, note })),
  });
const typed = ({ id, childRef, settled, revisits, ...rest }: ReturnType<typeof readyBrief>) => rest;

/** A session of one day, with this answer to whatever waits for it. */
async function held(
  { workspace, priya }: { workspace: Workspace; priya: StaffRef },
  on: string,
  outcome: Outcome = '',
) {
  goTo(workspace, `${on}T10:00:00Z`);
  const session = await startSession(workspace, priya);
  await write(workspace, session, 'C1', typed(readyBrief({ accountedAt: workspace.now })));
  await answer(workspace, session, outcome);
  goTo(workspace, `${on}T11:00:00Z`);
  await endSession(workspace, session, there);
  return session;
}

describe('starting', () => {
  it('gives each child a line for each decision that waits, and no other', async () => {
    const { workspace, priya } = await begun();
    await put(
      workspace,
      anEntry({ id: 'd2', decidedAt: '', on: '2026-11-06' }),
      anEntry(),
      anEntry({ id: 'routine', significance: 'routine' }),
      anEntry({ id: 'wordless', fields: { text: ' ' } }),
      anEntry({ id: 'allocated', kind: 'allocation' }),
      anEntry({ id: 'checked', kind: 'midwayCheck' }),
      anEntry({ id: 'other', childRef: 'C2' }),
    );
    goTo(workspace, '2026-11-20T10:00:00Z');
    const session = await startSession(workspace, priya);
    const lines = partIn(workspace, session).revisits;
    expect(lines.map(({ entryId, outcome, note }) => [entryId, outcome, note])).toEqual([
      ['d1', '', ''],
      ['d2', '', ''],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
    expect(partIn(workspace, session, 'C2').revisits).toMatchObject([{ entryId: 'other' }]);
  });

  it('offers one that is written down afterwards, once', async () => {
    const { workspace, priya } = await begun();
    goTo(workspace, '2026-11-20T10:00:00Z');
    const session = await startSession(workspace, priya);
    const body = findSession(workspace, session)?.body;
    if (!body) throw new Error('no session');
    expect(newRevisits(workspace, body, partIn(workspace, session))).toEqual([]);
    await put(workspace, anEntry({ finalisedAt: '2026-11-20T10:20:00Z' }));
    const [line, ...more] = newRevisits(workspace, body, partIn(workspace, session));
    expect([line?.entryId, more]).toEqual(['d1', []]);
    const revisits = line ? [line] : [];
    expect(newRevisits(workspace, body, { ...partIn(workspace, session), revisits })).toEqual([]);
  });
});

describe('ending', () => {
  it('writes the answer on the child’s file, once however often it is counted', async () => {
    const one = await begun();
    const { workspace } = one;
    await put(workspace, anEntry());
    const session = await held(one, '2026-11-20', 'confirmed');
    const [row, ...more] = bodies(workspace, 'decisionRevisits');
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      ...{ id: partIn(workspace, session).revisits[0]?.id, entryId: 'd1', childRef: 'C1' },
      ...{ sessionId: session, outcome: 'confirmed', on: '2026-11-20' },
      at: '2026-11-20T11:00:00.000Z',
    });
    goTo(workspace, '2026-11-23T09:00:00Z');
    await recountSession(workspace, session);
    expect(bodies(await openAgain(workspace), 'decisionRevisits')).toEqual([row]);
  });

  it('follows an answer that is changed, and one that is taken back', async () => {
    const one = await begun();
    const { workspace } = one;
    await put(workspace, anEntry());
    const session = await held(one, '2026-11-20', 'confirmed');
    const outcomes = () => bodies(workspace, 'decisionRevisits').map(({ outcome }) => outcome);
    await answer(workspace, session, 'withdrawn', 'The aunt moved');
    await recountSession(workspace, session);
    expect(outcomes()).toEqual(['withdrawn']);
    expect(pending(workspace, '2026-11-30')).toEqual([]);
    await answer(workspace, session, '');
    await recountSession(workspace, session);
    expect(outcomes()).toEqual(['notReached']);
    expect(pending(workspace, '2026-11-30')).toEqual([['d1', '2026-11-20']]);
  });

  it('without an answer is not refused: the decision waits for the next session', async () => {
    const one = await begun();
    const { workspace, priya } = one;
    await put(workspace, anEntry());
    const first = await held(one, '2026-11-20');
    expect(findSession(workspace, first)?.body.status).toBe('ended');
    expect(bodies(workspace, 'decisionRevisits')).toEqual([]);
    await held(one, '2026-12-11', 'notReached');
    expect(pending(workspace, '2026-12-20')).toEqual([['d1', '2026-11-20', '2026-12-11']]);
    expect(pending(workspace, '2026-11-04')).toEqual([]);
    goTo(workspace, '2027-01-08T10:00:00Z');
    const next = await startSession(workspace, priya);
    expect(partIn(workspace, next).revisits).toMatchObject([{ entryId: 'd1', outcome: '' }]);
  });
});

describe('what a session found', () => {
  it('stays on its list when it or a later one settles it: its record may come later', async () => {
    const one = await begun();
    const { workspace } = one;
    await put(workspace, anEntry());
    const first = await held(one, '2026-11-20', 'notReached');
    const second = await held(one, '2026-12-11', 'confirmed');
    const third = await held(one, '2027-01-08');
    expect([first, second, third].map((id) => asked(workspace, id))).toEqual([['d1'], ['d1'], []]);
    expect(await finaliseChild(workspace, first, 'C1')).toMatchObject({ outcome: 'finalised' });
    expect(bodies(workspace, 'childRecords')[0]?.decisionsRevisited).toMatchObject([
      { entryId: 'd1', outcome: 'notReached' },
    ]);
  });

  it('is of the time before its end, by what was held of the decision', async () => {
    const one = await begun();
    const { workspace } = one;
    const session = await held(one, '2026-11-20');
    const written = { finalisedAt: '2026-11-20T15:00:00Z' };
    await put(
      workspace,
      anEntry({ id: 'before', on: '2026-11-20', decidedAt: '2026-11-20T09:00:00Z', ...written }),
      anEntry({ id: 'after', on: '2026-11-20', decidedAt: '2026-11-20T11:30:00Z', ...written }),
      anEntry({ id: 'thatDay', on: '2026-11-20', decidedAt: '', ...written }),
      anEntry({ id: 'later', on: '2026-11-24', decidedAt: '' }),
      anEntry({ id: 'earlier', on: '2026-11-19', decidedAt: '', ...written }),
    );
    goTo(workspace, '2026-11-30T09:00:00Z');
    expect(asked(workspace, session)).toEqual(['earlier', 'before']);
  });

  it('of two sessions of one day the first keeps it, and the next has none of what was settled', async () => {
    const one = await begun();
    const { workspace, priya } = one;
    await put(workspace, anEntry());
    const first = await held(one, '2026-11-20');
    goTo(workspace, '2026-11-20T14:00:00Z');
    const second = await startSession(workspace, priya);
    expect(partIn(workspace, second).revisits).toHaveLength(1);
    await answer(workspace, second, 'confirmed');
    await endSession(workspace, second, there);
    expect(asked(workspace, first)).toEqual(['d1']);
    goTo(workspace, '2026-12-11T10:00:00Z');
    const next = await startSession(workspace, priya);
    expect(partIn(workspace, next).revisits).toEqual([]);
  });

  it('is asked for before its record is finalised, and goes on it with the note', async () => {
    const one = await begun();
    const { workspace } = one;
    await put(workspace, anEntry());
    const session = await held(one, '2026-11-20');
    const paths = () => missingFor(workspace, session, 'C1').map(({ path }) => path);
    expect(paths()).toEqual(['revisits.d1']);
    await answer(workspace, session, 'changed');
    expect(paths()).toEqual(['revisits.d1.note']);
    await answer(workspace, session, 'changed', 'With her uncle now');
    expect(await finaliseChild(workspace, session, 'C1')).toMatchObject({ outcome: 'finalised' });
    expect(bodies(workspace, 'decisionRevisits')).toMatchObject([
      { outcome: 'changed', note: 'With her uncle now' },
    ]);
  });

  it('is nothing where it was a group, or the supervisor was not there: neither settles one', async () => {
    const one = await begun();
    const { workspace } = one;
    await put(workspace, anEntry());
    const session = await held(one, '2026-11-20', 'confirmed');
    const note = noteOf(workspace, session);
    const record = findSession(workspace, session);
    if (!note || !record) throw new Error('no session');
    expect([asked(workspace, session), pending(workspace, '2026-11-30')]).toEqual([['d1'], []]);
    await workspace.change(() => [updated(note, { ...note.body, sessionType: 'group' })]);
    expect([asked(workspace, session), pending(workspace, '2026-11-30')]).toEqual([[], [['d1']]]);
    const again = noteOf(workspace, session);
    if (!again) throw new Error('no note');
    await workspace.change(() => [
      updated(again, { ...again.body, sessionType: 'case' }),
      updated(record, { ...record.body, supervisorPresent: false }),
    ]);
    expect([asked(workspace, session), pending(workspace, '2026-11-30')]).toEqual([[], [['d1']]]);
  });
});

describe('whose', () => {
  it('a decision written under an earlier reference of the child, and what was said of it', async () => {
    const { workspace } = await begun();
    await correctChild(
      workspace,
      'C1' as never,
      { reference: 'C9' },
      { on: day('2026-11-02'), reason: '' },
    );
    await put(workspace, anEntry({ childRef: 'C9' }));
    expect(pending(workspace, '2026-11-30')).toEqual([['d1']]);
  });

  it('a session without the child on its agenda passes nothing over', async () => {
    const { workspace, priya } = await begun();
    await put(workspace, anEntry());
    goTo(workspace, '2026-11-20T10:00:00Z');
    const session = await startSession(workspace, priya);
    await endSession(workspace, session, there);
    expect(pending(workspace, '2026-11-30')).toEqual([['d1', '2026-11-20']]);
    const record = findSession(workspace, session);
    if (!record) throw new Error('no session');
    const accounts = record.body.accounts.filter(({ childRef }) => childRef !== 'C1');
    await workspace.change(() => [updated(record, { ...record.body, accounts })]);
    expect(pending(workspace, '2026-11-30')).toEqual([['d1']]);
  });

  it('what another supervisor’s session settled counts, though that session is not held here', async () => {
    const { workspace } = await begun();
    await put(workspace, anEntry());
    const said = DecisionRevisit.parse({
      ...{ id: 'r1', entryId: 'd1', childRef: 'C1', sessionId: 'elsewhere', outcome: 'confirmed' },
      ...{ on: '2026-11-12', at: '2026-11-12T12:00:00Z', by: 'Jo' },
    });
    await workspace.change(() => [created('decisionRevisits', said.id, said)]);
    expect(pending(workspace, '2026-11-11')).toEqual([['d1']]);
    expect(pending(workspace, '2026-11-12')).toEqual([]);
  });

  it('what a group decided waits likewise; what a one-to-one decided does not (C-14)', async () => {
    const { workspace } = await begun();
    const group = GroupSession.parse({
      ...{ id: 'g1', status: 'ended', facilitatorRef: 'me' },
      ...{ createdAt: '2026-11-06T09:00:00Z', createdBy: 'me' },
    });
    const decision = (id: string, sessionId: string, over: object = {}) =>
      ChildDecision.parse({
        ...{ id, sessionId, childRef: 'C1', discussionId: 'x', createdBy: 'me', text: 'Refer' },
        ...{ significance: 'urgent', decidedAt: '2026-11-06T10:00:00Z', ...over },
      });
    const made = [
      decision('inGroup', 'g1'),
      decision('takenOut', 'g1', { withdrawn: true }),
      decision('inOneToOne', 's1'),
    ];
    await workspace.change(() => [
      created('groups', group.id, group),
      ...made.map((body) => created('decisions', body.id, body)),
    ]);
    expect(pendingEntriesOf(workspace, 'C1', day('2026-11-30'))).toMatchObject([
      { decision: { id: 'inGroup', text: 'Refer', heading: 'Group supervision' } },
    ]);
  });
});
