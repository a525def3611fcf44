import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { noGap } from '#domain/cancellations/gap-line.ts';
import { englandAndWalesHolidays } from '#domain/dates/bank-holidays.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { loneSurrogateMessage } from '#domain/records/child-record.ts';
import { BeforeSession } from '#domain/records/response.ts';
import { StaffAction } from '#domain/records/staff-action.ts';
import { noteTextKeys, StaffNote } from '#domain/records/staff-note.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { bracknell, hostileTexts, islington, swindon, today } from '../../../test/builders.ts';
import { buildStaffRecord, type NoteQuestion } from './finalise-note.ts';

const aNote = (over: object = {}): StaffNote =>
  StaffNote.parse({
    id: 'n1',
    sessionId: 's1',
    superviseeRef: 'S1',
    text: 'Tired.',
    createdAt: '2026-11-20T10:00:00.000Z',
    createdBy: 'me',
    savedAt: '2026-11-23T23:30:00.000Z',
    ...over,
  });

const question = (over: Partial<NoteQuestion> = {}): NoteQuestion => ({
  note: aNote(),
  at: '2026-11-24T12:00:00.000Z',
  by: 'Sam Lee',
  supervisor: 'Sam Lee',
  supervisee: 'Priya Shah',
  meetingOn: today,
  coverage: { of: 'all', words: 'This session covers ALL 22 open cases' },
  gap: noGap,
  toReview: [],
  nextDue: 'Due by 31 December 2026',
  profile: islington,
  holidays: englandAndWalesHolidays,
  synthetic: false,
  ...over,
});

function build(over: Partial<NoteQuestion> = {}) {
  const built = buildStaffRecord(question(over));
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return built;
}

describe('a finalised supervision note', () => {
  it('[FIN9] is what was typed, to the letter, in its canonical text', () => {
    for (const hostile of Object.values(hostileTexts)) {
      const note = aNote({
        text: hostile,
        managerial: { text: hostile, notCovered: hostile },
        gapCover: hostile,
        newerField: { kept: true },
      });
      const { record, text } = build({ note });
      expect(record).toMatchObject({ ...note, finalisedAt: '2026-11-24T12:00:00.000Z' });
      expect(JSON.parse(text)).toEqual(record);
      expect(canonicalize(JSON.parse(text))).toBe(text);
    }
  });

  it('[FIN9] says what is missing, and refuses what a finished record cannot carry', () => {
    expect(buildStaffRecord(question({ note: aNote({ text: ' \n' }) }))).toMatchObject({
      outcome: 'missing',
      missing: [{ path: 'text' }],
    });
    const broken = { path: 'text', message: loneSurrogateMessage };
    expect(buildStaffRecord(question({ note: aNote({ text: '\ud800' }) }))).toEqual({
      outcome: 'missing',
      missing: [broken],
    });
    expect(buildStaffRecord(question({ supervisee: 'Priya \udc00' }))).toEqual({
      outcome: 'missing',
      missing: [broken],
    });
  });

  it('[NOTE8] is of the supervision file, with its three dates, coverage, policy and deadline', () => {
    const { record } = build({ profile: islington, gap: { ...noGap } });
    expect(record).toMatchObject({
      file: 'staff',
      schema: 1,
      heading: 'Supervision record',
      supervisor: 'Sam Lee',
      supervisee: 'Priya Shah',
      superviseeTerm: 'Practitioner',
      meetingOn: '2026-11-20',
      writtenOn: '2026-11-23',
      finalisedAt: '2026-11-24T12:00:00.000Z',
      finalisedBy: 'Sam Lee',
      coverage: { of: 'all', words: 'This session covers ALL 22 open cases' },
      policy: { id: 'islington-001', label: 'Islington, 2016' },
      deadline: { dueOn: '2026-11-27' },
      lateEntry: false,
      nextDue: 'Due by 31 December 2026',
      gap: '',
    });
    expect(finalOf(record)).toEqual(record);
    expect(finalOf(aNote())).toBeUndefined();
    expect(finalOf(aNote({ finalisedAt: '2026-10-01T10:00:00.000Z' }))).toBeUndefined(); // from before
  });

  it('[NOTE8] is a late entry from the first day after the policy’s limit, by the London day', () => {
    const late = (at: string, over = {}) => build({ at, ...over }).record.lateEntry;
    expect(late('2026-11-27T23:59:59.999Z')).toBe(false);
    expect(late('2026-11-28T00:00:00.000Z')).toBe(true);
    const summer = { note: aNote({ savedAt: '' }), meetingOn: '2026-06-05' as never };
    expect(late('2026-06-12T22:59:59.000Z', summer)).toBe(false);
    expect(late('2026-06-12T23:00:00.000Z', summer)).toBe(true); // the 13th in London
    const said = { support: { text: 'x' }, noAbsences: true, nextMeetingOn: '18 12 2026' };
    const open = { note: aNote(said) };
    const { record } = build({ ...open, profile: bracknell, at: '2027-11-20T10:00:00.000Z' });
    expect(record.lateEntry).toBe(false);
    expect(record.deadline).toMatchObject({ dueOn: '', clause: '' });
    expect(record.deadline.words).toContain('Bracknell Forest gives no number of days');
  });

  it('[NOTE8] embeds actions, absences, gap and next date as they were', () => {
    const action = StaffAction.parse({
      id: 'a1',
      superviseeRef: 'S1',
      sessionId: 's0',
      what: 'Shadow a court case',
      owner: 'Priya',
      dueOn: '2026-11-01',
      createdAt: 'x',
      createdBy: 'me',
    });
    const seen = { status: 'open', carried: 0, lastEvent: undefined, said: undefined } as const;
    const absence = { id: 'x', kind: 'sickness', from: '2 nov', to: '6 nov', detail: 'Flu' };
    const response = BeforeSession.parse({
      id: 'r1',
      kind: 'beforeSession',
      superviseeRef: 'S1',
      supervisorRef: 'me',
      preparationId: 'p1',
      wellbeing: 'Tired of it all',
      absences: [absence],
      createdAt: 'x',
      createdBy: 'S1',
    });
    const note = aNote({
      settled: [{ id: 'e1', actionId: 'a1', outcome: 'carried', reason: 'Adjourned' }],
      actions: [
        { id: 'b1', what: 'Book it', owner: 'Sam', byWhen: '2 weeks' },
        { id: 'b2', what: '', owner: '', byWhen: '' },
      ],
      gapWhy: 'Away',
      nextMeetingOn: '18 dec',
    });
    const gap = { ...noGap, months: ['2026-10' as CalendarMonth] };
    const toReview = [{ ...seen, action }];
    const { record, text } = build({ note, gap, response, toReview });
    expect(record).toMatchObject({
      actionsReviewed: [
        {
          id: 'a1',
          what: 'Shadow a court case',
          owner: 'Priya',
          dueOn: '2026-11-01',
          outcome: 'carried',
          reason: 'Adjourned',
        },
      ],
      actionsAgreed: [
        { id: 'b1', what: 'Book it', owner: 'Sam', byWhen: '2 weeks', dueOn: '2026-12-04' },
      ],
      absencesWritten: [absence],
      gap: 'October 2026',
      nextMeetingDate: '2026-12-18',
    });
    // Her response is a record of its own: only what the form asks for of it is shown here too.
    expect(text).not.toContain('Tired of it all');
  });

  it('[NOTE8] is under the heading of the policy, and in its words', () => {
    const covered = { text: 'x', notCovered: '' };
    const note = aNote({
      managerial: covered,
      workAndCases: covered,
      development: covered,
      relationships: covered,
      support: covered,
      noAbsences: true,
      nextMeetingOn: '18 12 2026',
    });
    expect(build({ note, profile: swindon }).record).toMatchObject({
      heading: 'Supervision Notes',
      threePs: false,
    });
    expect(build({ note, profile: bracknell }).record).toMatchObject({
      superviseeTerm: 'Supervisee',
      threePs: true,
    });
  });
});

