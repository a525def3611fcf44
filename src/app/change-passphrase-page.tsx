import { lazy, Suspense } from 'react';
import { noteAudit } from '#storage/audit.ts';
import { replacePassphrase } from '#storage/keys/accounts.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { deriveInWorker } from '#vault/argon2-in-worker.ts';
import { checkPassphrase, suggestPassphrase } from '#vault/passphrase.ts';
import { readRecoveryKey } from '#vault/recovery-key.ts';

const ChangePassphrase = lazy(async () => ({
  default: (await import('#screens/start/change-passphrase.tsx')).ChangePassphrase,
}));

/** Either way in proves who is asking; the other way in stays as it was. */
export function ChangePassphrasePage() {
  const workspace = useWorkspace();
  async function change(proof: string, passphrase: string) {
    const key = readRecoveryKey(proof);
    const secret =
      key.outcome === 'read'
        ? ({ type: 'recovery', secret: key.secret } as const)
        : ({ type: 'passphrase', passphrase: proof, derive: deriveInWorker } as const);
    const outcome = await replacePassphrase(workspace, secret, passphrase, deriveInWorker);
    if (outcome === 'replaced') await noteAudit(workspace, 'passphraseChanged');
    return outcome;
  }
  return (
    <Suspense fallback={<p className="fp-page govuk-body">Opening</p>}>
      <ChangePassphrase commands={{ suggestPassphrase, checkPassphrase, change }} />
    </Suspense>
  );
}
