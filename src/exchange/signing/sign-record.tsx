import { useRef, useState } from 'react';
import { standing } from '#domain/signing/signature-state.ts';
import { isReadable } from '#domain/signing/signing.ts';
import { mySigningRole } from '#storage/signing/record-to-sign.ts';
import { useSignedRecord } from '#storage/signing/use-signatures.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { SignForm } from './sign-form.tsx';
import { SignaturesShown } from './signatures-shown.tsx';

interface SignRecordProps {
  readonly recordId: string;
  /** "this record", "this correction". */
  readonly what?: string;
  /** Signed with others of its session, elsewhere: what is signed is shown here and nothing is asked. */
  readonly isReadOnly?: boolean;
}

/** Under one finished text: its signatures, and the way to sign it for whoever may (SIGN8, SIGN10). */
export function SignRecord({ recordId, what = 'this record', isReadOnly }: SignRecordProps) {
  const workspace = useWorkspace();
  const record = useSignedRecord(recordId);
  const [isAsking, setIsAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  if (!record) return null;
  const isSigned = standing(record.signatures).length > 0;
  const mine = mySigningRole(workspace, recordId);
  const isOffered = !isSigned && !isReadOnly;
  return (
    <div ref={place} tabIndex={-1}>
      <SignaturesShown recordId={recordId} />
      {isOffered && !isReadable(record.text) && (
        <p className="govuk-hint">
          It cannot be signed here: it was finalised with a newer version of Footprint. Update
          Footprint first.
        </p>
      )}
      {isOffered && mine.outcome === 'mayNot' && (
        <p className="govuk-hint">You do not sign it: {mine.why}.</p>
      )}
      {isOffered && isReadable(record.text) && mine.outcome === 'may' && !isAsking && (
        <Button variant="secondary" onClick={() => setIsAsking(true)}>
          Sign {what}
        </Button>
      )}
      {isOffered && mine.outcome === 'may' && isAsking && (
        <SignForm
          id={`sign-${recordId}`}
          recordIds={[recordId]}
          role={mine.role}
          what={what}
          files={1}
          onSigned={() => {
            setIsAsking(false);
            place.current?.focus();
          }}
        />
      )}
    </div>
  );
}
