import { openActionsOf } from '#domain/child-actions.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { Session } from '#domain/records/session.ts';
import type { Settings } from '#domain/records/settings.ts';
import type { Staff } from '#domain/records/staff.ts';
import { hashFinished, recordsAwaiting } from '#storage/agreeing.ts';
import { openChildren } from '#storage/caseload-reads.ts';
import type { ExchangedBefore } from '#storage/exchanged.ts';
import { madeFor } from '#storage/handovers.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { heldVersions } from '#storage/profiles.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { childRows } from './child-rows.ts';
import { pick } from './parts.ts';
import { type RecordOut, type ReferenceOut, type RowsOut, rowsOf } from './rows.ts';

interface People {
  readonly mine: Staff;
  readonly theirs: Staff;
  readonly settings: Settings;
  readonly before: ExchangedBefore;
}

/** Her own open children, our sessions and what came of them: nothing about anybody else (HAND3). */
export async function rowsForPractitioner(workspace: Workspace, people: People): Promise<RowsOut> {
  const { theirs, settings, before } = people;
  const { ref } = theirs;
  const isOurs = ours(ref, settings);
  const children = new Set(openChildren(workspace, ref).map((child) => child.ref));
  const sessions = findAll(workspace, 'sessions', isOurs);
  const ended = sessions.filter(({ body }) => body.status === 'ended');
  const sentIds = new Set(madeFor(workspace, ref).flatMap(({ ids }) => ids));
  const { records, awaiting } = await finishedRows(workspace, ended, children, sentIds);
  const isHers = (body: { readonly superviseeRef: string }) => body.superviseeRef === ref;
  const sessionIds = new Set<string>(ended.map(({ id }) => id));
  return {
    reference: [
      ...staffRows(people),
      ...childRows(workspace, ref, before),
      ...policyRows(workspace),
    ],
    records: [
      ...rowsOf(ended),
      ...sessions
        .filter(({ body }) => body.status === 'planned')
        .map((session) => plannedRow(session, children)),
      ...rowsOf(findAll(workspace, 'notes', (note) => isHers(note) && note.finalisedAt !== '')),
      ...records,
      ...rowsOf(actionRows(workspace, children, sentIds)),
      ...rowsOf(
        findAll(
          workspace,
          'decisions',
          ({ sessionId, childRef, withdrawn, id }) =>
            sessionIds.has(sessionId) && children.has(childRef) && (!withdrawn || sentIds.has(id)),
        ),
      ),
      // To be read by her: none of hers comes back (HAND4).
      ...rowsOf(findAll(workspace, 'decisionRevisits', ({ childRef }) => children.has(childRef))),
      ...entryRows(workspace, children),
      ...rowsOf(findAll(workspace, 'staffActions', isHers)),
      ...rowsOf(findAll(workspace, 'staffActionEvents', isHers)),
      ...rowsOf(findAll(workspace, 'agreements', isOurs)),
      // Hers, as they came: a new device of hers has them back.
      ...rowsOf(findAll(workspace, 'preparations', isOurs)),
      ...rowsOf(findAll(workspace, 'responses', isOurs)),
      ...rowsOf(findAll(workspace, 'absences', ({ staffRef }) => staffRef === ref)),
    ],
    awaiting,
  };
}

type Parties = Pick<Session, 'superviseeRef' | 'supervisorRef'>;

const ours =
  (ref: StaffRef, { me, alsoMe }: Settings) =>
  ({ superviseeRef, supervisorRef }: Parties): boolean =>
    superviseeRef === ref && [me as string, ...alsoMe].includes(supervisorRef);

function staffRows({ mine, theirs }: People): readonly ReferenceOut[] {
  const row = (staff: Staff, fields: readonly (keyof Staff)[]): ReferenceOut => ({
    collection: 'staff',
    ref: staff.ref,
    refs: [staff.ref],
    text: JSON.stringify(pick(staff, fields)),
  });
  const stage = [
    'stage',
    'startedOn',
    'sixMonthReviewDate',
    'agreedFortnightlyFrom',
    'familySafeguarding',
  ] as const;
  return [
    row(theirs, ['ref', 'name', 'role', ...stage, 'knownFrom']),
    row(mine, ['ref', 'name', 'role']),
  ];
}

/** The policy that due dates are worked out by, and what it was before: the same dates on both devices. */
const policyRows = (workspace: Workspace): readonly ReferenceOut[] =>
  heldVersions(workspace).map((version) => ({
    collection: 'profiles',
    ref: version.id,
    refs: [version.id],
    text: JSON.stringify(version),
  }));

