import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { toCalendarDate as day } from '#domain/dates/calendar-date.ts';
import { childDiscussionDue } from '#domain/due/child-due.ts';
import { workerSupervisionDue } from '#domain/due/worker-due.ts';
import { childRecordDeadline } from '#domain/recording/recording-deadline.ts';
import { today } from '../../../test/builders.ts';
import { applyEdit } from './apply-edit.ts';
import { checkProfile } from './check-profile.ts';
import { editFaults, ownProfileId } from './edit-faults.ts';
import { generalProfile } from './general-profile.ts';
import { editOf, type ProfileEdit } from './profile-edit.ts';
import type { PolicyProfile } from './profile-schema.ts';
import { findProfile, listProfiles } from './shipped-profiles.ts';

const shipped = (id: string) => findProfile(id) as PolicyProfile; // in profiles.json
const islington = shipped('islington-001');
const swindon = shipped('swindon-000');
const all = [...listProfiles(), generalProfile];

const stamp = { id: 'north', version: '2', effectiveFrom: day('2027-04-01') };
const edited = (base: PolicyProfile, change: Partial<ProfileEdit>) =>
  applyEdit(base, { ...editOf(base), ...change }, stamp);
const asked = { holidays, now: today };

it('[PROF15] editing nothing changes nothing but what the version is called', () => {
  for (const base of all) {
    expect(editFaults(editOf(base)), base.id).toEqual([]);
    const next = applyEdit(base, editOf(base), stamp);
    expect(next, base.id).toEqual({ ...base, ...stamp });
  }
});

it('[PROF15] a changed interval has the strength and source given, and its due date says so', () => {
  const next = edited(islington, {
    supervision: 'P14D rolling',
    strength: 'aim',
    source: 'Practice guidance 2027, page 4',
  });
  const worker = { stage: 'default', startedOn: day('2026-11-02') } as const;
  const due = workerSupervisionDue({ ...asked, profile: next, worker, sessions: [] });
  expect(due).toMatchObject({ dueOn: '2026-11-16', strength: 'aim' });
  expect(due.outcome === 'due' && due.words).toBe(
    'Aim for 16 November 2026: case supervision every 2 weeks ' +
      '(Islington, own rule: Practice guidance 2027, page 4)',
  );
  const child = { cohorts: ['CIN'], allocatedAt: day('2026-11-02') };
  const discussion = childDiscussionDue({ ...asked, profile: next, child, events: [] });
  expect(discussion.outcome === 'due' && discussion.words).toContain('Islington, own rule');
  expect(next.recording).toEqual(islington.recording);
});

it('[PROF15] a status keeps its code, and what stands beside its interval its own clause', () => {
  const cohorts = editOf(swindon).cohorts.map((row) =>
    row.code === 'ASSESS' ? { ...row, interval: 'P14D' } : row,
  );
  const next = edited(swindon, {
    cohorts: [...cohorts, { code: '', label: 'Kinship', interval: 'P3M' }],
  });
  const [was, now] = [swindon, next].map(({ child }) => child.cohorts?.[1]);
  expect(now).toMatchObject({
    code: 'ASSESS',
    interval: 'P14D',
    src: 'your own',
    strength: 'should',
  });
  expect(now?.firstFull).toEqual({ src: '000:120', ...was?.firstFull });
  expect(now).not.toHaveProperty('intervalStrength');
  expect(next.child.cohorts?.[2]).toEqual(swindon.child.cohorts?.[2]);
  expect(next.child.cohorts?.at(-1)).toEqual({
    code: 'KINSHIP',
    label: 'Kinship',
    interval: 'P3M',
    src: 'your own',
    strength: 'should',
  });
});

it('[PROF15] two new statuses never share a code, whatever they are called', () => {
  const added = ['CIN', 'cin!', 'Ünborn', '???'].map((label) => ({
    code: '',
    label,
    interval: '',
  }));
  const next = edited(islington, { cohorts: [...editOf(islington).cohorts, ...added] });
  const codes = next.child.cohorts?.map(({ code }) => code) ?? [];
  expect(codes).toEqual(['CIN', 'CLA', 'IF', 'CIN_2', 'CIN_3', 'NBORN', 'STATUS']);
});

it('[PROF15] an interval of one phase changes that phase and leaves the others their clause', () => {
  const others = editOf(swindon).others.map((row) =>
    row.path === 'worker.asye.phases.1.interval' ? { ...row, interval: 'P21D' } : row,
  );
  const next = edited(swindon, { others });
  const worker = { stage: 'asye', startedOn: day('2026-09-07') } as const;
  const words = (now: string) => {
    const due = workerSupervisionDue({
      profile: next,
      holidays,
      worker,
      sessions: [{ on: day(now) }],
      now: day(now),
    });
    return due.outcome === 'due' ? due.words : '';
  };
  expect(words('2026-09-10')).toContain(
    'every week, ASYE (Swindon, no date in its text, 000:96-100)',
  );
  expect(words('2026-11-02')).toContain('every 3 weeks, ASYE (Swindon, own rule)');
});

it('[PROF15] a calendar month that becomes weeks is counted from the last session', () => {
  const others = editOf(islington).others.map((row) => ({ ...row, interval: 'P28D' }));
  const next = edited(islington, { others, supervision: 'P28D rolling' });
  expect(next.supervisionOfManagers).toMatchObject({ interval: 'P28D', basis: 'rolling' });
  expect(checkProfile(next).outcome).toBe('valid');
  const mosaic = edited(shipped('mosaic-004'), { supervision: 'P14D rolling' });
  expect(mosaic.worker.default).not.toHaveProperty('planningTarget');
});

