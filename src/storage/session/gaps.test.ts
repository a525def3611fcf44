import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspectKeys, type StaffNote } from '#domain/records/staff-note.ts';
import { ToldAbsence } from '#domain/records/told-absence.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { readyBrief, ref } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { gapBeforeSession, gapLineFor } from './gaps.ts';
import { findSession, noteOf } from './session-reads.ts';
import { endSession, setNotDiscussed, startSession } from './sessions.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const ports = (workspace: Workspace) => workspace.ports as TestPorts;
const NOVEMBER = 'No formal supervision in November 2026 because of practitioner absence.';

async function change(workspace: Workspace, session: string, over: object): Promise<void> {
  const record = noteOf(workspace, session);
  if (!record) throw new Error('no notes');
  await workspace.change(() => [updated(record, { ...record.body, ...over } as StaffNote)]);
}

const sessionOf = (workspace: Workspace, id: string) => {
  const session = findSession(workspace, id)?.body;
  if (!session) throw new Error('no session');
  return session;
};

async function discuss(workspace: Workspace, session: string, childRefs: readonly string[]) {
  const { id, childRef, settled, ...brief } = readyBrief();
  const said = { ...brief, accountedAt: workspace.now };
  for (const each of childRefs) await write(workspace, session, each, said);
}

async function textOf(workspace: Workspace, session: string, childRef: string): Promise<string> {
  const outcome = await finaliseChild(workspace, session, childRef);
  if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
  return workspace.set.find('childRecords', outcome.recordId)?.text ?? '';
}
const gapOf = async (...args: Parameters<typeof textOf>) =>
  JSON.parse(await textOf(...args)).gap as string;

const away = (kind: string, detail: string) =>
  ToldAbsence.parse({
    id: 'x',
    kind,
    from: '2 11 2026',
    to: '4 12 2026',
    fromDate: '2026-11-02',
    toDate: '2026-12-04',
    detail,
  });

