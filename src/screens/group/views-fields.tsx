import { useFieldArray, useFormContext } from 'react-hook-form';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { DatalistField } from '#ui/datalist-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { FamilyValues, OfFamilyProps } from './family-values.ts';
import { peopleNames } from './people-names.ts';

/** Several views of one family, dissent among them (A3): a group that agrees at once is asked why. */
export function ViewsFields({ group, familyKey }: OfFamilyProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<FamilyValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'views', keyName: 'key' });
  const names = peopleNames(workspace, group, familyKey);
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Views</legend>
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <DatalistField
            label={`View ${i + 1}: whose`}
            suggestions={names}
            width="20"
            {...register(`views.${i}.whose`)}
          />
          <TextAreaField label={`View ${i + 1}`} rows={2} grow {...register(`views.${i}.text`)} />
          <CheckboxField
            small
            label={`View ${i + 1} sees it differently`}
            {...register(`views.${i}.dissents`)}
          />
          <Button variant="link" onClick={() => remove(i)}>
            Remove view {i + 1}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        onClick={() =>
          append({ id: workspace.ports.newId(), whose: '', text: '', dissents: false })
        }
      >
        Add a view
      </Button>
      <TextAreaField
        label="Did we think too much alike?"
        hint="Who argued the other way, and what would change our minds."
        rows={2}
        grow
        {...register('groupThink')}
      />
    </fieldset>
  );
}
