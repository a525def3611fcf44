import canonicalize from 'canonicalize';
import { describe, expect, it, vi } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import { closeChild, removeChild } from '#storage/caseload/caseload.ts';
import { findPart } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { recordsToFinish, stateOfRecord } from '#storage/session/unfinished.ts';
import { settleClash } from '#storage/sync/settle-clash.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { readyBrief, readyInDepth, ref, today } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestChild,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { amendmentsOf, markOf, recordsOfChild, recordsToRecord } from './child-record-reads.ts';
import { amendRecord, finaliseChild, markRecorded } from './child-records.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const ports = (workspace: Workspace) => workspace.ports as TestPorts;
const action = (id: string) => ({ id: id as never, what: id, owner: 'Priya', byWhen: '2 weeks' });
const own = ({ id, childRef, settled, ...rest }: ReturnType<typeof readyBrief>) => rest;
const brief = (over = {}) => own(readyBrief(over));

/** A session in which every child was discussed in brief, and which has ended. */
async function held(children: readonly TestChild[] = [{ reference: 'C1' }], over = {}) {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, children);
  const session = await startSession(workspace, priya);
  for (const { reference } of children) await write(workspace, session, reference, brief(over));
  await endSession(workspace, session, there);
  return { workspace, priya, session };
}
async function finalised(
  workspace: Workspace,
  session: string,
  childRef = 'C1',
): Promise<ChildRecord> {
  const outcome = await finaliseChild(workspace, session, childRef);
  if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
  const record = workspace.set.find('childRecords', outcome.recordId)?.body;
  if (!record) throw new Error('not in the working set');
  return record;
}

