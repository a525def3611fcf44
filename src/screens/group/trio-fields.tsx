import { useFormContext } from 'react-hook-form';
import { SelectField } from '#ui/select-field.tsx';
import type { FamilyValues } from './family-values.ts';
import { trioFields, trioOptions } from './safeguarding-words.ts';

export function TrioFields() {
  const { register } = useFormContext<FamilyValues>();
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Three vulnerabilities
      </legend>
      <div className="fp-columns">
        {trioFields.map(([name, label]) => (
          <SelectField key={name} label={label} options={trioOptions} {...register(name)} />
        ))}
      </div>
    </fieldset>
  );
}
