import { type MissingToSign, missingToSign } from '#domain/agreement/agreement-missing.ts';
import type { Side } from '#domain/agreement/agreement-signatures.ts';
import { sharedTextOf } from '#domain/agreement/agreement-text.ts';
import { assert } from '#domain/assert.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import { workerOf } from '#storage/handover/worker-of.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Write } from '#storage/save.ts';
import { myName } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn, updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { type OpenResponse, ownAgreementResponse, partsOf } from './agreement-in-force.ts';
import { mySide, profileOfAgreement, superviseeOf } from './agreement-reads.ts';

export type SignOutcome =
  | { readonly outcome: 'signed' }
  | { readonly outcome: 'missing'; readonly missing: readonly MissingToSign[] };

interface SignedNow {
  readonly by: string;
  readonly at: string;
  readonly hash: string;
  readonly text: string;
}

/** Both records as they were when the text was taken: a write is based on them, or is worked out again. */
interface Held {
  readonly agreement: OpenRecord<'agreements'>;
  readonly response: OpenResponse | undefined;
}

/**
 * The supervisor's signature under the shared text as it is on disk now. Nobody signs for the other.
 * Throws StorageError, also where text that was typed could not be saved first.
 */
export async function signAsSupervisor(
  workspace: Workspace,
  agreementId: string,
): Promise<SignOutcome> {
  return sign(workspace, agreementId, 'supervisor', ({ agreement }, { by, at, hash, text }) => {
    if (agreement.body.supervisorSignedText === text) return [];
    const signed: Agreement = {
      ...agreement.body,
      supervisorSignedBy: by,
      supervisorSignedAt: at,
      supervisorSignedHash: hash,
      supervisorSignedText: text,
    };
    return [updated(agreement, signed, 'final')];
  });
}

/** The practitioner's signature, in her own response. As `signAsSupervisor`. */
export async function signAsPractitioner(
  workspace: Workspace,
  agreementId: string,
): Promise<SignOutcome> {
  return sign(workspace, agreementId, 'practitioner', ({ response }, { by, at, hash, text }) => {
    if (!response || response.body.signedText === text) return [];
    const body = {
      ...response.body,
      signedBy: by,
      signedAt: at,
      signedHash: hash,
      signedText: text,
    };
    return [updated(response, body, 'final')];
  });
}

async function sign(
  workspace: Workspace,
  agreementId: string,
  side: Side,
  writes: (held: Held, now: SignedNow) => readonly Write[],
): Promise<SignOutcome> {
  let outcome: SignOutcome = { outcome: 'signed' };
  await workspace.change(async (set) => {
    const agreement = set.find('agreements', agreementId);
    assert(agreement?.body.replacedById === '', `agreement ${agreementId} cannot be signed`);
    assert(mySide(workspace, agreement.body.superviseeRef) === side, 'nobody signs for the other');
    const response = ownAgreementResponse(workspace, agreementId);
    ensureSaved(workspace, agreementId, response?.id);
    const missing = missingForMe(workspace, agreement.body);
    outcome = missing.length > 0 ? { outcome: 'missing', missing } : { outcome: 'signed' };
    const text = sharedTextOf(agreement.body);
    if (missing.length > 0 || text === undefined) return [];
    const by = myName(workspace);
    const at = workspace.now;
    return writes({ agreement, response }, { by, at, hash: await sha256(text), text });
  });
  return outcome;
}

/** What this device's person still has to do before signing. */
function missingForMe(workspace: Workspace, agreement: Agreement): readonly MissingToSign[] {
  return missingToSign({
    ...partsOf(workspace, agreement),
    side: mySide(workspace, agreement.superviseeRef),
    profile: profileOfAgreement(workspace, agreement),
    worker: workerOf(superviseeOf(workspace, agreement.superviseeRef)),
    today: todayIn(workspace),
  });
}

/** What is signed is what is on disk: text that is not there yet would be left out of the signature. */
function ensureSaved({ queue }: Workspace, ...ids: readonly (string | undefined)[]): void {
  for (const id of ids) {
    if (id !== undefined && queue.unsaved(id))
      throw new StorageError('failed', `${id} has text that is not saved yet`);
  }
}
