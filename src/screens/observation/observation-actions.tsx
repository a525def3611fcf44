import { useFormContext, useWatch } from 'react-hook-form';
import { readObservedDay } from '#domain/observations/observation-missing.ts';
import { ActionLines } from '#exchange/draft/action-lines.tsx';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { useNamedIn } from './named-children.tsx';
import type { ObservationValues } from './observation-values.ts';

/** What will be done: each is an open action of the next supervision once this is finalised. */
export function ObservationActions({ name }: { readonly name: string }) {
  const today = todayIn(useWorkspace());
  const { control, register, formState } = useFormContext<ObservationValues>();
  const day = readObservedDay({ on: useWatch({ control, name: 'on' }) }, today);
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Actions agreed</legend>
      <p className="govuk-hint">
        They come up at the next supervision of {name}, once this is finalised.
      </p>
      <ActionLines
        agreedOn={day.outcome === 'read' ? day.date : today}
        useHint={useNamedInAction}
      />
      <CheckboxField
        small
        label="No actions"
        error={formState.errors.noActions?.message}
        {...register('noActions')}
      />
    </fieldset>
  );
}

const useNamedInAction = (index: number) =>
  useNamedIn(useFormContext<ObservationValues>().control, `actions.${index}.what`);
