import {
  type CalendarDate,
  compareInstants,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import type { ExtraRequest } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';

export interface OpenRequest {
  readonly request: ExtraRequest;
  /** The next session that is planned with this person. It answers nothing until it is held. */
  readonly plannedFor: CalendarDate | undefined;
}

type Parties = Pick<Session, 'superviseeRef' | 'supervisorRef'>;

const isBetween = (one: Parties, other: Parties): boolean =>
  one.superviseeRef === other.superviseeRef && one.supervisorRef === other.supervisorRef;

/**
 * EXTRA1, EXTRA2 (R-54, 002:11): what was asked for and has not been answered, oldest first. A session
 * that both came to answers what was asked before it began, planned or not; planning one answers nothing.
 */
export function openRequests(question: {
  readonly requests: readonly ExtraRequest[];
  readonly sessions: readonly Session[];
  readonly today: CalendarDate;
}): readonly OpenRequest[] {
  const { requests, sessions, today } = question;
  return requests
    .filter(({ sharedAt, withdrawnAt }) => sharedAt !== '' && withdrawnAt === '')
    .filter((request) => !sessions.some((session) => answers(session, request)))
    .toSorted((a, b) => (a.sharedAt < b.sharedAt ? -1 : 1))
    .map((request) => ({ request, plannedFor: nextPlanned(request, sessions, today) }));
}

function answers(session: Session, request: ExtraRequest): boolean {
  const { status, practitionerPresent, supervisorPresent, sittings } = session;
  if (!isBetween(session, request) || status !== 'ended') return false;
  if (!practitionerPresent || !supervisorPresent) return false;
  const [began, asked] = [sittings.at(-1)?.startedAt ?? '', request.sharedAt].map(parseInstant);
  return began !== undefined && asked !== undefined && compareInstants(began, asked) > 0;
}

const nextPlanned = (request: ExtraRequest, sessions: readonly Session[], today: CalendarDate) =>
  sessions
    .filter((session) => session.status === 'planned' && isBetween(session, request))
    .flatMap(({ plannedFor }) => parseCalendarDate(plannedFor) ?? [])
    .filter((on) => on >= today)
    .toSorted()
    .at(0);
