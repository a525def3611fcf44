import { describe, expect, it } from 'vitest';
import { broughtInBlocks } from '#domain/brought-in/brought-in-words.ts';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { documentOf } from '#exchange/out/documents.ts';
import { chronologyDocument } from '#exchange/print/chronology-document.ts';
import { documentText } from '#exchange/print/document.ts';
import { childDueOf, workerDueOf } from '#storage/agenda/due.ts';
import {
  type BroughtInCollection,
  confirmBroughtIn,
  correctionOf,
  newChildBroughtIn,
  newStaffBroughtIn,
  priorDayToOffer,
  takeAsPriorDay,
  withdrawBroughtIn,
} from '#storage/caseload/brought-in.ts';
import {
  broughtInOfChild,
  broughtInOfStaff,
  standing,
} from '#storage/caseload/brought-in-reads.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { priorOf, savePriorDiscussions } from '#storage/caseload/prior-discussions.ts';
import { recordsOfChild } from '#storage/child-file/child-record-reads.ts';
import { chronologyOf } from '#storage/child-file/chronology.ts';
import { recordingQueue } from '#storage/child-file/recording-queue.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { ref } from '../../../test/builders.ts';
import { aWorkspace, givePriya, openAgain, testPorts } from '../../../test/workspaces.ts';

const told = {
  kind: 'discussion',
  on: '12 March 2026',
  author: 'Jo Field',
  text: '  Seen at home.\r\n\tTwo spaces  stay.\n',
} as const;

async function opened() {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  return { workspace, priya };
}

async function keep(workspace: Workspace, collection: BroughtInCollection, body: { id: string }) {
  workspace.draft({ collection, id: body.id, body: body as never }); // of this collection
  await workspace.queue.flush();
  return confirmBroughtIn(workspace, collection, body.id);
}

const ofC1 = async (workspace: Workspace, more: object = {}) => {
  const body = { ...newChildBroughtIn(workspace, ref('C1')), ...told, ...more };
  const { outcome } = await keep(workspace, 'childBroughtIn', body);
  expect(outcome).toBe('confirmed');
  return body.id;
};
const held = (workspace: Workspace, id: string) => {
  const record = workspace.set.find('childBroughtIn', id)?.body;
  if (!record) throw new Error('not held');
  return record;
};

