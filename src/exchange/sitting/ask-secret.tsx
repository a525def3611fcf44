import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Secret } from '#storage/keys/accounts.ts';
import { listPasskeys } from '#storage/keys/ways-in.ts';
import { openSitting, sittingMinutes } from '#storage/signing/sitting.ts';
import {
  openSittingByPasskey,
  type SittingByPasskey,
} from '#storage/signing/sitting-by-passkey.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { useSecondsUntil } from '#ui/use-seconds-until.ts';
import { deriveInWorker } from '#vault/argon2-in-worker.ts';
import { readRecoveryKey } from '#vault/recovery-key.ts';

export type Asks = 'sitting' | 'eachTime';

interface AskSecretProps {
  readonly id: string;
  readonly what: string;
  /** How often it is asked: once for half an hour, or for each file. */
  readonly asks: Asks;
  /** Told before it opens, so that whoever asked knows that it was opened here. */
  readonly onOpening: () => void;
}

const NOT_CHECKED =
  'It could not be checked on this device. Close other windows of Footprint and try again';

/** One field for either way in, as where the passphrase is changed. */
export function AskSecret({ id, what, asks, onOpening }: AskSecretProps) {
  const workspace = useWorkspace();
  const isOnce = asks === 'sitting';
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState({ message: '', count: 0 });
  const [busy, setBusy] = useState(false);
  const checking = useRef(false);
  const hasPasskey = useHasPasskey();
  const [waitUntilMs, setWaitUntilMs] = useState(0);
  const waitSeconds = useSecondsUntil(waitUntilMs, workspace.ports.nowMs);
  const error = problem.message === '' ? undefined : problem.message;
  const fail = (message: string) => setProblem(({ count }) => ({ message, count: count + 1 }));

  async function run(trying: Promise<SittingByPasskey>) {
    checking.current = true;
    setBusy(true);
    onOpening();
    const outcome = await trying.catch(notChecked);
    checking.current = false;
    setBusy(false);
    setTyped(''); // right or wrong, it does not stay in the page
    if (outcome.outcome === 'open') return;
    if (outcome.outcome === 'none') return fail(outcome.reason);
    setWaitUntilMs(workspace.ports.nowMs() + outcome.waitSeconds * 1000);
    fail(
      outcome.outcome === 'wait'
        ? 'Wait until you can try again'
        : 'This is not right. Check it and try again',
    );
  }
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (checking.current || waitSeconds > 0) return;
    if (typed.trim() === '') fail('Enter your passphrase or recovery key');
    else void run(openSitting(workspace, secretOf(typed)));
  }

  return (
    <>
      <ErrorSummary
        errors={error ? [{ id: `${id}-secret`, message: error }] : []}
        submitCount={problem.count}
      />
      <Form id={id} onSubmit={submit}>
        <PasswordField
          label="Passphrase or recovery key"
          hint={`To ${what}. ${isOnce ? `Asked once for ${sittingMinutes} minutes.` : 'Asked each time.'}`}
          error={error}
          name="secret"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {waitSeconds > 0 && (
          <p className="govuk-body" role="status">
            You can try again in {waitSeconds} {waitSeconds === 1 ? 'second' : 'seconds'}. Nothing
            has been removed.
          </p>
        )}
        <ButtonGroup>
          <Button type="submit" variant="secondary" disabled={busy || waitSeconds > 0}>
            {busy ? 'Checking' : isOnce ? `Open for ${sittingMinutes} minutes` : 'Continue'}
          </Button>
          {hasPasskey && (
            <Button
              variant="secondary"
              disabled={busy || waitSeconds > 0}
              onClick={() => void run(openSittingByPasskey(workspace))}
            >
              Use Windows Hello or a passkey
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </>
  );
}

/** A passphrase that happens to be a whole recovery key with its checksum is none that anybody has. */
function secretOf(typed: string): Secret {
  const key = readRecoveryKey(typed);
  return key.outcome === 'read'
    ? { type: 'recovery', secret: key.secret }
    : { type: 'passphrase', passphrase: typed, derive: deriveInWorker };
}

/** Said to the person; the cause is for whoever looks into it, and holds no secret. */
function notChecked(cause: unknown): SittingByPasskey {
  console.warn('the way in was not checked', cause);
  return { outcome: 'none', reason: NOT_CHECKED };
}

function useHasPasskey(): boolean {
  const workspace = useWorkspace();
  const [has, setHas] = useState(false);
  useEffect(() => {
    if ('PublicKeyCredential' in window)
      void listPasskeys(workspace).then((passkeys) => setHas(passkeys.length > 0));
  }, [workspace]);
  return has;
}
