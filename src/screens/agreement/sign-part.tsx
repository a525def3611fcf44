import { useState } from 'react';
import type { MissingToSign } from '#domain/agreement/agreement-missing.ts';
import { signatureWords } from '#domain/agreement/agreement-signature-words.ts';
import {
  type BothParts,
  type Side,
  type Signature,
  signaturesOf,
} from '#domain/agreement/agreement-signatures.ts';
import { signAsPractitioner, signAsSupervisor } from '#storage/agreement/sign-agreement.ts';
import { myName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { fieldId } from '#ui/field.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { Names } from './page-types.ts';
import { Section } from './section.tsx';

interface SignPartProps {
  readonly parts: BothParts;
  readonly side: Side;
  readonly names: Names;
  readonly canWrite: boolean;
  readonly onReopen: () => void;
  /** What is still to do; empty once it is signed. */
  readonly onMissing: (missing: readonly MissingToSign[]) => void;
}

const sign = { supervisor: signAsSupervisor, practitioner: signAsPractitioner } as const;

/** Both signatures, and mine to give. Nobody signs for the other. */
export function SignPart({ parts, side, names, canWrite, onReopen, onMissing }: SignPartProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [agreed, setAgreed] = useState(false);
  const [problem, setProblem] = useState<string>();
  const signatures = signaturesOf(parts);
  const mine = signatures[side];
  const hasPart = side === 'supervisor' || parts.response !== undefined;
  const other = side === 'supervisor' ? names.practitioner : names.supervisor;

  async function signNow() {
    setProblem(undefined);
    if (!agreed) {
      setProblem('Tick that you agree to this');
      return;
    }
    try {
      const signed = await sign[side](workspace, parts.agreement.id);
      onMissing(signed.outcome === 'missing' ? signed.missing : []);
      if (signed.outcome === 'missing') return;
      setAgreed(false);
      announce('Signed');
    } catch {
      setProblem('This could not be saved. Your text is kept here. Try again.');
    }
  }

  return (
    <Section heading="Sign" id={fieldId('agreement', 'newer')}>
      <SummaryList
        rows={[
          { key: names.supervisor, value: signatureWords(signatures.supervisor) },
          { key: names.practitioner, value: signatureWords(signatures.practitioner) },
        ]}
      />
      {mine.status !== 'signed' && hasPart && (
        <>
          <p className="govuk-body">
            Footprint notes that you ticked this while your records were unlocked. It is not an
            electronic signature by a certificate.
          </p>
          <CheckboxField
            name="agree"
            id="sign-agree"
            label="I agree to this"
            checked={agreed}
            error={problem}
            onChange={(event) => setAgreed(event.target.checked)}
          />
          <Button onClick={() => void signNow()}>Sign as {myName(workspace)}</Button>
        </>
      )}
      {mine.status !== 'signed' && !hasPart && (
        <p className="govuk-body">Begin your part before you sign.</p>
      )}
      {mine.status === 'signed' && (
        <p className="govuk-body">
          <Link href="/handover">Make a hand-over file for {other}</Link> to show that you signed.
        </p>
      )}
      {mine.status === 'signed' && !canWrite && !bothSigned(signatures) && (
        <p className="govuk-body">
          What you signed is read only.{' '}
          <Button variant="link" onClick={onReopen}>
            Change the text and sign again
          </Button>
        </p>
      )}
    </Section>
  );
}

const bothSigned = (signatures: Readonly<Record<Side, Signature>>) =>
  Object.values(signatures).every(({ status }) => status === 'signed');