it('[PROF15] deadlines: a number, another, or none', () => {
  const none = edited(islington, { childRecordDays: '', significantHours: '' });
  const sessionDate = day('2026-12-18');
  const grave = { holidays, sessionDate, significance: 'significant' } as const;
  expect(childRecordDeadline({ ...grave, profile: none }).status).toBe('none');
  const three = edited(swindon, { childRecordDays: ' 3 ', significantHours: '48' });
  expect(childRecordDeadline({ ...grave, profile: three, significance: 'routine' })).toMatchObject({
    dueOn: '2026-12-23',
    words: 'Record within 3 working days of the session (Swindon, own rule)',
  });
  expect(childRecordDeadline({ ...grave, profile: three })).toMatchObject({ rule: 'R-21' });
  expect(edited(islington, { informalDays: '' }).informal).not.toHaveProperty('workingDays');
});

it('[PROF15] the mode and its switch change together; words, switches and headings follow', () => {
  const next = edited(swindon, {
    mode: 'everyOpenCaseEachSession',
    oversight: '',
    depths: 'inDepth',
    childInBrief: false,
    agendaAtStart: true,
    signedBeforeFirst: true,
    groupCounts: 'never',
    headings: { ...editOf(swindon).headings, managementDecision: 'Oversight' },
    terms: { ...editOf(swindon).terms, supervisee: 'Social worker', lookedAfter: '' },
    sourceName: 'North',
    year: '2027',
  });
  expect(next.everyOpenCaseEachSession).toBe(true);
  expect(next.child.oversightFloor).toBeNull();
  expect(next.session).toMatchObject({ depths: ['inDepth'], agendaAtStart: true });
  expect(next.briefRequires).toEqual([]);
  expect(next.agreement).toMatchObject({ signedBeforeFirstSession: true, src: '000:202' });
  expect(next.informal?.heading).toBe('Oversight');
  expect(next.terms.supervisee).toBe('Social worker');
  expect(next.terms).not.toHaveProperty('lookedAfter');
  expect(next.source).toMatchObject({ name: 'North', year: 2027, label: 'North, 2027' });
  expect(checkProfile(next).outcome).toBe('valid');
});

it('[PROF15] the profile that was edited stays as it was', () => {
  const before = structuredClone(swindon);
  edited(swindon, { supervision: 'P7D rolling', oversight: '', cohorts: [], minutes: '60' });
  expect(swindon).toEqual(before);
});

it('[PROF16] the general profile names no council and no clause, is monthly, and aims', () => {
  const text = JSON.stringify(generalProfile);
  expect(text).not.toMatch(/\d{3}:\d|Swindon|Islington|Bracknell|Mosaic/);
  expect(text).not.toMatch(/"strength":"(must|should|inferred)"/);
  expect(new Set(text.match(/"src":"[^"]*"/g))).toEqual(new Set(['"src":"your own"']));
  const child = { cohorts: ['CP'], allocatedAt: day('2026-11-02') };
  const due = childDiscussionDue({ ...asked, profile: generalProfile, child, events: [] });
  expect(due.outcome === 'due' && due.words).toBe(
    'Aim for 2 December 2026: discussion every month, Child protection (General profile, own rule)',
  );
});

it('[PROF17] each thing that cannot be read is told with what to do', () => {
  const told = (change: Partial<ProfileEdit>) =>
    editFaults({ ...editOf(swindon), ...change }).map(({ path, message }) => `${path}: ${message}`);
  expect(told({ childRecordDays: 'five', minutes: '1.5', year: '27', label: ' ' })).toEqual([
    'label: Enter a name for this profile',
    'year: Enter the year in four digits, such as 2027, or leave it empty',
    'childRecordDays: Enter a whole number of working days, such as 5, or leave it empty',
    'minutes: Enter a whole number of minutes, such as 180, or leave it empty',
  ]);
  expect(told({ staffNotesDays: '9999' })).toHaveLength(1);
  const rows = ['CIN', 'cin ', ' '].map((label) => ({ code: '', label, interval: '' }));
  expect(told({ cohorts: rows })).toEqual([
    'cohorts.1.label: Two statuses are called cin. Change the name of one',
    'cohorts.2.label: Enter the name of this status, or remove it',
    'mode: Choose an interval for at least one status',
  ]);
  expect(told({ headings: { ...editOf(swindon).headings, staffNotes: '' } })).toEqual([
    'headings.staffNotes: Enter this heading',
  ]);
  expect(told({ terms: { ...editOf(swindon).terms, supervisor: '', notes: '' } })).toEqual([
    'terms.supervisor: Enter this word',
  ]);
});

it('a profile of one’s own has an id that no shipped one has, and keeps it', () => {
  const taken = all.map(({ id }) => id);
  expect(ownProfileId('islington-001', 'Islington, North team', taken)).toBe(
    'islington-north-team',
  );
  expect(ownProfileId('islington-001', 'General', taken)).toBe('general-own');
  expect(ownProfileId('islington-001', '…', taken)).toBe('own-profile');
  expect(ownProfileId('islington-north-team', 'Another name', taken)).toBe('islington-north-team');
});
