import { describe, expect, it } from 'vitest';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { ToldAbsence } from '#domain/records/told-absence.ts';
import { buildChildExport } from '#exchange/text/child-exports.ts';
import { childDueOf, eventsOfChild } from '#storage/agenda/due.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { entriesOfChild } from '#storage/entries/entries-of-child.ts';
import { entriesToRecord } from '#storage/entries/entries-reads.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { recordAbsence } from './absences.ts';
import { cancelSession, recordCancellation } from './cancellations.ts';
import {
  childrenToTell,
  gapDraftOf,
  gapsRecorded,
  missingForGapDraft,
  newGapDraft,
  recordGap,
} from './cancellations-gap.ts';
import { missedBefore } from './missed.ts';
import { noteOf } from './session-reads.ts';
import { endSession, planSession, startSession } from './sessions.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const ports = (workspace: Workspace) => workspace.ports as TestPorts;
const LINE = 'No formal supervision in November 2026 because of practitioner absence.';

async function discuss(workspace: Workspace, session: string, childRefs: readonly string[]) {
  const { id, childRef, settled, ...brief } = readyBrief();
  for (const each of childRefs)
    await write(workspace, session, each, { ...brief, accountedAt: workspace.now });
}

/** Held on 14 October; away from 2 November to 4 December; it is 7 December, nothing was held yet. */
async function afterLeave(profileId = 'islington-001', isAway = true) {
  const workspace = await aWorkspace(testPorts('2026-10-14T09:00:00.000Z'), profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const first = await startSession(workspace, priya);
  await discuss(workspace, first, ['C1', 'C2']);
  await endSession(workspace, first, there);
  for (const each of ['C1', 'C2']) await finaliseChild(workspace, first, each);
  ports(workspace).goTo('2026-12-07T10:00:00Z');
  if (isAway)
    await recordAbsence(workspace, { staffRef: priya, from: '2026-11-02', to: '2026-12-04' });
  return { workspace, priya, first };
}

type Told = Partial<CancellationRecord>;
const considered = { coverConsidered: 'Considered: no.' };

async function tell(
  workspace: Workspace,
  priya: Parameters<typeof newGapDraft>[1],
  over: Told = {},
) {
  const draft = { ...newGapDraft(workspace, priya), ...considered, ...over };
  workspace.draft({ collection: 'cancellations', id: draft.id, body: draft });
  return recordGap(workspace, draft);
}

const linesOf = (workspace: Workspace, childRef: string) =>
  entriesOfChild(workspace, childRef).map(({ fields }) => fields.text);

describe('one action', () => {
  it('writes the line on every open child, each exactly once', async () => {
    const { workspace, priya } = await afterLeave();
    const outcome = await tell(workspace, priya, { cover: 'Dana Cole' });
    expect(outcome).toMatchObject({ outcome: 'recorded' });
    for (const child of ['C1', 'C2'])
      expect(linesOf(workspace, child)).toEqual([`${LINE} Cover: Dana Cole`]);
    expect(gapsRecorded(workspace, priya)).toMatchObject([
      { months: ['2026-11'], finished: [{ childRef: 'C1' }, { childRef: 'C2' }] },
    ]);
    expect(gapDraftOf(workspace, priya)).toBeUndefined();
  });

  it('asked again, of the same record or with another, it writes nothing', async () => {
    const { workspace, priya } = await afterLeave();
    const draft = { ...newGapDraft(workspace, priya), ...considered };
    const first = await recordGap(workspace, draft);
    expect(await recordGap(workspace, draft)).toEqual(first);
    expect(await tell(workspace, priya)).toEqual({ outcome: 'nothingToTell' });
    expect(bodies(workspace, 'childEntries')).toHaveLength(2);
    expect(gapsRecorded(workspace, priya)).toHaveLength(1);
  });

  it('two at once write it once', async () => {
    const { workspace, priya } = await afterLeave();
    const two = [1, 2].map(() => ({ ...newGapDraft(workspace, priya), ...considered }));
    await Promise.all(two.map((draft) => recordGap(workspace, draft)));
    expect(bodies(workspace, 'childEntries')).toHaveLength(2);
  });

  it('a child who came onto the list later is told of no month before', async () => {
    const { workspace, priya } = await afterLeave();
    const facts = { reference: 'C3', name: 'Child C3', dateOfBirth: '2016-03-04', expectedOn: '' };
    const more = { status: 'CIN', familyRef: '', checks: [] };
    await addChildren(workspace, [
      { facts: { ...facts, ...more }, worker: priya, allocatedAt: '2026-12-03' },
    ]);
    await tell(workspace, priya);
    expect(bodies(workspace, 'childEntries').map(({ childRef }) => childRef)).toEqual(['C1', 'C2']);
    expect(linesOf(workspace, 'C3')).toEqual([]);
  });

  it('the next record of a discussion does not tell it again, and one that told it is not told twice', async () => {
    const { workspace, priya } = await afterLeave();
    const session = await startSession(workspace, priya);
    await discuss(workspace, session, ['C1', 'C2']);
    await endSession(workspace, session, there);
    const gapIn = async (childRef: string) => {
      const outcome = await finaliseChild(workspace, session, childRef);
      if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
      return workspace.set.find('childRecords', outcome.recordId)?.body.gap;
    };
    expect(await gapIn('C1')).toBe(LINE);
    expect(childrenToTell(workspace, priya).map(({ child }) => child.ref)).toEqual(['C2']);
    await tell(workspace, priya);
    expect(linesOf(workspace, 'C1')).toEqual([]);
    expect(linesOf(workspace, 'C2')).toEqual([LINE]);
    expect(await gapIn('C2')).toBe('');
  });

  it('a month on its own while it goes on is not told: it may still be met', async () => {
    const { workspace, priya } = await afterLeave();
    ports(workspace).goTo('2026-11-30T10:00:00Z');
    expect(childrenToTell(workspace, priya)).toEqual([]);
    ports(workspace).goTo('2026-12-01T10:00:00Z');
    expect(childrenToTell(workspace, priya)).toHaveLength(2);
  });

  it('writes nothing where nobody was away, or the policy asks for no line', async () => {
    for (const { workspace, priya } of [
      await afterLeave('islington-001', false),
      await afterLeave('mosaic-004'),
    ]) {
      expect(await tell(workspace, priya)).toEqual({ outcome: 'nothingToTell' });
      expect(bodies(workspace, 'childEntries')).toEqual([]);
    }
  });

  it('names what is missing and writes nothing then: 25 working days ask for reallocation', async () => {
    const { workspace, priya } = await afterLeave();
    const draft = newGapDraft(workspace, priya);
    expect(missingForGapDraft(workspace, draft)).toMatchObject([{ path: 'coverConsidered' }]);
    expect(await recordGap(workspace, draft)).toMatchObject({ outcome: 'missing' });
    expect(bodies(workspace, 'childEntries')).toEqual([]);
    expect(bodies(workspace, 'cancellations')).toEqual([]);
  });
});

describe('what it is worth', () => {
  it('it is supervision to no clock: month, due date and events are what they were', async () => {
    const { workspace, priya } = await afterLeave();
    const staff = findStaff(workspace, priya)?.body;
    const child = [...workspace.set.all('children').values()][0]?.body;
    if (!staff || !child) throw new Error('not here');
    const state = () => ({
      missed: missedBefore(workspace, staff, { until: '2026-12-07' as never, sinceLast: true }),
      due: childDueOf(workspace, child),
      events: eventsOfChild(workspace, 'C1'),
    });
    const before = state();
    expect(before.missed.months).toEqual([{ month: '2026-11', reason: 'leave' }]);
    await tell(workspace, priya);
    expect(state()).toEqual(before);
  });

  it('it waits to be recorded in the case system, like any other entry', async () => {
    const { workspace, priya } = await afterLeave();
    await tell(workspace, priya);
    expect(entriesToRecord(workspace).map(({ childRef }) => childRef)).toEqual(['C1', 'C2']);
    const [entry] = entriesToRecord(workspace);
    if (!entry) throw new Error('none');
    const how = { state: 'recorded', on: '2026-12-07', reference: '' } as const;
    await markRecorded(workspace, entry, how);
    expect(entriesToRecord(workspace)).toHaveLength(1);
  });
});

describe('two files, never mixed', () => {
  const stable = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');

  /** Everything on the children's file, stored and as it leaves the app. */
  function childTexts(workspace: Workspace): string {
    const entries = [...workspace.set.all('childEntries').values()];
    const exported = entries.map(({ body: record }) =>
      buildChildExport('caseSystemText', { record, amendments: [], marks: [] }),
    );
    return stable([...entries.map(({ text }) => text), ...exported].join('\n'));
  }

  /** A session cancelled with this reason, an absence told with this kind, and then the gap. */
  async function gapOf(kind: ToldAbsence['kind'], reason: CancellationRecord['reason']) {
    const { workspace, priya } = await afterLeave('islington-001', false);
    ports(workspace).goTo('2026-11-20T10:00:00Z');
    const planned = await planSession(workspace, priya, '2026-11-25');
    await cancelSession(workspace, planned);
    const [cancelled] = bodies(workspace, 'cancellations');
    if (!cancelled) throw new Error('not cancelled');
    const typed = {
      ...{ reason, otherReason: `planted ${reason}`, exceptional: 'yes' as const },
      ...{ whyNotRearranged: `planted ${kind}`, coverConsidered: `planted cover ${kind}` },
    };
    const body = { ...cancelled, ...typed };
    workspace.draft({ collection: 'cancellations', id: cancelled.id, body });
    expect(await recordCancellation(workspace, cancelled.id)).toMatchObject({
      outcome: 'recorded',
    });
    const note = noteOf(workspace, bodies(workspace, 'sessions')[0]?.id ?? '');
    if (!note) throw new Error('no notes');
    const absences = [
      ToldAbsence.parse({
        ...{ id: 'x', kind, detail: `planted ${kind}`, from: '2 11 2026', to: '4 12 2026' },
        ...{ fromDate: '2026-11-02', toDate: '2026-12-04' },
      }),
    ];
    await workspace.change(() => [updated(note, { ...note.body, absences } as StaffNote)]);
    ports(workspace).goTo('2026-12-07T10:00:00Z');
    const over = { cover: 'Dana Cole', coverConsidered: `planted ${kind}`, reason };
    expect(await tell(workspace, priya, over)).toMatchObject({ outcome: 'recorded' });
    return childTexts(workspace);
  }

  it('the line is the same, letter for letter, off sick or on annual leave', async () => {
    const sick = await gapOf('sickness', 'practitionerSick');
    const leave = await gapOf('annualLeave', 'annualLeave');
    expect(sick).toContain(`${LINE} Cover: Dana Cole`);
    expect(sick).toBe(leave);
    expect(sick).not.toMatch(/planted|sick|leave/i);
  });

  it('and so is the next record of the child', async () => {
    const { workspace, priya } = await afterLeave();
    await tell(workspace, priya, { cover: 'Dana Cole', coverConsidered: 'planted' });
    const session = await startSession(workspace, priya);
    await discuss(workspace, session, ['C1']);
    await endSession(workspace, session, there);
    await finaliseChild(workspace, session, 'C1');
    const texts = [...workspace.set.all('childRecords').values()].map(({ text }) => text);
    expect(texts.join()).not.toContain('planted');
  });
});
