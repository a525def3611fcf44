import { describe, expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { Preparation } from '#domain/records/preparation.ts';
import type { AgendaItem } from '#domain/records/session.ts';
import { closeChild } from '#storage/caseload/caseload.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { discussionsOf, findPart, findSession } from '#storage/session/session-reads.ts';
import {
  bringIntoSession,
  endSession,
  planSession,
  startSession,
} from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { readyInDepth, ref, today } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestChild,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { agendaNow, agendaRows, agreeAgenda, isSupervised } from './agenda.ts';

const clock = (workspace: Workspace) => workspace.ports as TestPorts;
const session = (workspace: Workspace, id: string) => {
  const found = findSession(workspace, id)?.body;
  if (!found) throw new Error('no session');
  return found;
};
const item = (name: string, over: Partial<AgendaItem> = {}): AgendaItem => ({
  id: name,
  childRef: ref(name),
  depth: '',
  reason: '',
  ...over,
});
const depths = (workspace: Workspace, id: string) =>
  discussionsOf(workspace, id).map(({ body }) =>
    body.children.map(({ childRef, depth }) => [childRef, depth]),
  );

/** By name the default order is C1, then C2 and C3, who are one family. */
const three: readonly TestChild[] = [
  { reference: 'C1', name: 'Ada' },
  { reference: 'C2', name: 'Ben', familyRef: 'F' },
  { reference: 'C3', name: 'Zoe', familyRef: 'F' },
];

async function planned(children: readonly TestChild[] = three) {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, children);
  const id = await planSession(workspace, priya, '2026-11-20');
  return { workspace, priya, id };
}

/** As the agenda's form does. */
async function agendaTyped(workspace: Workspace, id: string, agenda: AgendaItem[]) {
  const body = { ...session(workspace, id), agenda };
  workspace.draft({ collection: 'sessions', id, body });
  await workspace.queue.flush();
}

async function shared(workspace: Workspace, superviseeRef: StaffRef, id: string) {
  const body = Preparation.parse({
    id,
    superviseeRef,
    supervisorRef: 'me',
    children: [{ id: 'C1', childRef: 'C1', depth: 'inDepth', depthWhy: 'Contact has stopped' }],
    sharedAt: workspace.now,
    createdAt: workspace.now,
    createdBy: superviseeRef,
  });
  await workspace.change(() => [created('preparations', body.id, body)]);
}

describe('before the start', () => {
  it('every open child is on it, whatever was stored and whoever came since', async () => {
    const { workspace, id } = await planned();
    await agendaTyped(workspace, id, [item('C3'), item('gone')]);
    await givePriya(workspace, [{ reference: 'C4', name: 'Abe' }]);
    const refs = agendaNow(workspace, session(workspace, id)).map(({ childRef }) => childRef);
    // Before Ben stands Ada, and before Ada Abe, who is the first by name.
    expect(refs).toEqual(['C4', 'C1', 'C2', 'C3']);
  });

  it('each line has its place, its child and what the practitioner asks', async () => {
    const { workspace, priya, id } = await planned();
    await shared(workspace, priya, 'p1');
    const preparation = bodies(workspace, 'preparations')[0];
    const agenda = agendaNow(workspace, session(workspace, id));
    const rows = agendaRows(workspace, agenda, preparation);
    expect(rows.map(({ position, child, ask }) => [position, child.name, ask.why])).toEqual([
      [1, 'Ada', 'Contact has stopped'],
      [2, 'Ben', ''],
      [3, 'Zoe', ''],
    ]);
    expect(rows[0]?.rowId).toBe([...workspace.set.all('children').values()][0]?.id);
  });

  it('the session of whoever is supervised here is told by every reference they are known by', async () => {
    const { workspace, priya, id } = await planned();
    expect(isSupervised(workspace, session(workspace, id))).toBe(false);
    await changeSettings(workspace, { alsoMe: [priya] });
    expect(isSupervised(workspace, session(workspace, id))).toBe(true);
  });
});

