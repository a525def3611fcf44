import { passkeysOfAccount } from '#storage/keys/ways-in.ts';
import type { Workspace } from '#storage/workspace.ts';
import { browserPasskeys, type PasskeySource } from '#vault/passkey-source.ts';
import { openSitting, type SittingOutcome } from './sitting.ts';

export type SittingByPasskey =
  | SittingOutcome
  | { readonly outcome: 'none'; readonly reason: string };

/** To cancel, or to have no such passkey here, is no wrong try, as on the unlock page. */
export async function openSittingByPasskey(
  workspace: Workspace,
  source: PasskeySource = browserPasskeys(),
): Promise<SittingByPasskey> {
  const { id } = workspace.vault;
  const passkeys = await passkeysOfAccount(id);
  // Removed in another window. Asked for none, the browser would offer everybody's.
  if (passkeys.length === 0) {
    return {
      outcome: 'none',
      reason: 'This passkey does not open these records. Use your passphrase',
    };
  }
  const answer = await source.ask(id, passkeys);
  if (answer.outcome === 'none') return answer;
  const { credentialId, output } = answer;
  return openSitting(workspace, { type: 'passkey', credentialId, output });
}
