import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { childDueOf, workerDueOf } from '#storage/agenda/due.ts';
import { amendRecord, finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { chronologyOf } from '#storage/child-file/chronology.ts';
import { figuresFor } from '#storage/figures/figures.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import {
  endSession,
  planSession,
  setNotDiscussed,
  startSession,
} from '#storage/session/sessions.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { markPlaced } from '#storage/staff-file/staff-file.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import { wasRemoved } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, updated } from '#storage/writes.ts';
import { readyBrief, readyInDepth, ref } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  passphrase,
  quickDerive,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { endHold, holdsOf, periodsOf, setPeriods, startHold } from './keeping.ts';
import { removeKept, reviewList } from './keeping-list.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const goTo = (workspace: Workspace, day: string) =>
  (workspace.ports as TestPorts).goTo(`${day}T10:00:00Z`);
const open = (workspace: Workspace) =>
  openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });

type Depth = 'brief' | 'inDepth' | 'not';
interface Month {
  readonly depths: readonly [Depth, Depth];
  readonly recorded: boolean;
  readonly worries: string;
}

/** A session on the 10th of each month from January 2026, as each month says. */
async function history(months: readonly Month[]) {
  const workspace = await aWorkspace(testPorts('2026-01-05T10:00:00.000Z'));
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  for (const [index, { depths, recorded, worries }] of months.entries()) {
    const month = `2026-${String(index + 1).padStart(2, '0')}`;
    goTo(workspace, `${month}-10`);
    const session = await startSession(workspace, priya);
    for (const [at, depth] of depths.entries()) {
      const child = `C${at + 1}`;
      if (depth === 'not') {
        await setNotDiscussed(workspace, session, [child], 'timeRanOut');
        continue;
      }
      const { id, childRef, settled, ...ready } = depth === 'brief' ? readyBrief() : readyInDepth();
      const typed = { ...ready, worries, accountedAt: workspace.now };
      await write(workspace, session, child, typed);
    }
    await endSession(workspace, session, there);
    for (const [at, depth] of depths.entries())
      if (depth !== 'not') await finaliseChild(workspace, session, `C${at + 1}`);
    await workspace.change(() =>
      findAll(workspace, 'notes', (note) => note.sessionId === session).map((record) =>
        updated(record, { ...record.body, text: 'Discussed' }),
      ),
    );
    expect(await finaliseNote(workspace, session)).toEqual({ outcome: 'finalised' });
    goTo(workspace, `${month}-12`);
    if (!recorded) continue;
    const note = noteOf(workspace, session)?.body;
    const placed = { state: 'placed', on: `${month}-12`, reference: '' } as const;
    if (note && note.finalisedAt !== '') await markPlaced(workspace, note, placed);
    for (const record of bodies(workspace, 'childRecords'))
      if (record.sessionId === session)
        await markRecorded(workspace, record, {
          state: 'recorded',
          on: `${month}-11`,
          reference: '',
        });
  }
  goTo(workspace, '2026-11-20');
  return { workspace, priya };
}

const list = (workspace: Workspace) => reviewList(workspace);
const listed = async (workspace: Workspace) => (await list(workspace)).free.map(({ on }) => on);

async function removeAll(workspace: Workspace) {
  await open(workspace);
  const { free } = await list(workspace);
  return removeKept(
    workspace,
    free.map(({ id }) => id),
  );
}

const plain: Month = { depths: ['inDepth', 'brief'], recorded: true, worries: 'The same' };
const setAll = (workspace: Workspace, recorded = 'P30D') =>
  setPeriods(workspace, { ...periodsOf(workspace), recorded });

/** Everything with a day in it: due dates, the agenda with its facts, and the figures of each month. */
async function said(workspace: Workspace) {
  const sessions = bodies(workspace, 'sessions').filter(({ status }) => status === 'planned');
  const months = Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
  return {
    children: bodies(workspace, 'children').map((child) => childDueOf(workspace, child)),
    workers: bodies(workspace, 'staff').map((staff) => workerDueOf(workspace, staff)),
    agenda: sessions.map((session) => caseFactsOf(workspace, session)),
    figures: months.map((month) =>
      figuresFor(workspace, { month: month as CalendarMonth, who: { kind: 'supervisor' } }),
    ),
  };
}

/** The lists behind figures have no order of their own. */
const inOrder = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inOrder).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  return `{${Object.entries(value).map(([key, each]) => `${key}:${inOrder(each)}`)}}`;
};

