import { inForceFrom } from '#domain/agreement-signatures.ts';
import { dateInLondon, parseCalendarDate, parseInstant } from '#domain/calendar-date.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { type PastPeriod, pastPeriod } from '#domain/keeping/periods.ts';
import type { KeptKind, StaffStub } from '#domain/records/keeping.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session-days.ts';
import { isCorrectedSince, placedMark } from '#domain/staff-file/placed.ts';
import { ownAgreementResponse, partsOf } from './agreement-in-force.ts';
import { handoverNoteOf } from './handover-notes.ts';
import { periodsOf } from './keeping.ts';
import { broughtInUnits } from './keeping-brought-in.ts';
import { type KeptUnit, stubOf, withWhatIsUnder } from './keeping-unit.ts';
import type { OpenRecord } from './open-record.ts';
import { beforeSessionOf } from './preparation-reads.ts';
import { profileOf } from './settings.ts';
import { handedOver } from './supervision.ts';
import type { Workspace } from './workspace.ts';
import { bodies, created, findAll, todayIn } from './writes.ts';

/** A record that is over, with what goes with it and what its rules still read. */
interface Over {
  readonly kind: Exclude<KeptKind, 'childRecord' | 'draft'>;
  readonly record: OpenRecord;
  readonly superviseeRef: StaffRef;
  readonly on: string;
  /** Whether it belongs on the council's supervision file, and so stays until it is placed there (KEEP2). */
  readonly isPlaceable: boolean;
  readonly alsoGoes?: readonly string[];
  readonly more?: Partial<StaffStub>;
}

/** Kinds that end by themselves, once nothing is open about them (KEEP1, KEEP2, KEEP7). */
export async function otherUnitsPastPeriod(workspace: Workspace): Promise<readonly KeptUnit[]> {
  const over = [
    ...replacedAgreements(workspace),
    ...cancelledSessions(workspace),
    ...handoverNotes(workspace),
    ...settledRoutes(workspace),
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
  const { kind, record, superviseeRef, on, isPlaceable, alsoGoes = [], more = {} } = over;
  const period = past(workspace, kind, on);
  const mark = placedMark(record.id, bodies(workspace, 'staffMarks'));
  const isPlaced = mark && !isCorrectedSince(mark, bodies(workspace, 'staffAmendments'));
  if (!period || (isPlaceable && !isPlaced)) return undefined;
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const stub: StaffStub = {
    ...(await stubOf(workspace, record, period)),
    ...{ id, kind, file: 'staff', superviseeRef, on, sessionId: '', observed: '' },
    ...{ finalisedAt: '', since: '', reviewedOn: [] },
    ...{ keptElsewhereOn: mark?.on ?? '', reference: mark?.reference ?? '' },
    ...more,
  };
  return {
    ...{ id: record.id, kind, on, past: period, children: [], staff: [superviseeRef] },
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

/**
 * A gap is not among them: months are explained by it for ever. Nor is one whose reason was typed: figures
 * show those words, and no word of a removed record stays.
 */
function cancelledSessions(workspace: Workspace): readonly Over[] {
  return findAll(workspace, 'cancellations').flatMap((record): readonly Over[] => {
    const { kind, finalisedAt, putBackAt, reason, superviseeRef, plannedFor: on } = record.body;
    if (kind !== 'session' || finalisedAt === '' || putBackAt !== '' || reason === 'other')
      return [];
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

/** With what was told beside it, unless somebody was away: a clock stands still by those days (ABS). */
function usedPreparations(workspace: Workspace): readonly Over[] {
  return bodies(workspace, 'sessions').flatMap((session): readonly Over[] => {
    const record = workspace.set.find('preparations', session.preparationId);
    const on = session.status === 'ended' && sessionDate(session);
    if (!record || !on || isPreparationOfLast(workspace, session)) return [];
    const told = beforeSessionOf(workspace, record.id);
    if (told && told.body.absences.length > 0) return [];
    const { superviseeRef } = record.body;
    return [
      {
        ...{ kind: 'preparation', record, superviseeRef, on, isPlaceable: false },
        alsoGoes: told ? [told.id] : [],
        more: { sessionId: session.id },
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
