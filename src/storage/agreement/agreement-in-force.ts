import { type BothParts, inForceFrom } from '#domain/agreement/agreement-signatures.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import type { AgreementResponse } from '#domain/records/response.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { profileOf, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

export interface OpenResponse extends OpenRecord<'responses'> {
  readonly body: AgreementResponse;
}

/** Under a reference of this device or of another one. */
export function isMe(workspace: Reads, ref: string): boolean {
  const { me, alsoMe } = settingsOf(workspace);
  return ref === me || alsoMe.includes(ref);
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

/** The newest version in force, which holds until the one that follows it is (AGREE14). */
export const agreementInForce = (
  workspace: Pick<Workspace, 'set' | 'now'>,
  superviseeRef: string,
): Agreement | undefined => {
  const profile = profileOf(workspace);
  const isInForce = (agreement: Agreement) =>
    inForceFrom(profile, partsOf(workspace, agreement)) !== undefined;
  return agreementsWith(workspace, superviseeRef)
    .map(({ body }) => body)
    .find(isInForce);
};

/** The newest that was in force with a supervisor before, or with another one. */
export function agreementWithAnother(
  workspace: Pick<Workspace, 'set' | 'now'>,
  superviseeRef: string,
): Agreement | undefined {
  const mine = isMe(workspace, superviseeRef);
  const profile = profileOf(workspace);
  return findAll(workspace, 'agreements', (agreement) =>
    mine ? isMe(workspace, agreement.superviseeRef) : agreement.superviseeRef === superviseeRef,
  )
    .map(({ body }) => body)
    .toSorted(newestFirst)
    .find((agreement) => inForceFrom(profile, partsOf(workspace, agreement)) !== undefined);
}