describe('the review list', () => {
  it('nothing is listed before a period is set, and what is not recorded never is', async () => {
    const months = [plain, { ...plain, recorded: false }, plain, plain, plain];
    const { workspace } = await history(months);
    expect(await listed(workspace)).toEqual([]);
    await setAll(workspace);
    const { free, staying } = await list(workspace);
    const days = [...new Set([...free, ...staying].map(({ on }) => on))]; // each child has its own
    expect(days.toSorted()).toEqual(['2026-01-10', '2026-03-10', '2026-04-10', '2026-05-10']);
    expect(staying.map(({ on, stays }) => `${on} ${stays}`)).toContain('2026-05-10 rule');
  });

  it('one that was corrected after it was recorded is not listed', async () => {
    const { workspace } = await history([plain, { ...plain, worries: 'b' }, plain, plain]);
    await setAll(workspace);
    const theirs = async () => (await list(workspace)).free.flatMap(({ rows }) => rows);
    const record = bodies(workspace, 'childRecords').find(({ childRef }) => childRef === 'C2');
    if (!record) throw new Error('no record');
    expect(await theirs()).toContain(record.id);
    await amendRecord(workspace, record, { text: 'It was her aunt', reason: '' });
    expect(await theirs()).not.toContain(record.id);
  });

  it('a hold on a child or on the worker takes everything of theirs off the list', async () => {
    const { workspace, priya } = await history([plain, { ...plain, worries: 'b' }, plain, plain]);
    await setAll(workspace);
    expect(await listed(workspace)).not.toEqual([]);
    const hold = { reason: 'Court', heldBy: 'Legal', from: '2026-11-20' };
    await startHold(workspace, { ...hold, staffRef: priya });
    expect(await list(workspace)).toEqual({ free: [], staying: [] });
    await endHold(workspace, holdsOf(workspace)[0]?.id ?? '');
    expect(await listed(workspace)).not.toEqual([]);
    await startHold(workspace, { ...hold, childRef: ref('C1') });
    expect((await list(workspace)).free.flatMap(({ children }) => children)).not.toContain('C1');
  });
});

describe('removing', () => {
  it('asks who is there, and takes rows, versions and what waits; stubs and one line stay', async () => {
    const { workspace } = await history([plain, { ...plain, worries: 'b' }, plain, plain]);
    await setAll(workspace);
    const { free } = await list(workspace);
    const ids = free.map(({ id }) => id);
    const rows = free.flatMap((unit) => unit.rows);
    expect(await removeKept(workspace, ids)).toEqual({ outcome: 'notAsked' });
    await open(workspace);
    expect(await removeKept(workspace, [...ids, 'other'])).toEqual({ outcome: 'changed' });
    expect(await removeKept(workspace, ids)).toMatchObject({ outcome: 'removed' });
    const { db } = workspace;
    for (const table of [db.rows, db.outbox])
      expect((await table.bulkGet(rows)).filter(Boolean)).toEqual([]);
    expect(await db.versions.where('id').anyOf(rows).count()).toBe(0);
    const audit = bodies(workspace, 'audit').at(-1);
    expect(audit).toMatchObject({ what: 'recordsRemoved', about: { records: free.length } });
    const again = await openAgain(workspace);
    const stubs = bodies(again, 'childStubs');
    expect(stubs.length).toBeGreaterThan(0);
    expect(stubs.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(wasRemoved(again, stubs[0]?.recordId ?? '')).toBe(true);
    expect(chronologyOf(again, 'C1').filter(({ title }) => /removed/.test(title))).not.toEqual([]);
  });

  it('due dates, the agenda and the figures are the same before and after, of any history', async () => {
    const depth = fc.constantFrom<Depth>('brief', 'inDepth', 'not');
    const month = fc.record({
      depths: fc.tuple(depth, depth),
      recorded: fc.boolean(),
      worries: fc.constantFrom('The same', 'Another'),
    });
    let removed = 0;
    let notes = 0;
    const oneHistory = async (months: readonly Month[]) => {
      const { workspace, priya } = await history(months);
      await planSession(workspace, priya, '2026-11-25');
      await setPeriods(workspace, { ...periodsOf(workspace), recorded: 'P10D', staffNote: 'P1M' });
      const before = inOrder(await said(workspace));
      const outcome = await removeAll(workspace);
      if (outcome.outcome === 'removed') removed += outcome.count;
      notes += bodies(workspace, 'staffStubs').length;
      expect(inOrder(await said(workspace))).toBe(before);
      const planned = bodies(workspace, 'sessions').find(({ status }) => status === 'planned');
      expect(findSession(workspace, planned?.id ?? '')).toBeDefined();
    };
    await fc.assert(fc.asyncProperty(fc.array(month, { minLength: 2, maxLength: 6 }), oneHistory), {
      numRuns: 10,
    });
    expect(removed).toBeGreaterThan(0);
    expect(notes).toBeGreaterThan(0);
  }, 60_000);
});
