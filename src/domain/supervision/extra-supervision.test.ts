import { expect, it } from 'vitest';
import { ExtraRequest } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';
import { aSession, today } from '../../../test/builders.ts';
import { day, due, focusGroup, held, workerDue } from '../../../test/due-builders.ts';
import { openRequests } from './extra-supervision.ts';

const aRequest = (over: object = {}) =>
  ExtraRequest.parse({
    id: 'x1',
    kind: 'extraSupervision',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    why: 'Court on Monday',
    sharedAt: '2026-11-18T12:00:00.000Z',
    createdAt: '2026-11-18T12:00:00.000Z',
    createdBy: 'S1',
    ...over,
  });

const open = (requests: readonly ExtraRequest[], ...sessions: readonly Session[]) =>
  openRequests({ requests, sessions, today });
const heldAt = (startedAt: string, over: object = {}) =>
  aSession({ status: 'ended', sittings: [{ startedAt, endedAt: startedAt }], ...over });
const planned = (plannedFor: string, over: object = {}) =>
  aSession({ status: 'planned', sittings: [], plannedFor, ...over });

it('[EXTRA1] it waits until both came to a session that began after it was asked', () => {
  const answered = (session: Session) => open([aRequest()], session).length === 0;
  expect(open([aRequest()])).toMatchObject([{ request: { why: 'Court on Monday' } }]);
  expect(answered(heldAt('2026-11-18T12:00:01Z'))).toBe(true);
  expect(answered(heldAt('2026-11-18T12:00:00Z'))).toBe(false);
  // 12:30 in London's summer time would be 11:30: moments are compared as moments.
  expect(answered(heldAt('2026-11-18T12:30:00+01:00'))).toBe(false);
  for (const absent of ['practitionerPresent', 'supervisorPresent'])
    expect(answered(heldAt('2026-11-19T10:00:00Z', { [absent]: false })), absent).toBe(false);
  for (const over of [{ superviseeRef: 'S2' }, { supervisorRef: 'jo' }, { status: 'open' }])
    expect(answered(heldAt('2026-11-19T10:00:00Z', over))).toBe(false);
});

it('[EXTRA1] one that was taken back waits no more, and the oldest comes first', () => {
  const later = aRequest({ id: 'x2', sharedAt: '2026-11-19T09:00:00.000Z' });
  const taken = aRequest({ id: 'x3', withdrawnAt: '2026-11-18T13:00:00.000Z' });
  const ids = open([later, taken, aRequest()]).map(({ request }) => request.id);
  expect(ids).toEqual(['x1', 'x2']);
});

it('[EXTRA2] planning answers nothing: the next planned day stands beside it', () => {
  const [found] = open(
    [aRequest()],
    planned('2026-12-18'),
    planned('2026-11-27'),
    planned('2026-11-19'), // gone by
    planned('2026-11-21', { superviseeRef: 'S2' }),
  );
  expect(found?.plannedFor).toBe('2026-11-27');
  expect(open([aRequest()], planned(today))[0]?.plannedFor).toBe(today);
  expect(open([aRequest()])[0]?.plannedFor).toBeUndefined();
});

it('[EXTRA1] the session that comes of it meets the clocks like any other', () => {
  const next = (...days: readonly string[]) =>
    due(workerDue(focusGroup, '2026-11-20', { sessions: held(...days) })).dueOn;
  expect(next('2026-11-02')).toBe(day('2026-11-30'));
  expect(next('2026-11-02', '2026-11-19')).toBe(day('2026-12-17'));
});