describe('a record that was brought in', () => {
  it('[BRIN1] is kept once it has its day, its author, what it was and its text, to the letter', async () => {
    const { workspace } = await opened();
    const empty = { ...newChildBroughtIn(workspace, ref('C1')), on: '1 December 2026' };
    expect(await keep(workspace, 'childBroughtIn', empty)).toEqual({
      outcome: 'missing',
      missing: [
        { path: 'kind', message: 'Choose what it was' },
        { path: 'on', message: 'The day must be today or in the past' },
        { path: 'author', message: 'Enter who wrote it, or that it is not known' },
        { path: 'text', message: 'Paste the text' },
      ],
    });
    expect(held(workspace, empty.id)).toMatchObject({ on: '1 December 2026', confirmedAt: '' });
    const id = await ofC1(workspace);
    const again = held(await openAgain(workspace), id);
    expect(again).toMatchObject({ ...told, onDate: '2026-03-12', confirmedByName: 'Sam Lee' });
    expect(again.confirmedAt).toBe(workspace.now);
  });

  it('[BRIN2] moves no clock and waits in no queue; a person may say that its day counts', async () => {
    const { workspace, priya } = await opened();
    const child = findChild(workspace, ref('C1'))?.body;
    const staff = findStaff(workspace, priya)?.body;
    if (!child || !staff) throw new Error('on the list');
    const clocks = () => [childDueOf(workspace, child), workerDueOf(workspace, staff)];
    const before = clocks();
    const id = await ofC1(workspace);
    expect(clocks()).toEqual(before);
    expect(recordsOfChild(workspace, 'C1')).toEqual([]);
    expect(recordingQueue(workspace)).toEqual([]);
    expect(priorOf(workspace, ref('C1'))).toBeUndefined();
    expect(priorDayToOffer(workspace, held(workspace, id))).toBe('2026-03-12');
    await takeAsPriorDay(workspace, held(workspace, id));
    expect(priorOf(workspace, ref('C1'))?.body).toMatchObject({ answer: 'date', on: '2026-03-12' });
    expect(clocks()).not.toEqual(before);
    expect(priorDayToOffer(workspace, held(workspace, id))).toBeUndefined();
  });

  it('[BRIN2] is not offered where a later day is said, or where it was no discussion', async () => {
    const { workspace } = await opened();
    const id = await ofC1(workspace);
    const decision = await ofC1(workspace, { kind: 'managementDecision' });
    expect(priorDayToOffer(workspace, held(workspace, decision))).toBeUndefined();
    const on = toCalendarDate('2026-04-01');
    await savePriorDiscussions(workspace, [{ childRef: ref('C1'), answer: 'date', on }]);
    expect(priorDayToOffer(workspace, held(workspace, id))).toBeUndefined();
    await takeAsPriorDay(workspace, held(workspace, id));
    expect(priorOf(workspace, ref('C1'))?.body.on).toBe('2026-04-01');
  });

  it('[BRIN3] says so first, in the chronology and in its text', async () => {
    const { workspace } = await opened();
    const id = await ofC1(workspace);
    const line = 'Brought in on 20 November 2026 by Sam Lee, not written in Footprint';
    expect(chronologyOf(workspace, 'C1')).toContainEqual({
      on: '2026-03-12',
      kind: 'broughtIn',
      title: 'Supervision discussion, brought in',
      recordId: id,
      words: `${line}\nWritten by: Jo Field\n${told.text}`,
    });
    expect(broughtInBlocks(held(workspace, id))).toEqual([
      `${line}\nSupervision discussion of 12 March 2026\nWritten by: Jo Field`,
      told.text,
    ]);
    const child = findChild(workspace, ref('C1'))?.body;
    expect(child && documentText(chronologyDocument(workspace, child))).toContain(line);
  });

  it('[BRIN4] never changes once it is kept; another one may stand in its place', async () => {
    const { workspace } = await opened();
    const id = await ofC1(workspace);
    const first = held(workspace, id);
    await confirmBroughtIn(workspace, 'childBroughtIn', id);
    expect(held(workspace, id)).toEqual(first);
    const next = { ...correctionOf(workspace, first), text: 'Seen at school.' };
    expect(next).toMatchObject({ corrects: id, author: 'Jo Field', confirmedAt: '' });
    await keep(workspace, 'childBroughtIn', next);
    expect(held(workspace, id)).toEqual(first);
    const all = broughtInOfChild(workspace, ref('C1'));
    expect(standing(all).map((each) => each.id)).toEqual([next.id]);
    await withdrawBroughtIn(workspace, 'childBroughtIn', next.id, 'About a brother');
    expect(held(workspace, next.id)).toMatchObject({
      text: 'Seen at school.',
      withdrawnAt: workspace.now,
      withdrawnWhy: 'About a brother',
    });
    expect(chronologyOf(workspace, 'C1').map(({ recordId }) => recordId)).toEqual([id]);
  });

  it('[BRIN5] of a member of staff is on the supervision file, and nowhere of a child', async () => {
    const { workspace, priya } = await opened();
    const body = { ...newStaffBroughtIn(workspace, priya), ...told, kind: 'notes' as const };
    await keep(workspace, 'staffBroughtIn', { ...body, text: 'canary, about C1' } as never);
    expect(broughtInOfStaff(workspace, priya)).toHaveLength(1);
    for (const { body: child } of workspace.set.all('children').values()) {
      expect(broughtInOfChild(workspace, child.ref)).toEqual([]);
      expect(JSON.stringify(chronologyOf(workspace, child.ref))).not.toContain('canary');
      expect(documentText(chronologyDocument(workspace, child))).not.toContain('canary');
    }
    expect(workspace.set.all('childBroughtIn').size).toBe(0);
  });
});

describe('on paper', () => {
  it('[BRIN3] says first that it was brought in, has its text to the letter, and is of its own file', async () => {
    const { workspace, priya } = await opened();
    const child = await documentOf(workspace, await ofC1(workspace));
    expect(child).toMatchObject({
      ...{ file: 'child', reference: 'C1', title: 'Supervision discussion' },
      marks: ['Brought in on 20 November 2026 by Sam Lee, not written in Footprint'],
      sections: [{ heading: 'Text', paragraphs: [told.text] }],
    });
    const body = { ...newStaffBroughtIn(workspace, priya), ...told, kind: 'notes' };
    await keep(workspace, 'staffBroughtIn', body);
    await withdrawBroughtIn(workspace, 'staffBroughtIn', body.id, 'Not hers');
    expect(await documentOf(workspace, body.id)).toMatchObject({
      ...{ file: 'staff', reference: 'PS', title: 'Supervision notes' },
      marks: [expect.stringMatching(/^Brought in/), 'Withdrawn on 20 November 2026: Not hers'],
    });
  });

  it('a draft of one is on no paper', async () => {
    const { workspace } = await opened();
    const body = newChildBroughtIn(workspace, ref('C1'));
    workspace.draft({ collection: 'childBroughtIn', id: body.id, body });
    await workspace.queue.flush();
    expect(await documentOf(workspace, body.id)).toBeUndefined();
  });
});
