import { useEffect } from 'react';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import type { Clashed } from '#domain/discussion/discussion-progress.ts';
import type { Session } from '#domain/records/session.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import type { Checked } from '#domain/signing/signature-state.ts';
import { AmendStaffRecord } from '#exchange/parts/amend-staff-record.tsx';
import { SettledVersions } from '#exchange/parts/settled-versions.tsx';
import { OwnSyncMark, SyncMark } from '#exchange/parts/sync-mark.tsx';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { SignaturesShown } from '#exchange/signing/signatures-shown.tsx';
import { staffNoteText, staffRecordText } from '#exchange/text/staff-record-text.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { staffName } from '#storage/settings.ts';
import { useNoteSignatures } from '#storage/signing/use-signatures.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { Link } from '#ui/link.tsx';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
import { PageHeading } from '#ui/page.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { NotesAnswers } from './notes-answers.tsx';
import { NotesForm } from './notes-form.tsx';

interface NotesPaneProps {
  readonly session: Session;
  readonly record: OpenRecord<'notes'> | undefined;
}

/** Personal supervision. It stays on the supervision file and no child's export can take it. */
export function NotesPane({ session, record }: NotesPaneProps) {
  const workspace = useWorkspace();
  const signatures = useNoteSignatures(record?.id ?? '');
  const on = sessionDate(session);
  return (
    <>
      <PageHeading>Personal notes</PageHeading>
      <p className="govuk-body">
        <Destination file="staff" /> About {staffName(workspace, session.superviseeRef)}
        {on && `, meeting on ${formatLongDate(on)}`}. Only what says so goes on a child’s record.
      </p>
      {record && <OwnSyncMarkOf record={record} />}
      {record && record.body.finalisedAt === '' && (
        <NotesEditing session={session} record={record} />
      )}
      {record && record.body.finalisedAt !== '' && (
        <>
          <TextAreaField
            name="text"
            label="Notes, finalised"
            readOnly
            value={textOf(record.body, signatures)}
            rows={8}
            grow
          />
          <SettledVersions id={record.id} />
          <SignaturesShown recordId={record.id} />
          <p className="govuk-body">
            <Link href={`/print/notes/${record.id}`}>Print the notes</Link>
          </p>
          <AmendStaffRecord recordId={record.id} />
          <NotesAnswers sessionId={session.id} who={staffName(workspace, session.superviseeRef)} />
        </>
      )}
    </>
  );
}

/** While it is written it waits all the time: then only what needs a person is said. */
const OwnSyncMarkOf = ({ record }: { readonly record: OpenRecord<'notes'> }) =>
  record.body.finalisedAt === '' ? <SyncMark id={record.id} /> : <OwnSyncMark id={record.id} />;

function textOf(note: StaffNote, signatures: readonly Checked<StaffSignature>[]): string {
  const final = finalOf(note);
  return final ? staffRecordText(final, signatures) : staffNoteText(note);
}

interface NotesEditingProps {
  readonly session: Session;
  readonly record: OpenRecord<'notes'>;
}

function NotesEditing({ session, record }: NotesEditingProps) {
  const workspace = useWorkspace();
  // What the sections show beside the fields: dates, actions and what the practitioner wrote.
  useAll('absences');
  useAll('preparations');
  useAll('responses');
  useAll('staff');
  useAll('staffActions');
  useAll('staffActionEvents');
  const { status, takeOver } = useEditing('notes', record.id);
  const { id, body } = record;
  const isEditing = status === 'editing';
  const { clashes = [] } = body as StaffNote & Clashed;
  // Read only it follows what is on disk. Editing, nothing is written into the form while it is mounted,
  // but for a choice between two versions: then it is drawn afresh.
  const shown = isEditing ? `editing ${clashes.length}` : body.savedAt;
  useEffect(() => {
    if (isEditing && shown && !workspace.queue.unsaved(id)) workspace.openDraft('notes', id);
  }, [workspace, id, isEditing, shown]);
  if (status === 'asking') return null;
  return (
    <>
      {!isEditing && <OpenElsewhere onTakeOver={takeOver} />}
      <TwoVersions
        collection="notes"
        id={id}
        body={body}
        sectionId="personal-versions"
        before="before these notes are finalised"
        other={{ key: 'The other', keep: 'Keep the other' }}
      />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <NotesForm key={shown} session={session} record={record} />
      </fieldset>
    </>
  );
}
