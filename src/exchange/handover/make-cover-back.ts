import { assert } from '#domain/assert.ts';
import type { StaffRef } from '#domain/ids.ts';
import { coveredFor } from '#storage/handover/cover.ts';
import { exchangedWith } from '#storage/handover/exchanged.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import type { DeriveFromPassphrase } from '#vault/slots.ts';
import { childRows } from './child-rows.ts';
import { decisionRow } from './group-rows.ts';
import { aboutOf } from './make-hand-over.ts';
import { handoverOf, type MadeHandover, makeFile } from './make-handover.ts';
import { fieldsOf, pick } from './parts.ts';
import { type RowsOut, rowsOf } from './rows.ts';
import { onChildTexts, staffTexts } from './signed-rows.ts';

/** What I did while I covered goes back to whoever asked (HAND23). Throws StorageError. */
export async function makeCoverBack(
  workspace: Workspace,
  coveredRef: StaffRef,
  derive: DeriveFromPassphrase,
): Promise<MadeHandover> {
  const people = coveredFor(workspace, coveredRef).map(({ staff }) => staff);
  assert(people.length > 0, `nobody is covered for ${coveredRef}`);
  return makeFile(workspace, derive, async (file) => {
    const rows = rowsBack(workspace, { coveredRef, people: people.map(({ ref }) => ref) });
    const about = people.map((staff) => ({ ...aboutOf(workspace, staff), others: [] }));
    const contents = { kind: 'coverBack', otherRef: coveredRef, file, rows } as const;
    return { otherRef: coveredRef, handover: handoverOf(workspace, contents, { about }) };
  });
}

interface Back {
  readonly coveredRef: StaffRef;
  readonly people: readonly StaffRef[];
}

const identity = ['ref', 'reference', 'name', 'dateOfBirth', 'expectedOn'];

function rowsBack(workspace: Workspace, { coveredRef, people }: Back): RowsOut {
  const { me } = settingsOf(workspace);
  const isCovered = ({ superviseeRef }: { readonly superviseeRef: string }) =>
    people.some((ref) => ref === superviseeRef);
  const before = exchangedWith(workspace, coveredRef);
  const reference = people
    .flatMap((ref) => childRows(workspace, ref, before, { daysOf: () => [] }))
    .filter(({ collection }) => collection === 'children')
    .map((row) => ({ ...row, text: JSON.stringify(pick(fieldsOf(row.text), identity)) }));
  const children = new Set<string>(reference.map(({ ref }) => ref));
  const sessions = findAll(
    workspace,
    'sessions',
    (body) => isCovered(body) && body.supervisorRef === me && body.status === 'ended',
  );
  const sessionIds = new Set<string>(sessions.map(({ id }) => id));
  const ofSession = (body: { readonly sessionId: string }) => sessionIds.has(body.sessionId);
  const drafts = new Set<string>(bodies(workspace, 'entryDrafts').map(({ id }) => id));
  const records = findAll(workspace, 'childRecords', ofSession);
  const entries = findAll(
    workspace,
    'childEntries',
    ({ childRef, draftId }) => children.has(childRef) && drafts.has(draftId),
  );
  const ids = new Set<string>([...records, ...entries].map(({ id }) => id));
  // Of what was finished before as well: a correction changes nothing of it.
  const corrections = findAll(
    workspace,
    'childAmendments',
    ({ childRef, byRef, recordId }) => children.has(childRef) && byRef === me && !ids.has(recordId),
  );
  const texts = new Set<string>([...ids, ...corrections.map(({ id }) => id)]);
  const isSignedByMe = ({ signerRef }: { readonly signerRef: string }) => signerRef === me;
  const isMine = (body: { readonly childRef: string; readonly createdBy: string }) =>
    children.has(body.childRef) && body.createdBy === me;
  const saidByMe = (body: { readonly childRef: string; readonly by: string }) =>
    children.has(body.childRef) && body.by === me;
  return {
    reference,
    records: [
      ...rowsOf(sessions),
      ...staffTexts(workspace, {
        records: [
          ...findAll(workspace, 'notes', (note) => ofSession(note) && note.finalisedAt !== ''),
          ...findAll(
            workspace,
            'observations',
            (each) => isCovered(each) && each.createdBy === me && each.finalisedAt !== '',
          ),
        ],
        sessionIds,
        isCorrection: (each) => isCovered(each) && each.byRef === me,
        isAct: (act) => isCovered(act) && isSignedByMe(act),
      }),
      ...rowsOf(records),
      ...rowsOf(entries),
      ...rowsOf(corrections),
      ...onChildTexts(workspace, texts, isSignedByMe),
      ...findAll(workspace, 'decisions', isMine).map((each) => decisionRow(workspace, each)),
      ...rowsOf(findAll(workspace, 'decisionRevisits', saidByMe)),
      ...rowsOf(findAll(workspace, 'childActions', isMine)),
      ...rowsOf(findAll(workspace, 'childActionEvents', saidByMe)),
      ...rowsOf(
        findAll(workspace, 'staffActions', (body) => isCovered(body) && body.createdBy === me),
      ),
      ...rowsOf(
        findAll(workspace, 'staffActionEvents', (body) => isCovered(body) && body.by === me),
      ),
    ],
    awaiting: [],
  };
}