describe('starting', () => {
  it('keeps the order of the agenda, one discussion a family at its first child, at the depth chosen', async () => {
    const { workspace, priya, id } = await planned();
    await agendaTyped(workspace, id, [
      item('C3', { depth: 'inDepth' }),
      item('C1', { depth: 'brief' }),
      item('C2'),
    ]);
    await startSession(workspace, priya, id);
    expect(session(workspace, id).childRefs).toEqual(['C3', 'C1', 'C2']);
    expect(depths(workspace, id)).toEqual([
      [
        ['C3', 'inDepth'],
        ['C2', ''],
      ],
      [['C1', 'brief']],
    ]);
  });

  it('takes what is still on its way to disk', async () => {
    const { workspace, priya, id } = await planned();
    const agenda = [item('C2', { depth: 'brief' }), item('C1'), item('C3')];
    const body = { ...session(workspace, id), agenda };
    workspace.draft({ collection: 'sessions', id, body });
    await startSession(workspace, priya, id);
    expect(session(workspace, id).childRefs).toEqual(['C2', 'C1', 'C3']);
    expect(findPart(workspace, id, 'C2')?.part.depth).toBe('brief');
  });

  it('one that was not planned has its agenda too', async () => {
    const { workspace, priya } = await planned();
    const id = await startSession(workspace, priya);
    expect(session(workspace, id).agenda.map(({ childRef }) => childRef)).toEqual([
      'C1',
      'C2',
      'C3',
    ]);
  });

  it('keeps what was typed for a child who left, off the list; back in the session it has its depth', async () => {
    const { workspace, priya, id } = await planned();
    const left = item('C1', { depth: 'inDepth', reason: 'Court on Monday' });
    await agendaTyped(workspace, id, [left, item('C2'), item('C3')]);
    await closeChild(workspace, ref('C1'), { on: today, reason: 'Moved away' });
    await startSession(workspace, priya, id);
    expect(session(workspace, id).childRefs).toEqual(['C2', 'C3']);
    expect(session(workspace, id).agenda).toContainEqual(left);
    expect(agendaNow(workspace, session(workspace, id)).map((each) => each.childRef)).toEqual([
      'C2',
      'C3',
    ]);
    await bringIntoSession(workspace, id, ref('C1'));
    expect(findPart(workspace, id, 'C1')?.part.depth).toBe('inDepth');
  });

  it('has the shared preparation on the table, and none where none was shared', async () => {
    const { workspace, priya, id } = await planned();
    const before = await startSession(workspace, priya);
    expect(session(workspace, before).preparationId).toBe('');
    await shared(workspace, priya, 'p1');
    await startSession(workspace, priya, id);
    expect(session(workspace, id).preparationId).toBe('p1');
  });

  it('the reason for a depth reaches no discussion and no record, of this child or another', async () => {
    const { workspace, priya, id } = await planned();
    const reason = 'CANARY: she finds this family hard';
    await agendaTyped(workspace, id, [item('C1', { depth: 'inDepth', reason }), item('C2')]);
    await startSession(workspace, priya, id);
    const { id: _, childRef, settled, ...ready } = readyInDepth();
    await write(workspace, id, 'C1', ready);
    const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
    await endSession(workspace, id, there);
    expect((await finaliseChild(workspace, id, ref('C1'))).outcome).toBe('finalised');
    const again = await openAgain(workspace);
    const holding = new Set(
      (await again.db.rows.toArray())
        .map((row) => again.set.findAnywhere(row.id))
        .flatMap((record) => (record?.text.includes('CANARY') ? [record.collection] : [])),
    );
    expect([...holding]).toEqual(['sessions']);
  });
});

describe('agreeing in the session', () => {
  it('has its own true time, and what was on the agenda then', async () => {
    const { workspace, priya, id } = await planned();
    await agendaTyped(workspace, id, [item('C2', { depth: 'brief' }), item('C1'), item('C3')]);
    await startSession(workspace, priya, id);
    clock(workspace).advance(12 * 60_000);
    await givePriya(workspace, [{ reference: 'C4' }]); // offered in the session, and not on its agenda
    await agreeAgenda(workspace, id);
    const { agendaAgreedAt, agreedAgenda } = session(await openAgain(workspace), id);
    expect(agendaAgreedAt).toBe('2026-11-20T10:12:00.000Z');
    expect(agreedAgenda.map(({ childRef, depth }) => [childRef, depth])).toEqual([
      ['C2', 'brief'],
      ['C1', ''],
      ['C3', ''],
    ]);
  });

  it('an ended session is not agreed afterwards', async () => {
    const { workspace, priya, id } = await planned();
    await startSession(workspace, priya, id);
    const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
    await endSession(workspace, id, there);
    await agreeAgenda(workspace, id);
    expect(session(workspace, id).agendaAgreedAt).toBe('');
  });
});
