import {
  type AgreementState,
  type BothParts,
  inForceFrom,
  type Side,
  stateOfAgreement,
} from '#domain/agreement-state.ts';
import { assert } from '#domain/assert.ts';
import { type Interval, toInstant } from '#domain/calendar-date.ts';
import { parseInterval } from '#domain/due/interval.ts';
import type { PolicyProfile } from '#domain/policy-profile.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import type { AgreementResponse } from '#domain/records/response.ts';
import type { Staff } from '#domain/records/staff.ts';
import { holidaysOf } from './holidays.ts';
import type { OpenRecord } from './open-record.ts';
import { profileOfRecord } from './profiles.ts';
import { findStaff, profileOf, settingsOf } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { findAll, todayIn } from './writes.ts';

type Reads = Pick<Workspace, 'set'>;

export interface OpenResponse extends OpenRecord<'responses'> {
  readonly body: AgreementResponse;
}

function isMe(workspace: Reads, ref: string): boolean {
  const { me, alsoMe } = settingsOf(workspace);
  return ref === me || alsoMe.includes(ref);
}

/** Which side of this person's agreement I am on: my own supervision, or somebody's that I supervise. */
export const mySide = (workspace: Reads, superviseeRef: string): Side =>
  isMe(workspace, superviseeRef) ? 'practitioner' : 'supervisor';

/** The entry of who is supervised, which is mine where another device knows me by another reference. */
export function superviseeOf(workspace: Reads, superviseeRef: string): Staff {
  const ref = isMe(workspace, superviseeRef) ? settingsOf(workspace).me : superviseeRef;
  const staff = findStaff(workspace, ref)?.body;
  assert(staff, `no entry for ${ref}`);
  return staff;
}

/** Every version of one person's agreement with the supervisor of today, newest first. */
export function agreementsWith(
  workspace: Reads,
  superviseeRef: string,
): readonly OpenRecord<'agreements'>[] {
  const mine = isMe(workspace, superviseeRef);
  const { supervisorRef } = settingsOf(workspace);
  return findAll(workspace, 'agreements', (agreement) => {
    const isTheirs = mine
      ? isMe(workspace, agreement.superviseeRef)
      : agreement.superviseeRef === superviseeRef;
    // An agreement is between two people: with another supervisor it is another one.
    const isOurs = mine
      ? supervisorRef === '' || agreement.supervisorRef === supervisorRef
      : isMe(workspace, agreement.supervisorRef);
    return isTheirs && isOurs;
  }).toSorted((a, b) => newestFirst(a.body, b.body));
}

/** Begun at the same moment, the one that replaced the other is the newer. */
const newestFirst = (a: Agreement, b: Agreement): number =>
  a.createdAt === b.createdAt
    ? a.replacedById.length - b.replacedById.length
    : a.createdAt < b.createdAt
      ? 1
      : -1;

/** The version that counts or is being written: the newest that nothing has replaced. */
export const agreementWith = (
  workspace: Reads,
  superviseeRef: string,
): OpenRecord<'agreements'> | undefined =>
  agreementsWith(workspace, superviseeRef).find(({ body }) => body.replacedById === '');

/** The practitioner's own part of one agreement, on either device. */
export function ownAgreementResponse(
  workspace: Reads,
  agreementId: string,
): OpenResponse | undefined {
  return findAll(
    workspace,
    'responses',
    (response) => response.kind === 'agreement' && response.agreementId === agreementId,
  ).at(0) as OpenResponse | undefined; // of that kind: looked at on the line above
}

export const partsOf = (workspace: Reads, agreement: Agreement): BothParts => ({
  agreement,
  response: ownAgreementResponse(workspace, agreement.id)?.body,
});

/** The policy it was begun under: its words and clauses stay, whatever was chosen since. */
export const profileOfAgreement = (
  workspace: Pick<Workspace, 'set' | 'now'>,
  agreement: Agreement,
): PolicyProfile => profileOfRecord(workspace, { id: agreement.profileId }, todayIn(workspace));

/** How the agreement with one person stands today. */
export function agreementState(workspace: Workspace, superviseeRef: string): AgreementState {
  const all = agreementsWith(workspace, superviseeRef);
  const current = agreementWith(workspace, superviseeRef);
  const earlier = all.filter((each) => each !== current);
  return stateOfAgreement(
    {
      profile: profileOf(workspace),
      holidays: holidaysOf(workspace),
      now: toInstant(workspace.now),
    },
    current && partsOf(workspace, current.body),
    earlier.map(({ body }) => partsOf(workspace, body)),
  );
}

/**
 * The interval that was agreed, for the due dates (C-8): of the newest version in force. Undefined where
 * none is, or where it leaves the interval to the policy.
 */
export function agreedIntervalOf(
  workspace: Pick<Workspace, 'set' | 'now'>,
  superviseeRef: string,
): Interval | undefined {
  const profile = profileOf(workspace);
  const inForce = agreementsWith(workspace, superviseeRef).find(
    ({ body }) => inForceFrom(profile, partsOf(workspace, body)) !== undefined,
  );
  return parseInterval(inForce?.body.agreedInterval ?? '');
}
