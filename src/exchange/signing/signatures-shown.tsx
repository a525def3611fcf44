import { type Checked, signatureWords, standing } from '#domain/signing/signature-state.ts';
import { useSignedRecord } from '#storage/signing/use-signatures.ts';
import { WarningText } from '#ui/warning-text.tsx';

interface SignaturesShownProps {
  readonly recordId: string;
}

/** Under a finished text: by whom it is signed, when, at which level, and its hash; or that it is not. */
export function SignaturesShown({ recordId }: SignaturesShownProps) {
  const record = useSignedRecord(recordId);
  if (!record) return null;
  const { signatures, text } = record;
  const signed = standing<Checked>(signatures);
  const isBroken = signatures.length > signed.length;
  return (
    <div>
      {isBroken && (
        <WarningText>
          A signature here is not valid: it was made for another text, or was changed. It counts as
          not signed.
        </WarningText>
      )}
      {signed.length === 0 ? (
        <p className="govuk-body">Not signed.</p>
      ) : (
        <ul className="govuk-list">
          {signed.map((each) => (
            <Signature key={each.id} signature={each} />
          ))}
        </ul>
      )}
      <p className="govuk-body-s fp-text">SHA-256 of the text: {text.hash}</p>
    </div>
  );
}

function Signature({ signature }: { readonly signature: Checked }) {
  const { who, worth } = signatureWords(signature);
  return (
    <li>
      {who}.<br />
      <span className="govuk-hint">{worth}</span>
    </li>
  );
}