describe('what A2 has beside the aspects', () => {
  const typedInAll = {
    ...Object.fromEntries(noteTextKeys.map((key) => [key, `Typed into ${key}`])),
    sweTags: ['4.2', '4.8'],
    cpdLogged: 'no',
  };

  it('[NOTE13] is kept to the letter, and nothing waits for it', () => {
    const { record } = build({ note: aNote(typedInAll) });
    expect(record).toMatchObject(typedInAll);
    expect(build().record).toMatchObject({ sweTags: [], cpdLogged: '' });
  });

  it('[NOTE13] says when they met and the agenda, by reference, where either is held', () => {
    const sittings = [{ from: '2026-11-20T10:00:00.000Z', to: '2026-11-20T12:00:00.000Z' }];
    const agendaAgreed = {
      at: '2026-11-20T10:05:00.000Z',
      items: [{ reference: 'C1', depth: 'inDepth' }],
    };
    expect(build({ sittings, agendaAgreed, organisation: 'Thornmere' }).record).toMatchObject({
      ...{ sittings, agendaAgreed, organisation: 'Thornmere' },
    });
    expect(build({ sittings: [], organisation: '' }).text).not.toMatch(
      /sittings|agendaAgreed|organisation|"form"/,
    );
    const broken = { ...agendaAgreed, items: [{ reference: '\ud800', depth: '' }] };
    expect(buildStaffRecord(question({ agendaAgreed: broken }))).toMatchObject({
      outcome: 'missing',
    });
  });

  it('[FORM4] carries the policy’s form where it has one', () => {
    const said = { support: { text: 'x' }, noAbsences: true, nextMeetingOn: '18 12 2026' };
    const { record } = build({ profile: bracknell, note: aNote(said) });
    expect(record.form).toEqual(bracknell.forms?.supervisionRecord);
    expect(record.form?.agenda).toHaveLength(5);
    expect(build().record).not.toHaveProperty('form');
  });
});
