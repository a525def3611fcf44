import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { missingToSignSession, signingStatement } from '#domain/signing.ts';
import { SittingGate } from '#exchange/sitting/sitting-gate.tsx';
import { myName } from '#storage/settings.ts';
import { signingLevel, signSession } from '#storage/sign-session.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { SignatureWorth } from './signature-worth.tsx';

interface SignFormProps {
  readonly sessionId: string;
  /** What is signed: these and nothing that is finalised meanwhile. */
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly onSigned: () => void;
}

/** One tick, one button, for all that is not signed yet; asked for by the passphrase first. */
export function SignForm({ sessionId, ids, titles, onSigned }: SignFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [level, setLevel] = useState<0 | 1>();
  // Kept here: the form goes when the time of the sitting is up.
  const [agrees, setAgrees] = useState(false);
  const [typedName, setTypedName] = useState('');
  const [asked, setAsked] = useState(0);
  const [busy, setBusy] = useState(false);
  const signing = useRef(false);
  useEffect(() => {
    let isShown = true;
    void signingLevel(workspace).then((found) => {
      if (isShown) setLevel(found);
    });
    return () => {
      isShown = false;
    };
  }, [workspace]);
  const name = level === 0 ? typedName : myName(workspace);
  const missing = missingToSignSession({ agrees, name });
  const errors = asked === 0 ? {} : missing;
  const what = countOf(ids.length, 'record');

  async function sign(event: SubmitEvent) {
    event.preventDefault();
    if (signing.current) return;
    setAsked((times) => times + 1);
    if (Object.keys(missing).length > 0) return;
    signing.current = true;
    setBusy(true);
    const signed = await signSession(workspace, { sessionId, shownIds: ids, typedName }).finally(
      () => {
        signing.current = false;
        setBusy(false);
      },
    );
    if (signed.outcome === 'closed') return announce('Not signed. Enter your passphrase first.');
    announce(signed.outcome === 'signed' ? `${what} signed` : 'Signed already');
    onSigned();
  }

  return (
    <>
      <p className="govuk-body">
        {what} not signed: {titles.join(', ')}. A record does not wait for its signature.
      </p>
      <SignatureWorth level={level} />
      <SittingGate
        what="sign these records"
        onOpen={() => document.getElementById('sign-agrees')?.focus()}
      >
        <ErrorSummary
          errors={Object.entries(errors).map(([key, message]) => ({ id: `sign-${key}`, message }))}
          submitCount={asked}
        />
        <Form id="sign" onSubmit={(event) => void sign(event)}>
          <CheckboxField
            name="agrees"
            label={signingStatement}
            error={errors.agrees}
            checked={agrees}
            onChange={(event) => setAgrees(event.currentTarget.checked)}
          />
          {level === 0 ? (
            <TextField
              name="name"
              label="Your name"
              width="20"
              error={errors.name}
              value={typedName}
              onChange={(event) => setTypedName(event.currentTarget.value)}
            />
          ) : (
            <p className="govuk-body">Signed as {name}, with this device’s date and time.</p>
          )}
          <Button type="submit" disabled={busy || level === undefined}>
            Sign {what}
          </Button>
        </Form>
      </SittingGate>
    </>
  );
}
