import { lazy, Suspense, useMemo } from 'react';
import type { WaysInCommands } from '#screens/settings/add-passkey.tsx';
import { addPasskey } from '#storage/keys/ways-in.ts';
import { StorageError } from '#storage/storage-error.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { deriveInWorker } from '#vault/argon2-in-worker.ts';
import { browserPasskeys } from '#vault/passkey-source.ts';

const WaysIn = lazy(async () => ({
  default: (await import('#screens/settings/ways-in.tsx')).WaysIn,
}));

export function WaysInPage() {
  const workspace = useWorkspace();
  const commands = useMemo<WaysInCommands>(() => {
    const source = browserPasskeys();
    return {
      refusal: source.refusal,
      async add(passphrase) {
        const secret = { type: 'passphrase', passphrase, derive: deriveInWorker } as const;
        try {
          return await addPasskey(workspace, secret, source);
        } catch (cause) {
          if (!(cause instanceof StorageError)) throw cause;
          return { outcome: 'none', reason: 'The passkey could not be stored on this device' };
        }
      },
    };
  }, [workspace]);
  return (
    <Suspense fallback={<p className="fp-page govuk-body">Opening</p>}>
      <WaysIn commands={commands} />
    </Suspense>
  );
}
