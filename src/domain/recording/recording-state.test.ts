import fc from 'fast-check';
import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { addDays, daysBetween, toCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile } from '#domain/policies/shipped-profiles.ts';
import { childRecordDeadline, type RecordingDeadline } from './recording-deadline.ts';
import { recordingState } from './recording-state.ts';

const day = toCalendarDate;
const when = (text: string) => (text.includes('T') ? toInstant(text) : day(text));
const islington = findProfile('islington-001') as PolicyProfile; // in profiles.json
const none: RecordingDeadline = { status: 'none', why: 'Nothing is said.' };

// Due Tuesday 29 December 2026 (TV01), and 4:00pm on Sunday 28 March 2027 (TV04).
const byDay = childRecordDeadline({
  profile: islington,
  significance: 'routine',
  holidays,
  sessionDate: day('2026-12-18'),
});
const byHour = childRecordDeadline({
  profile: islington,
  significance: 'urgent',
  holidays,
  decidedAt: toInstant('2027-03-27T15:00:00Z'),
});
const waiting = (deadline: RecordingDeadline, now: string) =>
  recordingState({ deadline, now: when(now), holidays });
const recorded = (deadline: RecordingDeadline, on: string) =>
  recordingState({ deadline, recordedOn: when(on), now: when('2027-06-01'), holidays });

it('[REC11] the due day is on time and the next is late by one', () => {
  expect(waiting(byDay, '2026-12-29').status).toBe('due_today');
  expect(waiting(byDay, '2026-12-29T23:59:59Z').status).toBe('due_today');
  expect(waiting(byDay, '2026-12-30T00:00:00Z')).toMatchObject({ status: 'overdue', daysLate: 1 });
});

it('[DATE4] the due day is not late; the day after is late by one', () => {
  expect(waiting(byDay, '2026-12-29').status).toBe('due_today');
  expect(waiting(byDay, '2026-12-30')).toMatchObject({ status: 'overdue', daysLate: 1 });
});

it('[REC11] the due moment is on time, the next is late, and a bare day has the benefit', () => {
  expect(waiting(byHour, '2027-03-28T15:00:00Z').status).toBe('due_today');
  expect(waiting(byHour, '2027-03-28T15:00:01Z')).toEqual({
    status: 'overdue',
    daysLate: 0,
    words: 'overdue since 4:00pm today',
  });
  expect(waiting(byHour, '2027-03-28').status).toBe('due_today');
  expect(waiting(byHour, '2027-03-29')).toMatchObject({ status: 'overdue', daysLate: 1 });
});

it('[REC12] due, due soon from seven days before, due today', () => {
  const statuses = ['2026-12-21', '2026-12-22', '2026-12-28', '2026-12-29', '2026-12-30'];
  expect(statuses.map((now) => waiting(byDay, now).status)).toEqual([
    'due',
    'due_soon',
    'due_soon',
    'due_today',
    'overdue',
  ]);
});

it('[REC13] recorded on time or late, and only recorded where nothing was due', () => {
  expect(recorded(byDay, '2026-12-29')).toEqual({
    status: 'recorded-on-time',
    words: 'recorded on 29 December 2026, on time',
  });
  expect(recorded(byDay, '2026-12-31T09:00:00Z')).toEqual({
    status: 'recorded-late',
    daysLate: 2,
    words: 'recorded on 31 December 2026, 2 days late',
  });
  expect(recorded(byHour, '2027-03-28').status).toBe('recorded-on-time');
  expect(recorded(byHour, '2027-03-28T15:30:00Z')).toEqual({
    status: 'recorded-late',
    daysLate: 0,
    words: 'recorded on 28 March 2027, after 4:00pm',
  });
  expect(recorded(none, '2026-12-31')).toEqual({
    status: 'recorded',
    words: 'recorded on 31 December 2026',
  });
  expect(waiting(none, '2026-12-31')).toEqual({ status: 'no_deadline', words: 'no deadline' });
});

it('[REC14] the words stand alone', () => {
  const words = (deadline: RecordingDeadline, now: string) => waiting(deadline, now).words;
  expect(words(byDay, '2026-12-22')).toBe('due Tuesday 29 December 2026, 3 working days left');
  expect(words(byDay, '2026-12-28')).toBe('due Tuesday 29 December 2026, 1 working day left');
  expect(words(byDay, '2026-12-29')).toBe('due today');
  expect(words(byDay, '2026-12-30')).toBe('1 day overdue');
  expect(words(byDay, '2026-12-31')).toBe('2 days overdue');
  expect(words(byHour, '2027-03-27T15:01:00Z')).toBe('due by 4:00pm on Sunday 28 March 2027');
  expect(words(byHour, '2027-03-28T09:00:00Z')).toBe('due by 4:00pm today');
});

it('[REC14] midnight is never "today", which would be read as tonight', () => {
  const deadline = childRecordDeadline({
    profile: islington,
    significance: 'urgent',
    holidays,
    decidedAt: toInstant('2026-11-21T00:00:00Z'),
  });
  expect(waiting(deadline, '2026-11-22').words).toBe(
    'due by midnight at the start of Sunday 22 November 2026',
  );
});

it('[REC11] waiting and recording agree on every day: overdue exactly when it would be late', () => {
  const sessions = fc.nat(2000).map((n) => addDays(day('2025-06-01'), n));
  fc.assert(
    fc.property(sessions, fc.nat(20), (sessionDate, later) => {
      const deadline = childRecordDeadline({
        profile: islington,
        significance: 'routine',
        holidays,
        sessionDate,
      });
      if (deadline.status !== 'due') throw new Error(deadline.why);
      const on = addDays(sessionDate, later);
      const now = recordingState({ deadline, now: on, holidays });
      const then = recordingState({ deadline, recordedOn: on, now: on, holidays });
      expect(now.status === 'overdue').toBe(then.status === 'recorded-late');
      expect(now.status === 'overdue').toBe(on >= deadline.overdueFrom);
      if (now.status === 'overdue') expect(now.daysLate).toBe(daysBetween(deadline.dueOn, on));
    }),
  );
});