describe('finalising', () => {
  it('stores the canonical text as the body, and it opens to the letter', async () => {
    const { workspace, session } = await held([
      { reference: 'C1', name: 'Zoe\u0308 \u202e\u0000' },
    ]);
    const { id } = await finalised(workspace, session);
    const text = workspace.set.find('childRecords', id)?.text ?? '';
    expect(canonicalize(JSON.parse(text))).toBe(text);
    const again = await openAgain(workspace);
    expect(again.set.find('childRecords', id)).toMatchObject({ text, v: 1 });
    expect(again.set.find('childRecords', id)?.body.child.name).toBe('Zoe\u0308 \u202e\u0000');
  });

  it('makes the part read only, keeps the draft as a version, and queues the record', async () => {
    const { workspace, session } = await held();
    const discussionId = findPart(workspace, session, 'C1')?.record.id ?? '';
    const before = await workspace.db.rows.get(discussionId);
    const { id } = await finalised(workspace, session);
    expect(findPart(workspace, session, 'C1')?.part.childRecordId).toBe(id);
    const versions = await workspace.db.versions.where('id').equals(discussionId).toArray();
    expect(versions.at(-1)).toMatchObject({ why: 'final', v: before?.v, ct: before?.ct });
    expect(await workspace.db.outbox.get(id)).toMatchObject({ state: 'waiting' });
  });

  it('a second time, at once or the next day, answers with the same record', async () => {
    const { workspace, session } = await held();
    const both = await Promise.all([
      finaliseChild(workspace, session, 'C1'),
      finaliseChild(workspace, session, 'C1'),
    ]);
    const again = await openAgain(workspace);
    const outcomes = [...both, await finaliseChild(again, session, 'C1')];
    expect(new Set(outcomes.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(again.set.all('childRecords').size).toBe(1);
  });

  it('by two tabs at once makes one record', async () => {
    const { workspace, session } = await held();
    const other = await openAgain(workspace);
    await Promise.all([
      finaliseChild(workspace, session, 'C1'),
      finaliseChild(other, session, 'C1'),
    ]);
    expect((await openAgain(workspace)).set.all('childRecords').size).toBe(1);
  });

  it('says what is missing and writes nothing', async () => {
    const { workspace, session } = await held([{ reference: 'C1' }], { briefNote: '' });
    const before = await workspace.db.rows.toArray();
    expect(await finaliseChild(workspace, session, 'C1')).toMatchObject({
      outcome: 'missing',
      missing: [{ path: 'briefNote' }],
    });
    expect(await workspace.db.rows.toArray()).toEqual(before);
  });

  it('takes in text that was still waiting to be saved', async () => {
    const { workspace, session } = await held();
    const found = findPart(workspace, session, 'C1');
    if (!found) throw new Error('no part');
    const { body, id } = found.record;
    const children = body.children.map((part) => ({ ...part, briefNote: 'the last words' }));
    workspace.draft({ collection: 'discussions', id, body: { ...body, children } });
    expect((await finalised(workspace, session)).fields).toMatchObject({
      briefNote: 'the last words',
    });
  });

  it('does not go on without text that could not be saved: it would be left out for good', async () => {
    const { workspace, session } = await held();
    const found = findPart(workspace, session, 'C1');
    if (!found) throw new Error('no part');
    const { body, id } = found.record;
    const children = body.children.map((part) => ({ ...part, briefNote: 'the last words' }));
    vi.spyOn(workspace.db, 'transaction').mockImplementationOnce((() =>
      Promise.reject(new DOMException('full', 'QuotaExceededError'))) as never);
    workspace.draft({ collection: 'discussions', id, body: { ...body, children } });
    await expect(finaliseChild(workspace, session, 'C1')).rejects.toMatchObject({
      name: 'StorageError',
    });
    expect(workspace.set.all('childRecords').size).toBe(0);
    expect((await finalised(workspace, session)).fields).toMatchObject({
      briefNote: 'the last words',
    });
  });

  it('is all or none', async () => {
    const { workspace, session } = await held([{ reference: 'C1' }], { actions: [action('a1')] });
    workspace.db.rows.hook('creating', () => {
      throw new Error('no');
    });
    await expect(finaliseChild(workspace, session, 'C1')).rejects.toMatchObject({
      name: 'StorageError',
    });
    expect(findPart(workspace, session, 'C1')?.part.childRecordId).toBe('');
    const again = await openAgain(workspace);
    expect(findPart(again, session, 'C1')?.part.childRecordId).toBe('');
    expect(again.set.all('childRecords').size).toBe(0);
  });

  it('an action taken out after the session’s end is withdrawn, and one added is written', async () => {
    const { workspace, session, priya } = await held([{ reference: 'C1' }], {
      actions: [action('a1')],
    });
    await write(workspace, session, 'C1', { actions: [action('a2')] });
    const record = await finalised(workspace, session);
    expect(record.actions.map(({ id }) => id)).toEqual(['a2']);
    expect(bodies(workspace, 'childActionEvents')).toMatchObject([
      { actionId: 'a1', outcome: 'withdrawn' },
    ]);
    ports(workspace).goTo('2026-12-18T10:00:00Z');
    const next = await startSession(workspace, priya);
    expect(findPart(workspace, next, 'C1')?.part.settled.map((each) => each.actionId)).toEqual([
      'a2',
    ]);
  });

  it('finalised after the next session, it still holds what was said of last time’s actions', async () => {
    const { workspace, session, priya } = await held([{ reference: 'C1' }], {
      actions: [action('a1')],
    });
    await finalised(workspace, session);
    const settle = async (id: string, outcome: 'carried' | 'done', reason: string) => {
      const settled = findPart(workspace, id, 'C1')?.part.settled ?? [];
      const changed = settled.map((each) => ({ ...each, outcome, reason }));
      await write(workspace, id, 'C1', {
        ...brief(),
        settled: changed,
        accountedAt: workspace.now,
      });
      await endSession(workspace, id, there);
    };
    ports(workspace).goTo('2026-12-18T10:00:00Z');
    const december = await startSession(workspace, priya);
    await settle(december, 'carried', 'School was shut');
    ports(workspace).goTo('2027-01-15T10:00:00Z');
    const january = await startSession(workspace, priya);
    await settle(january, 'done', '');
    expect((await finalised(workspace, december)).actionsReviewed).toMatchObject([
      { id: 'a1', outcome: 'carried', reason: 'School was shut' },
    ]);
    expect((await finalised(workspace, january)).actionsReviewed).toMatchObject([
      { id: 'a1', outcome: 'done' },
    ]);
  });

  it('names brothers and sisters on the list where ticked, not one taken off as a mistake or closed', async () => {
    const family = ['C1', 'C2', 'C3', 'C4'].map((reference) => ({
      reference,
      name: `Name ${reference}`,
      familyRef: 'F',
    }));
    const { workspace, session } = await held(family, { siblingsRelevant: true });
    await removeChild(workspace, ref('C3'), { on: today, reason: 'Another family' });
    await closeChild(workspace, ref('C4'), { on: today, reason: 'Closed' });
    expect((await finalised(workspace, session)).siblings).toEqual(['Name C2']);
  });
});

describe('amending', () => {
  it('leaves the original as it was, and names the text it amends', async () => {
    const { workspace, session } = await held();
    const record = await finalised(workspace, session);
    const row = await workspace.db.rows.get(record.id);
    const { text } = workspace.set.find('childRecords', record.id) ?? { text: '' };
    ports(workspace).advance(60_000);
    await amendRecord(workspace, record, { text: 'Not her aunt.', reason: 'Misheard' });
    ports(workspace).advance(60_000);
    await amendRecord(workspace, record, { text: 'Her uncle.', reason: 'Misheard again' });
    expect(await workspace.db.rows.get(record.id)).toEqual(row);
    expect(amendmentsOf(workspace, record.id)).toMatchObject([
      { text: 'Not her aunt.', reason: 'Misheard', by: 'Sam Lee', at: '2026-11-20T10:01:00.000Z' },
      { text: 'Her uncle.', recordHash: await sha256(text) },
    ]);
    expect(amendmentsOf(workspace, 'other')).toEqual([]);
  });
});

describe('recorded in the case system', () => {
  it('marking ends the deadline, undoing starts it again, and both are kept', async () => {
    const { workspace, session } = await held();
    const record = await finalised(workspace, session);
    expect(recordsToRecord(workspace).map(({ id }) => id)).toEqual([record.id]);
    await markRecorded(workspace, record, { state: 'recorded', on: '2026-11-23', reference: 'M1' });
    expect(markOf(workspace, record.id)).toMatchObject({
      caseSystem: 'Mosaic',
      on: '2026-11-23',
      by: 'Sam Lee',
    });
    expect(recordsToRecord(workspace)).toEqual([]);
    expect(stateOfRecord(workspace, record)).toMatchObject({ status: 'recorded-on-time' });
    ports(workspace).advance(1);
    await markRecorded(workspace, record, { state: 'undone', on: '', reference: '' });
    expect(markOf(workspace, record.id)).toBeUndefined();
    expect(recordsToRecord(workspace)).toHaveLength(1);
    expect(workspace.set.all('childMarks').size).toBe(2);
    ports(workspace).goTo('2026-11-28T10:00:00Z');
    expect(stateOfRecord(workspace, record)).toMatchObject({ status: 'overdue', daysLate: 1 });
  });

  it('recorded after the due day is late by the days since', async () => {
    const { workspace, session } = await held();
    const record = await finalised(workspace, session);
    await markRecorded(workspace, record, { state: 'recorded', on: '2026-11-30', reference: '' });
    expect(stateOfRecord(workspace, record)).toMatchObject({
      status: 'recorded-late',
      daysLate: 3,
    });
  });
});

describe('what is still to do', () => {
  it('each discussed child of an ended session, until its record is finalised', async () => {
    const { workspace, session } = await held([{ reference: 'C1' }, { reference: 'C2' }]);
    expect(recordsToFinish(workspace).map(({ part }) => part.childRef)).toEqual(['C1', 'C2']);
    await finalised(workspace, session);
    const [left] = recordsToFinish(workspace, session);
    expect(left).toMatchObject({
      part: { childRef: 'C2' },
      deadline: { status: 'due', dueOn: '2026-11-27' },
      state: { status: 'due_soon' },
    });
  });

  it('the same deadline before and after it is finalised: 24 hours for an urgent matter', async () => {
    const decisions = [
      {
        id: 'x1',
        text: 'Enquiry',
        rationale: 'A bruise',
        significance: 'urgent',
        decidedAt: '2026-11-20T09:30:00.000Z',
      },
    ];
    const { workspace, session } = await held([{ reference: 'C1' }], { decisions });
    ports(workspace).goTo('2026-11-21T09:31:00Z');
    const [before] = recordsToFinish(workspace);
    expect(before).toMatchObject({
      deadline: { dueAt: '2026-11-21T09:30:00Z' },
      state: { status: 'overdue' },
    });
    const record = await finalised(workspace, session);
    expect(record.lateEntry).toBe(true);
    expect(stateOfRecord(workspace, record)).toEqual(before?.state);
  });
});

it('a child’s records are shown newest first', async () => {
  const { workspace, session, priya } = await held();
  await finalised(workspace, session);
  ports(workspace).goTo('2026-12-18T10:00:00Z');
  const next = await startSession(workspace, priya);
  await write(workspace, next, 'C1', brief({ accountedAt: workspace.now }));
  await finalised(workspace, next);
  expect(recordsOfChild(workspace, 'C1').map(({ discussedOn }) => discussedOn)).toEqual([
    '2026-12-18',
    '2026-11-20',
  ]);
  expect(toCalendarDate(recordsOfChild(workspace, 'C1')[0]?.discussedOn ?? '')).toBeTruthy();
});

describe('two versions of a text', () => {
  async function clashing() {
    const { workspace, session } = await held();
    const other = await openAgain(workspace);
    const id = findPart(workspace, session, 'C1')?.record.id ?? '';
    for (const tab of [workspace, other]) tab.openDraft('discussions', id);
    const typed = (text: string): Discussion => {
      const body = findPart(workspace, session, 'C1')?.record.body as Discussion; // found above
      return { ...body, children: body.children.map((part) => ({ ...part, briefNote: text })) };
    };
    const [ours, theirs] = [typed('ours'), typed('theirs')];
    other.draft({ collection: 'discussions', id, body: theirs });
    await other.queue.flush();
    workspace.draft({ collection: 'discussions', id, body: ours });
    await workspace.queue.flush();
    const clash = { path: 'children.C1.briefNote', ours: 'ours', theirs: 'theirs' };
    return { workspace, session, id, clash };
  }

  it('[FIN7] hold the record back until a person has chosen', async () => {
    const { workspace, session, id, clash } = await clashing();
    expect(await finaliseChild(workspace, session, 'C1')).toMatchObject({
      missing: [{ path: 'twoVersions' }],
    });
    await settleClash(workspace, { collection: 'discussions', id }, clash, 'theirs');
    expect((await finalised(workspace, session)).fields).toMatchObject({ briefNote: 'theirs' });
  });

  it.each([
    ['ours', 'ours'],
    ['theirs', 'theirs'],
    ['both', 'ours\n\n[The other version]\ntheirs'],
  ] as const)(
    '%s: the text is %j, and the row before the choice is a version',
    async (choice, text) => {
      const { workspace, session, id, clash } = await clashing();
      const before = await workspace.db.rows.get(id);
      await settleClash(workspace, { collection: 'discussions', id }, clash, choice);
      expect(findPart(workspace, session, 'C1')?.part.briefNote).toBe(text);
      const versions = await workspace.db.versions.where('id').equals(id).toArray();
      expect(versions.at(-1)).toMatchObject({ why: 'replaced', v: before?.v });
    },
  );

  it('the choice stays, whatever is typed next into the form that still shows the other text', async () => {
    const { workspace, session, id, clash } = await clashing();
    const form = findPart(workspace, session, 'C1')?.record.body as Discussion; // what is on screen
    await settleClash(workspace, { collection: 'discussions', id }, clash, 'theirs');
    workspace.draft({
      collection: 'discussions',
      id,
      body: { ...form, familySummary: 'typed next' },
    });
    await workspace.queue.flush();
    const { body } = findPart(workspace, session, 'C1')?.record ?? {};
    expect(body).toMatchObject({ familySummary: 'typed next', clashes: [] });
    expect(body?.children[0]?.briefNote).toBe('theirs');
  });
});

it('in depth too', async () => {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const session = await startSession(workspace, priya);
  await write(workspace, session, 'C1', own(readyInDepth()));
  await endSession(workspace, session, there);
  expect(await finalised(workspace, session)).toMatchObject({ depth: 'inDepth', noActions: true });
});
