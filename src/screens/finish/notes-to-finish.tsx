import { useState } from 'react';
import { monthsWords } from '#domain/cancellations/gap-line.ts';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { staffNotesDeadline } from '#domain/recording/recording-deadline.ts';
import { recordingState } from '#domain/recording/recording-state.ts';
import type { Session } from '#domain/records/session.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { type Checked, withSignatures } from '#domain/signing/signature-state.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { gapBeforeSession } from '#storage/session/gaps.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { useNoteSignatures } from '#storage/signing/use-signatures.ts';
import { finaliseNote, missingForNotes } from '#storage/staff-file/staff-notes.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { Tag } from '#ui/tag.tsx';
import { NotesMissing } from './notes-missing.tsx';

/** The personal notes of the session: on the supervision file, with a deadline of their own. */
export function NotesToFinish({ sessionId }: { readonly sessionId: string }) {
  const workspace = useWorkspace();
  useAll('notes');
  useAll('absences');
  useAll('responses');
  useAll('staffActions');
  useAll('staffActionEvents');
  const announce = useAnnounce();
  const [asked, setAsked] = useState(0);
  const [busy, setBusy] = useState(false);
  const note = noteOf(workspace, sessionId)?.body;
  const signatures = useNoteSignatures(note?.id ?? '');
  const session = findSession(workspace, sessionId)?.body;
  const on = session && sessionDate(session);
  if (!note || !session || !on) return null;
  const holidays = holidaysOf(workspace);
  const profile = profileOn(workspace, on);
  const deadline = staffNotesDeadline({ profile, sessionDate: on, holidays });
  const { words } = recordingState({ deadline, now: toInstant(workspace.now), holidays });
  const isFinal = note.finalisedAt !== '';
  // Once it was asked for, the list follows what is written meanwhile.
  const missing: readonly Missing[] = asked > 0 ? missingForNotes(workspace, sessionId) : [];

  async function finalise() {
    setBusy(true);
    const { outcome } = await finaliseNote(workspace, sessionId).finally(() => setBusy(false));
    setAsked((before) => before + 1);
    if (outcome === 'finalised') announce(`${profile.headings.staffNotes} finalised`);
  }
  return (
    <section aria-labelledby="notes-heading">
      <h2 className="govuk-heading-m" id="notes-heading">
        {profile.headings.staffNotes}
      </h2>
      <NotesMissing sessionId={sessionId} missing={missing} asked={asked} />
      <p className="govuk-body">
        <Destination file="staff" />{' '}
        {isFinal ? finalWords(note, signatures) : `To finalise: ${words}.`}{' '}
        {finalOf(note)?.lateEntry && <Tag tone="yellow">Late entry</Tag>}
      </p>
      {!isFinal && <CoverFirst session={session} note={note} />}
      <ButtonGroup>
        {!isFinal && (
          <Button variant="secondary" disabled={busy} onClick={() => void finalise()}>
            Finalise the notes
          </Button>
        )}
        <Link href={`/sessions/${sessionId}/notes`}>
          {isFinal ? 'Read the notes' : 'Write the notes'}
        </Link>
        {isFinal && <Link href={`/print/notes/${note.id}`}>Print the notes</Link>}
      </ButtonGroup>
    </section>
  );
}

const finalWords = ({ finalisedAt }: StaffNote, signatures: readonly Checked[]): string =>
  withSignatures(`Finalised ${formatDateTime(toInstant(finalisedAt))}.`, signatures);

/** A child's record takes who covered from these notes, and a finalised one cannot take it later. */
function CoverFirst({ session, note }: { readonly session: Session; readonly note: StaffNote }) {
  const workspace = useWorkspace();
  const { forChildren } = gapBeforeSession(workspace, session);
  if (forChildren.length === 0 || note.gapCover.trim() !== '') return null;
  return (
    <InsetText>
      Each child’s record tells of the gap in {monthsWords(forChildren)} and who covered. Write who
      covered in the notes before the children’s records are finalised.
    </InsetText>
  );
}
