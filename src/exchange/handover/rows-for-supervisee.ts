import type { CollectionName } from '#domain/collections.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Session } from '#domain/records/session.ts';
import type { Staff } from '#domain/records/staff.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { groupDaysOfChild, groupDaysOfMember } from '#storage/group/group-reads.ts';
import type { ExchangedBefore } from '#storage/handover/exchanged.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { childRows, handedToSupervisor } from './child-rows.ts';
import { decisionRow } from './group-rows.ts';
import type { HandedCollection } from './handover-body.ts';
import { pick } from './parts.ts';
import { policyRows } from './policy-rows.ts';
import { type RecordOut, type ReferenceOut, type RowsOut, rowOf, rowsOf } from './rows.ts';
import { childStubRows, staffStubRows } from './stub-rows.ts';

interface Question {
  readonly staffRef: StaffRef;
  readonly before: ExchangedBefore;
}

/** Everything of one supervisee, and nothing about anybody else (HAND16). Drafts stay where they are. */
export function rowsForSupervisee(workspace: Workspace, question: Question): RowsOut {
  const { staffRef } = question;
  const children = new Set<string>(openChildren(workspace, staffRef).map(({ ref }) => ref));
  const isHers = (body: { readonly superviseeRef: string }) => body.superviseeRef === staffRef;
  const ofHers = (body: { readonly childRef: string }) => children.has(body.childRef);
  const isFinal = (body: { readonly superviseeRef: string; readonly finalisedAt: string }) =>
    isHers(body) && body.finalisedAt !== '';
  const sessions = sessionsOf(workspace, staffRef);
  const used = new Set(sessions.map(({ body }) => body.preparationId));
  const records = [
    ...sessions.map((session) => sessionRow(session, children)),
    ...rowsOf(findAll(workspace, 'notes', isFinal)),
    ...rowsOf(findAll(workspace, 'observations', isFinal)),
    ...rowsOf(findAll(workspace, 'monitoring', isFinal)),
    ...rowsOf(findAll(workspace, 'cancellations', isFinal)),
    ...rowsOf(findAll(workspace, 'handoverNotes', isFinal)),
    ...rowsOf(findAll(workspace, 'staffSignatures', isHers)),
    ...rowsOf(findAll(workspace, 'staffAmendments', isHers)),
    ...rowsOf(findAll(workspace, 'staffMarks', isHers)),
    ...rowsOf(findAll(workspace, 'staffBroughtIn', (each) => isHers(each) && isKept(each))),
    ...rowsOf(findAll(workspace, 'agreements', isHers)),
    ...rowsOf(findAll(workspace, 'responses', isHers)),
    // What she shared for a session that is still to come; the others are hers to keep.
    ...rowsOf(findAll(workspace, 'preparations', isHers).filter(({ id }) => !used.has(id))),
    ...rowsOf(findAll(workspace, 'staffActions', isHers)),
    ...rowsOf(findAll(workspace, 'staffActionEvents', isHers)),
    ...rowsOf(findAll(workspace, 'absences', (absence) => absence.staffRef === staffRef)),
    ...childFileRows(workspace, ofHers),
    ...rowsOf(findAll(workspace, 'childBroughtIn', (each) => ofHers(each) && isKept(each))),
    ...childStubRows(workspace, ofHers),
    // An entitlement route is the practitioner's to send, and so is that there was one.
    ...staffStubRows(workspace, (stub) => isHers(stub) && stub.kind !== 'entitlement'),
  ];
  return { reference: referenceRows(workspace, question), records, awaiting: [] };
}

/** A draft of an old record stays where it is. */
const isKept = ({ confirmedAt }: { readonly confirmedAt: string }) => confirmedAt !== '';

/** Held, cancelled and planned ones, which go with the supervision. One that goes on stays until it has ended. */
const sessionsOf = (workspace: Workspace, staffRef: StaffRef): readonly OpenRecord<'sessions'>[] =>
  findAll(
    workspace,
    'sessions',
    ({ superviseeRef, status }) =>
      superviseeRef === staffRef && status !== 'open' && status !== 'paused',
  );

/**
 * How it was accounted for is kept whole, for it is her supervision. Working words for the agenda go only
 * for children who are still hers.
 */
export function sessionRow(
  { id, body }: OpenRecord<'sessions'>,
  children: ReadonlySet<string>,
): RecordOut {
  const isHers = ({ childRef }: { readonly childRef: string }) => children.has(childRef);
  const told: Session = {
    ...body,
    agenda: body.agenda.filter(isHers),
    agreedAgenda: body.agreedAgenda.filter(isHers),
  };
  return { collection: 'sessions', id: id as RecordOut['id'], text: JSON.stringify(told) }; // the id of a stored record
}

type OfChild = { readonly childRef: string };

/** The child's file as it is: finished texts, decisions, actions and what became of them. */
export function childFileRows(
  workspace: Workspace,
  isIn: (body: OfChild) => boolean,
): readonly RecordOut[] {
  const of = <C extends HandedCollection & CollectionName>(collection: C) =>
    findAll(workspace, collection, (body) => isIn(body as unknown as OfChild)).map(rowOf); // on a child's file each has a child
  return [
    ...of('childRecords'),
    ...of('childEntries'),
    ...of('childAmendments'),
    ...of('childMarks'),
    ...of('childSignatures'),
    ...findAll(workspace, 'decisions', isIn).map((each) => decisionRow(workspace, each)),
    ...of('decisionRevisits'),
    ...of('childActions'),
    ...of('childActionEvents'),
  ];
}

const ofEntry = [
  'ref',
  'name',
  'role',
  'stage',
  'startedOn',
  'sixMonthReviewDate',
  'agreedFortnightlyFrom',
  'ownInterval',
  'ownIntervalReason',
  'qualification',
  'trainings',
  'familySafeguarding',
  'observedOn',
  'supervisionObservedOn',
] as const;

/** Who she is, who her children are, the policy, and the names of those who supervised her. */
export function referenceRows(
  workspace: Workspace,
  { staffRef, before }: Question,
): readonly ReferenceOut[] {
  const staff = findStaff(workspace, staffRef)?.body;
  if (!staff) return [];
  const own = {
    ...pick(staff, ofEntry),
    // Where nothing is held she was known from the first day of this device.
    knownFrom: staff.knownFrom || settingsOf(workspace).startedOn,
    groupDays: groupDaysOfMember(workspace, staffRef),
  };
  const daysOf = (childRef: string) => groupDaysOfChild(workspace, childRef);
  return [
    staffRow(staff, own),
    ...namesOf(workspace, staff).map((each) => staffRow(each, pick(each, ['ref', 'name', 'role']))),
    ...childRows(workspace, staffRef, before, { daysOf }, handedToSupervisor),
    ...policyRows(workspace),
  ];
}

const staffRow = ({ ref }: Staff, fields: object): ReferenceOut => ({
  collection: 'staff',
  ref,
  refs: [ref],
  text: JSON.stringify(fields),
});

/** Those who supervise her or did: a session without a name beside it says nothing. */
function namesOf(workspace: Workspace, staff: Staff): readonly Staff[] {
  const refs = new Set<string>([
    settingsOf(workspace).me,
    ...sessionsOf(workspace, staff.ref).map(({ body }) => body.supervisorRef as string),
    ...(staff.supervisedBy ?? []).map(({ supervisorRef }) => supervisorRef),
  ]);
  return [...refs].flatMap((ref) => findStaff(workspace, ref)?.body ?? []);
}
