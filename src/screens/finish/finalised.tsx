import type { ChildRecord } from '#domain/records/child-record.ts';
import { standing } from '#domain/signing/signature-state.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import type { SignedRecord } from '#storage/signing/signatures.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

interface FinalisedProps {
  readonly records: readonly ChildRecord[];
  /** Undefined while signatures are being checked. */
  readonly texts: readonly SignedRecord[] | undefined;
}

/** What is finalised, whether it is in the case system, and whether it is signed. */
export function Finalised({ records, texts }: FinalisedProps) {
  const workspace = useWorkspace();
  useAll('childMarks');
  const { caseSystem } = settingsOf(workspace);
  if (records.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Finalised</h2>
      <ul className="govuk-list">
        {records.map(({ id, child }) => (
          <li key={id}>
            <Link href={`/records/${id}`}>{child.name || child.reference}</Link>
            {markOf(workspace, id) ? `, recorded in ${caseSystem}` : `, to record in ${caseSystem}`}
            {texts && `, ${isSigned(texts, id) ? 'signed' : 'not signed'}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function isSigned(texts: readonly SignedRecord[], recordId: string): boolean {
  const found = texts.find(({ record }) => record.id === recordId);
  return found !== undefined && standing(found.signatures).length > 0;
}
