import { describe, expect, it } from 'vitest';
import { noGap } from '#domain/cancellations/gap-line.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { loneSurrogateMessage } from '#domain/records/child-record.ts';
import { BeforeSession } from '#domain/records/response.ts';
import { StaffAction } from '#domain/records/staff-action.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import type { StaffActionState } from '#domain/staff-file/staff-actions.ts';
import {
  bracknell,
  hostileTexts,
  islington,
  loneSurrogates,
  swindon,
  today,
} from '../../../test/builders.ts';
import { mosaic } from '../../../test/due-builders.ts';
import { missingFromNote, type NoteProgress, requiredAspects } from './note-coverage.ts';
import { coversThresholds } from './note-fields.ts';
import { textsOfNote } from './note-texts.ts';

const aNote = (over: object = {}): StaffNote =>
  StaffNote.parse({
    id: 'n1',
    sessionId: 's1',
    superviseeRef: 'S1',
    createdAt: '2026-11-20T10:00:00.000Z',
    createdBy: 'me',
    ...over,
  });

const written = { text: 'Written', notCovered: '' };
/** All that Swindon asks for. */
const full = {
  managerial: written,
  workAndCases: written,
  development: written,
  relationships: written,
  support: written,
  noAbsences: true,
  nextMeetingOn: '18 12 2026',
};

const missing = (over: Partial<NoteProgress> = {}) =>
  missingFromNote({
    note: aNote(full),
    profile: swindon,
    gap: noGap,
    toReview: [],
    meetingOn: today,
    ...over,
  });
const paths = (over: Partial<NoteProgress> = {}) => missing(over).map(({ path }) => path);

const open = (id: string): StaffActionState => ({
  action: StaffAction.parse({
    id,
    superviseeRef: 'S1',
    sessionId: 's0',
    what: `Do ${id}`,
    createdAt: 'x',
    createdBy: 'me',
  }),
  status: 'open',
  carried: 0,
  lastEvent: undefined,
  said: undefined,
});

describe('coverage', () => {
  it('[NOTE1] each aspect has text or a reason why not, where the policy asks for the four', () => {
    expect(missing()).toEqual([]);
    const reason = { text: '', notCovered: 'Done last week' };
    for (const key of requiredAspects(swindon)) {
      expect(
        missing({ note: aNote({ ...full, [key]: { text: ' \n', notCovered: ' ' } }) }),
      ).toEqual([
        {
          path: `${key}.text`,
          message: expect.stringMatching(/^Write about .*, or why it was not covered$/),
        },
      ]);
      expect(missing({ note: aNote({ ...full, [key]: reason }) })).toEqual([]);
    }
    expect(requiredAspects(swindon)).toHaveLength(5);
  });

  it('[NOTE1] support may have been discussed and not written down; no other aspect may', () => {
    const blank = { text: '', notCovered: '' };
    const withheld = { ...full, supportDetailWithheld: true };
    expect(paths({ note: aNote({ ...withheld, support: blank }) })).toEqual([]);
    expect(paths({ note: aNote({ ...withheld, managerial: blank }) })).toEqual(['managerial.text']);
  });

  it('[NOTE1] Bracknell asks for personal support, in its own words, and for no other aspect', () => {
    const only = { support: written, noAbsences: true, nextMeetingOn: '18 12 2026' };
    expect(paths({ profile: bracknell, note: aNote(only) })).toEqual([]);
    expect(missing({ profile: bracknell, note: aNote({ ...only, support: {} }) })).toEqual([
      { path: 'support.text', message: 'Write about personal support, or why it was not covered' },
    ]);
  });

  it('[NOTE2] where the policy leaves them open, something written is enough', () => {
    for (const profile of [islington, mosaic]) {
      expect(paths({ profile, note: aNote({ text: 'As it was before the aspects' }) })).toEqual([]);
      expect(paths({ profile, note: aNote({ development: written }) })).toEqual([]);
      expect(missing({ profile, note: aNote({ location: 'Room 4', mode: 'video' }) })).toEqual([
        { path: 'text', message: 'Write the notes, or that nothing personal was discussed' },
      ]);
    }
  });

  it('[NOTE3] the next meeting has a date that can be read, where the notes are asked for', () => {
    const next = (nextMeetingOn: string) => missing({ note: aNote({ ...full, nextMeetingOn }) });
    expect(next('')).toEqual([
      { path: 'nextMeetingOn', message: 'Enter the date of the next meeting' },
    ]);
    expect(next('31 11 2026')).toEqual([
      { path: 'nextMeetingOn', message: '31 November is not a real date. November has 30 days.' },
    ]);
    expect(next('4 weeks')).toEqual([]);
    expect(next('1 June 2027')).toEqual([]); // long after it is due: warned of on screen
    expect(
      paths({ profile: islington, note: aNote({ text: 'x', nextMeetingOn: 'soon' }) }),
    ).toEqual([]);
  });
});

