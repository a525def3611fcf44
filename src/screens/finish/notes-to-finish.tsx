import { useState } from 'react';
import { englandAndWalesHolidays } from '#domain/bank-holidays.ts';
import { formatDateTime, toInstant } from '#domain/calendar-date.ts';
import { staffNotesDeadline } from '#domain/recording-deadline.ts';
import { recordingState } from '#domain/recording-state.ts';
import { sessionDate } from '#domain/session-days.ts';
import { findSession, noteOf } from '#storage/session-reads.ts';
import { profileOf } from '#storage/settings.ts';
import { finaliseNote } from '#storage/staff-notes.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';

/** The personal notes of the session: on the supervision file, with a deadline of their own. */
export function NotesToFinish({ sessionId }: { readonly sessionId: string }) {
  const workspace = useWorkspace();
  useAll('notes');
  const [problem, setProblem] = useState('');
  const note = noteOf(workspace, sessionId)?.body;
  const session = findSession(workspace, sessionId)?.body;
  const on = session && sessionDate(session);
  if (!note || !on) return null;
  const holidays = englandAndWalesHolidays;
  const profile = profileOf(workspace);
  const deadline = staffNotesDeadline({ profile, sessionDate: on, holidays });
  const { words } = recordingState({ deadline, now: toInstant(workspace.now), holidays });
  return (
    <section aria-labelledby="notes-heading">
      <h2 className="govuk-heading-m" id="notes-heading">
        {profile.headings.staffNotes}
      </h2>
      <p className="govuk-body">
        <Tag tone="purple">Stays on the supervision file</Tag>{' '}
        {note.finalisedAt === ''
          ? `To finalise, ${words}.`
          : `Finalised ${formatDateTime(toInstant(note.finalisedAt))}. Not signed.`}
      </p>
      {problem && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <ButtonGroup>
        {note.finalisedAt === '' && (
          <Button
            variant="secondary"
            onClick={() =>
              void finaliseNote(workspace, sessionId).then((why) => setProblem(why ?? ''))
            }
          >
            Finalise the notes
          </Button>
        )}
        <Link href={`/sessions/${sessionId}/notes`}>
          {note.finalisedAt === '' ? 'Write the notes' : 'Read the notes'}
        </Link>
      </ButtonGroup>
    </section>
  );
}
