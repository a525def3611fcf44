import { describe, expect, it } from 'vitest';
import { actionState } from '#domain/actions/child-actions.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import { buildChildRecord, type FinaliseQuestion } from '#domain/finalise/finalise.ts';
import { ChildAmendment, type ChildRecord } from '#domain/records/child-record.ts';
import { makeBackup } from '#exchange/backup/back-up.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { endSession, setNotDiscussed, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { updated } from '#storage/writes.ts';
import {
  aChild,
  aDiscussion,
  aFinaliseQuestion,
  anAction,
  hostileTexts,
  readyBrief,
  readyInDepth,
  today,
} from '../../../test/builders.ts';
import { aWorkspace, givePriya, write } from '../../../test/workspaces.ts';
import { childRecordText, recordFileName } from './child-record-text.ts';
import { readableText } from './readable-text.ts';

function recordOf(over: Partial<FinaliseQuestion> = {}): ChildRecord {
  const built = buildChildRecord(aFinaliseQuestion(over));
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return built.record;
}
const amendment = (over: object) =>
  ChildAmendment.parse({
    id: 'm1',
    file: 'child',
    recordId: 'r1',
    recordHash: 'x',
    childRef: 'C1',
    text: 'It was her uncle.',
    reason: 'Misheard',
    at: '2026-11-25T09:05:00.000Z',
    by: 'Sam Lee',
    ...over,
  });

describe('the text for the case system', () => {
  it('of a brief check-in', () => {
    expect(childRecordText(recordOf(), [])).toBe(`Supervision record
Name: Amina Khan
Reference: C1
Date of birth: 4 March 2016
Status: CIN
Date of supervision: 20 November 2026
Written: 20 November 2026
Supervisor: Sam Lee
Practitioner: Priya Shah
Discussion: brief check-in
Plan on track: yes

Brief note
Settled at school; the plan holds.

Finalised at midday on Friday 20 November 2026 by Sam Lee. Not signed.`);
  });

  it('of a record in depth, with everything in it', () => {
    expect(childRecordText(recordOf(inDepth()), [amendment({})])).toBe(`Supervision record
Late entry
Name: Amina Khan
Reference: C1
Date of birth: 4 March 2016
Status: CIN
Brothers and sisters: Bilal Khan
Date of supervision: 20 November 2026
Written: 20 November 2026
Supervisor: Sam Lee
Practitioner: Priya Shah
Discussion: in depth
Plan on track: partly

Actions from last time
- Ring the school (Priya): Not done, carried forward. School was shut
- Book the dentist (Sam): Done

The family
Mother has a new job.

What has happened since last time
Two visits.
One core group.

What is it like to be this child?
Mornings are calm now.

What has the child said, and what changed because of it?
She told us she wants to see her aunt.

What are we worried about?
Missed health checks.

What protects this child?
Her grandmother.

Analysis
Drift, or a waiting list nobody chased.

Decisions
- Start a section 47 enquiry (urgent)
  Reasons: A bruise
- Keep the plan
  Reasons: It works

Actions agreed
- Strategy meeting. Who: Priya. By: 23 November 2026
- Visit. Who: Priya. By: when the court has sat

Amended at 9:05am on Wednesday 25 November 2026 by Sam Lee. Reason: Misheard
It was her uncle.
The correction is not signed.

Finalised at 4:00pm on Tuesday 24 November 2026 by Sam Lee. Not signed.`);
  });

  function inDepth(): Partial<FinaliseQuestion> {
    const part = readyInDepth({
      onTrack: 'partly',
      summary: 'Two visits.\nOne core group.',
      siblingsRelevant: true,
      settled: [
        { id: 'e1', actionId: 'a1', outcome: 'carried', reason: 'School was shut' },
        { id: 'e2', actionId: 'a2', outcome: 'done' },
      ],
      decisions: [
        {
          id: 'x1',
          text: 'Start a section 47 enquiry',
          rationale: 'A bruise',
          significance: 'urgent',
          decidedAt: '2026-11-20T10:15:00.000Z',
        },
        { id: 'x2', text: 'Keep the plan', rationale: 'It works' },
      ],
      noDecisions: false,
      actions: [
        { id: 'y1', what: 'Strategy meeting', owner: 'Priya', byWhen: 'monday' },
        { id: 'y2', what: 'Visit', owner: 'Priya', byWhen: 'when the court has sat' },
      ],
      noActions: false,
    });
    return {
      part,
      discussion: aDiscussion({ children: [part], familySummary: 'Mother has a new job.' }),
      siblings: [aChild({ ref: 'C2', name: 'Bilal Khan' })],
      toReview: [
        actionState(anAction(), []),
        actionState(anAction({ id: 'a2', what: 'Book the dentist', owner: 'Sam' }), []),
      ],
      at: '2026-11-24T16:00:00.000Z',
    };
  }

  it('opens with SYNTHETIC where it is an example, before anything else', () => {
    const text = childRecordText(recordOf({ synthetic: true }), []);
    expect(text.split('\n')[0]).toBe('SYNTHETIC: example data, not a real child');
    expect(childRecordText(recordOf(), [])).not.toContain('SYNTHETIC');
  });

  it('says Late entry only where it is one', () => {
    const late = childRecordText(recordOf({ at: '2026-11-28T10:00:00.000Z' }), []);
    expect(late.split('\n').slice(0, 2)).toEqual(['Supervision record', 'Late entry']);
    expect(childRecordText(recordOf(), [])).not.toContain('Late entry');
  });

  it('names what is not held, and a baby by the day it is expected', () => {
    const child = aChild({ reference: '', dateOfBirth: '', status: '' });
    const text = childRecordText(recordOf({ child }), []);
    expect(text).toContain(
      'Reference: not known yet\nDate of birth: not held\nDate of supervision',
    );
    const unborn = aChild({ dateOfBirth: '', expectedOn: '2027-03-04' });
    const part = readyInDepth({});
    const about = childRecordText(recordOf({ child: unborn, part }), []);
    expect(about).toContain('Expected date of birth: 4 March 2027');
    expect(about).toContain('What will life be like for this baby?');
    expect(about).not.toContain('this child');
  });

  it('keeps what was typed to the letter, line breaks and all', () => {
    for (const hostile of Object.values(hostileTexts)) {
      const part = readyBrief({ briefNote: hostile });
      expect(childRecordText(recordOf({ part }), [])).toContain(`\n${hostile}\n`);
    }
  });

  it('names no other child unless that was ticked', () => {
    const siblings = [aChild({ ref: 'C2', name: 'Bilal Khan' })];
    expect(childRecordText(recordOf({ siblings }), [])).not.toContain('Bilal');
  });
});

