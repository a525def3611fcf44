import { lazy, type SubmitEvent, Suspense, useState } from 'react';
import { type Account, type UnlockOutcome, unlock, unlockExample } from '#storage/keys/accounts.ts';
import type { UnlockedByPasskey } from '#storage/keys/unlock-by-passkey.ts';
import type { Workspace } from '#storage/workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { Page } from '#ui/page.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useSecondsUntil } from '#ui/use-seconds-until.ts';
import { deriveInWorker } from '#vault/argon2-in-worker.ts';
import { Notices } from './notices-later.ts';
import { OutsideFrame } from './outside-frame.tsx';
import { ports } from './ports.ts';

const reload = () => location.reload();

/** Few devices hold several people's records: the others do not wait for the choice. */
const WhoseRecords = lazy(() =>
  import('./whose-records.tsx').then(
    ({ WhoseRecords }) => ({ default: WhoseRecords }),
    () => ({
      default: () => <p className="govuk-body">Reload this page to choose whose records.</p>,
    }),
  ),
);

interface LockScreenProps {
  readonly accounts: readonly Account[];
  readonly onOpen: (workspace: Workspace) => void;
  readonly onStart: () => void;
}

export function LockScreen({ accounts, onOpen, onStart }: LockScreenProps) {
  const real = accounts.filter(({ isExample }) => !isExample);
  const example = accounts.find(({ isExample }) => isExample);
  return (
    <OutsideFrame>
      <Page title="Unlock Footprint" width="text">
        <Suspense fallback={null}>
          <Notices leave={reload} />
        </Suspense>
        <p className="govuk-body">This device holds confidential records about children.</p>
        {real.length > 0 && <UnlockForm accounts={real} onOpen={onOpen} />}
        {example && (
          <section aria-labelledby="example-heading">
            <h2 className="govuk-heading-m" id="example-heading">
              Example caseload
            </h2>
            <p className="govuk-body">
              SYNTHETIC. No real child is in it and nothing is kept locked.
            </p>
            <Button
              variant={real.length > 0 ? 'secondary' : 'primary'}
              onClick={() => void unlockExample(example.vaultId, ports).then(onOpen)}
            >
              Open the example caseload
            </Button>
          </section>
        )}
        <p className="govuk-body">
          <Button variant="link" onClick={onStart}>
            {real.length > 0
              ? 'Start records for another person, or restore a backup'
              : 'Start for real, or restore a backup'}
          </Button>
        </p>
      </Page>
    </OutsideFrame>
  );
}

interface UnlockValues {
  readonly vaultId: string;
  readonly passphrase: string;
  readonly recoveryKey: string;
}

