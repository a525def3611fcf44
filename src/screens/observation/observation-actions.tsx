import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { RecordId } from '#domain/ids.ts';
import { readObservedDay } from '#domain/observations/observation-missing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { ByWhenField } from '#ui/by-when-field.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useNamedIn } from './named-children.tsx';
import type { ObservationValues } from './observation-values.ts';

/** What will be done: each is an open action of the next supervision once this is finalised. */
export function ObservationActions({ name }: { readonly name: string }) {
  const workspace = useWorkspace();
  const { control, register, formState } = useFormContext<ObservationValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'actions', keyName: 'key' });
  const newId = () => workspace.ports.newId() as RecordId; // a port makes ids
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Actions agreed</legend>
      <p className="govuk-hint">
        They come up at the next supervision of {name}, once this is finalised.
      </p>
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <What index={i} />
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
        onClick={() =>
          append(
            { id: newId(), what: '', owner: '', byWhen: '' },
            // Else the caret goes to the field that was registered first, which is not the first to be filled.
            { focusName: `actions.${fields.length}.what` },
          )
        }
      >
        Add an action
      </Button>
      <CheckboxField
        small
        label="No actions"
        error={formState.errors.noActions?.message}
        {...register('noActions')}
      />
    </fieldset>
  );
}

function What({ index }: { readonly index: number }) {
  const { control, register, formState } = useFormContext<ObservationValues>();
  const path = `actions.${index}.what` as const;
  return (
    <TextField
      label={`Action ${index + 1}: what`}
      hint={useNamedIn(control, path)}
      error={formState.errors.actions?.[index]?.what?.message}
      {...register(path)}
    />
  );
}

function ByWhen({ index }: { readonly index: number }) {
  const workspace = useWorkspace();
  const { control, register, formState } = useFormContext<ObservationValues>();
  const path = `actions.${index}.byWhen` as const;
  const typed = useWatch({ control, name: path }) ?? '';
  const on = useWatch({ control, name: 'on' });
  const today = todayIn(workspace);
  const day = readObservedDay({ on }, today);
  return (
    <ByWhenField
      typed={typed}
      agreedOn={day.outcome === 'read' ? day.date : today}
      error={formState.errors.actions?.[index]?.byWhen?.message}
      {...register(path)}
    />
  );
}
