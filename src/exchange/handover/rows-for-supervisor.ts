import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { ChildActionEvent } from '#domain/records/action.ts';
import type { Preparation } from '#domain/records/preparation.ts';
import type { Response } from '#domain/records/response.ts';
import type { Settings } from '#domain/records/settings.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { mySupervisors } from '#storage/handover/my-supervisors.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { pick } from './parts.ts';
import { type ReferenceOut, type RowsOut, refsOf, rowsOf } from './rows.ts';

/** What the practitioner has shared with her supervisor. What she has not stays on her device (HAND4). */
export function rowsForSupervisor(
  workspace: Workspace,
  supervisor: StaffRef,
  { me, alsoMe }: Settings,
): RowsOut {
  const mine: readonly string[] = [me, ...alsoMe];
  const isOurs = (body: { readonly superviseeRef: string; readonly supervisorRef: string }) =>
    mine.includes(body.superviseeRef) && body.supervisorRef === supervisor;

  const preparations = findAll(
    workspace,
    'preparations',
    (body) => isOurs(body) && body.sharedAt !== '',
  );
  const responses = findAll(workspace, 'responses', (body) => isOurs(body) && isShared(body));
  const preparationIds = new Set<string>(preparations.map(({ id }) => id));
  const said = findAll(
    workspace,
    'childActionEvents',
    (event) =>
      isSaid(event) &&
      (preparationIds.has(event.sessionId) || isSaidInList(workspace, event, supervisor)),
  );
  const children = new Set([
    ...preparations.flatMap(({ body }) => childRefsOf(body)),
    ...responses
      .flatMap(({ body }) => (body.kind === 'beforeSession' ? body.impact : []))
      .map(({ childRef }) => childRef),
    ...said.map(({ body }) => body.childRef),
  ]);
  return {
    reference: [...children].flatMap((childRef) => whoIs(workspace, childRef)),
    records: [
      ...rowsOf(preparations),
      ...rowsOf(responses),
      // Hers alone until she sends it (ENTITLE1).
      ...rowsOf(findAll(workspace, 'entitlements', (body) => isOurs(body) && body.sentAt !== '')),
      ...rowsOf(said),
      ...rowsOf(findAll(workspace, 'agreements', isOurs)),
      ...rowsOf(findAll(workspace, 'absences', ({ staffRef }) => mine.includes(staffRef))),
    ],
    awaiting: [],
  };
}

/** Her part of the agreement is seen as it is written; the rest once she shares it or answers. */
function isShared(response: Response): boolean {
  if (response.kind === 'agreement') return true;
  return (response.kind === 'record' ? response.answeredAt : response.sharedAt) !== '';
}

/** [Note: Events outside a session] To whoever supervises her, or agreed the action with her. */
function isSaidInList(
  workspace: Workspace,
  { id, sessionId, by, actionId }: ChildActionEvent,
  supervisor: StaffRef,
): boolean {
  const { me, alsoMe } = settingsOf(workspace);
  const agreedWith = workspace.set.find('childActions', actionId)?.body.createdBy;
  const isMine = [me as string, ...alsoMe].includes(by);
  const those = [...mySupervisors(workspace), agreedWith];
  return sessionId === (id as string) && isMine && those.includes(supervisor);
}

export const isSaid = ({ outcome }: Pick<ChildActionEvent, 'outcome'>): boolean =>
  outcome === 'saidDone' || outcome === 'saidNotDone';

const childRefsOf = ({ children, worries }: Preparation): readonly ChildRef[] =>
  [...children, ...worries].map(({ childRef }) => childRef);

const identity = ['ref', 'reference', 'name', 'dateOfBirth', 'expectedOn'];

/** By what a child is known here, and nothing else: the reader finds who it is, and changes nothing. */
function whoIs(workspace: Workspace, childRef: ChildRef): readonly ReferenceOut[] {
  const child = findChild(workspace, childRef)?.body;
  if (!child) return [];
  const text = JSON.stringify(pick(child, identity));
  return [{ collection: 'children', ref: childRef, refs: refsOf(child), text }];
}
