import { inForceFrom } from '#domain/agreement/agreement-signatures.ts';
import { dateInLondon, parseCalendarDate, parseInstant } from '#domain/dates/calendar-date.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { type PastPeriod, pastPeriod } from '#domain/keeping/periods.ts';
import type { StayReason } from '#domain/keeping/stay-words.ts';
import type { KeptKind, StaffStub } from '#domain/records/keeping.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { isCorrectedSince, placedMark } from '#domain/staff-file/placed.ts';
import { openRequests } from '#domain/supervision/extra-supervision.ts';
import { agreeingOf } from '#storage/agreeing/agreeing-reads.ts';
import { ownAgreementResponse, partsOf } from '#storage/agreement/agreement-in-force.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { handoverNoteOf } from '#storage/handover/handover-notes.ts';
import { handedOver } from '#storage/handover/supervision.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { beforeSessionOf } from '#storage/preparation/preparation-reads.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn } from '#storage/writes.ts';
import { periodsOf } from './keeping.ts';
import { broughtInUnits } from './keeping-brought-in.ts';
import { daysAway, type KeptUnit, nothingMore, stubOf, withWhatIsUnder } from './keeping-unit.ts';

/** A record that is over, with what goes with it and what its rules still read. */
interface Over {
  readonly kind: KeptKind;
  readonly record: OpenRecord;
  readonly superviseeRef: StaffRef;
  readonly on: string;
  /** Whether it belongs on the council's supervision file, and so stays until it is placed there (KEEP2). */
  readonly isPlaceable: boolean;
  readonly alsoGoes?: readonly string[];
  readonly stays?: StayReason | undefined;
  readonly more?: Partial<StaffStub>;
}

/** Kinds that end by themselves, once nothing is open about them (KEEP1, KEEP2, KEEP7). */
export async function otherUnitsPastPeriod(workspace: Workspace): Promise<readonly KeptUnit[]> {
  const over = [
    ...replacedAgreements(workspace),
    ...cancelledSessions(workspace),
    ...gapsRecorded(workspace),
    ...handoverNotes(workspace),
    ...settledRoutes(workspace),
    ...answersGiven(workspace),
    ...settledRequests(workspace),
    ...usedPreparations(workspace),
  ];
  const units = await Promise.all([
    ...over.map((each) => unitOf(workspace, each)),
    ...broughtInUnits(workspace),
  ]);
  return units.filter((unit) => unit !== undefined);
}

const past = (workspace: Workspace, kind: KeptKind, on: string): PastPeriod | undefined =>
  pastPeriod({ kind, on, recordedOn: '' }, periodsOf(workspace), todayIn(workspace));

async function unitOf(workspace: Workspace, over: Over): Promise<KeptUnit | undefined> {
  const { kind, record, superviseeRef, on, isPlaceable, alsoGoes = [], stays, more = {} } = over;
  const period = past(workspace, kind, on);
  const mark = placedMark(record.id, bodies(workspace, 'staffMarks'));
  const isPlaced = mark && !isCorrectedSince(mark, bodies(workspace, 'staffAmendments'));
  if (!period || (isPlaceable && !isPlaced)) return undefined;
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const stub: StaffStub = {
    ...(await stubOf(workspace, record, period)),
    ...nothingMore,
    ...{ id, kind, file: 'staff', superviseeRef, on },
    ...{ keptElsewhereOn: mark?.on ?? '', reference: mark?.reference ?? '' },
    ...more,
  };
  return {
    ...{ id: record.id, kind, on, past: period, stays, children: [], staff: [superviseeRef] },
    rows: [record.id, ...alsoGoes].flatMap((row) => withWhatIsUnder(workspace, row)),
    stubs: [created('staffStubs', id, stub)],
  };
}

const dayOf = (at: string): string => {
  const moment = parseInstant(at);
  return moment ? dateInLondon(moment) : '';
};

/** From the day on which the one that follows it was in force: until then it may be read as holding (AGREE14). */
function replacedAgreements(workspace: Workspace): readonly Over[] {
  const profile = profileOf(workspace);
  return findAll(workspace, 'agreements').flatMap((record): readonly Over[] => {
    const { id, superviseeRef, replacedById, reviews } = record.body;
    const next = workspace.set.find('agreements', replacedById)?.body;
    const on = next && inForceFrom(profile, partsOf(workspace, next));
    if (!on) return [];
    const response = ownAgreementResponse(workspace, id)?.id;
    const reviewedOn = reviews
      .filter(({ outcome, by }) => outcome === 'continue' && by !== '')
      .flatMap(({ heldOn }) => parseCalendarDate(heldOn) ?? []);
    const since = inForceFrom(profile, partsOf(workspace, record.body)) ?? '';
    return [
      {
        ...{ kind: 'agreement', record, superviseeRef, on, isPlaceable: true },
        alsoGoes: response ? [response] : [],
        more: { since, reviewedOn },
      },
    ];
  });
}

/** Figures count one whose reason was typed as before, and say that there was another reason (KEEP7). */
function cancelledSessions(workspace: Workspace): readonly Over[] {
  return findAll(workspace, 'cancellations').flatMap((record): readonly Over[] => {
    const { kind, finalisedAt, putBackAt, reason, superviseeRef, plannedFor: on } = record.body;
    if (kind !== 'session' || finalisedAt === '' || putBackAt !== '') return [];
    const { sessionId, exceptional, rearrangedOn } = record.body;
    const cancelled = { plannedFor: on, reason, exceptional: exceptional === 'yes', rearrangedOn };
    return [
      {
        ...{ kind: 'cancellation', record, superviseeRef, on, isPlaceable: true },
        more: {
          sessionId: sessionId as RecordId, // of a stored session
          finalisedAt,
          cancelled,
        },
      },
    ];
  });
}

