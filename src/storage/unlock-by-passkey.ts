import { browserPasskeys, type PasskeySource } from '#vault/passkey-source.ts';
import { type UnlockOutcome, unlock } from './accounts.ts';
import type { Ports } from './ports.ts';
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
  const answer = await source.ask(vaultId, await passkeysOfAccount(vaultId));
  if (answer.outcome === 'none') return failed(answer.reason, 0);
  const { credentialId, output } = answer;
  const unlocked = await unlock(vaultId, { type: 'passkey', credentialId, output }, ports);
  return unlocked.outcome === 'wrong'
    ? failed(
        'This passkey does not open these records any more. Use your passphrase',
        unlocked.waitSeconds,
      )
    : unlocked;
}

const failed = (message: string, waitSeconds: number) =>
  ({ outcome: 'failed', message, waitSeconds }) as const;