/** TV09: held on 14 October; away from 2 November to 4 December; back and meeting on 7 December. */
async function afterLeave(
  absences: readonly ToldAbsence[] = [away('sickness', 'Flu')],
  profileId = 'islington-001',
) {
  const workspace = await aWorkspace(testPorts('2026-10-14T09:00:00.000Z'), profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const first = await startSession(workspace, priya);
  await discuss(workspace, first, ['C1', 'C2']);
  await endSession(workspace, first, there);
  for (const each of ['C1', 'C2']) await finaliseChild(workspace, first, each);

  ports(workspace).goTo('2026-12-07T10:00:00Z');
  const session = await startSession(workspace, priya);
  await change(workspace, session, { absences });
  return { workspace, priya, session };
}

describe('what a session has to explain', () => {
  it('the month that leave made miss, for every open child, with reallocation', async () => {
    const { workspace, session } = await afterLeave();
    const gap = {
      months: ['2026-11'],
      forChildren: ['2026-11'],
      considerReallocation: true,
    };
    expect(gapBeforeSession(workspace, sessionOf(workspace, session))).toEqual(gap);
    await endSession(workspace, session, there); // a meeting ends the gap and does not fill it
    expect(gapBeforeSession(workspace, sessionOf(workspace, session))).toEqual(gap);
  });

  it('a month missed without leave is explained, and no child’s record tells of it', async () => {
    const { workspace, session } = await afterLeave([]);
    expect(gapBeforeSession(workspace, sessionOf(workspace, session))).toEqual({
      months: ['2026-11'],
      forChildren: [],
      considerReallocation: false,
    });
    await discuss(workspace, session, ['C1']);
    await endSession(workspace, session, there);
    expect(await gapOf(workspace, session, 'C1')).toBe('');
  });

  it('under another policy the notes explain it and no child’s record does', async () => {
    const { workspace, session } = await afterLeave(undefined, 'mosaic-004');
    const gap = gapBeforeSession(workspace, sessionOf(workspace, session));
    expect(gap).toEqual({ months: ['2026-11'], forChildren: [], considerReallocation: false });
    await discuss(workspace, session, ['C1']);
    await endSession(workspace, session, there);
    expect(await gapOf(workspace, session, 'C1')).toBe('');
    expect(await finaliseNote(workspace, session)).toMatchObject({
      missing: [{ path: 'gapWhy' }],
    });
  });

  it('nothing where no due date was missed', async () => {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    const session = await startSession(workspace, priya);
    expect(gapBeforeSession(workspace, sessionOf(workspace, session)).months).toEqual([]);
  });
});

describe('the line on a child’s record', () => {
  it('is on the first record after the gap, and not again', async () => {
    const { workspace, priya, session } = await afterLeave();
    await change(workspace, session, { gapCover: 'Dana Cole' });
    await discuss(workspace, session, ['C1', 'C2']);
    await endSession(workspace, session, there);
    expect(await gapOf(workspace, session, 'C1')).toBe(`${NOVEMBER} Cover: Dana Cole`);
    ports(workspace).goTo('2027-01-11T10:00:00Z');
    const next = await startSession(workspace, priya);
    await discuss(workspace, next, ['C1', 'C2']);
    await endSession(workspace, next, there);
    expect(await gapOf(workspace, next, 'C1')).toBe('');
    // The December record was forgotten: whichever is finalised first tells of it, and so does that one.
    const told = `${NOVEMBER} Cover: Dana Cole`;
    expect(await gapOf(workspace, next, 'C2')).toBe(told);
    expect(await gapOf(workspace, session, 'C2')).toBe(told);
  });

  it('comes to a child left out of that session with its next record, and the cover with it', async () => {
    const { workspace, priya, session } = await afterLeave();
    await change(workspace, session, { gapCover: 'Dana Cole' });
    await discuss(workspace, session, ['C1']);
    await setNotDiscussed(workspace, session, ['C2'], 'Time ran out');
    await endSession(workspace, session, there);
    await textOf(workspace, session, 'C1');
    ports(workspace).goTo('2027-01-11T10:00:00Z');
    const next = await startSession(workspace, priya);
    await discuss(workspace, next, ['C1', 'C2']);
    await endSession(workspace, next, there);
    expect(await gapOf(workspace, next, 'C2')).toBe(`${NOVEMBER} Cover: Dana Cole`);
    expect(await gapOf(workspace, next, 'C1')).toBe('');
  });

  it('takes no cover from the notes of an earlier gap', async () => {
    const { workspace, priya, session } = await afterLeave();
    await change(workspace, session, { gapCover: 'Dana Cole' });
    await discuss(workspace, session, ['C1']);
    await endSession(workspace, session, there);
    await textOf(workspace, session, 'C1');
    ports(workspace).goTo('2027-02-03T10:00:00Z');
    const next = await startSession(workspace, priya);
    const january = ToldAbsence.parse({
      id: 'y',
      from: '1 1 2027',
      to: '31 1 2027',
      fromDate: '2027-01-01',
      toDate: '2027-01-31',
    });
    await change(workspace, next, { absences: [january] });
    await discuss(workspace, next, ['C1']);
    await endSession(workspace, next, there);
    expect(await gapOf(workspace, next, 'C1')).toBe(
      'No formal supervision in January 2027 because of practitioner absence.',
    );
  });

  it('is not for a child who came onto the list after it', async () => {
    const { workspace } = await afterLeave();
    await addChildren(workspace, [
      {
        facts: {
          reference: 'C3',
          name: 'Child C3',
          dateOfBirth: '2016-03-04',
          expectedOn: '',
          status: 'CIN',
          familyRef: '',
          checks: [],
        },
        worker: { name: 'Priya Shah' },
        allocatedAt: '2026-12-03',
      },
    ]);
    const session = [...workspace.set.all('sessions').values()].at(-1)?.body;
    if (!session) throw new Error('no session');
    const line = (childRef: string) => gapLineFor(workspace, session, ref(childRef), '2026-12-07');
    expect(line('C3')).toBe('');
    expect(line('C1')).toBe(NOVEMBER);
    expect(gapLineFor(workspace, session, ref('C1'), '')).toBe('');
  });
});

describe('two files, never mixed', () => {
  /** A child's record without what is drawn by chance. */
  const stable = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');

  it('a child’s record is the same, letter for letter, whatever kind of absence it was', async () => {
    const texts = new Set<string>();
    for (const kind of ['sickness', 'annualLeave', 'training', 'other', ''] as const) {
      const { workspace, session } = await afterLeave([away(kind, `Because of ${kind}`)]);
      await change(workspace, session, { gapCover: 'Dana Cole', gapWhy: `It was ${kind}` });
      await discuss(workspace, session, ['C1']);
      await endSession(workspace, session, there);
      texts.add(stable(await textOf(workspace, session, 'C1')));
    }
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain(`${NOVEMBER} Cover: Dana Cole`);
  });

  it('no word of the notes but the cover reaches a child’s record', async () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/).map((text) => `planted-${text}`);
    const texts = fc.record({ a: word, b: word, c: word, d: word, cover: fc.string() });
    await fc.assert(
      fc.asyncProperty(texts, async ({ a, b, c, d, cover }) => {
        const { workspace, session } = await afterLeave([away('sickness', a)]);
        const aspects = aspectKeys.map((key) => [key, { text: b, notCovered: c }]);
        await change(workspace, session, {
          ...Object.fromEntries(aspects),
          location: d,
          supportDetailWithheld: true,
          gapWhy: a,
          gapCover: cover,
          gapReallocation: b,
          text: c,
          nextMeetingOn: d,
          actions: [{ id: 'act', what: a, owner: b, byWhen: c }],
          settled: [{ id: 'set', actionId: 'none', outcome: 'carried', reason: d }],
        });
        await discuss(workspace, session, ['C1']);
        await endSession(workspace, session, there);
        expect(await textOf(workspace, session, 'C1')).not.toContain('planted-');
      }),
      { numRuns: 12 },
    );
  });
});