it('says when it was written, and tells of a gap in a line of its own', () => {
  const gap = 'No formal supervision in November 2026 because of practitioner absence. Cover: Dana';
  const part = readyBrief();
  const discussion = aDiscussion({ children: [part], savedAt: '2026-11-23T09:00:00.000Z' });
  const text = childRecordText(recordOf({ part, discussion, gap }), []);
  expect(text).toContain('Date of supervision: 20 November 2026\nWritten: 23 November 2026\n');
  expect(text).toContain(`\n\n${gap}\n\nBrief note\n`);
  // A record from before the day of writing was kept.
  const older = { ...recordOf(), writtenOn: '' };
  expect(childRecordText(older, [])).not.toContain('Written');
});

it('a file name has a reference in it, never a name, and nothing a disk would trip over', () => {
  expect(recordFileName(recordOf(), today)).toBe('supervision-C1-2026-11-20.txt');
  const odd = recordOf({ child: aChild({ reference: '../a b\u202e:C:\\x' }) });
  expect(recordFileName(odd, addDays(today, 1))).toMatch(/^supervision-[\w-]+-2026-11-21\.txt$/);
  const none = recordOf({ child: aChild({ reference: '' }) });
  expect(recordFileName(none, today)).toBe('supervision-r1-2026-11-20.txt');
});

