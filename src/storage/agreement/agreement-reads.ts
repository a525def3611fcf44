import type { Side } from '#domain/agreement/agreement-signatures.ts';
import { type AgreementState, stateOfAgreement } from '#domain/agreement/agreement-state.ts';
import { assert } from '#domain/assert.ts';
import { toInstant } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import type { Staff } from '#domain/records/staff.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOfRecord } from '#storage/policies/profiles.ts';
import { findStaff, profileOf, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { agreementsWith, isMe, partsOf } from './agreement-in-force.ts';

type Reads = Pick<Workspace, 'set'>;

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

/** The version that counts or is being written: the newest that nothing has replaced. */
export const agreementWith = (
  workspace: Reads,
  superviseeRef: string,
): OpenRecord<'agreements'> | undefined =>
  agreementsWith(workspace, superviseeRef).find(({ body }) => body.replacedById === '');

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
