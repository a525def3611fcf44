import { dateInLondon, parseCalendarDate, toInstant } from '#domain/calendar-date.ts';
import { actionState } from '#domain/child-actions.ts';
import type { RecordId } from '#domain/ids.ts';
import { type PastPeriod, pastPeriod } from '#domain/keeping/periods.ts';
import { decisionsKept } from '#domain/keeping/stubs.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import type { ChildStub, StaffStub } from '#domain/records/keeping.ts';
import { finalMonitoring } from '#domain/records/monitoring.ts';
import { finalObservation } from '#domain/records/observation.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { sessionDate } from '#domain/session-days.ts';
import { isCorrectedSince, placedMark } from '#domain/staff-file/placed.ts';
import { openActionsIn } from './case-facts-common.ts';
import { amendmentsOf, markOf } from './child-record-reads.ts';
import { periodsOf } from './keeping.ts';
import { otherUnitsPastPeriod } from './keeping-other-units.ts';
import { type KeptUnit, stubOf, withWhatIsUnder } from './keeping-unit.ts';
import type { OpenRecord } from './open-record.ts';
import type { Write } from './save.ts';
import { findSession } from './session-reads.ts';
import type { Workspace } from './workspace.ts';
import { bodies, created, findAll, todayIn } from './writes.ts';

type OpenActions = ReturnType<typeof openActionsIn>;

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
  const pasts = records.flatMap(({ body }) => recordPast(workspace, body, openActions) ?? []);
  const [past] = pasts.toSorted((a, b) => (a.since < b.since ? 1 : -1)); // it goes when the last of them may
  if (!past || pasts.length < records.length) return undefined;
  const [first] = records;
  return {
    id: discussion.id,
    kind: 'childRecord',
    on: first?.body.discussedOn ?? '',
    past,
    children: records.map(({ body }) => body.childRef),
    staff: [session.superviseeRef],
    rows: [discussion.id, ...records.flatMap(({ id }) => withWhatIsUnder(workspace, id))],
    stubs: await Promise.all(records.map((record) => childStub(workspace, record, past))),
  };
}

/** KEEP4: in the case system as it is now, without a correction since, and with no action that is open. */
function recordPast(
  workspace: Workspace,
  record: ChildRecord,
  openActions: OpenActions,
): PastPeriod | undefined {
  const mark = markOf(workspace, record.id);
  if (!mark || record.group || record.context !== 'oneToOne') return undefined;
  if (amendmentsOf(workspace, record.id).some(({ at }) => at > mark.at)) return undefined;
  if (openActions(record.childRef).some(({ action }) => action.sessionId === record.sessionId))
    return undefined;
  const { discussedOn: on } = record;
  const asked = { kind: 'childRecord', on, recordedOn: mark.on } as const;
  return pastPeriod(asked, periodsOf(workspace), todayIn(workspace));
}

interface StaffText {
  readonly kind: 'staffNote' | 'observation' | 'monitoring';
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
      if (!final || !on || isNoteRead(workspace, record)) return [];
      const { policy, sessionId } = final;
      return [{ kind: 'staffNote', record, on, more: { policy, sessionId } }];
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
 * What only the notes say, and a clock or a gap is reckoned from: which part a session covered, when
 * somebody was away, why months were missed and who covered. The last notes of each person are read too:
 * the next session begins with them.
 */
function isNoteRead(workspace: Workspace, { id, body }: OpenRecord<'notes'>): boolean {
  const { sessionType, absences, gapWhy, gapCover, superviseeRef, createdAt } = body;
  const isLast = !bodies(workspace, 'notes').some(
    (other) =>
      other.id !== id &&
      other.superviseeRef === superviseeRef &&
      other.finalisedAt !== '' &&
      other.createdAt > createdAt,
  );
  const says = absences.length > 0 || `${gapWhy}${gapCover}`.trim() !== '';
  return isLast || says || sessionType !== 'caseAndPersonal';
}

async function unitOfStaffText(
  workspace: Workspace,
  { kind, record, on, more }: StaffText,
): Promise<KeptUnit | undefined> {
  const { superviseeRef, finalisedAt } = record.body;
  const mark = placedMark(record.id, bodies(workspace, 'staffMarks'));
  const isPlaced = mark && !isCorrectedSince(mark, bodies(workspace, 'staffAmendments'));
  const past = pastPeriod({ kind, on, recordedOn: '' }, periodsOf(workspace), todayIn(workspace));
  if (!isPlaced || !past || hasOpenAction(workspace, record)) return undefined;
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const stub: StaffStub = {
    ...(await stubOf(workspace, record, past)),
    ...{ id, kind, file: 'staff', superviseeRef, on, sessionId: '', finalisedAt, observed: '' },
    ...{ since: '', reviewedOn: [] },
    ...{ keptElsewhereOn: mark.on, reference: mark.reference },
    ...more,
  };
  return {
    ...{ id: record.id, kind, on, past, children: [], staff: [superviseeRef] },
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

async function childStub(
  workspace: Workspace,
  record: OpenRecord<'childRecords'>,
  past: PastPeriod,
): Promise<Write> {
  const { childRef, sessionId, discussedOn: on, depth, policy, finalisedAt } = record.body;
  const mark = markOf(workspace, record.id);
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const stub: ChildStub = {
    ...(await stubOf(workspace, record, past)),
    ...{
      id,
      kind: 'childRecord',
      file: 'child',
      childRef,
      sessionId,
      on,
      depth,
      policy,
      finalisedAt,
    },
    ...{ keptElsewhereOn: mark?.on ?? '', reference: mark?.reference ?? '' },
    decisions: decisionsKept(record.body),
  };
  return created('childStubs', id, stub);
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
