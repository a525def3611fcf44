import { lazy, Suspense, useMemo, useState } from 'react';
import type { RestoreCommands } from '#screens/start/restore-backup.tsx';
import type { SetUpCommands } from '#screens/start/set-up-from-file.tsx';
import type { StartCommands } from '#screens/start/start-commands.ts';
import { noteAudit } from '#storage/audit.ts';
import { type Account, createAccount, createExampleAccount } from '#storage/keys/accounts.ts';
import { startFor } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { deriveInWorker } from '#vault/argon2-in-worker.ts';
import { checkPassphrase, suggestPassphrase } from '#vault/passphrase.ts';
import { formatRecoveryKey, newRecoverySecret, readRecoveryKey } from '#vault/recovery-key.ts';
import { OutsideFrame } from './outside-frame.tsx';
import { ports } from './ports.ts';
import { Welcome } from './welcome.tsx';

const StartForReal = lazy(async () => ({
  default: (await import('#screens/start/start-for-real.tsx')).StartForReal,
}));
const SetUpFromFile = lazy(async () => ({
  default: (await import('#screens/start/set-up-from-file.tsx')).SetUpFromFile,
}));
const RestoreBackup = lazy(async () => ({
  default: (await import('#screens/start/restore-backup.tsx')).RestoreBackup,
}));

interface StartHereProps {
  readonly accounts: readonly Account[];
  readonly onOpen: (workspace: Workspace) => void;
  readonly onBack: () => void;
}

/** The first page on an empty device, and the way to start records for another person on this one. */
export function StartHere({ accounts, onOpen, onBack }: StartHereProps) {
  const [step, setStep] = useState<'welcome' | 'real' | 'file' | 'restore'>('welcome');
  // Made once: the recovery key on the page is the one that the records will have.
  const starting = useMemo(() => startCommands(onOpen), [onOpen]);
  const settingUp = useMemo(() => setUpCommands(onOpen), [onOpen]);
  const restoring = useMemo(() => restoreCommands(onOpen), [onOpen]);
  const hasExample = accounts.some(({ isExample }) => isExample);

  async function openExample() {
    const workspace = await createExampleAccount(ports);
    const { fillExample } = await import('#exchange/example/example-caseload.ts');
    const sessionId = await fillExample(workspace);
    history.replaceState(null, '', `/sessions/${sessionId}`);
    onOpen(workspace);
  }

  return (
    <OutsideFrame>
      {step === 'welcome' && (
        <Welcome
          onExample={hasExample ? undefined : openExample}
          onReal={() => setStep('real')}
          onFile={() => setStep('file')}
          onRestore={() => setStep('restore')}
          onBack={accounts.length > 0 ? onBack : undefined}
        />
      )}
      <Suspense fallback={<p className="fp-page govuk-body">Opening</p>}>
        {step === 'real' && <StartForReal commands={starting} onBack={() => setStep('welcome')} />}
        {step === 'file' && (
          <SetUpFromFile commands={settingUp} onBack={() => setStep('welcome')} />
        )}
        {step === 'restore' && (
          <RestoreBackup commands={restoring} onBack={() => setStep('welcome')} />
        )}
      </Suspense>
    </OutsideFrame>
  );
}

function startCommands(onOpen: (workspace: Workspace) => void): StartCommands {
  const recoverySecret = newRecoverySecret();
  return {
    recoveryKey: formatRecoveryKey(recoverySecret),
    suggestPassphrase,
    checkPassphrase,
    async start({ passphrase, ...first }) {
      const derive = deriveInWorker;
      const workspace = await createAccount({ passphrase, recoverySecret, derive, ports });
      await startFor(workspace, { ...first, synthetic: false });
      // Asked for once there is something to lose; the answer is shown in Settings.
      void navigator.storage?.persist?.();
      history.replaceState(null, '', '/');
      onOpen(workspace);
    },
  };
}

function setUpCommands(onOpen: (workspace: Workspace) => void): SetUpCommands {
  const recoverySecret = newRecoverySecret();
  return {
    recoveryKey: formatRecoveryKey(recoverySecret),
    suggestPassphrase,
    checkPassphrase,
    async read(text, words) {
      const { readHandover } = await import('#exchange/handover/read-handover.ts');
      return readHandover(text, words, deriveInWorker);
    },
    async contents(handover) {
      const { setUpContents } = await import('#exchange/handover/set-up.ts');
      return setUpContents(handover);
    },
    async setUp(handover, passphrase) {
      const { setUpFromHandover } = await import('#exchange/handover/set-up.ts');
      const derive = deriveInWorker;
      const workspace = await setUpFromHandover({
        handover,
        passphrase,
        recoverySecret,
        derive,
        ports,
      });
      void navigator.storage?.persist?.();
      history.replaceState(null, '', '/');
      onOpen(workspace);
    },
  };
}

function restoreCommands(onOpen: (workspace: Workspace) => void): RestoreCommands {
  return {
    suggestPassphrase,
    checkPassphrase,
    async check(text, recoveryKey) {
      const key = readRecoveryKey(recoveryKey);
      if (key.outcome === 'unreadable') return { outcome: 'badKey', reason: key.reason };
      const { checkBackup } = await import('#exchange/backup/restore-backup.ts');
      return checkBackup(text, key.secret);
    },
    async restore(backup, passphrase) {
      const { restoreBackup } = await import('#exchange/backup/restore-backup.ts');
      const workspace = await restoreBackup(backup, passphrase, deriveInWorker, ports);
      await noteAudit(workspace, 'restored');
      history.replaceState(null, '', '/');
      onOpen(workspace);
    },
  };
}
