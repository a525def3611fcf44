import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { RecordId } from '#domain/ids.ts';
import { readPastDay } from '#domain/monitoring/monitoring-missing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { ByWhenField } from '#ui/by-when-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { MonitoringValues } from './monitoring-values.ts';

/** What will be done: each is an open action of the supervision file once the form is finalised. */
export function MonitoringActions() {
  const workspace = useWorkspace();
  const { control, register, formState } = useFormContext<MonitoringValues>();
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
  const { control, register, formState } = useFormContext<MonitoringValues>();
  const name = `actions.${index}.byWhen` as const;
  const typed = useWatch({ control, name }) ?? '';
  const today = todayIn(workspace);
  const completed = readPastDay(useWatch({ control, name: 'on' }), today);
  return (
    <ByWhenField
      typed={typed}
      agreedOn={completed.outcome === 'read' ? completed.date : today}
      error={formState.errors.actions?.[index]?.byWhen?.message}
      {...register(name)}
    />
  );
}
