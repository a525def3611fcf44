import { formatDate, parseCalendarDate } from '#domain/calendar-date.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { CopyChildText, PrintChildText } from '#exchange/child-text-out.tsx';
import { amendmentsOf } from '#storage/child-record-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { stateOfRecord } from '#storage/unfinished.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { Tag } from '#ui/tag.tsx';
import { AmendForm } from './amend-form.tsx';
import { MarkRecorded } from './mark-recorded.tsx';

/** A finalised record: the text for the case system, the mark that it is there, and corrections. */
export function RecordScreen({ recordId }: { readonly recordId: string }) {
  useAll('childMarks');
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
      title={record.heading}
      documentTitle="Record"
      back={<BackLink href="/records">Records</BackLink>}
      focusKey={recordId}
    >
      <Who record={record} />
      <TextOut record={record} />
      <MarkRecorded key={recordId} record={record} />
      <AmendForm key={`amend ${recordId}`} record={record} />
    </Page>
  );
}

function Who({ record }: { readonly record: ChildRecord }) {
  const workspace = useWorkspace();
  const on = parseCalendarDate(record.discussedOn);
  return (
    <IdentityBar
      name={record.child.name || record.child.reference}
      status={record.lateEntry ? <Tag tone="yellow">Late entry</Tag> : undefined}
      facts={[
        { label: 'Discussed', value: on ? formatDate(on) : record.discussedOn },
        {
          label: settingsOf(workspace).caseSystem,
          value: stateOfRecord(workspace, record).words,
        },
        { label: 'Signed', value: 'not signed' },
      ]}
    />
  );
}

/** The text as it leaves the app, and nothing of any other file with it. */
function TextOut({ record }: { readonly record: ChildRecord }) {
  const workspace = useWorkspace();
  const input = {
    record,
    amendments: amendmentsOf(workspace, record.id),
    marks: useAll('childMarks'),
  };
  return (
    <>
      <CopyChildText input={input} />
      <PrintChildText input={input} />
    </>
  );
}
