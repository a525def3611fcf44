import { useState } from 'react';
import { BackLink, Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { KeepRecoveryKey } from './keep-recovery-key.tsx';
import type { StartCommands } from './start-commands.ts';
import { type WhoIAm, WhoIAmForm } from './who-i-am.tsx';

interface StartForRealProps {
  readonly commands: StartCommands;
  readonly onBack: () => void;
}

type Step =
  | { readonly at: 'who' }
  | { readonly at: 'passphrase'; readonly who: WhoIAm }
  | { readonly at: 'recovery'; readonly who: WhoIAm; readonly passphrase: string }
  | { readonly at: 'starting' }
  | { readonly at: 'failed' };

/** Nothing is written until both ways in are there: no record can exist that cannot be opened again. */
export function StartForReal({ commands, onBack }: StartForRealProps) {
  const [step, setStep] = useState<Step>({ at: 'who' });

  function start(who: WhoIAm, passphrase: string) {
    setStep({ at: 'starting' });
    commands.start({ ...who, passphrase }).catch(() => setStep({ at: 'failed' }));
  }

  if (step.at === 'who') {
    return (
      <Page
        title="Who you are"
        width="text"
        back={<BackLink onClick={onBack}>Back</BackLink>}
        focusKey={step.at}
      >
        <WhoIAmForm onDone={(who) => setStep({ at: 'passphrase', who })} />
      </Page>
    );
  }
  if (step.at === 'passphrase') {
    const { who } = step;
    return (
      <Page title="Your passphrase" width="text" focusKey={step.at}>
        <ChoosePassphrase
          commands={commands}
          onDone={(passphrase) => setStep({ at: 'recovery', who, passphrase })}
        />
      </Page>
    );
  }
  if (step.at === 'recovery') {
    const { who, passphrase } = step;
    return (
      <Page title="Your recovery key" width="text" focusKey={step.at}>
        <KeepRecoveryKey recoveryKey={commands.recoveryKey} onDone={() => start(who, passphrase)} />
      </Page>
    );
  }
  return (
    <Page title={step.at === 'failed' ? 'Not started' : 'Starting'} width="text" focusKey={step.at}>
      {step.at === 'failed' ? (
        <WarningText>
          Your records could not be started, because this browser did not store them. Nothing was
          kept. Free some disk space, or use a window that is not private, and start again.
        </WarningText>
      ) : (
        <p className="govuk-body">Making the keys for your records.</p>
      )}
    </Page>
  );
}
