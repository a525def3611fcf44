import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { signedWords, standing } from '#domain/signing/signature-state.ts';
import { OwnSyncMark } from '#exchange/parts/sync-mark.tsx';
import { SignRecord } from '#exchange/signing/sign-record.tsx';
import { ChildTextOut } from '#exchange/text/child-text-out.tsx';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { stateOnChildFile } from '#storage/entries/entries-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { useSignedRecord } from '#storage/signing/use-signatures.ts';
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
  const discussed = useRecord('childRecords', recordId)?.body;
  const entry = useRecord('childEntries', recordId)?.body;
  const record: OnChildFile | undefined = discussed ?? entry;
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
      <OwnSyncMark id={recordId} />
      <TextOut record={record} />
      <p className="govuk-body">
        <Link href={`/export/record/${recordId}`}>Save it to a file</Link>
      </p>
      {discussed && (
        <p className="govuk-body">
          <Link href={`/records/${recordId}/decision`}>Decision record</Link>
        </p>
      )}
      <MarkRecorded key={recordId} record={record} />
      <Signing key={`sign ${recordId}`} record={record} />
      <AmendForm key={`amend ${recordId}`} record={record} />
    </Page>
  );
}

function Who({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  const day = dayRecorded(record);
  const on = parseCalendarDate(day);
  return (
    <IdentityBar
      name={record.child.name || record.child.reference}
      status={record.lateEntry ? <Tag tone="yellow">Late entry</Tag> : undefined}
      facts={[
        {
          label: dayLabel(record),
          value: on ? formatDate(on) : day,
        },
        {
          label: settingsOf(workspace).caseSystem,
          value: stateOnChildFile(workspace, record).words,
        },
        { label: 'Signed', value: <SignedOrNot recordId={record.id} /> },
      ]}
    />
  );
}

/** A session’s record is signed with the others of its session, an entry here on its own. */
function Signing({ record }: { readonly record: OnChildFile }) {
  return (
    <section aria-labelledby="signatures-heading">
      <h2 className="govuk-heading-m" id="signatures-heading">
        Signatures
      </h2>
      <SignRecord recordId={record.id} isReadOnly={!isEntry(record)} />
    </section>
  );
}

/** A signature that is not valid is told, and is none. */
function SignedOrNot({ recordId }: { readonly recordId: string }) {
  const signatures = useSignedRecord(recordId)?.signatures ?? [];
  const signed = standing(signatures).map(signedWords);
  if (signed.length > 0) return signed.join('. ');
  return signatures.length > 0
    ? 'not signed: a signature is here that is not valid for this text'
    : 'not signed';
}

function dayLabel(record: OnChildFile): string {
  if (isEntry(record)) return entryTables[record.kind].on.label;
  return record.context === 'oneToOne' ? 'Discussed' : 'Discussed in group supervision';
}

/** The text as it leaves the app, and nothing of any other file with it. */
function TextOut({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  const input = {
    record,
    amendments: amendmentsOf(workspace, record.id),
    marks: useAll('childMarks'),
  };
  return <ChildTextOut input={input} />;
}
