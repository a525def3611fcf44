import fc from 'fast-check';
import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { addDays, isoInLondon, toCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile, listProfiles } from '#domain/policies/shipped-profiles.ts';
import { deadlineOfDiscussion } from './discussion-deadline.ts';
import {
  childRecordDeadline,
  type RecordingDeadline,
  type Significance,
  staffNotesDeadline,
} from './recording-deadline.ts';

const day = toCalendarDate;
const at = toInstant;
const profileOf = (id: string) => findProfile(id) as PolicyProfile; // the five of profiles.json
const [swindon, islington, bracknell, mosaic, focusGroup] = [
  profileOf('swindon-000'),
  profileOf('islington-001'),
  profileOf('bracknell-003'),
  profileOf('mosaic-004'),
  profileOf('focus-group-002'),
];

const ofSession = (profile: PolicyProfile, date: string, significance: Significance = 'routine') =>
  childRecordDeadline({ profile, significance, holidays, sessionDate: day(date) });
const ofDecision = (profile: PolicyProfile, decided: string, significance: Significance) =>
  childRecordDeadline({
    profile,
    significance,
    holidays,
    decidedAt: decided.includes('T') ? at(decided) : day(decided),
  });

function due(deadline: RecordingDeadline) {
  if (deadline.status !== 'due') throw new Error(deadline.why);
  return deadline;
}

it('[REC1] Islington: five working days across Christmas (TV01)', () => {
  expect(ofSession(islington, '2026-12-18')).toEqual({
    status: 'due',
    dueOn: '2026-12-29',
    overdueFrom: '2026-12-30',
    rule: 'R-21',
    clause: '001:93-94',
    strength: 'must',
    words: 'Record within 5 working days of the session (Islington 2016, 001:93-94)',
    holidays: 'known',
  });
});

it('[REC1] Swindon’s five days are our reading and say so; Mosaic’s are its text', () => {
  expect(due(ofSession(swindon, '2027-03-24'))).toMatchObject({
    dueOn: '2027-04-02',
    rule: 'C-11',
  });
  expect(due(ofSession(mosaic, '2027-03-24'))).toMatchObject({ dueOn: '2027-04-02', rule: 'R-22' });
});

it('[REC2] a significant decision: 24 elapsed hours over the clock change (TV04)', () => {
  for (const significance of ['significant', 'urgent'] as const) {
    const deadline = due(ofDecision(islington, '2027-03-27T15:00:00+00:00', significance));
    expect(isoInLondon(deadline.dueAt as never)).toBe('2027-03-28T16:00:00+01:00');
    expect(deadline).toMatchObject({
      dueOn: '2027-03-28',
      overdueFrom: '2027-03-28',
      rule: 'R-21',
      clause: '001:93-94',
      strength: 'must',
      words: 'Record within 24 hours of the decision (Islington 2016, 001:93-94)',
    });
  }
});

it('[REC2] inside a session the 24 hours run from the decision, not from the session', () => {
  const deadline = childRecordDeadline({
    profile: islington,
    significance: 'urgent',
    holidays,
    sessionDate: day('2026-11-20'),
    decidedAt: at('2026-11-20T14:30:00Z'),
  });
  expect(due(deadline)).toMatchObject({ dueOn: '2026-11-21', dueAt: '2026-11-21T14:30:00Z' });
});

it('[REC3] without a time, by the end of that day (C-9)', () => {
  for (const deadline of [
    ofDecision(islington, '2026-11-20', 'significant'),
    ofSession(islington, '2026-11-20', 'significant'),
  ]) {
    expect(due(deadline)).toMatchObject({ dueOn: '2026-11-20', overdueFrom: '2026-11-21' });
    expect(deadline).not.toHaveProperty('dueAt');
    expect(due(deadline).words).toBe(
      'Record within 24 hours of the decision; no time is held, so by the end of that day ' +
        '(Islington 2016, 001:93-94)',
    );
  }
});

it('[REC4] a routine decision outside a session has the profile’s own number of days', () => {
  expect(ofDecision(islington, '2026-12-18T23:30:00Z', 'routine')).toMatchObject({
    dueOn: '2026-12-29',
    rule: 'R-58',
    clause: '001:104,106',
    words: 'Record within 5 working days of the decision (Islington 2016, 001:104,106)',
  });
  for (const profile of [swindon, mosaic, bracknell])
    expect(ofDecision(profile, '2026-12-18', 'routine').status, profile.id).toBe('none');
});

it('[REC5] without 24 hours in the policy, a significant discussion has the session’s days', () => {
  expect(ofSession(swindon, '2026-12-18', 'urgent')).toEqual(ofSession(swindon, '2026-12-18'));
  expect(ofSession(mosaic, '2026-12-18', 'urgent')).toEqual(ofSession(mosaic, '2026-12-18'));
});

it('[REC6] Bracknell: a significant matter outside a session is recorded at the time', () => {
  expect(ofDecision(bracknell, '2026-11-21T15:00:00Z', 'significant')).toMatchObject({
    dueOn: '2026-11-21',
    overdueFrom: '2026-11-22',
    rule: 'R-23',
    clause: '003:55',
    words: 'Record at the time, on the day itself (Bracknell Forest, no date in its text, 003:55)',
  });
  expect(ofSession(bracknell, '2026-11-21', 'significant').status).toBe('none');
});

