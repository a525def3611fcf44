import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { requiredAspects } from '#domain/notes/note-coverage.ts';
import {
  aspectLabel,
  balancesThreePs,
  type NoteAspect,
  noteAspects,
} from '#domain/notes/note-fields.ts';
import { emptyPs } from '#domain/notes/three-ps.ts';
import type { BeforeSession } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { earlierNotes } from '#storage/staff-file/staff-notes.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Details } from '#ui/details.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { AsWritten, NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

interface NotesAspectsProps {
  readonly session: Session;
  readonly meetingOn: CalendarDate;
  readonly who: string;
  readonly response: BeforeSession | undefined;
}

/** The four aspects of supervision, and support at their centre. */
export function NotesAspects({ session, meetingOn, who, response }: NotesAspectsProps) {
  const workspace = useWorkspace();
  const profile = profileOn(workspace, meetingOn);
  const required = requiredAspects(profile);
  const empty = emptyPs(profile, earlierNotes(workspace, session));
  return (
    <NotesSection title="What was discussed">
      {empty.length > 0 && (
        <InsetText>
          {empty.map((line) => (
            <p key={line} className="govuk-body">
              {line}
            </p>
          ))}
        </InsetText>
      )}
      {noteAspects.map((aspect) => (
        <div key={aspect.key}>
          {aspect.key === 'support' && response && <Wellbeing who={who} response={response} />}
          <AspectFields
            aspect={aspect}
            label={aspectLabel(aspect, balancesThreePs(profile))}
            isRequired={required.includes(aspect.key)}
          />
        </div>
      ))}
    </NotesSection>
  );
}

interface AspectFieldsProps {
  readonly aspect: NoteAspect;
  readonly label: string;
  readonly isRequired: boolean;
}

function AspectFields({ aspect: { key, hint }, label, isRequired }: AspectFieldsProps) {
  const { register, getValues } = useFormContext<NoteValues>();
  // As it was when the form opened: it must not close on somebody who takes a reason out again.
  const [startsOpen] = useState(() => getValues(`${key}.notCovered`) !== '');
  const about = <span className="govuk-visually-hidden">: {label}</span>;
  return (
    <>
      <TextAreaField label={label} hint={hint} rows={3} grow {...register(`${key}.text`)} />
      {key === 'support' && (
        <CheckboxField
          small
          label="Discussed; detail not recorded at the worker’s request"
          {...register('supportDetailWithheld')}
        />
      )}
      <Details summary={<>Not covered this time{about}</>} open={startsOpen}>
        <TextField
          label={<>Why it was not covered{about}</>}
          hint={isRequired ? 'The policy asks for this or for the text.' : undefined}
          {...register(`${key}.notCovered`)}
        />
      </Details>
    </>
  );
}

/** What the work is doing to the practitioner, in her own words. It can reach no child's record. */
function Wellbeing({ who, response }: { readonly who: string; readonly response: BeforeSession }) {
  const workspace = useWorkspace();
  const { wellbeing, impact } = response;
  const told = impact.filter(({ strong, text }) => strong || text.trim() !== '');
  if (wellbeing.trim() === '' && told.length === 0) return null;
  return (
    <AsWritten who={who} title="What the work is doing to me">
      {wellbeing.trim() !== '' && <p className="govuk-body fp-text">{wellbeing}</p>}
      {told.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {told.map(({ id, childRef, strong, text }) => {
            const child = findChild(workspace, childRef)?.body;
            const name = child ? childLabel(child) : 'No name held';
            return (
              <li key={id} className="fp-text">
                {[`${name}${strong ? ', strong' : ''}`, text].filter(Boolean).join(': ')}
              </li>
            );
          })}
        </ul>
      )}
    </AsWritten>
  );
}
