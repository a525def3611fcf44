import { useFormContext } from 'react-hook-form';
import { formatTime, parseInstant } from '#domain/dates/calendar-date.ts';
import { meetingModes, sessionTypes } from '#domain/notes/note-fields.ts';
import type { Session } from '#domain/records/session.ts';
import { attendanceLine } from '#exchange/text/staff-record-parts.ts';
import { groupsBeforeSession } from '#storage/group/groups-attended.ts';
import { coverageOf } from '#storage/staff-file/staff-notes.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

/** What kind of session it was, where and how, and whether it covered every case. */
export function NotesMeeting({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  const { register } = useFormContext<NoteValues>();
  const sittings = session.sittings.map(timesOf).filter(Boolean).join('; ');
  return (
    <NotesSection title="This session">
      <p className="govuk-body">
        <strong>{coverageOf(workspace, session).words}</strong>
      </p>
      <Groups session={session} />
      {sittings !== '' && <p className="govuk-body">Met from {sittings}.</p>}
      <SelectField
        label="Type of supervision"
        options={sessionTypes}
        {...register('sessionType')}
      />
      <RadiosField
        legend="How did you meet?"
        inline
        small
        options={meetingModes}
        {...register('mode')}
      />
      <TextField label="Where" width="20" {...register('location')} />
    </NotesSection>
  );
}

/** What goes into the notes by itself (NOTE14). */
function Groups({ session }: { readonly session: Session }) {
  const groups = groupsBeforeSession(useWorkspace(), session);
  if (groups.length === 0) return null;
  return (
    <>
      <p className="govuk-body">Group supervision since last time, noted here by itself:</p>
      <ul className="govuk-list govuk-list--bullet">
        {groups.map((group) => (
          <li key={group.id}>{attendanceLine(group)}</li>
        ))}
      </ul>
    </>
  );
}

/** "10:00am to 12:05pm", or "10:00am" while it goes on. */
function timesOf({ startedAt, endedAt }: Session['sittings'][number]): string {
  const [from, to] = [parseInstant(startedAt), parseInstant(endedAt)];
  if (!from) return '';
  return to ? `${formatTime(from)} to ${formatTime(to)}` : formatTime(from);
}
