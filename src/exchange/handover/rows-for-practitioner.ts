import { openActionsOf } from '#domain/actions/child-actions.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { ChildDecision } from '#domain/records/action.ts';
import type { Session } from '#domain/records/session.ts';
import type { Settings } from '#domain/records/settings.ts';
import type { Staff } from '#domain/records/staff.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { groupDaysOfMember } from '#storage/group/group-reads.ts';
import type { ExchangedBefore } from '#storage/handover/exchanged.ts';
import { madeFor } from '#storage/handover/handovers.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { childRows } from './child-rows.ts';
import { finishedRows, type Told } from './finished-rows.ts';
import { groupDecisions, type OfGroups, ofGroups } from './group-rows.ts';
import { pick } from './parts.ts';
import { policyRows } from './policy-rows.ts';
import { type RecordOut, type ReferenceOut, type RowsOut, rowsOf } from './rows.ts';
import { onChildTexts, staffTexts } from './signed-rows.ts';
import { stubsForPractitioner } from './stub-rows.ts';

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
  // Also those of a supervisor who handed over to me, or of a cover: they count towards the same dates.
  const related = new Set((theirs.supervisedBy ?? []).map(({ supervisorRef }) => supervisorRef));
  const sessions = findAll(
    workspace,
    'sessions',
    (body) => isOurs(body) || (body.superviseeRef === ref && related.has(body.supervisorRef)),
  );
  const ended = sessions.filter(({ body }) => body.status === 'ended');
  const sentIds = new Set(madeFor(workspace, ref).flatMap(({ ids }) => ids));
  const groups = ofGroups(workspace, ref);
  // HAND6: another's signature is not mine to bring.
  const isSignedByMe = ({ signerRef }: { readonly signerRef: string }) =>
    [settings.me as string, ...settings.alsoMe].includes(signerRef);
  const { records, awaiting } = await finishedRows(workspace, {
    ...{
      sessions: ended.filter(({ body }) => isOurs(body)),
      children,
      sentIds,
      groups,
      isSignedByMe,
    },
  });
  const isHers = (body: { readonly superviseeRef: string }) => body.superviseeRef === ref;
  const isFinal = (body: { readonly superviseeRef: string; readonly finalisedAt: string }) =>
    isHers(body) && body.finalisedAt !== '';
  const sessionIds = new Set<string>(ended.map(({ id }) => id));
  const isTold = ({ childRef, withdrawn, id }: ChildDecision) =>
    children.has(childRef) && (!withdrawn || sentIds.has(id));
  return {
    reference: [
      ...staffRows(workspace, people),
      ...childRows(workspace, ref, before, groups),
      ...policyRows(workspace),
    ],
    records: [
      ...rowsOf(ended),
      ...sessions
        // One that was cancelled is planned no more on her device either; why stays here.
        .filter(({ body }) => body.status === 'planned' || body.status === 'cancelled')
        .map((session) => plannedRow(session, children)),
      ...staffTexts(workspace, {
        records: [
          ...findAll(workspace, 'notes', isFinal),
          // What was seen of her work is for her. A monitoring form is about the supervision, and is not.
          ...findAll(workspace, 'observations', isFinal),
        ],
        sessionIds,
        isCorrection: (each, ids) => isHers(each) && ids.has(each.recordId),
        isAct: (act) => isHers(act) && isSignedByMe(act),
      }),
      ...records,
      ...rowsOf(actionRows(workspace, { children, sentIds, groups })),
      ...rowsOf(
        findAll(
          workspace,
          'decisions',
          (decision) => sessionIds.has(decision.sessionId) && isTold(decision),
        ),
      ),
      ...groupDecisions(workspace, isTold, groups),
      // To be read by her: none of hers comes back (HAND4).
      ...rowsOf(revisitRows(workspace, children, groups)),
      ...entryRows(workspace, children, isSignedByMe),
      ...stubsForPractitioner(workspace, { ref, children, sessionIds, groups }),
      ...rowsOf(findAll(workspace, 'staffActions', isHers)),
      ...rowsOf(findAll(workspace, 'staffActionEvents', isHers)),
      ...rowsOf(findAll(workspace, 'agreements', isOurs)),
      // Hers, as they came: a new device of hers has them back.
      ...rowsOf(findAll(workspace, 'preparations', isOurs)),
      ...rowsOf(findAll(workspace, 'responses', isOurs)),
      ...rowsOf(findAll(workspace, 'entitlements', isOurs)),
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

function staffRows(workspace: Workspace, { mine, theirs }: People): readonly ReferenceOut[] {
  const row = (
    staff: Staff,
    fields: readonly (keyof Staff)[],
    more: Partial<Staff> = {},
  ): ReferenceOut => ({
    collection: 'staff',
    ref: staff.ref,
    refs: [staff.ref],
    text: JSON.stringify({ ...pick(staff, fields), ...more }),
  });
  const stage = [
    'stage',
    'startedOn',
    'sixMonthReviewDate',
    'agreedFortnightlyFrom',
    'familySafeguarding',
  ] as const;
  return [
    row(theirs, ['ref', 'name', 'role', ...stage, 'knownFrom'], {
      groupDays: [...groupDaysOfMember(workspace, theirs.ref)],
    }),
    row(mine, ['ref', 'name', 'role']),
  ];
}

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

/** What was recorded outside sessions of her open children, finished, and what became of it. */
function entryRows(
  workspace: Workspace,
  children: ReadonlySet<string>,
  isSignedByMe: (signature: { readonly signerRef: string }) => boolean,
): readonly RecordOut[] {
  const isHers = ({ childRef }: { readonly childRef: string }) => children.has(childRef);
  const entries = findAll(workspace, 'childEntries', isHers);
  const ids = new Set<string>(entries.map(({ id }) => id));
  return [...rowsOf(entries), ...onChildTexts(workspace, ids, isSignedByMe)];
}

/** Open actions with their history, and those that were open in an earlier file: now they may not be. */
function actionRows(
  workspace: Workspace,
  { children, sentIds, groups }: Told,
): readonly (OpenRecord<'childActions'> | OpenRecord<'childActionEvents'>)[] {
  const actions = bodies(workspace, 'childActions').filter(groups.mayGo);
  const events = bodies(workspace, 'childActionEvents');
  const open = new Set<string>(
    [...children].flatMap((child) =>
      openActionsOf(child, actions, events).map(({ action }) => action.id),
    ),
  );
  const told = new Set<string>(
    actions
      .filter(({ id, childRef }) => children.has(childRef) && (open.has(id) || sentIds.has(id)))
      .map(({ id }) => id),
  );
  return [
    ...findAll(workspace, 'childActions', ({ id }) => told.has(id)),
    ...findAll(workspace, 'childActionEvents', ({ actionId }) => told.has(actionId)),
  ];
}

/** What became of decisions about her children, but for those of a group that is not for her. */
function revisitRows(
  workspace: Workspace,
  children: ReadonlySet<ChildRef>,
  { mayGo }: OfGroups,
): readonly OpenRecord<'decisionRevisits'>[] {
  return findAll(workspace, 'decisionRevisits', ({ childRef, entryId }) => {
    const decision = workspace.set.find('decisions', entryId)?.body;
    return children.has(childRef) && (!decision || mayGo(decision));
  });
}
