import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '#ui/button.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { EditValues } from './edit-values.ts';
import { intervalOptions, modeWords } from './policy-words.ts';

const modes = ['everyOpenCaseEachSession', 'byCohort', 'allOrSample', 'none'] as const;

/** How often each child is discussed, and the statuses a child can have. */
export function EditChildren() {
  const { register, control, formState, getValues } = useFormContext<EditValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'cohorts', keyName: 'key' });
  const { errors, defaultValues } = formState;
  return (
    <section aria-labelledby="children-heading">
      <h2 className="govuk-heading-m" id="children-heading">
        Each child
      </h2>
      <RadiosField
        legend="Which children are discussed, and when?"
        options={modes.map((value) => ({ value, label: modeWords[value] }))}
        error={errors.mode?.message}
        {...register('mode')}
      />
      <fieldset className="fp-plain">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Statuses</legend>
        {fields.length === 0 && (
          <p className="govuk-body">
            This profile names no statuses: a general list is offered for each child.
          </p>
        )}
        {fields.map(({ key }, i) => (
          <div key={key} className="fp-repeat">
            <TextField
              label={`Status ${i + 1}`}
              width="20"
              error={errors.cohorts?.[i]?.label?.message}
              {...register(`cohorts.${i}.label`)}
            />
            <SelectField
              label={`Discussed, status ${i + 1}`}
              options={intervalOptions(
                getValues(`cohorts.${i}.interval`),
                'No interval of its own',
              )}
              {...register(`cohorts.${i}.interval`)}
            />
            <Button variant="link" onClick={() => remove(i)}>
              Remove status {i + 1}
            </Button>
          </div>
        ))}
        <Button variant="secondary" onClick={() => append({ code: '', label: '', interval: '' })}>
          Add a status
        </Button>
      </fieldset>
      <SelectField
        label="Discussion or oversight of each child at least"
        hint="A second clock, which an entry between sessions meets too."
        options={intervalOptions(defaultValues?.oversight ?? '', 'No second clock')}
        {...register('oversight')}
      />
      <SelectField
        label="A group supervision counts as a child’s discussion"
        options={[
          { value: 'never', label: 'Never' },
          {
            value: 'whenRecordedOnCaseDiscussion',
            label: 'When it is written on the case discussion form',
          },
          {
            value: 'familySafeguardingTeamsOnly',
            label: 'In Family Safeguarding teams only',
          },
        ]}
        {...register('groupCounts')}
      />
    </section>
  );
}
