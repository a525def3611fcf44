import { actionState } from '#domain/actions/child-actions.ts';
import { dateInLondon, parseCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import type { RecordId } from '#domain/ids.ts';
import { pastPeriod } from '#domain/keeping/periods.ts';
import type { StayReason } from '#domain/keeping/stay-words.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import type { StaffStub } from '#domain/records/keeping.ts';
import { finalMonitoring } from '#domain/records/monitoring.ts';
import { finalObservation } from '#domain/records/observation.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { isCorrectedSince, placedMark } from '#domain/staff-file/placed.ts';
import { openActionsIn } from '#storage/agenda/case-facts-common.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { gapMonthsNow } from '#storage/session/gaps.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { recordsToFinish } from '#storage/session/unfinished.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn } from '#storage/writes.ts';
import { periodsOf } from './keeping.ts';
import {
  childStub,
  lastPast,
  type OpenActions,
  recordPast,
  staysFor,
} from './keeping-child-unit.ts';
import { unitsOfEntries } from './keeping-entry-units.ts';
import { unitsOfGroups } from './keeping-group-units.ts';
import { otherUnitsPastPeriod } from './keeping-other-units.ts';
import { daysAway, type KeptUnit, nothingMore, stubOf, withWhatIsUnder } from './keeping-unit.ts';

/**
 * Everything that is past its period and is not the only copy: a child's record that is in the case system,
 * a text that is placed on the supervision file. Rules that still read one are not asked here.
 */
export async function unitsPastPeriod(workspace: Workspace): Promise<readonly KeptUnit[]> {
  const openActions = openActionsIn(workspace);
  const units = await Promise.all([
    ...bodies(workspace, 'discussions').map((discussion) =>
      unitOfDiscussion(workspace, discussion, openActions),
    ),
    ...unitsOfGroups(workspace, openActions),
    ...unitsOfEntries(workspace, openActions),
    ...staffTexts(workspace).map((text) => unitOfStaffText(workspace, text)),
  ]);
  return [
    ...units.filter((unit) => unit !== undefined),
    ...(await otherUnitsPastPeriod(workspace)),
    ...droppedDrafts(workspace),
  ];
}

async function unitOfDiscussion(
  workspace: Workspace,
  discussion: Discussion,
  openActions: OpenActions,
): Promise<KeptUnit | undefined> {
  const session = findSession(workspace, discussion.sessionId)?.body;
  const discussed = discussion.children.filter(({ account }) => account === 'discussed');
  const records = discussed.flatMap(
    ({ childRecordId }) => workspace.set.find('childRecords', childRecordId) ?? [],
  );
  if (session?.status !== 'ended' || records.length === 0) return undefined;
  if (records.length < discussed.length) return undefined;
  const isOneToOne = records.every(({ body }) => !body.group && body.context === 'oneToOne');
  const past = lastPast(records.map(({ body }) => recordPast(workspace, 'childRecord', body)));
  if (!past || !isOneToOne) return undefined;
  const [first] = records;
  return {
    id: discussion.id,
    kind: 'childRecord',
    on: first?.body.discussedOn ?? '',
    past,
    stays: staysFor(records, openActions),
    children: records.map(({ body }) => body.childRef),
    staff: [session.superviseeRef],
    rows: [discussion.id, ...records.flatMap(({ id }) => withWhatIsUnder(workspace, id))],
    stubs: await Promise.all(
      records.map((record) => childStub(workspace, record, { kind: 'childRecord', past })),
    ),
  };
}

interface StaffText {
  readonly kind: 'staffNote' | 'observation' | 'monitoring';
  readonly stays?: StayReason | undefined;
  readonly record: OpenRecord<'notes'> | OpenRecord<'observations'> | OpenRecord<'monitoring'>;
  readonly on: string;
  readonly more: Partial<StaffStub>;
}

/** KEEP4: finished ones of which no rule reads more than a stub can keep. */
function staffTexts(workspace: Workspace): readonly StaffText[] {
  return [
    ...findAll(workspace, 'notes').flatMap((record): readonly StaffText[] => {
      const final = finalOf(record.body);
      const session = findSession(workspace, record.body.sessionId)?.body;
      const on = session?.status === 'ended' && sessionDate(session);
      if (!final || !on) return [];
      const { policy, sessionId, sessionType, absences } = final;
      const explained = final.gapWhy.trim() !== '';
      const more = { policy, sessionId, sessionType, explained, away: daysAway(absences) };
      const stays = whyNoteStays(workspace, record);
      return [{ kind: 'staffNote', record, on, more, stays }];
    }),
    ...findAll(workspace, 'observations').flatMap((record): readonly StaffText[] => {
      const final = finalObservation(record.body);
      if (!final) return [];
      const more = { policy: final.policy, observed: final.kind };
      return [{ kind: 'observation', record, on: final.observedOn, more }];
    }),
    ...findAll(workspace, 'monitoring').flatMap((record): readonly StaffText[] => {
      const final = finalMonitoring(record.body);
      return final ? [{ kind: 'monitoring', record, on: final.completedOn, more: {} }] : [];
    }),
  ];
}

/**
 * The last notes of each person are what the next session begins with. Who covered is said in words, which
 * no stub keeps: such notes stay while the file of a child does not tell of the gap (GAP2), or may still be
 * written.
 */
function whyNoteStays(
  workspace: Workspace,
  { id, body }: OpenRecord<'notes'>,
): StayReason | undefined {
  const { gapCover, superviseeRef, createdAt } = body;
  const isLast = !bodies(workspace, 'notes').some(
    (other) =>
      other.id !== id &&
      other.superviseeRef === superviseeRef &&
      other.finalisedAt !== '' &&
      other.createdAt > createdAt,
  );
  if (isLast) return 'lastSession';
  if (gapCover.trim() === '') return undefined;
  const isUntold = openChildren(workspace, superviseeRef).some(
    ({ ref }) => gapMonthsNow(workspace, superviseeRef, ref).length > 0,
  );
  const isToFinish = bodies(workspace, 'sessions').some(
    (session) =>
      session.superviseeRef === superviseeRef && recordsToFinish(workspace, session.id).length > 0,
  );
  return isUntold || isToFinish ? 'cover' : undefined;
}

async function unitOfStaffText(
  workspace: Workspace,
  { kind, record, on, more, stays }: StaffText,
): Promise<KeptUnit | undefined> {
  const { superviseeRef, finalisedAt } = record.body;
  const mark = placedMark(record.id, bodies(workspace, 'staffMarks'));
  const isPlaced = mark && !isCorrectedSince(mark, bodies(workspace, 'staffAmendments'));
  const past = pastPeriod({ kind, on, recordedOn: '' }, periodsOf(workspace), todayIn(workspace));
  if (!isPlaced || !past) return undefined;
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const stub: StaffStub = {
    ...(await stubOf(workspace, record, past)),
    ...nothingMore,
    ...{ id, kind, file: 'staff', superviseeRef, on, finalisedAt },
    ...{ keptElsewhereOn: mark.on, reference: mark.reference },
    ...more,
  };
  return {
    ...{ id: record.id, kind, on, past, children: [], staff: [superviseeRef] },
    stays: stays ?? (hasOpenAction(workspace, record) ? 'openAction' : undefined),
    rows: withWhatIsUnder(workspace, record.id),
    stubs: [created('staffStubs', id, stub)],
  };
}

/** Of the supervision file, an action names what it was agreed in as its session. */
function hasOpenAction(workspace: Workspace, { id, body }: StaffText['record']): boolean {
  const from: readonly string[] = [id, 'sessionId' in body ? String(body.sessionId) : ''];
  const events = bodies(workspace, 'staffActionEvents');
  return bodies(workspace, 'staffActions').some(
    (action) => from.includes(action.sessionId) && actionState(action, events).status === 'open',
  );
}

/** Nothing was recorded of them, and a person said so: no rule reads one, and nothing stays. */
function droppedDrafts(workspace: Workspace): readonly KeptUnit[] {
  const drafts = [
    ...findAll(workspace, 'entryDrafts', ({ finished }) => finished.length === 0).map(
      ({ id, body }) => ({ id, droppedAt: body.droppedAt, children: body.childRefs, staff: [] }),
    ),
    ...findAll(workspace, 'observations', ({ finalisedAt }) => finalisedAt === '').map(
      ({ id, body }) => ({
        id,
        droppedAt: body.droppedAt,
        children: [],
        staff: [body.superviseeRef],
      }),
    ),
  ];
  return drafts.flatMap(({ id, droppedAt, ...about }): readonly KeptUnit[] => {
    const on = droppedAt === '' ? '' : dateInLondon(toInstant(droppedAt));
    const asked = { kind: 'draft', on, recordedOn: '' } as const;
    const past =
      parseCalendarDate(on) && pastPeriod(asked, periodsOf(workspace), todayIn(workspace));
    return past ? [{ id, kind: 'draft', on, past, ...about, rows: [id], stubs: [] }] : [];
  });
}
