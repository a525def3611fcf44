import { describe, expect, it } from 'vitest';
import { openActionsOf } from '#domain/actions/child-actions.ts';
import type { EntryDraft, EntryKind } from '#domain/records/entry.ts';
import { buildChildExport } from '#exchange/text/child-exports.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { childDueOf, lastDiscussedOn } from '#storage/agenda/due.ts';
import { allocationDueOf, multiTeamDueOf, oversightDueOf } from '#storage/agenda/oversight-due.ts';
import { removeChild } from '#storage/caseload/caseload.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { noteTeams } from '#storage/caseload/family-teams.ts';
import { amendmentsOf, markOf } from '#storage/child-file/child-record-reads.ts';
import { amendRecord, markRecorded } from '#storage/child-file/child-records.ts';
import { reviewFor } from '#storage/session/review-reads.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { planSession, startSession } from '#storage/session/sessions.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, updated } from '#storage/writes.ts';
import { ref } from '../../../test/builders.ts';
import { supervised } from '../../../test/supervised.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestChild,
  testPorts,
} from '../../../test/workspaces.ts';
import { finaliseEntry, missingForDraft, newEntryDraft, setAside } from './entries.ts';
import { entriesOfChild } from './entries-of-child.ts';
import {
  draftsToRecord,
  entriesToRecord,
  mayRecordEntries,
  stateOfEntry,
} from './entries-reads.ts';

const family: readonly TestChild[] = [
  { reference: 'C1', name: 'Grace Hill', familyRef: 'F' },
  { reference: 'C2', name: 'Ben Hill', familyRef: 'F' },
];

async function begun(profileId = 'islington-001', children: readonly TestChild[] = family) {
  const ports = testPorts(); // 10:00 on 20 November 2026
  const workspace = await aWorkspace(ports, profileId);
  const priya = await givePriya(workspace, children);
  return { workspace, ports, priya };
}

/** Typed into a form and saved by its timing. */
async function typed(
  workspace: Workspace,
  kind: EntryKind,
  over: Partial<EntryDraft> = {},
): Promise<string> {
  const body: EntryDraft = {
    ...newEntryDraft(workspace, kind, { childRef: ref('C1'), childTyped: 'Grace Hill' }),
    text: 'Ask for a strategy discussion.',
    rationale: 'A second bruise in a week.',
    significance: 'significant',
    changesDirection: 'no',
    risks: 'Cold house.',
    teams: 'Assessment; adult mental health',
    who: 'Sam Lee',
    ...over,
  };
  workspace.draft({ collection: 'entryDrafts', id: body.id, body });
  await workspace.queue.flush();
  return body.id;
}

async function recorded(workspace: Workspace, kind: EntryKind, over: Partial<EntryDraft> = {}) {
  const outcome = await finaliseEntry(workspace, await typed(workspace, kind, over));
  if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
  return outcome.entryIds;
}

const child = (workspace: Workspace, childRef = 'C1') => {
  const body = findChild(workspace, childRef)?.body;
  if (!body) throw new Error(`${childRef} is on the list`);
  return body;
};

describe('a draft', () => {
  it('begins with today, now and me, and leaves nothing behind until something is typed', async () => {
    const { workspace } = await begun();
    expect(newEntryDraft(workspace, 'managementDecision')).toMatchObject({
      on: '20 November 2026',
      time: '10:00am',
      who: 'Sam Lee',
      significance: '',
      changesDirection: '',
    });
    expect(newEntryDraft(workspace, 'midwayCheck')).toMatchObject({ time: '', who: '' });
    expect(bodies(workspace, 'entryDrafts')).toEqual([]);
  });

  it('is on disk as typed, valid or not, and waits to be finished', async () => {
    const { workspace } = await begun();
    const id = await typed(workspace, 'managementDecision', { on: 'the other day', text: ' x ' });
    const again = await openAgain(workspace);
    expect(again.set.find('entryDrafts', id)?.body).toMatchObject({
      on: 'the other day',
      text: ' x ',
    });
    expect(draftsToRecord(again).map((draft) => draft.id)).toEqual([id]);
    expect((await finaliseEntry(again, id)).outcome).toBe('missing');
    expect(bodies(again, 'childEntries')).toEqual([]);
  });

  it('that is not needed leaves the list, keeps its text and can come back', async () => {
    const { workspace } = await begun();
    const id = await typed(workspace, 'managementDecision');
    await setAside(workspace, id, true);
    expect(draftsToRecord(workspace)).toEqual([]);
    expect(workspace.set.find('entryDrafts', id)?.body.rationale).toBe(
      'A second bruise in a week.',
    );
    await setAside(workspace, id, false);
    expect(draftsToRecord(workspace)).toHaveLength(1);
  });
});

