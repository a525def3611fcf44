import type { Ports } from '#storage/ports.ts';
import { browserPasskeys, type PasskeySource } from '#vault/passkey-source.ts';
import { type UnlockOutcome, unlock } from './accounts.ts';
import { passkeysOfAccount } from './ways-in.ts';

export type UnlockedByPasskey =
  | Exclude<UnlockOutcome, { readonly outcome: 'wrong' }>
  | { readonly outcome: 'failed'; readonly message: string; readonly waitSeconds: number };

/**
 * Fetched when the button is used. To cancel, or to have no such passkey on this device, is no wrong try;
 * a passkey that answers and does not open these records is one.
 */
export async function unlockByPasskey(
  vaultId: string,
  ports: Ports,
  source: PasskeySource = browserPasskeys(),
): Promise<UnlockedByPasskey> {
  const passkeys = await passkeysOfAccount(vaultId);
  // Removed in another window. Asked for none, the browser would offer everybody's.
  if (passkeys.length === 0) return failed(noLonger, 0);
  const answer = await source.ask(vaultId, passkeys);
  if (answer.outcome === 'none') return failed(answer.reason, 0);
  const { credentialId, output } = answer;
  const unlocked = await unlock(vaultId, { type: 'passkey', credentialId, output }, ports);
  return unlocked.outcome === 'wrong' ? failed(noLonger, unlocked.waitSeconds) : unlocked;
}

const noLonger = 'This passkey does not open these records. Use your passphrase';

const failed = (message: string, waitSeconds: number) =>
  ({ outcome: 'failed', message, waitSeconds }) as const;
