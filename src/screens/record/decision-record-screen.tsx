import type { ChildRecord } from '#domain/records/child-record.ts';
import { DecisionRecordOut } from '#exchange/text/child-text-out.tsx';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';

/** The decision record of one child (A5): another view of a finalised discussion, to copy or print. */
export function DecisionRecordScreen({ recordId }: { readonly recordId: string }) {
  useAll('childAmendments');
  const record = useRecord('childRecords', recordId)?.body;
  if (!record) {
    return (
      <Page title="Record not found" width="text">
        <p className="govuk-body">
          This record is not on this device. <Link href="/records">Records</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Decision record"
      back={<BackLink href={`/records/${recordId}`}>The record</BackLink>}
      focusKey={recordId}
    >
      <DecisionRecord record={record} />
    </Page>
  );
}

function DecisionRecord({ record }: { readonly record: ChildRecord }) {
  const workspace = useWorkspace();
  const amendments = amendmentsOf(workspace, record.id);
  return (
    <>
      <p className="govuk-body">
        About {record.child.name || record.child.reference}, made from the finalised record.
      </p>
      {amendments.length > 0 && <InsetText>Corrections to the record stand at its end.</InsetText>}
      <DecisionRecordOut input={{ record, amendments, marks: useAll('childMarks') }} />
    </>
  );
}
