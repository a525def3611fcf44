import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { readEntryDay } from '#domain/entries/entry-missing.ts';
import type { RecordId } from '#domain/ids.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { ByWhenField } from '#ui/by-when-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { EntryValues } from './entry-values.ts';

/** What will be done, if anything: each is an open action of each child from now on. */
export function EntryActions() {
  const workspace = useWorkspace();
  const { control, register, formState } = useFormContext<EntryValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'actions', keyName: 'key' });
  const newId = () => workspace.ports.newId() as RecordId; // a port makes ids
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Actions agreed (optional)
      </legend>
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <TextField
            label={`Action ${i + 1}: what`}
            error={formState.errors.actions?.[i]?.what?.message}
            {...register(`actions.${i}.what`)}
          />
          <TextField
            label="Who"
            width="20"
            error={formState.errors.actions?.[i]?.owner?.message}
            {...register(`actions.${i}.owner`)}
          />
          <ByWhen index={i} />
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
    </fieldset>
  );
}

function ByWhen({ index }: { readonly index: number }) {
  const workspace = useWorkspace();
  const { control, register, formState } = useFormContext<EntryValues>();
  const name = `actions.${index}.byWhen` as const;
  const typed = useWatch({ control, name }) ?? '';
  const on = useWatch({ control, name: 'on' });
  const today = todayIn(workspace);
  const day = readEntryDay({ on }, today);
  return (
    <ByWhenField
      typed={typed}
      agreedOn={day.outcome === 'read' ? day.date : today}
      error={formState.errors.actions?.[index]?.byWhen?.message}
      {...register(name)}
    />
  );
}
