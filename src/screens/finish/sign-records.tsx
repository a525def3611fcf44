import { useRef } from 'react';
import { countOf } from '#domain/count-words.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { type Checked, signedWords, standing } from '#domain/signature-state.ts';
import { isReadable } from '#domain/signing.ts';
import { maySign } from '#storage/sign-session.ts';
import { type TextOfSession, unsignedOf } from '#storage/signatures.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { SignForm } from './sign-form.tsx';

interface SignRecordsProps {
  readonly sessionId: string;
  /** Undefined while signatures are being checked. */
  readonly texts: readonly TextOfSession[] | undefined;
}

/** Signed once for the session: what is, by whom, and what is not. Nothing waits for it. */
export function SignRecords({ sessionId, texts }: SignRecordsProps) {
  const workspace = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  if (!texts || texts.length === 0) return null;
  const ids = new Set<string>(unsignedOf(texts).map(({ recordId }) => recordId));
  const unsigned = texts.filter(({ record }) => ids.has(record.id));
  const newer = texts.filter(({ text }) => !isReadable(text)).length;
  const broken = texts.filter(({ signatures }) =>
    signatures.some(({ validity }) => validity === 'notValid'),
  );
  return (
    <section aria-labelledby="sign-heading">
      <h2 className="govuk-heading-m" id="sign-heading" tabIndex={-1} ref={heading}>
        Sign the records of this session
      </h2>
      {actsOf(texts).map(({ words, count }) => (
        <p className="govuk-body" key={words}>
          {words}: {countOf(count, 'record')}.
        </p>
      ))}
      {broken.map((text) => (
        <WarningText key={text.record.id}>
          A signature under {titleOf(text)} is not valid: it was made for another text, or was
          changed. It counts as not signed.
        </WarningText>
      ))}
      {newer > 0 && (
        <InsetText>
          {countOf(newer, 'record')} cannot be signed here: finalised with a newer version of
          Footprint. Update Footprint first.
        </InsetText>
      )}
      {unsigned.length > 0 && maySign(workspace, sessionId) && (
        <SignForm
          sessionId={sessionId}
          ids={unsigned.map(({ record }) => record.id)}
          titles={unsigned.map(titleOf)}
          onSigned={() => heading.current?.focus()}
        />
      )}
    </section>
  );
}

const titleOf = ({ record }: TextOfSession): string =>
  record.collection === 'notes'
    ? (finalOf(record.body)?.heading ?? 'Supervision notes')
    : record.body.child.name || record.body.child.reference;

/** The acts that stand, each with the number of texts that it signed. */
function actsOf(texts: readonly TextOfSession[]) {
  const counts = new Map<string, number>();
  const all: readonly Checked[] = texts.flatMap(({ signatures }) => standing(signatures));
  for (const each of standing(all)) {
    const words = signedWords(each);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return Array.from(counts, ([words, count]) => ({ words, count }));
}
