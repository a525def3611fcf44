import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { RecordId } from '#domain/ids.ts';
import { Button } from '#ui/button.tsx';
import { ByWhenField } from '#ui/by-when-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

interface NotesActionsProps {
  /** The day a typed "2 weeks" is counted from. */
  readonly meetingOn: CalendarDate;
  readonly newId: () => RecordId;
}

/** Actions about the person. Those about a child are agreed in that child's discussion. */
export function NotesActions({ meetingOn, newId }: NotesActionsProps) {
  const { control, register } = useFormContext<NoteValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'actions', keyName: 'key' });
  return (
    <NotesSection title="Actions agreed">
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <TextField label={`Action ${i + 1}: what`} {...register(`actions.${i}.what`)} />
          <TextField label="Who" width="20" {...register(`actions.${i}.owner`)} />
          <ByWhen action={i} meetingOn={meetingOn} />
          <Button variant="link" onClick={() => remove(i)}>
            Remove action {i + 1}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        onClick={() => append({ id: newId(), what: '', owner: '', byWhen: '' })}
      >
        Add an action
      </Button>
    </NotesSection>
  );
}

function ByWhen({
  action,
  meetingOn,
}: {
  readonly action: number;
  readonly meetingOn: CalendarDate;
}) {
  const { control, register } = useFormContext<NoteValues>();
  const name = `actions.${action}.byWhen` as const;
  const typed = useWatch({ control, name }) ?? '';
  return <ByWhenField typed={typed} agreedOn={meetingOn} {...register(name)} />;
}
