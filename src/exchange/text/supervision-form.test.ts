import { describe, expect, it } from 'vitest';
import type { ChildRef } from '#domain/ids.ts';
import { Preparation } from '#domain/records/preparation.ts';
import { BeforeSession } from '#domain/records/response.ts';
import { noteTextKeys, type StaffNote } from '#domain/records/staff-note.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { agreeAgenda } from '#storage/agenda/agenda.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import { bodies, created } from '#storage/writes.ts';
import { readyInDepth } from '../../../test/builders.ts';
import { aWorkspace, givePriya, testPorts, write } from '../../../test/workspaces.ts';
import { buildChildExport } from './child-exports.ts';
import { staffRecordText } from './staff-record-text.ts';

const { id: _, childRef: __, settled: ___, ...inDepth } = readyInDepth();
const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const partA = (key: string) => ({
  id: key,
  childRef: key as ChildRef,
  ...{ familyName: 'Harlow', events: `Events of ${key}`, did: 'Visited', risks: 'Debt' },
  ...{ role: 'Lead worker', depth: 'inDepth', depthWhy: 'WORKING it frightens me', says: 'Stay' },
});

/** One supervision under the policy whose forms they are, from the preparation to what is finalised. */
async function held(profileId = 'bracknell-003') {
  const workspace = await aWorkspace(testPorts(), profileId);
  await changeSettings(workspace, { organisation: 'Thornmere Council' });
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: 'Grace Harlow', familyRef: 'F1' },
    { reference: 'C2', name: 'Ben Harlow', familyRef: 'F1' },
  ]);
  const own = { superviseeRef: priya, supervisorRef: 'me', createdBy: priya };
  const at = { createdAt: '2026-11-18T10:00:00.000Z', sharedAt: '2026-11-18T15:00:00.000Z' };
  const children = [partA('C1'), partA('C2')];
  const before = { kind: 'beforeSession', preparationId: 'p1' };
  const told = { wellbeing: 'STAFF I sleep badly', noAbsences: true };
  await workspace.change(() => [
    created('preparations', 'p1', Preparation.parse({ ...own, ...at, id: 'p1', children })),
    created(
      'responses',
      'r1',
      BeforeSession.parse({ ...own, ...at, ...before, ...told, id: 'r1' }),
    ),
  ]);
  const id = await startSession(workspace, priya);
  await agreeAgenda(workspace, id);
  const typed = {
    ...{ ...inDepth, partAComment: 'Well seen', deliveryPlans: 'The core group plan' },
    safeguardingHistory: 'Two plans before',
    accountedAt: workspace.now,
  };
  await write(workspace, id, 'C1', { ...typed, siblingsRelevant: false });
  await write(workspace, id, 'C2', { ...typed, siblingsRelevant: true });
  const note = noteOf(workspace, id);
  if (!note) throw new Error('no notes');
  const aspect = { text: 'STAFF said of it', notCovered: '' };
  const body = {
    ...note.body,
    ...Object.fromEntries(noteTextKeys.map((key) => [key, `STAFF typed into ${key}`])),
    ...{ managerial: aspect, workAndCases: aspect, development: aspect, relationships: aspect },
    ...{ support: aspect, sweTags: ['4.2'], cpdLogged: 'yes', text: 'STAFF other business' },
    ...{ nextMeetingOn: '18 12 2026', mode: 'inPerson', noAbsences: true },
    actions: [{ id: 'a1', what: 'STAFF book', owner: 'Sam', byWhen: '2 weeks' }],
  } as StaffNote;
  workspace.draft({ collection: 'notes', id: note.id, body });
  await workspace.queue.flush();
  await endSession(workspace, id, there);
  for (const ref of ['C1', 'C2'])
    expect(await finaliseChild(workspace, id, ref)).toMatchObject({ outcome: 'finalised' });
  expect(await finaliseNote(workspace, id)).toEqual({ outcome: 'finalised' });
  const final = finalOf(noteOf(workspace, id)?.body as StaffNote);
  if (!final) throw new Error('not final');
  const records = bodies(workspace, 'childRecords');
  const input = (ref: string) => {
    const record = records.find(({ childRef }) => childRef === ref);
    if (!record) throw new Error(ref);
    return { record, amendments: [], marks: [] };
  };
  return { final, staffText: staffRecordText(final), input };
}

