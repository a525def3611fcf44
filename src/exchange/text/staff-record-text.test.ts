import { expect, it } from 'vitest';
import { textsOfNote } from '#domain/notes/note-texts.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { StaffRecord } from '#domain/records/staff-record.ts';
import { hostileTexts } from '../../../test/builders.ts';
import { staffNoteText, staffRecordText } from './staff-record-text.ts';

const about = {
  id: 'n1',
  sessionId: 's1',
  superviseeRef: 'S1',
  createdAt: '2026-12-07T10:00:00.000Z',
  createdBy: 'me',
};

const aRecord = (over: object = {}): StaffRecord =>
  StaffRecord.parse({
    ...about,
    file: 'staff',
    schema: 1,
    heading: 'Supervision Record',
    supervisor: 'Sam Lee',
    supervisee: 'Priya Shah',
    superviseeTerm: 'Supervisee',
    threePs: true,
    meetingOn: '2026-12-07',
    writtenOn: '2026-12-08',
    coverage: { of: 'sample', words: 'SAMPLE: 20 of 22 discussed' },
    policy: { id: 'bracknell-003', label: 'Bracknell Forest' },
    deadline: { dueOn: '2026-12-14', clause: '', words: '' },
    lateEntry: false,
    synthetic: false,
    finalisedAt: '2026-12-09T12:00:00.000Z',
    finalisedBy: 'Sam Lee',
    ...over,
  });

it('reads as a form: who, when, what was covered, and the three dates', () => {
  const record = aRecord({
    sessionType: 'personal',
    mode: 'video',
    location: 'at home',
    managerial: { text: 'Caseload of 22.' },
    relationships: { notCovered: 'Time ran out' },
    supportDetailWithheld: true,
    caseSupervisionCheck: 'no',
    caseSupervisionNote: 'Two of five are behind.',
    thresholdDecisions: 'Three stepped down.',
    absences: [{ id: 'x', kind: 'training', from: '3 dec', to: '', detail: 'Court skills' }],
    absencesWritten: [{ id: 'y', kind: 'annualLeave', from: '2 nov', to: '4 dec', detail: '' }],
    gap: 'November 2026',
    gapWhy: 'Annual leave.',
    gapCover: 'Dana Cole',
    gapReallocation: 'Two cases moved.',
    actionsReviewed: [
      {
        id: 'a',
        what: 'Shadow',
        owner: 'Priya',
        dueOn: '',
        outcome: 'carried',
        reason: 'Ill judge',
      },
      { id: 'b', what: 'Read', owner: 'Sam', dueOn: '', outcome: '', reason: '' },
    ],
    actionsAgreed: [
      { id: 'c', what: 'Book', owner: 'Sam', byWhen: '2 weeks', dueOn: '2026-12-21' },
    ],
    text: 'Party on Friday.',
    nextMeetingOn: '4 jan',
    nextMeetingDate: '2027-01-04',
    nextDue: 'Due by 4 January 2027: supervision every 4 weeks (003:203)',
  });
  expect(staffRecordText(record)).toBe(`Supervision Record
Supervisee: Priya Shah
Supervisor: Sam Lee
Date of supervision: 7 December 2026
Written: 8 December 2026
Personal supervision only
Meeting: By video, at home
Cases: SAMPLE: 20 of 22 discussed

Absences since last time, as Priya Shah wrote
- Annual leave: 2 nov to 4 dec

Absences since last time, as told in the session
- Training: 3 dec: Court skills

Gap in supervision: November 2026
Annual leave.

Who covered
Dana Cole

Passing cases on
Two cases moved.

Actions from last time
- Shadow (Priya): Not done, carried forward. Ill judge
- Read (Sam): Not said

Performance and managerial
Caseload of 22.

Relationships
Not covered this time: Time ran out

Personal support
Discussed; detail not recorded at the worker’s request.

Is case supervision happening in the team?
No. Two of five are behind.

Threshold decisions
Three stepped down.

Actions agreed
- Book. Who: Sam. By: 21 December 2026

Any other business
Party on Friday.

Next meeting
4 January 2027

Supervision: Due by 4 January 2027: supervision every 4 weeks (003:203).

Finalised at midday on Wednesday 9 December 2026 by Sam Lee. Not signed.`);
});

it('says late entry, synthetic and “none”, and nothing of what is not there', () => {
  const text = staffRecordText(
    aRecord({ lateEntry: true, synthetic: true, noAbsences: true, noAbsencesWritten: true }),
  );
  expect(text).toMatch(/^SYNTHETIC: .*\nSupervision Record\nLate entry\n/);
  expect(text).toContain('as Priya Shah wrote\nNone.');
  expect(text).toContain('as told in the session\nNone.');
  expect(text).not.toMatch(
    /Gap|Who covered|Actions|Not covered|case supervision|Threshold|Next meeting|Meeting:/,
  );
});

it('notes that are no record yet are copied whole: every typed word, to the letter', () => {
  const row = { kind: 'sickness', from: 'from', to: 'to', detail: 'detail' };
  const note = StaffNote.parse({
    ...about,
    absences: [{ id: 'x', ...row }],
    actions: [{ id: 'y', what: 'what', owner: 'owner', byWhen: 'byWhen' }],
    settled: [{ id: 'z', actionId: 'a', outcome: 'carried', reason: 'reason' }],
    location: 'location',
    gapWhy: 'gapWhy',
    gapCover: 'gapCover',
    gapReallocation: 'gapReallocation',
    managerial: { text: 'one', notCovered: 'two' },
    workAndCases: { text: 'three', notCovered: 'four' },
    development: { text: 'five', notCovered: 'six' },
    relationships: { text: 'seven', notCovered: 'eight' },
    support: { text: 'nine', notCovered: 'ten' },
    caseSupervisionNote: 'eleven',
    thresholdDecisions: 'twelve',
    text: hostileTexts.decomposed,
    nextMeetingOn: '4 weeks',
  });
  const text = staffNoteText(note);
  for (const [path, typed] of textsOfNote(note)) expect(text, path).toContain(typed);
});

it('notes from before the aspects had fields of their own are their text and nothing else', () => {
  expect(staffNoteText(StaffNote.parse({ ...about, text: 'Tired.\n\nBut well.' }))).toBe(
    'Tired.\n\nBut well.',
  );
});