/** A planned session with its agenda: only of children who are still hers. */
function plannedRow(
  { id, body }: OpenRecord<'sessions'>,
  children: ReadonlySet<ChildRef>,
): RecordOut {
  const isHers = ({ childRef }: { readonly childRef: ChildRef }) => children.has(childRef);
  const planned: Session = {
    ...body,
    childRefs: body.childRefs.filter((childRef) => children.has(childRef)),
    agenda: body.agenda.filter(isHers),
    agreedAgenda: body.agreedAgenda.filter(isHers),
  };
  return { collection: 'sessions', id: id as RecordOut['id'], text: JSON.stringify(planned) }; // the id of a stored record
}

/** All that wait for an answer, and the last one of each open child, with corrections and marks. */
async function finishedRows(
  workspace: Workspace,
  sessions: readonly OpenRecord<'sessions'>[],
  children: ReadonlySet<ChildRef>,
  sentIds: ReadonlySet<string>,
): Promise<{ readonly records: readonly RecordOut[]; readonly awaiting: readonly string[] }> {
  const waiting = new Set<string>();
  const waitEnded = new Set<string>();
  for (const { id, body } of sessions) {
    await hashFinished(workspace, id);
    for (const { record, finishedAt } of recordsAwaiting(workspace, id)) {
      const { collection } = record;
      const recordId = collection === 'childAmendments' ? record.body.recordId : record.id;
      if (collection === 'notes') continue;
      waiting.add(recordId);
      if (body.notAgreedAt !== '' && finishedAt <= body.notAgreedAt) waitEnded.add(recordId);
    }
  }
  const sessionIds = new Set<string>(sessions.map(({ id }) => id));
  const held = findAll(workspace, 'childRecords', ({ sessionId }) => sessionIds.has(sessionId));
  const latest = [...children].flatMap((childRef) =>
    held
      .filter(({ body }) => body.childRef === childRef)
      .toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
      .slice(-1),
  );
  const records = held.filter((record) => waiting.has(record.id) || latest.includes(record));
  // What becomes of a record that was in an earlier file goes out too, while the child is hers.
  const ids = new Set<string>([
    ...records.map(({ id }) => id),
    ...held
      .filter(({ id, body }) => sentIds.has(id) && children.has(body.childRef))
      .map(({ id }) => id),
  ]);
  const about = ({ recordId }: { readonly recordId: string }) => ids.has(recordId);
  return {
    records: [
      ...rowsOf(records),
      ...rowsOf(findAll(workspace, 'childAmendments', about)),
      ...rowsOf(findAll(workspace, 'childMarks', about)),
    ],
    awaiting: records.map(({ id }) => id).filter((id) => waiting.has(id) && !waitEnded.has(id)),
  };
}

const dateOf = ({ body }: OpenRecord<'childRecords'>): string =>
  `${body.discussedOn} ${body.finalisedAt}`;

/** What was recorded outside sessions of her open children, finished, and what became of it. */
function entryRows(workspace: Workspace, children: ReadonlySet<string>): readonly RecordOut[] {
  const isHers = ({ childRef }: { readonly childRef: string }) => children.has(childRef);
  const entries = findAll(workspace, 'childEntries', isHers);
  const ids = new Set<string>(entries.map(({ id }) => id));
  const about = (body: { readonly recordId: string }) => ids.has(body.recordId);
  return [
    ...rowsOf(entries),
    ...rowsOf(findAll(workspace, 'childAmendments', about)),
    ...rowsOf(findAll(workspace, 'childMarks', about)),
  ];
}

/** Open actions with their history, and those that were open in an earlier file: now they may not be. */
function actionRows(
  workspace: Workspace,
  children: ReadonlySet<ChildRef>,
  sentIds: ReadonlySet<string>,
): readonly (OpenRecord<'childActions'> | OpenRecord<'childActionEvents'>)[] {
  const actions = bodies(workspace, 'childActions');
  const events = bodies(workspace, 'childActionEvents');
  const open = new Set<string>(
    [...children].flatMap((child) =>
      openActionsOf(child, actions, events).map(({ action }) => action.id),
    ),
  );
  const isIn = (id: string, childRef: ChildRef) =>
    children.has(childRef) && (open.has(id) || sentIds.has(id));
  return [
    ...findAll(workspace, 'childActions', ({ id, childRef }) => isIn(id, childRef)),
    ...findAll(workspace, 'childActionEvents', ({ actionId, childRef }) =>
      isIn(actionId, childRef),
    ),
  ];
}