describe('time away', () => {
  const away = { id: 'x', kind: 'sickness', from: '2 nov' };
  const asked = [
    {
      path: 'noAbsences',
      message: 'Add the absences since last time, or tick that there were none',
    },
  ];

  it('[NOTE12] is said where the notes are asked for, or that there was none', () => {
    const note = aNote({ ...full, noAbsences: false });
    expect(missing({ note })).toEqual(asked);
    expect(missing({ note: aNote({ ...note, absences: [{ id: 'x' }] }) })).toEqual(asked);
    expect(missing({ note: aNote({ ...note, absences: [away] }) })).toEqual([]);
    for (const profile of [islington, mosaic])
      expect(missing({ profile, note: aNote({ text: 'x' }) })).toEqual([]);
  });

  it('[NOTE12] what the practitioner wrote beforehand is enough', () => {
    const note = aNote({ ...full, noAbsences: false });
    const wrote = (over: object) =>
      BeforeSession.parse({
        ...{ id: 'r1', kind: 'beforeSession', preparationId: 'p1', createdAt: 'x' },
        ...{ superviseeRef: 'S1', supervisorRef: 'me', createdBy: 'S1', ...over },
      });
    expect(missing({ note, response: wrote({ absences: [away] }) })).toEqual([]);
    expect(missing({ note, response: wrote({ noAbsences: true }) })).toEqual([]);
    expect(missing({ note, response: wrote({}) })).toEqual(asked);
  });
});

describe('what a stage is asked', () => {
  it('[NOTE10] of a manager whether case supervision is happening, where the policy asks', () => {
    const note = aNote({ text: 'x' });
    expect(missing({ profile: islington, note, stage: 'manager' })).toEqual([
      {
        path: 'caseSupervisionCheck',
        message: 'Say whether case supervision is happening in the team',
      },
    ]);
    for (const caseSupervisionCheck of ['yes', 'no']) {
      const said = aNote({ text: 'x', caseSupervisionCheck });
      expect(missing({ profile: islington, note: said, stage: 'manager' })).toEqual([]);
    }
    expect(missing({ profile: islington, note, stage: 'nonCaseHolding' })).toEqual([]);
    expect(missing({ profile: islington, note })).toEqual([]);
    for (const profile of [swindon, bracknell, mosaic])
      expect(paths({ profile, note: aNote({ ...full, text: 'x' }), stage: 'manager' })).toEqual([]);
  });

  it('[NOTE11] thresholds are written about without cases, and nothing waits for them', () => {
    expect(coversThresholds(islington, 'nonCaseHolding')).toBe(true);
    expect(coversThresholds(islington, 'default')).toBe(false);
    for (const profile of [swindon, bracknell, mosaic])
      expect(coversThresholds(profile, 'nonCaseHolding')).toBe(false);
    const asked = { profile: islington, stage: 'nonCaseHolding' } as const;
    expect(missing({ ...asked, note: aNote({ text: 'x' }) })).toEqual([]);
    // Either is something written, which is all that an open policy asks for (NOTE2).
    expect(missing({ ...asked, note: aNote({ thresholdDecisions: 'Three to CIN' }) })).toEqual([]);
    expect(missing({ profile: islington, note: aNote({ caseSupervisionCheck: 'no' }) })).toEqual(
      [],
    );
  });
});