/**
 * A gap of the supervision file. It makes its lines on children's files wait for the case system, so it goes
 * once each of them is there, or was removed.
 */
function gapsRecorded(workspace: Workspace): readonly Over[] {
  return findAll(workspace, 'cancellations').flatMap((record): readonly Over[] => {
    const { kind, finalisedAt, superviseeRef, months, finished } = record.body;
    const waits = finished.some(
      ({ entryId }) => workspace.set.find('childEntries', entryId) && !markOf(workspace, entryId),
    );
    if (kind !== 'gap' || finalisedAt === '' || waits) return [];
    const about = { record, superviseeRef, on: dayOf(finalisedAt), isPlaceable: true };
    return [{ kind: 'gap', ...about, more: { finalisedAt, months: [...months] } }];
  });
}

/**
 * The practitioner's answer to the records of a session. Its stub says which texts it was to and whether they
 * were agreed: nothing waits for an answer again (ANSWER2). While something of that session waits it stays.
 */
function answersGiven(workspace: Workspace): readonly Over[] {
  return findAll(workspace, 'responses').flatMap((record): readonly Over[] => {
    const { body } = record;
    if (body.kind !== 'record' || body.answeredAt === '' || body.stance === '') return [];
    const session = findSession(workspace, body.sessionId)?.body;
    const { superviseeRef, sessionId, stance, answeredAt, read } = body;
    const status = session && agreeingOf(workspace, session).status;
    const waits = status === 'waiting' || status === 'waitingAgain';
    const about = { record, superviseeRef, on: dayOf(answeredAt), isPlaceable: false };
    const answer = { stance, answeredAt, read: read.map(({ id, hash }) => ({ id, hash })) };
    const stays = waits ? 'agreement' : undefined;
    return [{ kind: 'answer', ...about, stays, more: { sessionId, answer } }];
  });
}

/** Taken back, or answered by a session: nothing waits for it any more (EXTRA). */
function settledRequests(workspace: Workspace): readonly Over[] {
  const [sessions, today] = [bodies(workspace, 'sessions'), todayIn(workspace)];
  return findAll(workspace, 'responses').flatMap((record): readonly Over[] => {
    const { body } = record;
    if (body.kind !== 'extraSupervision' || body.sharedAt === '') return [];
    if (openRequests({ requests: [body], sessions, today }).length > 0) return [];
    const { superviseeRef, sharedAt, withdrawnAt } = body;
    const on = dayOf(withdrawnAt || sharedAt);
    return [{ kind: 'extraRequest', record, superviseeRef, on, isPlaceable: false }];
  });
}

/** The newest of somebody still supervised here is asked for when they are handed over. */
function handoverNotes(workspace: Workspace): readonly Over[] {
  const gone = new Set(handedOver(workspace).map(({ staff }) => staff.ref));
  return findAll(workspace, 'handoverNotes').flatMap((record): readonly Over[] => {
    const { id, superviseeRef, finalisedAt } = record.body;
    const isAsked = handoverNoteOf(workspace, superviseeRef)?.id === id && !gone.has(superviseeRef);
    if (finalisedAt === '' || isAsked) return [];
    const about = { record, superviseeRef, on: dayOf(finalisedAt), isPlaceable: true };
    return [{ kind: 'handoverNote', ...about, more: { finalisedAt } }];
  });
}

const settledRoutes = (workspace: Workspace): readonly Over[] =>
  findAll(workspace, 'entitlements', ({ settledAt }) => settledAt !== '').map((record): Over => {
    const { superviseeRef, settledAt } = record.body;
    return {
      ...{ kind: 'entitlement', record, superviseeRef, on: dayOf(settledAt), isPlaceable: false },
    };
  });

/** With what was told beside it. The days away that were told stay, for a clock stands still by them (GAP6). */
function usedPreparations(workspace: Workspace): readonly Over[] {
  return bodies(workspace, 'sessions').flatMap((session): readonly Over[] => {
    const record = workspace.set.find('preparations', session.preparationId);
    const on = session.status === 'ended' && sessionDate(session);
    if (!record || !on) return [];
    const told = beforeSessionOf(workspace, record.id);
    const away = told && told.body.sharedAt !== '' ? daysAway(told.body.absences) : [];
    const { superviseeRef } = record.body;
    return [
      {
        ...{ kind: 'preparation', record, superviseeRef, on, isPlaceable: false },
        alsoGoes: told ? [told.id] : [],
        stays: isPreparationOfLast(workspace, session) ? 'lastSession' : undefined,
        more: { sessionId: session.id, away },
      },
    ];
  });
}

/** The last session of each person is what the next one begins with. */
const isPreparationOfLast = (
  workspace: Workspace,
  { id, superviseeRef, createdAt }: Session,
): boolean =>
  !bodies(workspace, 'sessions').some(
    (other) =>
      other.id !== id &&
      other.superviseeRef === superviseeRef &&
      other.status === 'ended' &&
      other.createdAt > createdAt,
  );