/** Plain state and no form library: this page is the first thing that is loaded. */
function UnlockForm({ accounts, onOpen }: Pick<LockScreenProps, 'accounts' | 'onOpen'>) {
  const [first] = accounts;
  const [byKey, setByKey] = useState(false);
  const [values, setValues] = useState<UnlockValues>({
    vaultId: first?.vaultId ?? '',
    passphrase: '',
    recoveryKey: '',
  });
  const [problem, setProblem] = useState<Problem>({ message: '', count: 0 });
  const [busy, setBusy] = useState(false);
  const [waitUntilMs, setWaitUntilMs] = useState(0);
  const waitSeconds = useSecondsUntil(waitUntilMs, ports.nowMs);
  const field = byKey ? 'recoveryKey' : 'passphrase';
  const { message, atPasskey } = problem;
  const error = message === '' || atPasskey ? undefined : message;
  const set = (change: Partial<UnlockValues>) => setValues((before) => ({ ...before, ...change }));
  const fail = (message: string, atPasskey = false) =>
    setProblem(({ count }) => ({ message, count: count + 1, atPasskey }));
  const { hasPasskey } = accounts.find(({ vaultId }) => vaultId === values.vaultId) ?? {};

  async function run(trying: Promise<Tried>, atPasskey = false) {
    setBusy(true);
    const outcome = await trying;
    setBusy(false);
    if (outcome.outcome === 'unlocked') {
      onOpen(outcome.workspace);
      return;
    }
    if ('waitSeconds' in outcome) setWaitUntilMs(ports.nowMs() + outcome.waitSeconds * 1000);
    if ('message' in outcome) fail(outcome.message, atPasskey);
    else {
      set({ [field]: '' });
      fail(wrongMessage(outcome, byKey));
    }
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (values[field].trim() === '')
      fail(`Enter ${byKey ? 'the recovery key' : 'your passphrase'}`);
    else void run(tryUnlock(values, byKey));
  }

  return (
    <>
      <ErrorSummary
        errors={message ? [{ id: `unlock-${atPasskey ? 'passkey' : field}`, message }] : []}
        submitCount={problem.count}
      />
      <Form id="unlock" onSubmit={submit}>
        {accounts.length > 1 && (
          <Suspense fallback={null}>
            <WhoseRecords
              accounts={accounts}
              value={values.vaultId}
              onChange={(vaultId) => set({ vaultId })}
            />
          </Suspense>
        )}
        {byKey ? (
          <TextField
            label="Recovery key"
            hint="Seven groups of four letters and numbers."
            error={error}
            spellCheck={false}
            name="recoveryKey"
            value={values.recoveryKey}
            onChange={(event) => set({ recoveryKey: event.currentTarget.value })}
          />
        ) : (
          <PasswordField
            label="Passphrase"
            error={error}
            name="passphrase"
            value={values.passphrase}
            onChange={(event) => set({ passphrase: event.currentTarget.value })}
          />
        )}
        {waitSeconds > 0 && (
          <p className="govuk-body" role="status">
            You can try again in {waitSeconds} {waitSeconds === 1 ? 'second' : 'seconds'}. Nothing
            has been removed.
          </p>
        )}
        <ButtonGroup>
          <Button type="submit" disabled={busy || waitSeconds > 0}>
            {busy ? 'Unlocking' : 'Unlock'}
          </Button>
          {hasPasskey && 'PublicKeyCredential' in window && (
            <Button
              id="unlock-passkey"
              variant="secondary"
              disabled={busy || waitSeconds > 0}
              onClick={() => void run(tryPasskey(values.vaultId), true)}
            >
              Use Windows Hello or a passkey
            </Button>
          )}
          <Button
            variant="link"
            onClick={() => {
              setByKey(!byKey);
              setProblem({ message: '', count: 0 });
            }}
          >
            {byKey ? 'Use the passphrase' : 'Use the recovery key'}
          </Button>
        </ButtonGroup>
      </Form>
      <Details summary="I cannot unlock">
        <p>
          Use the recovery key: it was printed or saved when these records were started, and your IT
          team may hold it. Nobody can reset a passphrase for you.
        </p>
        <p>
          A backup file can be restored with the same recovery key. Wrong tries remove nothing; they
          only make the next try wait.
        </p>
      </Details>
    </>
  );
}

interface Problem {
  readonly message: string;
  readonly count: number;
  readonly atPasskey?: boolean;
}

type Tried =
  | UnlockOutcome
  | UnlockedByPasskey
  | { readonly outcome: 'unreadable' | 'failed'; readonly message: string };

const notOpened = {
  outcome: 'failed',
  message:
    'The records could not be opened on this device. They are unchanged. Close other windows of Footprint and try again, or restore a backup',
} as const;

/** Fetched when it is used: most people have none. */
async function tryPasskey(vaultId: string): Promise<Tried> {
  try {
    const { unlockByPasskey } = await import('#storage/keys/unlock-by-passkey.ts');
    return await unlockByPasskey(vaultId, ports);
  } catch {
    return notOpened;
  }
}

async function tryUnlock(values: UnlockValues, byKey: boolean): Promise<Tried> {
  try {
    if (!byKey) {
      const { passphrase } = values;
      const secret = { type: 'passphrase', passphrase, derive: deriveInWorker } as const;
      return await unlock(values.vaultId, secret, ports);
    }
    const { readRecoveryKey } = await import('#vault/recovery-key.ts');
    const key = readRecoveryKey(values.recoveryKey);
    if (key.outcome === 'unreadable') return { outcome: 'unreadable', message: key.reason };
    return await unlock(values.vaultId, { type: 'recovery', secret: key.secret }, ports);
  } catch {
    return notOpened;
  }
}

function wrongMessage(outcome: UnlockOutcome, byKey: boolean): string {
  if (outcome.outcome === 'wait') return 'Wait until you can try again';
  return byKey
    ? 'This recovery key does not open these records. Check it and try again'
    : 'The passphrase is not right. Check it and try again';
}
