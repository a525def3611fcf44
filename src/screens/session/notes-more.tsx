import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { cpdAnswers, learningStandards, moreFields } from '#domain/notes/note-more-fields.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { CheckboxesField } from '#ui/checkbox-field.tsx';
import { Details } from '#ui/details.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

/** Everything else of A2: it is there to be used, and nothing of it is required. */
export function NotesMore({ meetingOn }: { readonly meetingOn: CalendarDate }) {
  const workspace = useWorkspace();
  const { register, getValues } = useFormContext<NoteValues>();
  const [written] = useState(() => moreFields.map(({ key }) => getValues(key).trim() !== ''));
  // As it was when the form opened: it must not close on somebody who takes the last word out again.
  const [startsOpen] = useState(
    () =>
      written.includes(true) || getValues('sweTags').length > 0 || getValues('cpdLogged') !== '',
  );
  const { forms } = profileOn(workspace, meetingOn);
  const shown = moreFields.filter(
    ({ key }, i) => key !== 'deliveryPlans' || forms?.supervisionRecord || written[i],
  );
  return (
    <NotesSection title="More">
      <Details summary="Learning, appraisal, feedback and diversity" open={startsOpen}>
        <CheckboxesField
          legend="Social Work England standard 4: what was worked on"
          small
          options={learningStandards}
          {...register('sweTags')}
        />
        <SelectField
          label="Is the learning logged as CPD?"
          options={[{ value: '', label: 'Not answered' }, ...cpdAnswers]}
          {...register('cpdLogged')}
        />
        {shown.map(({ key, label, hint }) => (
          <TextAreaField key={key} label={label} hint={hint} rows={2} grow {...register(key)} />
        ))}
      </Details>
    </NotesSection>
  );
}
