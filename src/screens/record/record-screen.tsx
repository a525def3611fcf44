import { formatDate, parseCalendarDate } from '#domain/calendar-date.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { childRecordText } from '#exchange/child-record-text.ts';
import { noteAudit } from '#storage/audit.ts';
import { amendmentsOf } from '#storage/child-record-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { stateOfRecord } from '#storage/unfinished.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { CopyBlock } from '#ui/copy-block.tsx';
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
      <Copy record={record} />
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

function Copy({ record }: { readonly record: ChildRecord }) {
  const workspace = useWorkspace();
  const { caseSystem } = settingsOf(workspace);
  const text = childRecordText(record, amendmentsOf(workspace, record.id));
  return (
    <CopyBlock
      label={`Text for ${caseSystem}`}
      hint="Copied text is not protected once it leaves Footprint."
      text={text}
      rows={10}
      copyLabel={`Copy for ${caseSystem}`}
      onCopy={async (copied) => {
        await navigator.clipboard.writeText(copied);
        await noteAudit(workspace, 'copied', record.id);
      }}
    />
  );
}