it('[REC7] what a profile leaves open is not computed, and the reason is said', () => {
  expect(ofSession(bracknell, '2026-12-18')).toEqual({
    status: 'none',
    why: "Bracknell Forest gives no number of days for the child's record.",
  });
  const nulled = { ...islington, recording: { childRecord: { workingDays: null } } };
  expect(ofSession(nulled, '2026-12-18').status).toBe('none');
  for (const significance of ['routine', 'urgent'] as const)
    expect(ofSession(focusGroup, '2026-12-18', significance).status).toBe('none');
  expect(ofDecision(swindon, '2026-12-18T10:00:00Z', 'urgent')).toEqual({
    status: 'none',
    why: 'Swindon gives no number of days for a decision made outside supervision.',
  });
});

it('[REC8] a number of ours names no clause and says so; a missing strength reads should', () => {
  expect(due(ofSession(swindon, '2026-12-18'))).toMatchObject({
    clause: null,
    strength: 'inferred',
    words: 'Record within 5 working days of the session (our reading: Swindon gives no number)',
  });
  expect(due(ofDecision(islington, '2026-12-18', 'routine')).strength).toBe('should');
  expect(due(ofSession(islington, '2027-12-24')).holidays).toBe('computed'); // ends in 2028
});

it('[REC9] "as soon as possible" is reminded of on the first working day after', () => {
  expect(due(ofSession(mosaic, '2026-12-24'))).toMatchObject({
    nudgeOn: '2026-12-29',
    words:
      'Record as soon as possible, within 5 working days of the session ' +
      '(Council using Mosaic, no date in its text, 004:44)',
  });
  expect(ofSession(islington, '2026-12-24')).not.toHaveProperty('nudgeOn');
});

it('[REC10] supervision notes: Swindon’s text, two readings of ours, two left open (TV03)', () => {
  const notes = (profile: PolicyProfile) =>
    staffNotesDeadline({ profile, sessionDate: day('2027-03-24'), holidays });
  expect(due(notes(swindon))).toMatchObject({
    dueOn: '2027-04-02',
    overdueFrom: '2027-04-03',
    rule: 'R-19',
    clause: '000:95',
    strength: 'should',
    words: 'Record within 5 working days of the session (Swindon, no date in its text, 000:95)',
  });
  for (const profile of [islington, mosaic])
    expect(due(notes(profile))).toMatchObject({ dueOn: '2027-04-02', strength: 'inferred' });
  for (const profile of [bracknell, focusGroup]) expect(notes(profile).status).toBe('none');
});

it('[PROF3] strength changes words, never a date', () => {
  const strengths = fc.constantFrom('must', 'should', 'aim', 'may', 'inferred', undefined);
  const sessions = fc.nat(2000).map((n) => addDays(day('2025-06-01'), n));
  fc.assert(
    fc.property(
      fc.constantFrom(...listProfiles()),
      sessions,
      strengths,
      (profile, on, strength) => {
        const childRecord = profile.recording?.childRecord;
        if (!childRecord) return;
        const { strength: _, ...without } = childRecord;
        const changed: PolicyProfile = {
          ...profile,
          recording: {
            ...profile.recording,
            childRecord: strength ? { ...without, strength } : without,
          },
        };
        const before = due(ofSession(profile, on));
        const after = due(ofSession(changed, on));
        expect([after.dueOn, after.overdueFrom]).toEqual([before.dueOn, before.overdueFrom]);
        expect(after.strength).toBe(strength ?? 'should');
      },
    ),
  );
  const aimed = {
    ...islington,
    recording: { childRecord: { workingDays: 5, strength: 'aim' as const } },
  };
  expect(due(ofSession(aimed, '2026-12-18')).words).toMatch(/^Aim to record within/);
});

it('[PROF3] a rule without a strength reads "should", and one working day is a day', () => {
  const recording = {
    childRecord: { workingDays: 1, src: '001:1' },
    staffNotes: { workingDays: 1, src: '001:2' },
  };
  const profile = { ...islington, recording } as PolicyProfile;
  expect(ofSession(profile, '2026-11-20')).toMatchObject({
    strength: 'should',
    dueOn: '2026-11-23',
    words: 'Record within 1 working day of the session (Islington 2016, 001:1)',
  });
  const childRecord = { ...recording.childRecord, strength: 'may' };
  const may = { ...profile, recording: { ...recording, childRecord } } as PolicyProfile;
  expect(due(ofSession(may, '2026-11-20')).words).toMatch(/^Aim to record within 1 working day /);
  const sessionDate = day('2026-11-20');
  expect(staffNotesDeadline({ profile, sessionDate, holidays })).toMatchObject({
    strength: 'should',
    clause: '001:2',
  });
});

it('[FIN8] not discussed, no deadline; the first grave decision with a text is the one that counts', () => {
  const ask = (discussedOn: string, ...decisions: readonly (readonly [string, string])[]) =>
    deadlineOfDiscussion(
      {
        discussedOn,
        decisions: decisions.map(([text, decidedAt]) => ({
          text,
          decidedAt,
          significance: 'urgent',
        })),
      },
      islington,
      holidays,
    );
  expect(ask('')).toEqual({ status: 'none', why: 'Not discussed yet.' });
  const [ten, nine] = ['2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z'];
  const first = ask('2026-11-20', ['Later', ten], ['Earlier', nine], [' ', '2026-11-20T08:00:00Z']);
  expect(first).toEqual(ask('2026-11-20', ['Earlier', nine]));
  expect(first).not.toEqual(ask('2026-11-20', ['Later', ten]));
  expect(ask('2026-11-20', ['Earlier', nine], ['Later', ten])).toEqual(first);
});
