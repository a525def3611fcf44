import { type PrefilledField, prefilledWords } from '#domain/agreement/agreement-prefill.ts';
import { assert } from '#domain/assert.ts';
import { type CalendarDate, formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { Agreement, type Review } from '#domain/records/agreement.ts';
import { AgreementResponse } from '#domain/records/response.ts';
import { workerOf } from '#storage/handover/worker-of.ts';
import { findStaff, profileOf, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, todayIn, updated } from '#storage/writes.ts';
import { agreementsWith, ownAgreementResponse } from './agreement-in-force.ts';
import { agreementWith, mySide, superviseeOf } from './agreement-reads.ts';

const newRecordId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids

/**
 * The agreement with this person, filled in with the policy's words. The supervisor begins it: begun on
 * both devices there would be two. Where there is one already nothing is written.
 */
export async function beginAgreement(
  workspace: Workspace,
  superviseeRef: StaffRef,
): Promise<RecordId> {
  assert(mySide(workspace, superviseeRef) === 'supervisor', 'the supervisor begins the agreement');
  const fresh = newAgreement(workspace, superviseeRef);
  let id = fresh.id;
  await workspace.change(() => {
    const held = agreementWith(workspace, superviseeRef);
    id = held?.body.id ?? fresh.id;
    return held ? [] : [created('agreements', fresh.id, fresh)];
  });
  return id;
}

function newAgreement(workspace: Workspace, superviseeRef: StaffRef): Agreement {
  const { me, organisation } = settingsOf(workspace);
  const staff = superviseeOf(workspace, superviseeRef);
  const words = prefilledWords({
    profile: profileOf(workspace),
    worker: workerOf(staff),
    today: todayIn(workspace),
  });
  const texts = Object.entries(words).map(([key, { text }]) => [key as PrefilledField, text]);
  return Agreement.parse({
    ...Object.fromEntries(texts),
    id: newRecordId(workspace),
    superviseeRef,
    supervisorRef: me,
    organisation,
    superviseeRole: staff.role,
    supervisorRole: findStaff(workspace, me)?.body.role ?? '',
    stage: staff.stage,
    stageStartDate: dateText(staff.startedOn),
    sixMonthReviewDate: dateText(staff.sixMonthReviewDate),
    agreedFortnightlyFrom: dateText(staff.agreedFortnightlyFrom),
    profileId: profileOf(workspace).id,
    createdAt: workspace.now,
    createdBy: me,
  });
}

/** As a person would have typed it. */
function dateText(iso: string): string {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
}

/**
 * My own part of the agreement about my supervision. What I wrote beside the version before it comes
 * along; my signature does not.
 */
export async function beginAgreementResponse(
  workspace: Workspace,
  agreementId: string,
): Promise<void> {
  const id = newRecordId(workspace);
  await workspace.change((set) => {
    const agreement = set.find('agreements', agreementId)?.body;
    assert(agreement, `no agreement ${agreementId}`);
    assert(isMine(workspace, agreement), 'the practitioner writes this part');
    if (ownAgreementResponse(workspace, agreementId)) return [];
    const before = agreementsWith(workspace, agreement.superviseeRef)
      .filter(({ body }) => body.replacedById === agreementId)
      .map((each) => ownAgreementResponse(workspace, each.id)?.body)
      .at(0);
    const body = AgreementResponse.parse({
      ...before,
      kind: 'agreement',
      id,
      agreementId,
      superviseeRef: agreement.superviseeRef,
      supervisorRef: agreement.supervisorRef,
      signedBy: '',
      signedAt: '',
      signedHash: '',
      signedText: '',
      createdAt: workspace.now,
      createdBy: settingsOf(workspace).me,
      savedAt: '',
    });
    return [created('responses', id, body)];
  });
}

const isMine = (workspace: Workspace, { superviseeRef }: Agreement): boolean =>
  mySide(workspace, superviseeRef) === 'practitioner';

/** A review that is being written down. It counts for nothing until it is recorded. */
export async function beginReview(workspace: Workspace, agreementId: string): Promise<void> {
  const review: Review = {
    id: workspace.ports.newId(),
    heldOn: '',
    outcome: '',
    notes: '',
    by: '',
  };
  await workspace.change((set) => {
    const record = set.find('agreements', agreementId);
    assert(record && !isMine(workspace, record.body), 'the supervisor writes the review down');
    if (record.body.replacedById !== '' || openReview(record.body)) return [];
    const reviews = [...record.body.reviews, review];
    return [updated(record, { ...record.body, reviews })];
  });
}

export const openReview = ({ reviews }: Agreement): Review | undefined =>
  reviews.find(({ by }) => by === '');

export interface HeldReview {
  readonly heldOn: CalendarDate;
  readonly outcome: 'continue' | 'changed' | 'newAgreement';
  readonly notes: string;
}

/**
 * Records a review of an agreement. Going on as it is starts the year again. Changed, or a new agreement,
 * begins a version of its own: the old one stays readable, and holds until the new one is signed.
 */
export async function reviewAgreement(
  workspace: Workspace,
  agreementId: string,
  held: HeldReview,
): Promise<void> {
  const nextId = newRecordId(workspace);
  const reviewId = workspace.ports.newId();
  await workspace.change((set) => {
    const record = set.find('agreements', agreementId);
    assert(record && !isMine(workspace, record.body), 'the supervisor records the review');
    const { body } = record;
    if (body.replacedById !== '') return []; // recorded already, by a second click or in another tab
    const written = openReview(body);
    const review: Review = {
      ...(written ?? { id: reviewId }),
      ...held,
      by: settingsOf(workspace).me,
    };
    const reviews = [...body.reviews.filter((each) => each !== written), review];
    if (held.outcome === 'continue') return [updated(record, { ...body, reviews }, 'final')];
    const next = nextVersion(workspace, body, held.outcome);
    return [
      updated(record, { ...body, reviews, replacedById: nextId }, 'final'),
      created('agreements', nextId, { ...next, id: nextId }),
    ];
  });
}

/** Changed: every agreed word comes along, to be changed. New: filled in afresh. Nobody has signed it. */
function nextVersion(
  workspace: Workspace,
  old: Agreement,
  outcome: 'changed' | 'newAgreement',
): Agreement {
  const fresh = newAgreement(workspace, old.superviseeRef);
  if (outcome === 'newAgreement') return fresh;
  const { createdAt, createdBy } = fresh;
  return {
    ...old,
    createdAt,
    createdBy,
    supervisorSignedBy: '',
    supervisorSignedAt: '',
    supervisorSignedHash: '',
    supervisorSignedText: '',
    reviews: [],
    replacedById: '',
    savedAt: '',
  };
}
