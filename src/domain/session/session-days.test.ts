import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { Session } from '#domain/records/session.ts';
import { middayOf, momentIn, sessionDate } from './session-days.ts';

const session = (over: object) =>
  Session.parse({
    ...{ id: 's1', superviseeRef: 'P', supervisorRef: 'S', status: 'open' },
    ...{ createdAt: '2026-11-20T10:00:00Z', createdBy: 'S' },
    ...over,
  });
const now = '2026-11-20T10:00:00Z';

describe('what day is written in a session', () => {
  it.each(['2026-07-11', '2026-11-11'])('[SESS6] held on paper on %s, it is that day', (day) => {
    const startedAt = middayOf(toCalendarDate(day));
    const held = session({ heldOn: day, sittings: [{ startedAt, endedAt: '' }] });
    expect(sessionDate(held)).toBe(day);
    expect(momentIn(held, now)).toBe(startedAt);
    expect(momentIn({ ...held, status: 'ended' }, now)).toBe(startedAt);
  });

  it('[SESS6] held now, it is now, and after its end the end of its last sitting', () => {
    const sittings = [{ startedAt: '2026-11-19T09:00:00Z', endedAt: '2026-11-19T12:00:00Z' }];
    expect(momentIn(session({ sittings }), now)).toBe(now);
    expect(momentIn(session({ sittings, status: 'ended' }), now)).toBe('2026-11-19T12:00:00Z');
    expect(momentIn(session({ status: 'planned' }), now)).toBe(now);
  });
});
