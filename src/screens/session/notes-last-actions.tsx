import { useFormContext, useWatch } from 'react-hook-form';
import { carriedWords } from '#domain/count-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffActionState } from '#domain/staff-file/staff-actions.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

const outcomes = [
  { value: 'done', label: 'Done' },
  { value: 'carried', label: 'Not done, carry forward' },
  { value: 'noLongerNeeded', label: 'No longer needed' },
];

/** Each action about the person from last time is settled here, with a reason where it is not done. */
export function NotesLastActions({ toReview }: { readonly toReview: readonly StaffActionState[] }) {
  const { getValues } = useFormContext<NoteValues>();
  if (toReview.length === 0) return null;
  const settled = getValues('settled');
  return (
    <NotesSection title="Actions from last time">
      {toReview.map((state) => {
        const at = settled.findIndex(({ actionId }) => actionId === state.action.id);
        return at < 0 ? null : <LastAction key={state.action.id} at={at} state={state} />;
      })}
    </NotesSection>
  );
}

function LastAction({ at, state }: { readonly at: number; readonly state: StaffActionState }) {
  const { control, register } = useFormContext<NoteValues>();
  const name = `settled.${at}` as const;
  const outcome = useWatch({ control, name: `${name}.outcome` });
  const { what, owner, dueOn, byWhen } = state.action;
  const due = parseCalendarDate(dueOn);
  const by = due ? formatDate(due) : byWhen;
  const carried = state.carried > 0 ? `, ${carriedWords(state.carried)} before` : '';
  return (
    <div className="fp-repeat">
      <RadiosField
        legend={what}
        hint={`${owner}${by ? `, by ${by}` : ''}${carried}${said(state)}`}
        inline
        small
        options={outcomes}
        {...register(`${name}.outcome`)}
      />
      {outcome === 'carried' && (
        <TextField label="Why it is not done yet" {...register(`${name}.reason`)} />
      )}
    </div>
  );
}

/** What the practitioner said beforehand settles nothing: it is shown (ACT4). */
function said({ said: told }: StaffActionState): string {
  if (!told) return '';
  const word = told.outcome === 'saidDone' ? 'done' : 'not done';
  return `. Said beforehand: ${word}${told.reason ? `, ${told.reason}` : ''}`;
}