describe('gaps and actions', () => {
  const november = ['2026-11' as CalendarMonth];

  it('[NOTE4] a missed due date is explained under every policy, and the rest where it asks', () => {
    const note = aNote({ ...full, text: 'x' });
    const missed = { ...noGap, months: november };
    for (const profile of [swindon, islington, bracknell, mosaic]) {
      expect(paths({ profile, note, gap: missed })).toEqual(['gapWhy']);
    }
    const asked = { months: november, forChildren: november, considerReallocation: true };
    const all = missing({ profile: islington, note, gap: asked });
    expect(all.map(({ path }) => path)).toEqual(['gapWhy', 'gapCover', 'gapReallocation']);
    expect(all[0]?.message).toBe('Write why supervision due in November 2026 was not held');
    const told = { gapWhy: 'Away', gapCover: 'Nobody', gapReallocation: 'No' };
    expect(paths({ profile: islington, note: aNote(told), gap: asked })).toEqual([]);
  });

  it('[NOTE5] each action of last time has an outcome where notes are asked for', () => {
    const toReview = [open('a1'), open('a2')];
    const settled = [{ id: 'e2', actionId: 'a2', outcome: 'done', reason: '' }];
    expect(missing({ note: aNote({ ...full, settled }), toReview })).toEqual([
      // The form puts the line that is not there yet after those that are.
      { path: 'settled.1.outcome', message: 'Say what happened to “Do a1”' },
    ]);
    const note = aNote({ text: 'x', settled });
    expect(paths({ profile: islington, note, toReview })).toEqual([]);
    // Two that have no line yet come one after the other.
    expect(paths({ note: aNote({ ...full }), toReview })).toEqual([
      'settled.0.outcome',
      'settled.1.outcome',
    ]);
  });

  it('[NOTE5] one that is carried has its reason, and a new one says what, who and by when', () => {
    const settled = [{ id: 'e1', actionId: 'a1', outcome: 'carried', reason: ' ' }];
    const actions = [
      { id: 'b1', what: '', owner: '', byWhen: '' },
      { id: 'b2', what: 'Book the course', owner: '', byWhen: ' ' },
      { id: 'b3', what: ' ', owner: 'Priya', byWhen: '2 weeks' },
    ];
    const note = aNote({ settled, actions });
    expect(missing({ profile: islington, note, toReview: [open('a1')] })).toEqual([
      { path: 'settled.0.reason', message: 'Write why “Do a1” is not done yet' },
      { path: 'actions.1.owner', message: 'Write who will do it' },
      { path: 'actions.1.byWhen', message: 'Write by when' },
      { path: 'actions.2.what', message: 'Write what will be done' },
    ]);
  });
});

it('[FIN6] half a character is refused in each field, with the path of that field; nothing else is', () => {
  const row = { from: '', to: '', detail: '' };
  const blank = aNote({
    text: 'x',
    absences: [{ id: 'x', ...row }],
    actions: [{ id: 'y' }],
    settled: [{ id: 'z', actionId: 'a1' }],
  });
  const progress = { profile: islington, gap: noGap, toReview: [], meetingOn: today };
  const fields = textsOfNote(blank).map(([path]) => path);
  expect(fields).toHaveLength(34);
  for (const path of fields) {
    const withText = (text: string) => {
      const note = structuredClone(blank) as unknown as Record<string, unknown>;
      const keys = path.split('.');
      const last = keys.pop() ?? '';
      const at = keys.reduce((node, key) => node[key] as Record<string, unknown>, note);
      at[last] = text;
      return note as unknown as StaffNote;
    };
    const broken = missingFromNote({ ...progress, note: withText(loneSurrogates[0]) });
    expect(broken).toContainEqual({ path, message: loneSurrogateMessage });
    const strange = missingFromNote({ ...progress, note: withText(hostileTexts.nul) });
    expect(strange.map(({ message }) => message)).not.toContain(loneSurrogateMessage);
  }
});

it('[FIN7] two versions of a text are chosen between first', () => {
  const note = { ...aNote(full), clashes: [{ path: 'text', ours: 'a', theirs: 'b' }] };
  expect(paths({ note })).toEqual(['versions']);
});
