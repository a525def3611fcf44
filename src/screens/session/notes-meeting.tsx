import { useFormContext } from 'react-hook-form';
import { meetingModes, sessionTypes } from '#domain/note-fields.ts';
import type { Session } from '#domain/records/session.ts';
import { coverageOf } from '#storage/staff-notes.ts';
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
  return (
    <NotesSection title="This session">
      <p className="govuk-body">
        <strong>{coverageOf(workspace, session).words}</strong>
      </p>
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