describe('recording it', () => {
  it('makes an entry for each child, its actions theirs, and all of it or nothing', async () => {
    const { workspace, priya } = await begun();
    const action = {
      id: 'a1' as never,
      what: 'Ring the school',
      owner: 'Priya',
      byWhen: '2 weeks',
    };
    const childRefs = [ref('C1'), ref('C2')];
    const ids = await recorded(workspace, 'managementDecision', { childRefs, actions: [action] });
    expect(ids).toHaveLength(2);
    for (const childRef of ['C1', 'C2']) {
      expect(entriesOfChild(workspace, childRef)).toHaveLength(1);
      const open = openActionsOf(ref(childRef), bodies(workspace, 'childActions'), []);
      expect(open.map(({ action: { dueOn } }) => dueOn)).toEqual(['2026-12-04']);
    }
    // ACT3: the next session finds them.
    const session = await startSession(workspace, priya);
    expect(reviewFor(workspace, session, ref('C2'))).toHaveLength(1);
    expect(draftsToRecord(workspace)).toEqual([]);
  });

  it('done twice makes the same entry once', async () => {
    const { workspace } = await begun();
    const id = await typed(workspace, 'managementDecision');
    const [first, second] = [
      await finaliseEntry(workspace, id),
      await finaliseEntry(workspace, id),
    ];
    expect(second).toEqual(first);
    expect(bodies(workspace, 'childEntries')).toHaveLength(1);
  });

  it('stores the canonical text, which the next day still has to the letter', async () => {
    const { workspace } = await begun();
    const [id = ''] = await recorded(workspace, 'managementDecision');
    const text = workspace.set.find('childEntries', id)?.text;
    const again = await openAgain(workspace);
    expect(again.set.find('childEntries', id)?.text).toBe(text);
    expect(text?.startsWith('{"actions":')).toBe(true);
  });

  it('is judged by the policy of the day it was decided', async () => {
    const { workspace } = await begun();
    const id = await typed(workspace, 'managementDecision', { on: '13 November 2026' });
    await finaliseEntry(workspace, id);
    const [entry] = bodies(workspace, 'childEntries');
    expect(entry).toMatchObject({
      on: '2026-11-13',
      lateEntry: true,
      policy: { id: 'islington-001' },
    });
  });

  it('what is in the form now is asked about before anything is saved', async () => {
    const { workspace } = await begun();
    const draft = newEntryDraft(workspace, 'managementDecision');
    expect(missingForDraft(workspace, draft).map(({ path }) => path)).toContain('childTyped');
  });
});

describe('what comes after', () => {
  it('waits for the case system with its own countdown until it is marked, and again once undone', async () => {
    const { workspace, ports } = await begun();
    const [id = ''] = await recorded(workspace, 'managementDecision');
    const [entry] = entriesToRecord(workspace);
    if (!entry) throw new Error('it is to be recorded');
    expect(stateOfEntry(workspace, entry).words).toBe(
      'due by 10:00am on Saturday 21 November 2026',
    );
    ports.goTo('2026-11-21T10:00:01Z');
    expect(stateOfEntry(workspace, entry).status).toBe('overdue');
    await markRecorded(workspace, entry, { state: 'recorded', on: '2026-11-21', reference: 'M-7' });
    expect(entriesToRecord(workspace)).toEqual([]);
    expect(markOf(workspace, id)?.reference).toBe('M-7');
    await markRecorded(workspace, entry, { state: 'undone', on: '', reference: '' });
    expect(entriesToRecord(workspace)).toHaveLength(1);
  });

  it('is amended beside its text, and its export says both', async () => {
    const { workspace } = await begun();
    const [id = ''] = await recorded(workspace, 'managementDecision');
    const record = workspace.set.find('childEntries', id);
    if (!record) throw new Error('no entry');
    await amendRecord(workspace, record.body, { text: 'It was her aunt.', reason: 'Wrong person' });
    expect(workspace.set.find('childEntries', id)?.text).toBe(record.text);
    const input = { record: record.body, amendments: amendmentsOf(workspace, id), marks: [] };
    const text = buildChildExport('caseSystemText', input);
    expect(text).toContain('It was her aunt.');
    expect(text).toContain('Management Decision');
    expect(text).toContain('Decided on: 20 November 2026 at 10:00am');
    expect(text).toContain('Why\nA second bruise in a week.');
  });

  it('a midway check is another’s to record', async () => {
    const { workspace } = await begun();
    await recorded(workspace, 'midwayCheck');
    expect(entriesToRecord(workspace)).toEqual([]);
    expect(entriesOfChild(workspace, 'C1')).toHaveLength(1);
  });

  it('keeps a child on the list: something about it is recorded', async () => {
    const { workspace } = await begun();
    await recorded(workspace, 'managementDecision');
    const why = { on: '2026-11-20' as never, reason: 'mistake' };
    expect(await removeChild(workspace, ref('C1'), why)).toBe('hasRecords');
  });

  it('is for whoever supervises: one who is only supervised makes none', async () => {
    expect(mayRecordEntries((await begun()).workspace)).toBe(true);
    expect(mayRecordEntries((await supervised()).workspace)).toBe(false);
  });
});

