import { useState } from 'react';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { NotificationBanner } from '#ui/notification-banner.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import type { PassphraseCommands } from './start-commands.ts';

export interface ChangePassphraseCommands extends PassphraseCommands {
  /** `proof` is the present passphrase or the recovery key. */
  readonly change: (proof: string, passphrase: string) => Promise<'replaced' | 'wrong'>;
}

export function ChangePassphrase({ commands }: { readonly commands: ChangePassphraseCommands }) {
  const [proof, setProof] = useState('');
  const [wrongCount, setWrongCount] = useState(0);
  const [isDone, setIsDone] = useState(false);
  const message = 'This is neither your present passphrase nor your recovery key';
  const isWrong = wrongCount > 0 && !isDone;

  async function change(passphrase: string) {
    const outcome = await commands.change(proof, passphrase);
    if (outcome === 'replaced') setIsDone(true);
    else setWrongCount(wrongCount + 1);
  }
  return (
    <Page
      title="Change your passphrase"
      width="text"
      back={<BackLink href="/settings">Settings</BackLink>}
      above={
        <>
          <ErrorSummary
            errors={isWrong ? [{ id: 'proof', message }] : []}
            submitCount={wrongCount}
          />
          {isDone && (
            <NotificationBanner kind="success">
              Your passphrase is changed. The recovery key is still the same.
            </NotificationBanner>
          )}
        </>
      }
    >
      {!isDone && (
        <>
          <PasswordField
            id="proof"
            name="proof"
            label="Present passphrase, or recovery key"
            error={isWrong ? message : undefined}
            value={proof}
            onChange={(event) => setProof(event.currentTarget.value)}
          />
          <ChoosePassphrase commands={commands} onDone={(passphrase) => void change(passphrase)} />
        </>
      )}
    </Page>
  );
}
