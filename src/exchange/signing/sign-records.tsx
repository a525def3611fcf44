import { useRef } from 'react';
import { countOf } from '#domain/count-words.ts';
import { type Checked, signedWords, standing } from '#domain/signing/signature-state.ts';
import { isReadable } from '#domain/signing/signing.ts';
import { handedOverRecord } from '#storage/handover/handed-over.ts';
import { mySigningRole } from '#storage/signing/record-to-sign.ts';
import { type SignedRecord, unsignedOf } from '#storage/signing/signatures.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { recordTitle } from './record-title.ts';
import { SignForm } from './sign-form.tsx';

interface SignRecordsProps {
  /** "Sign the records of this session". */
  readonly title: string;
  /** Undefined while signatures are being checked. */
  readonly texts: readonly SignedRecord[] | undefined;
}

/** Signed once for the session or the group: what is, by whom, and what is not. Nothing waits for it. */
export function SignRecords({ title, texts }: SignRecordsProps) {
  const workspace = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  if (!texts || texts.length === 0) return null;
  const ids = new Set<string>(unsignedOf(texts).map(({ recordId }) => recordId));
  const notSigned = texts.filter(({ record }) => ids.has(record.id));
  // HAND20: what is handed over is not signed here, and holds the others up in nothing.
  const unsigned = notSigned.filter(
    ({ record }) => handedOverRecord(workspace, record.id) === undefined,
  );
  const gone = new Set(
    notSigned.flatMap(({ record }) => handedOverRecord(workspace, record.id) ?? []),
  );
  const newer = texts.filter(({ text }) => !isReadable(text)).length;
  const broken = texts.filter(({ signatures }) =>
    signatures.some(({ validity }) => validity === 'notValid'),
  );
  const [first] = unsigned;
  const mine = first && mySigningRole(workspace, first.record.id);
  const what = countOf(unsigned.length, 'record');
  return (
    <section aria-labelledby="sign-heading">
      <h2 className="govuk-heading-m" id="sign-heading" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {actsOf(texts).map(({ words, count }) => (
        <p className="govuk-body" key={words}>
          {words}: {countOf(count, 'record')}.
        </p>
      ))}
      {broken.map(({ record }) => (
        <WarningText key={record.id}>
          A signature under {recordTitle(record)} is not valid: it was made for another text, or was
          changed. It counts as not signed.
        </WarningText>
      ))}
      {newer > 0 && (
        <InsetText>
          {countOf(newer, 'record')} cannot be signed here: finalised with a newer version of
          Footprint. Update Footprint first.
        </InsetText>
      )}
      {[...gone].map((words) => (
        <p key={words} className="govuk-hint">
          What is not signed of somebody who was handed over is not signed here. {words}
        </p>
      ))}
      {mine?.outcome === 'may' && (
        <>
          <p className="govuk-body">
            {what} not signed: {unsigned.map(({ record }) => recordTitle(record)).join(', ')}. A
            record does not wait for its signature.
          </p>
          <SignForm
            recordIds={unsigned.map(({ record }) => record.id)}
            role={mine.role}
            what={what}
            files={new Set(unsigned.map(({ file }) => file)).size}
            onSigned={() => heading.current?.focus()}
          />
        </>
      )}
    </section>
  );
}

/** The acts that stand, each with the number of texts that it signed. */
function actsOf(texts: readonly SignedRecord[]) {
  const counts = new Map<string, number>();
  const all: readonly Checked[] = texts.flatMap(({ signatures }) => standing(signatures));
  for (const each of standing(all)) {
    const words = signedWords(each);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return Array.from(counts, ([words, count]) => ({ words, count }));
}
