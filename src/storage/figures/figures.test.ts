import { describe, expect, it } from 'vitest';
import type { CalendarDate, CalendarMonth } from '#domain/dates/calendar-date.ts';
import { figureOf } from '#domain/figures/add-figures.ts';
import { type Figure, type FigureId, figureIds } from '#domain/figures/figure.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { correctChild, removeChild, transferChild } from '#storage/caseload/caseload.ts';
import { finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { recordAbsence } from '#storage/session/absences.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import {
  endSession,
  planSession,
  setNotDiscussed,
  startSession,
} from '#storage/session/sessions.ts';
import { changeStaff } from '#storage/settings.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { readyBrief, recordId, ref, staff } from '../../../test/builders.ts';
import { said } from '../../../test/figure-builders.ts';
import {
  aWorkspace,
  givePriya,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { figuresFor, type Whose } from './figures.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const ports = (workspace: Workspace) => workspace.ports as TestPorts;
const goTo = (workspace: Workspace, day: string) => ports(workspace).goTo(`${day}T10:00:00Z`);

async function discuss(
  workspace: Workspace,
  session: string,
  refs: readonly string[],
  over: Partial<DiscussionChild> = {},
) {
  const { id, childRef, settled, ...brief } = readyBrief(over);
  for (const each of refs)
    await write(workspace, session, each, { ...brief, accountedAt: workspace.now });
}

/** Footprint from 20 November; a session that day: C1 discussed, C2 with a reason. */
async function story(profileId = 'islington-001') {
  const workspace = await aWorkspace(testPorts(), profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const session = await startSession(workspace, priya);
  await discuss(workspace, session, ['C1']);
  await setNotDiscussed(workspace, session, ['C2'], 'timeRanOut');
  await endSession(workspace, session, there);
  return { workspace, priya, session };
}

const supervisor: Whose = { kind: 'supervisor' };
const figure = (
  workspace: Workspace,
  id: FigureId,
  month: string,
  who: Whose = supervisor,
): Figure => figureOf(figuresFor(workspace, { month: month as CalendarMonth, who }).figures, id);
const saying = (...asked: Parameters<typeof figure>) => said(figure(...asked));

describe('a month out of what is stored', () => {
  it('[FIG5] the month after: missed, and still missed once a session is held', async () => {
    const { workspace, priya } = await story();
    expect(saying(workspace, 'supervisionInTime', '2026-11')).toBe(
      'Not measured before 20 November 2026: Footprint holds nothing from then.',
    );
    goTo(workspace, '2026-12-20');
    expect(saying(workspace, 'monthSupervised', '2026-12')).toBe('None is over yet: 1 to come.');
    goTo(workspace, '2027-01-04');
    expect(saying(workspace, 'monthSupervised', '2026-12')).toBe('0 of 1');
    const late = await startSession(workspace, priya);
    await discuss(workspace, late, ['C1', 'C2']);
    await endSession(workspace, late, there);
    expect(saying(workspace, 'monthSupervised', '2026-12')).toBe('0 of 1');
    expect(saying(workspace, 'childrenDiscussed', '2026-12')).toBe('0 of 2');
    expect(saying(workspace, 'monthSupervised', '2027-01')).toBe('1 of 1');
    expect(saying(workspace, 'childrenDiscussed', '2027-01')).toBe('2 of 2');
    expect(saying(workspace, 'supervisionInTime', '2027-02')).toBe('February 2027 has not begun.');
  });

  it('[FIG13] an absence explains it, and so do the finished notes of the next session', async () => {
    const { workspace, priya } = await story();
    await recordAbsence(workspace, { staffRef: priya, from: '2026-12-07', to: '2026-12-31' });
    goTo(workspace, '2027-01-04');
    const december = figure(workspace, 'monthSupervised', '2026-12');
    expect(december).toMatchObject({ numerator: 0, denominator: 1 });
    expect(december.list).toMatchObject([{ explained: 'leave' }]);
    expect(JSON.stringify(december)).not.toMatch(/sick|holiday|leave to/i);
    expect(saying(workspace, 'gapsExplained', '2026-12')).toBe('1 of 1');

    const other = await story();
    goTo(other.workspace, '2027-01-04');
    const next = await startSession(other.workspace, other.priya);
    await discuss(other.workspace, next, ['C1', 'C2']);
    await endSession(other.workspace, next, there);
    expect(saying(other.workspace, 'gapsExplained', '2026-12')).toBe('0 of 1');
    const note = noteOf(other.workspace, next);
    if (!note) throw new Error('no notes');
    const written = { gapWhy: 'The team was short', gapCover: 'Jo', gapReallocation: 'No' };
    await other.workspace.change(() => [updated(note, { ...note.body, ...written })]);
    expect(saying(other.workspace, 'gapsExplained', '2026-12')).toBe('0 of 1'); // a draft
    const outcome = await finaliseNote(other.workspace, next);
    expect(outcome).toEqual({ outcome: 'finalised' });
    expect(figure(other.workspace, 'gapsExplained', '2026-12').list).toMatchObject([
      { counted: true, explained: 'written' },
    ]);
  });

  it('[FIG16] the session with a reason is a sample, and [FIG7] the child it left is still due', async () => {
    const { workspace } = await story();
    expect(figure(workspace, 'allCases', '2026-11').list).toMatchObject([
      { counted: false, why: 'Held on 20 November 2026. SAMPLE: 1 of 2 discussed.' },
    ]);
    goTo(workspace, '2027-01-04');
    const due = figure(workspace, 'childrenDiscussed', '2026-12');
    expect(due.list.map(({ ref: child, dueOn }) => [child, dueOn])).toEqual([
      ['C1', '2026-12-31'],
      ['C2', '2026-12-31'],
    ]);
    expect(due.list[0]?.group).toBe('CIN');
  });

  it('[FIG2] a session without open cases covered ALL of nothing, and is not counted as one', async () => {
    const workspace = await aWorkspace(testPorts());
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    await removeChild(workspace, ref('C1'), { on: '2026-11-20' as CalendarDate, reason: 'twice' });
    const session = await startSession(workspace, priya);
    await endSession(workspace, session, there);
    expect(saying(workspace, 'allCases', '2026-11')).toBe('No session about cases was held.');
  });

  it('[FIG9] a child that was taken off as a mistake was never on the list (LIST1)', async () => {
    const { workspace } = await story();
    goTo(workspace, '2026-12-10');
    const inDate = () => saying(workspace, 'childrenInDate', '2026-11');
    expect(inDate()).toBe('1 of 1');
    const why = { on: '2026-12-10' as CalendarDate, reason: 'added twice' };
    await removeChild(workspace, ref('C1'), why);
    expect(inDate()).toBe('No date held: not measured before 31 December 2026.'); // C2 alone
  });

  it('[FIG17] planned sessions: held on another day, and not held', async () => {
    const { workspace, priya } = await story();
    const planned = await planSession(workspace, priya, '2026-11-25');
    await planSession(workspace, priya, '2026-11-30');
    goTo(workspace, '2026-11-26');
    await startSession(workspace, priya, planned);
    await endSession(workspace, planned, there);
    goTo(workspace, '2026-12-05');
    expect(figure(workspace, 'plannedHeld', '2026-11').list.map(({ why }) => why)).toEqual([
      'Planned for 25 November 2026: held on 26 November 2026.',
      'Planned for 30 November 2026: not held in the month, no reason is recorded.',
    ]);
  });
});

describe('records', () => {
  it('[FIG10] in the case system in time; finalising alone is not', async () => {
    const { workspace, session } = await story();
    goTo(workspace, '2026-11-24');
    const outcome = await finaliseChild(workspace, session, 'C1');
    if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
    expect(saying(workspace, 'childRecords', '2026-11')).toBe('None is over yet: 1 to come.');
    goTo(workspace, '2026-11-28');
    expect(saying(workspace, 'childRecords', '2026-11')).toBe('0 of 1');
    const record = workspace.set.find('childRecords', outcome.recordId)?.body;
    if (!record) throw new Error('not in the working set');
    const mark = { state: 'recorded', on: '2026-11-27', reference: '' } as const;
    await markRecorded(workspace, record, mark);
    expect(figure(workspace, 'childRecords', '2026-11')).toMatchObject({
      numerator: 1,
      list: [{ ref: outcome.recordId, dueOn: '2026-11-27' }],
    });
  });

  it('[FIG10] a significant decision is due in hours, and is in that figure alone', async () => {
    const { workspace, priya } = await story();
    goTo(workspace, '2026-11-24');
    const session = await startSession(workspace, priya);
    const grave = {
      id: recordId('d1'),
      text: 'Section 47',
      rationale: 'Bruising',
      significance: 'significant',
      changesDirection: false,
      decidedAt: '',
    } as const;
    await discuss(workspace, session, ['C2'], { decisions: [grave] });
    await endSession(workspace, session, there);
    goTo(workspace, '2026-12-05');
    expect(figure(workspace, 'urgentRecords', '2026-11').list).toMatchObject([
      { ref: 'C2', counted: false, dueOn: '2026-11-25' },
    ]);
    expect(figure(workspace, 'childRecords', '2026-11').denominator).toBe(1);
  });

  it('[FIG10] notes: nothing to finalise where none were written, late where they were not finalised', async () => {
    const { workspace, session } = await story();
    goTo(workspace, '2026-12-05');
    expect(saying(workspace, 'staffNotes', '2026-11')).toContain('nothing to record');
    const note = noteOf(workspace, session);
    if (!note) throw new Error('no notes');
    await workspace.change(() => [updated(note, { ...note.body, text: 'Talked about workload' })]);
    expect(saying(workspace, 'staffNotes', '2026-11')).toBe('0 of 1');
    const swindon = await story('swindon-000');
    goTo(swindon.workspace, '2026-12-05');
    expect(saying(swindon.workspace, 'staffNotes', '2026-11')).toBe('0 of 1'); // the policy asks
  });
});

describe('who and what', () => {
  it('[FIG18] a worker, a supervisor and a team; the list of each worker is kept', async () => {
    const { workspace, priya } = await story();
    await changeStaff(workspace, priya, { teamRef: 'T1' });
    goTo(workspace, '2027-01-04');
    const all = figuresFor(workspace, { month: '2026-12' as CalendarMonth, who: supervisor });
    expect(all.workers.map(({ ref: who }) => who)).toEqual([priya]);
    expect(all.figures.map(({ id }) => id)).toEqual(figureIds);
    for (const who of [
      { kind: 'worker', ref: priya },
      { kind: 'team', teamRef: 'T1' },
    ] as const)
      expect(figuresFor(workspace, { month: all.month, who }).figures).toEqual(all.figures);
    const nobody = figuresFor(workspace, {
      month: all.month,
      who: { kind: 'team', teamRef: 'T2' },
    });
    expect([nobody.figures, nobody.workers]).toEqual([[], []]);
  });

  it('[FIG2] what no form writes yet is not measured, and not "none"', async () => {
    const { workspace } = await story('swindon-000');
    goTo(workspace, '2026-12-05');
    for (const id of ['severalTeams', 'decisionsRevisited'] as const)
      expect(figure(workspace, id, '2026-11'), id).toMatchObject({
        outcome: 'notMeasured',
        denominator: 0,
      });
    expect(saying(workspace, 'agreementInDate', '2026-11')).toBe('0 of 1');
  });

  it('[FIG3] a status corrected after the month changes nothing in it', async () => {
    const { workspace } = await story('swindon-000');
    goTo(workspace, '2027-01-10');
    const before = figure(workspace, 'childrenDiscussed', '2026-12');
    expect(said(before)).toBe('0 of 2');
    const why = { on: '2027-01-08' as CalendarDate, reason: 'left care' };
    await correctChild(workspace, ref('C1'), { status: 'CARE_EXP' }, why);
    expect(figure(workspace, 'childrenDiscussed', '2026-12')).toEqual(before);
  });

  it('[FIG7] a child that was transferred is due for the worker it was with', async () => {
    const { workspace, priya } = await story();
    const why = { on: '2026-12-10' as CalendarDate, reason: 'moved' };
    await transferChild(workspace, ref('C2'), staff('other'), why as never);
    goTo(workspace, '2027-01-04');
    const due = figure(workspace, 'childrenDiscussed', '2026-12', { kind: 'worker', ref: priya });
    expect(due.list.map(({ ref: child }) => child)).toEqual(['C1']);
  });

  it('[FIG18] a caseload is said beside the figures and is in none of them', async () => {
    const many = Array.from({ length: 21 }, (_, n) => ({ reference: `C${n}` }));
    const workspace = await aWorkspace(testPorts());
    await givePriya(workspace, many);
    goTo(workspace, '2027-01-04');
    const { workers } = figuresFor(workspace, {
      month: '2026-12' as CalendarMonth,
      who: supervisor,
    });
    expect(workers[0]?.caseload).toMatchObject({ level: 'high', src: '002:19' });
    expect(JSON.stringify(workers[0]?.figures)).not.toContain('002:19');
  });
});