describe('the clocks', () => {
  it('oversight is met by a decision, and the discussion is not', async () => {
    const { workspace } = await begun('swindon-000');
    const before = childDueOf(workspace, child(workspace));
    expect(oversightDueOf(workspace, child(workspace))).toMatchObject({ status: 'no_date_held' });
    await recorded(workspace, 'managementDecision', { on: '18 November 2026' });
    expect(oversightDueOf(workspace, child(workspace))).toMatchObject({ dueOn: '2026-12-18' });
    expect(childDueOf(workspace, child(workspace))).toEqual(before);
    expect(lastDiscussedOn(workspace, 'C1')).toBeUndefined();
  });

  it('several teams meet each month, about any child of the family, from the day the second joined', async () => {
    const { workspace } = await begun('swindon-000');
    const due = (of = 'C1') => multiTeamDueOf(workspace, child(workspace, of));
    expect(due().outcome).toBe('none');
    const why = { on: '2026-11-02' as never, reason: 'Adult services opened' };
    await noteTeams(workspace, ref('C1'), 'Assessment; adult mental health', why);
    expect(due()).toMatchObject({ outcome: 'due', dueOn: '2026-12-02', rule: 'R-18' });
    await recorded(workspace, 'kit', { on: '16 November 2026', childRefs: [ref('C2')] });
    expect(due()).toMatchObject({ dueOn: '2026-12-16' });
    expect(due('C2')).toMatchObject({ dueOn: '2026-12-16' });
    expect(oversightDueOf(workspace, child(workspace, 'C2'))).toMatchObject({
      status: 'no_date_held',
    });
    expect(child(workspace, 'C2').history.at(-1)).toMatchObject({
      field: 'secondTeamOn',
      reason: 'Adult services opened',
    });
    await noteTeams(workspace, ref('C1'), '', { on: '2026-11-19' as never, reason: 'Closed' });
    expect(due().outcome).toBe('none');
  });

  it('an allocation asks for oversight within 24 hours until it is recorded', async () => {
    const { workspace, ports, priya } = await begun('swindon-000');
    expect(allocationDueOf(workspace, child(workspace)).outcome).toBe('none'); // in January: before Footprint
    ports.goTo('2026-11-24T10:00:00Z');
    const [allocation] = findAll(workspace, 'allocations', ({ childRef }) => childRef === 'C1');
    if (!allocation) throw new Error('allocated');
    const moved = { ...allocation.body, staffRef: priya, from: '2026-11-23' };
    const record = child(workspace);
    const row = findChild(workspace, 'C1');
    if (!row) throw new Error('C1');
    await workspace.change(() => [
      updated(allocation, { ...moved, allocatedAt: '2026-11-23T15:00:00Z' }),
      updated(row, { ...record, status: 'ASSESS' }),
    ]);
    const due = () => allocationDueOf(workspace, child(workspace));
    expect(due()).toMatchObject({ dueAt: '2026-11-24T15:00:00Z', rule: 'R-15' });
    await recorded(workspace, 'allocation', { on: '23 November 2026', time: '4pm' });
    expect(due().outcome).toBe('none');
  });
});

describe('the flags', () => {
  it('are told of a decision that waits, and of no routine one', async () => {
    const { workspace, priya } = await begun();
    await recorded(workspace, 'managementDecision', { changesDirection: 'yes' });
    await recorded(workspace, 'managementDecision', {
      childRefs: [ref('C2')],
      significance: 'routine',
    });
    const id = await planSession(workspace, priya, '2026-11-27');
    const session = findSession(workspace, id)?.body;
    if (!session) throw new Error('planned');
    const facts = caseFactsOf(workspace, session);
    const of = (childRef: string) =>
      facts.find((each) => each.child.ref === childRef)?.facts.decisions;
    expect(of('C1')).toMatchObject([
      { on: '2026-11-20', significance: 'significant', changesDirection: true, revisit: 'pending' },
    ]);
    expect(of('C2')).toMatchObject([{ significance: 'routine', revisit: 'notRequired' }]);
  });

  it('are told of a meeting of several teams, and of none where nobody entered any', async () => {
    const { workspace, priya } = await begun('swindon-000');
    const id = await planSession(workspace, priya, '2026-11-27');
    const due = () => {
      const session = findSession(workspace, id)?.body;
      const [first] = session ? caseFactsOf(workspace, session) : [];
      return first?.facts.multiTeamDue;
    };
    expect(due()).toBeUndefined();
    const why = { on: '2026-10-02' as never, reason: 'Adult services opened' };
    await noteTeams(workspace, ref('C1'), 'Assessment; adult mental health', why);
    expect(due()).toMatchObject({ status: 'overdue', rule: 'R-18', dueOn: '2026-11-02' });
  });
});
