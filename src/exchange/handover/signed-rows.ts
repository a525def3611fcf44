import type { StaffSignature } from '#domain/records/signature.ts';
import type { StaffAmendment } from '#domain/records/staff-amendment.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { type RecordOut, rowsOf } from './rows.ts';

type OfRecord = { readonly recordId: string };

/** Corrections and marks of these texts of children's files, and the signatures under both. */
export function onChildTexts(
  workspace: Workspace,
  ids: ReadonlySet<string>,
  isSignedBy: (signature: { readonly signerRef: string }) => boolean = () => true,
): readonly RecordOut[] {
  const about = ({ recordId }: OfRecord) => ids.has(recordId);
  const corrections = findAll(workspace, 'childAmendments', about);
  // A correction is signed on its own (SIGN9).
  const signed = new Set<string>([...ids, ...corrections.map(({ id }) => id)]);
  return [
    ...rowsOf(corrections),
    ...rowsOf(findAll(workspace, 'childMarks', about)),
    ...rowsOf(
      findAll(
        workspace,
        'childSignatures',
        (signature) => signed.has(signature.recordId) && isSignedBy(signature),
      ),
    ),
  ];
}

interface StaffTexts {
  /** Finished records of one supervision file that go out. */
  readonly records: readonly OpenRecord<'notes' | 'observations'>[];
  /** Ended sessions that go out: what is signed with one goes with it. */
  readonly sessionIds: ReadonlySet<string>;
  readonly isCorrection: (correction: StaffAmendment, ids: ReadonlySet<string>) => boolean;
  readonly isAct: (act: StaffSignature) => boolean;
}

/**
 * Records of a supervision file, what corrects them, and the acts over any of it: an act that is over
 * something else alone stays.
 */
export function staffTexts(
  workspace: Workspace,
  { records, sessionIds, isCorrection, isAct }: StaffTexts,
): readonly RecordOut[] {
  const ids = new Set<string>(records.map(({ id }) => id));
  const corrections = findAll(workspace, 'staffAmendments', (each) => isCorrection(each, ids));
  const goesOut = new Set<string>([...ids, ...corrections.map(({ id }) => id)]);
  const acts = findAll(
    workspace,
    'staffSignatures',
    (act) =>
      isAct(act) &&
      (act.sessionId === ''
        ? act.list.some(({ recordId }) => goesOut.has(recordId))
        : sessionIds.has(act.sessionId)),
  );
  return [...rowsOf(records), ...rowsOf(corrections), ...rowsOf(acts)];
}