describe('two files, never mixed', () => {
  it('not one word of staff file, settings, other children or other sessions reaches a child’s text', async () => {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [
      { reference: 'C1', name: 'Amina Khan', familyRef: 'F' },
      { reference: 'C2', name: 'PLANTED sister', familyRef: 'F' },
      { reference: 'C3', name: 'PLANTED other' },
    ]);
    const session = await startSession(workspace, priya);
    const { id, childRef, settled, ...typed } = readyBrief();
    await write(workspace, session, 'C1', { ...typed, analysis: 'PLANTED at another depth' });
    await write(workspace, session, 'C2', {
      ...typed,
      briefNote: 'PLANTED of her sister',
      worries: 'PLANTED',
    });
    const note = noteOf(workspace, session);
    if (!note) throw new Error('no note');
    workspace.draft({
      collection: 'notes',
      id: note.id,
      body: { ...note.body, text: 'PLANTED off sick' },
    });
    await setNotDiscussed(workspace, session, ['C3'], 'practitionerAbsent');
    await changeSettings(workspace, { caseSystem: 'PLANTED system' });
    await workspace.change((set) => {
      const held = set.find('sessions', session);
      return held
        ? [updated(held, { ...held.body, plannedFor: 'PLANTED plan', createdBy: 'PLANTED' })]
        : [];
    });
    await endSession(workspace, session, {
      practitionerPresent: false,
      supervisorPresent: false,
      othersPresent: 'PLANTED occupational health',
    });
    expect(findSession(workspace, session)?.body.othersPresent).toContain('PLANTED');
    const outcome = await finaliseChild(workspace, session, 'C1');
    if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
    const record = workspace.set.find('childRecords', outcome.recordId);
    if (!record) throw new Error('no record');
    const text = childRecordText(record.body, []);
    expect(text).toContain('Amina Khan');
    for (const each of [text, record.text]) expect(each).not.toMatch(/PLANTED|absent|sick/i);
    expect(await (await makeBackup(workspace)).blob.text()).not.toContain('PLANTED');
  });

  it('is the same, letter for letter, whoever was there and whatever the notes say', async () => {
    const texts: string[] = [];
    for (const away of [true, false]) {
      const workspace = await aWorkspace();
      const priya = await givePriya(workspace, [{ reference: 'C1' }]);
      const session = await startSession(workspace, priya);
      const { id, childRef, settled, ...typed } = readyBrief();
      await write(workspace, session, 'C1', typed);
      const note = noteOf(workspace, session);
      if (note && away) {
        workspace.draft({
          collection: 'notes',
          id: note.id,
          body: { ...note.body, text: 'Off sick' },
        });
      }
      await endSession(workspace, session, {
        practitionerPresent: !away,
        supervisorPresent: true,
        othersPresent: away ? 'HR' : '',
      });
      const outcome = await finaliseChild(workspace, session, 'C1');
      if (outcome.outcome === 'missing') throw new Error('missing');
      const record = workspace.set.find('childRecords', outcome.recordId)?.body as ChildRecord; // just finalised
      texts.push(childRecordText(record, []));
    }
    expect(texts[0]).toBe(texts[1]);
  });
});

it('a draft that cannot be saved can be copied whole: every typed word of it', () => {
  const part = readyInDepth({
    briefNote: 'one',
    summary: 'two',
    decisions: [{ id: 'x', text: 'three', rationale: 'four' }],
    actions: [{ id: 'y', what: 'five', owner: 'six', byWhen: 'seven' }],
    settled: [{ id: 'e', actionId: 'a', outcome: 'carried', reason: 'eight' }],
  });
  const body = aDiscussion({
    children: [part, readyBrief({ childRef: 'C2', briefNote: 'nine' })],
    familySummary: 'ten',
  });
  const text = readableText({ collection: 'discussions', id: body.id, body });
  for (const word of 'one two three four five six seven eight nine ten'.split(' ')) {
    expect(text).toContain(word);
  }
});

it('[REFLECT2] a model is named under a heading, and its steps follow', () => {
  const steps = [{ key: 'feelings', label: 'Feelings', text: 'Worried' }];
  const reflection = { model: 'gibbs', label: 'Gibbs: the reflective cycle', steps };
  const text = childRecordText({ ...recordOf(), reflection } as ChildRecord, []);
  expect(text).toContain('Reflection model\nGibbs: the reflective cycle\n\nFeelings\nWorried');
});
