import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { ChildAmendment, ChildMark } from '#domain/records/child-record.ts';
import { correctChild } from '#storage/caseload/caseload.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { savePriorDiscussions } from '#storage/caseload/prior-discussions.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { created, updated } from '#storage/writes.ts';
import { anAction, anEvent, readyBrief, ref } from '../../../test/builders.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import { aWorkspace, givePriya, testPorts, write } from '../../../test/workspaces.ts';
import { finaliseChild } from './child-records.ts';
import { chronologyOf } from './chronology.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const day = (on: string) => ({ on, at: `${on}T09:00:00.000Z` });

/** Discussed on 20 November with a decision and an action, and a decision in passing before it. */
async function told() {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const id = await startSession(workspace, priya);
  const { id: _, childRef, settled, ...typed } = readyBrief();
  const action = { id: 'new', what: 'See her at home', owner: 'Priya', byWhen: '27/11/2026' };
  const decision = { id: 'd9', text: 'A strategy discussion', rationale: 'A second bruise' };
  await write(workspace, id, 'C1', {
    ...typed,
    actions: [action],
    decisions: [{ significance: 'routine', changesDirection: false, decidedAt: '', ...decision }],
  } as never); // as the form has them
  await endSession(workspace, id, there);
  const outcome = await finaliseChild(workspace, id, 'C1');
  if (outcome.outcome !== 'finalised') throw new Error(JSON.stringify(outcome));
  return { workspace, recordId: outcome.recordId };
}

const titles = (lines: ReturnType<typeof chronologyOf>) =>
  lines.map(({ on, title }) => `${on} ${title}`);

describe('the chronology of a child', () => {
  it('has each record, decision, action, event, mark and correction, oldest first, and leads to the record', async () => {
    const { workspace, recordId } = await told();
    const about = { id: 'm1', recordId, childRef: ref('C1') };
    await workspace.change(() => [
      created('childEntries', 'e1', anEntry({ id: 'e1' })),
      created(
        'childActionEvents',
        'v1',
        anEvent({ id: 'v1', actionId: 'new', ...day('2026-11-25') }),
      ),
      created(
        'childMarks',
        'm1',
        ChildMark.parse({
          ...about,
          ...{ state: 'recorded', caseSystem: 'Mosaic', reference: 'F-12', by: 'me' },
          ...day('2026-11-24'),
        }),
      ),
      created(
        'childAmendments',
        'a9',
        ChildAmendment.parse({
          ...{ id: 'a9', file: 'child', recordId, recordHash: 'x', childRef: 'C1', by: 'Sam Lee' },
          ...{ text: 'It was the left arm.', reason: 'Mistyped', at: '2026-11-26T09:00:00.000Z' },
        }),
      ),
      created('childActions', 'other', anAction({ id: 'other', childRef: 'C2' })),
    ]);
    const lines = chronologyOf(workspace, 'C1');
    expect(titles(lines)).toEqual([
      '2026-11-05 Management decision',
      '2026-11-20 Discussed in supervision',
      '2026-11-20 Decision',
      '2026-11-20 Action agreed',
      '2026-11-24 Recorded in Mosaic',
      '2026-11-25 Action: done',
      '2026-11-26 Correction',
    ]);
    expect(lines.map((line) => line.recordId)).toEqual([
      'e1',
      ...Array.from({ length: 6 }, () => recordId),
    ]);
    expect(lines.map(({ words }) => words)).toEqual([
      'Amina stays with her aunt.\nReasons: She is safe there.',
      'Brief check-in, Sam Lee and Priya Shah',
      'A strategy discussion\nReasons: A second bruise',
      'See her at home\nOwner: Priya\nBy: 27 November 2026',
      'Reference: F-12',
      'See her at home',
      'It was the left arm.\nReason: Mistyped',
    ]);
  });

  it('has what was known before Footprint and what the list says of the status, without the list’s reasons', async () => {
    const workspace = await aWorkspace(testPorts());
    await givePriya(workspace, [{ reference: 'C1' }]);
    const on = toCalendarDate('2026-10-12');
    await savePriorDiscussions(workspace, [{ childRef: ref('C1'), answer: 'date', on }]);
    const why = { on: toCalendarDate('2026-11-18'), reason: 'secret reason' };
    await correctChild(workspace, ref('C1'), { status: 'CLA' }, why);
    const lines = chronologyOf(workspace, 'C1');
    expect(titles(lines)).toEqual([
      '2026-10-12 Discussed before Footprint',
      '2026-11-18 Status changed',
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
    expect(lines.every(({ recordId }) => recordId === '')).toBe(true);
  });

  it('leaves out what was taken out before it was finalised', async () => {
    const { workspace } = await told();
    await workspace.change(() => [
      created('childActions', 'gone', anAction({ id: 'gone', what: 'Never agreed' })),
      created(
        'childActionEvents',
        'w',
        anEvent({ id: 'w', actionId: 'gone', outcome: 'withdrawn' }),
      ),
    ]);
    expect(JSON.stringify(chronologyOf(workspace, 'C1'))).not.toContain('Never agreed');
  });

  it('finds what was written under a reference that the child had before', async () => {
    const { workspace } = await told();
    const child = findChild(workspace, 'C2');
    if (!child) throw new Error('on the list');
    await workspace.change(() => [updated(child, { ...child.body, aliases: ['C2', 'OLD'] })]);
    await workspace.change(() => [
      created('childEntries', 'e2', anEntry({ id: 'e2', childRef: 'OLD' })),
      created('childActions', 'a2', anAction({ id: 'a2', childRef: 'OLD' })),
    ]);
    expect(titles(chronologyOf(workspace, 'C2'))).toEqual([
      '2026-10-20 Action agreed',
      '2026-11-05 Management decision',
    ]);
  });
});
