import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';

interface WelcomeProps {
  /** Undefined where this device already has the example. */
  readonly onExample: (() => Promise<void>) | undefined;
  readonly onReal: () => void;
  readonly onFile: () => void;
  readonly onRestore: () => void;
  readonly onBack: (() => void) | undefined;
}

export function Welcome({ onExample, onReal, onFile, onRestore, onBack }: WelcomeProps) {
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle');

  function openExample() {
    setState('making');
    onExample?.().catch(() => setState('failed'));
  }
  return (
    <Page
      title="Record supervision, for every child"
      documentTitle="Start"
      {...(onBack ? { back: <BackLink onClick={onBack}>Back to unlock</BackLink> } : {})}
    >
      <p className="govuk-body-l">
        Footprint helps you supervise social workers: every open child on the agenda, notes that are
        never lost, and a record for each child’s file. It works with no network.
      </p>
      {state === 'failed' && (
        <WarningText>
          The example could not be stored in this browser. Nothing was changed. A private or guest
          window cannot be used.
        </WarningText>
      )}
      <div className="fp-columns">
        {onExample && (
          <section aria-labelledby="try-heading">
            <h2 className="govuk-heading-m" id="try-heading">
              Try it with an example caseload
            </h2>
            <p className="govuk-body">
              One click. It opens on tomorrow’s session with 22 invented children. Marked SYNTHETIC
              on every page.
            </p>
            <Button onClick={openExample} disabled={state === 'making'}>
              {state === 'making' ? 'Opening the example' : 'Try the example'}
            </Button>
          </section>
        )}
        <section aria-labelledby="real-heading">
          <h2 className="govuk-heading-m" id="real-heading">
            Start for real
          </h2>
          <p className="govuk-body">
            Who you are, your council’s policy, and two ways in: a passphrase and a recovery key.
            About 3 minutes.
          </p>
          <Button variant={onExample ? 'secondary' : 'primary'} onClick={onReal}>
            Start for real
          </Button>
        </section>
        <section aria-labelledby="file-heading">
          <h2 className="govuk-heading-m" id="file-heading">
            A file from your supervisor
          </h2>
          <p className="govuk-body">
            It sets this device up for you. You need the file and its five words.
          </p>
          <Button variant="secondary" onClick={onFile}>
            Open a supervisor’s file
          </Button>
        </section>
        <section aria-labelledby="restore-heading">
          <h2 className="govuk-heading-m" id="restore-heading">
            Restore a backup
          </h2>
          <p className="govuk-body">You need the backup file and its recovery key.</p>
          <Button variant="secondary" onClick={onRestore}>
            Restore a backup
          </Button>
        </section>
      </div>
    </Page>
  );
}
