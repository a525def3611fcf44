import { openActionsOf } from '#domain/actions/child-actions.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import type { ExchangedBefore } from '#storage/handover/exchanged.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { decisionRow } from './group-rows.ts';
import { pick } from './parts.ts';
import { type RecordOut, type ReferenceOut, type RowsOut, rowsOf } from './rows.ts';
import { referenceRows, sessionRow } from './rows-for-supervisee.ts';
import { onChildTexts, staffTexts } from './signed-rows.ts';
import { childStubRows, staffStubRows } from './stub-rows.ts';

interface Covered {
  readonly staffRef: StaffRef;
  readonly before: ExchangedBefore;
  readonly seesNotes: boolean;
}

/**
 * What a cover sees of one supervisee (HAND22): the children, their open actions, what waits to be revisited
 * and the last record of each, and the days of sessions. Supervision notes and what goes with them only
 * where that was ticked.
 */
export function rowsForCover(workspace: Workspace, covered: Covered): RowsOut {
  const { staffRef, seesNotes } = covered;
  const isHers = (body: { readonly superviseeRef: string }) => body.superviseeRef === staffRef;
  const children = openChildren(workspace, staffRef).map(({ ref }) => ref);
  const hers = new Set<string>(children);
  const sessions = findAll(
    workspace,
    'sessions',
    (body) => isHers(body) && (body.status === 'ended' || body.status === 'planned'),
  ).map((session) => withoutWords(sessionRow(session, hers)));
  const absences = findAll(workspace, 'absences', (absence) => absence.staffRef === staffRef);
  return {
    reference: referenceRows(workspace, covered).map((row) => ofCover(row, seesNotes)),
    records: [
      ...sessions,
      ...rowsOf(absences),
      ...children.flatMap((childRef) => childRows(workspace, childRef)),
      ...childStubRows(
        workspace,
        ({ childRef, kind }) => hers.has(childRef) && kind !== 'childBroughtIn',
      ),
      ...(seesNotes ? noteRows(workspace, staffRef) : []),
    ],
    awaiting: [],
  };
}

/** What was wanted of a session, and why somebody did not agree, is between the two. */
function withoutWords({ collection, id, text }: RecordOut): RecordOut {
  const told = {
    ...(JSON.parse(text) as object), // made from a session just now
    ...{ agenda: [], agreedAgenda: [], supervisorWants: '', notAgreedBecause: '' },
  };
  return { collection, id, text: JSON.stringify(told) };
}

const forCover = [
  'ref',
  'name',
  'role',
  'stage',
  'startedOn',
  'sixMonthReviewDate',
  'agreedFortnightlyFrom',
  'familySafeguarding',
  'knownFrom',
  'groupDays',
];

/** Why an interval was set, and training, are of the supervision file. */
const ofCover = (row: ReferenceOut, seesNotes: boolean): ReferenceOut =>
  row.collection === 'staff' && !seesNotes
    ? { ...row, text: JSON.stringify(pick(JSON.parse(row.text) as object, forCover)) } // made from an entry just now
    : row;

function childRows(workspace: Workspace, childRef: ChildRef): readonly RecordOut[] {
  const isOf = (body: { readonly childRef: string }) => body.childRef === childRef;
  const actions = bodies(workspace, 'childActions');
  const events = bodies(workspace, 'childActionEvents');
  const open = new Set<string>(
    openActionsOf(childRef, actions, events).map(({ action }) => action.id),
  );
  const latest = findAll(workspace, 'childRecords', isOf)
    .toSorted((a, b) => (a.body.discussedOn < b.body.discussedOn ? -1 : 1))
    .slice(-1);
  const entries = findAll(workspace, 'childEntries', isOf);
  const ids = new Set<string>([...latest, ...entries].map(({ id }) => id));
  return [
    ...rowsOf(latest),
    ...rowsOf(entries),
    ...onChildTexts(workspace, ids),
    ...findAll(workspace, 'decisions', (body) => isOf(body) && !body.withdrawn).map((each) =>
      decisionRow(workspace, each),
    ),
    ...rowsOf(findAll(workspace, 'decisionRevisits', isOf)),
    ...rowsOf(findAll(workspace, 'childActions', ({ id }) => open.has(id))),
    ...rowsOf(findAll(workspace, 'childActionEvents', ({ actionId }) => open.has(actionId))),
  ];
}

function noteRows(workspace: Workspace, staffRef: StaffRef): readonly RecordOut[] {
  const isHers = (body: { readonly superviseeRef: string }) => body.superviseeRef === staffRef;
  return [
    ...staffTexts(workspace, {
      records: findAll(workspace, 'notes', (note) => isHers(note) && note.finalisedAt !== ''),
      sessionIds: new Set(
        findAll(workspace, 'sessions', (body) => isHers(body) && body.status === 'ended').map(
          ({ id }) => id,
        ),
      ),
      isCorrection: (each, ids) => isHers(each) && ids.has(each.recordId),
      isAct: isHers,
    }),
    ...rowsOf(findAll(workspace, 'agreements', isHers)),
    ...staffStubRows(
      workspace,
      (stub) => isHers(stub) && (stub.kind === 'staffNote' || stub.kind === 'agreement'),
    ),
    ...rowsOf(findAll(workspace, 'staffActions', isHers)),
    ...rowsOf(findAll(workspace, 'staffActionEvents', isHers)),
  ];
}
