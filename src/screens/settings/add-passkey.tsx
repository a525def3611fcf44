import { type SubmitEvent, useState } from 'react';
import type { AddedPasskey } from '#storage/keys/ways-in.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { PasswordField } from '#ui/password-field.tsx';

export interface WaysInCommands {
  /** Why no passkey can be added in this browser or at this address. */
  readonly refusal: string | undefined;
  readonly add: (passphrase: string) => Promise<AddedPasskey>;
}

interface AddPasskeyProps {
  readonly commands: WaysInCommands;
  readonly onAdded: () => Promise<void>;
}

/** The passphrase again: an unlocked page left alone must not be given another way in. */
export function AddPasskey({ commands, onAdded }: AddPasskeyProps) {
  return (
    <section aria-labelledby="add-passkey-heading">
      <h2 className="govuk-heading-m" id="add-passkey-heading">
        Add Windows Hello or another passkey
      </h2>
      <p className="govuk-body">
        You then unlock with the PIN, fingerprint or face you use for Windows, or with a security
        key, and sign records with it. The passphrase and the recovery key stay: a passkey is never
        the only way in, is lost with its device, and opens no backup.
      </p>
      <p className="govuk-body">
        Whoever can pass Windows Hello here can then open your records. Do not add one where
        somebody else knows the PIN.
      </p>
      {commands.refusal === undefined ? (
        <AddForm commands={commands} onAdded={onAdded} />
      ) : (
        <InsetText>{commands.refusal}.</InsetText>
      )}
    </section>
  );
}

function AddForm({ commands, onAdded }: AddPasskeyProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState({ message: '', count: 0 });
  const error = problem.message === '' ? undefined : problem.message;
  const fail = (message: string) => setProblem(({ count }) => ({ message, count: count + 1 }));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (passphrase.trim() === '') {
      fail('Enter your passphrase');
      return;
    }
    setIsBusy(true);
    const added = await commands.add(passphrase);
    setIsBusy(false);
    setPassphrase('');
    if (added.outcome === 'added') {
      setProblem(({ count }) => ({ message: '', count }));
      await onAdded();
    } else if (added.outcome === 'none') fail(added.reason);
    else fail(wrongWords(added.outcome, added.waitSeconds));
  }
  return (
    <>
      <ErrorSummary
        errors={error ? [{ id: 'add-passkey-passphrase', message: error }] : []}
        submitCount={problem.count}
      />
      <Form id="add-passkey" onSubmit={(event) => void submit(event)}>
        <PasswordField
          label="Your passphrase"
          hint="Asked again, because this adds a way in."
          error={error}
          name="passphrase"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" variant="secondary" disabled={isBusy}>
          {isBusy ? 'Waiting for the passkey' : 'Add a passkey'}
        </Button>
      </Form>
    </>
  );
}

function wrongWords(outcome: 'wrong' | 'wait', waitSeconds: number): string {
  const seconds = waitSeconds === 1 ? '1 second' : `${waitSeconds} seconds`;
  const wait = waitSeconds > 0 ? `. You can try again in ${seconds}` : '';
  return outcome === 'wrong'
    ? `The passphrase is not right${wait}`
    : `There were wrong tries before this one${wait}`;
}