describe('the record of a supervision in the policy’s own form', () => {
  it('has its front page, its agenda and Part B, in its words and order', async () => {
    const { staffText } = await held();
    const lines = staffText.split('\n');
    const places = [
      'Supervision Record',
      'Name of Organisation /Agency: Thornmere Council',
      'Name of Supervisee: Priya Shah',
      'Name of Supervisor: Sam Lee',
      'Date: 20 November 2026',
      'Time: 10:00am to 10:00am',
      'Details of holidays, sickness absence and training undertaken since last supervision',
      'Please indicate if the cases discussed represent ALL current cases or a sample',
      'Agenda Items',
      '1. Review of agreed action points from last meeting/matters arising',
      '2. Supervision notes- Child record',
      '3. Team/General issues impacting safeguarding practice: including training, development, wellbeing',
      '4. Personal development and support',
      '5. Any other business and date of next meeting',
      'PART A for completion by the worker (where appropriate)',
      'On the record of each child, and not here.',
      'PART B Supervision discussion: for completion by supervisor',
      'Actions agreed: (including all agenda items)',
      '- STAFF book. Who: Sam. By: 4 December 2026',
      'Delivery plans discussed',
      'Any outstanding actions?',
      'Any other business',
      'STAFF other business',
      'Date of Next Meeting',
      '18 December 2026',
      "Supervisee's signature: not signed",
      "Supervisor's signature: not signed",
    ].map((line) => lines.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('leaves nothing out that was written in the notes, and names no child', async () => {
    const { staffText } = await held();
    for (const key of noteTextKeys) expect(staffText).toContain(`STAFF typed into ${key}`);
    expect(staffText).toContain('- 4.2 Supervision and feedback');
    expect(staffText.match(/STAFF said of it/g)).toHaveLength(5);
    expect(staffText).toContain('Agenda agreed at 10:00am\n- C2\n- C1');
    for (const ofChildren of ['Grace', 'Ben', 'Harlow', 'Events of', 'Well seen', 'WORKING'])
      expect(staffText).not.toContain(ofChildren);
  });

  it('Part A is on each child’s record, with that child’s own words and nothing of the staff file', async () => {
    const { input } = await held();
    const text = (ref: string) => buildChildExport('caseSystemText', input(ref));
    expect(text('C1')).toContain(
      "PART A for completion by the worker (where appropriate)\nWritten by Priya Shah, shared at 3:00pm on Wednesday 18 November 2026.\n\nFamily name\nHarlow\n\nChildren's names\nGrace Harlow\n\nAges\n10 years old",
    );
    expect(text('C1')).toContain('Summary of events since last supervision\nEvents of C1');
    expect(text('C1')).toContain('Safety / Protective Factors\nNot written.');
    expect(text('C1')).toContain('Supervisor’s comment on Part A\nWell seen');
    expect(text('C1')).toContain('Delivery plans discussed\nThe core group plan');
    expect(text('C1')).not.toMatch(/Ben|C2|STAFF|WORKING/);
    expect(text('C2')).toContain("Children's names\nBen Harlow, Grace Harlow");
    expect(text('C2')).not.toMatch(/Events of C1|STAFF|WORKING/);
  });

  it('under a policy without forms nothing of Part A comes by itself, and the notes are as ever', async () => {
    const { input, staffText } = await held('islington-001');
    expect(buildChildExport('caseSystemText', input('C1'))).not.toMatch(
      /PART A|Events of|Family name/,
    );
    expect(staffText).not.toContain('PART B');
    for (const key of noteTextKeys) expect(staffText).toContain(`STAFF typed into ${key}`);
    expect(staffText).toContain(
      'What the practitioner brought\nSTAFF typed into agendaPractitioner',
    );
    expect(staffText).toContain('Is the learning logged as CPD?\nYes');
  });
});

describe('the decision record of one child', () => {
  it('has the policy’s lines in their order', async () => {
    const { input } = await held();
    expect(buildChildExport('decisionRecord', input('C1'))).toBe(`Supervision Decision Record
Name of Organisation /Agency: Thornmere Council
Individual Child, Young Person or Family record: Individual child
Name of child / young person / family: Grace Harlow
Date of birth of child or young person: 4 March 2016
Supervision Date: 20 November 2026
Supervisee: Priya Shah
Supervisor / Manager: Sam Lee

Brief synopsis of safeguarding history if appropriate
Two plans before

Concerns
Missed health checks.

Actions agreed with timescales: (to be completed post session).
Decisions
None.
Actions agreed
None.

Signature of Manager / Supervisor and date: not signed
Finalised at 10:00am on Friday 20 November 2026 by Sam Lee.`);
  });

  it('elsewhere those of the specification, and on paper too', async () => {
    const { input } = await held('swindon-000');
    const text = buildChildExport('printedDecisionRecord', input('C1'));
    expect(text.split('\n')[0]).toBe('Decision record');
    for (const line of ['Kind of record: Individual child', 'Concerns\nMissed health checks.'])
      expect(text).toContain(line);
  });
});

it('[NOTE14] in the policy’s own form too, groups stand on the front page, before the agenda', async () => {
  const { final } = await held();
  const group = {
    id: 'g1',
    on: '2026-11-13',
    name: 'North team',
    facilitator: 'Sam Lee',
    role: '',
  };
  const groupsAttended = [{ ...group, familySafeguarding: true, confidentialityAgreed: true }];
  const text = staffRecordText({ ...final, groupsAttended });
  const line =
    'Group supervision since last time\n- 13 November 2026: Family Safeguarding group, North team; facilitator Sam Lee; boundaries of confidentiality agreed';
  expect(text).toContain(line);
  expect(text.indexOf(line)).toBeLessThan(text.indexOf(final.form?.agendaTitle ?? 'none'));
});
