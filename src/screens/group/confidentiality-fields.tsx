import { useFormContext } from 'react-hook-form';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { GroupValues } from './group-values.ts';

/** agreed before a family is spoken about, in the group's own words. */
export function ConfidentialityFields() {
  const { register } = useFormContext<GroupValues>();
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">Confidentiality</legend>
      <TextAreaField
        label="What the group agreed"
        hint="For example, what may be taken back to each agency, and what stays in the room."
        rows={3}
        grow
        {...register('confidentiality')}
      />
      <CheckboxField
        small
        label="The boundaries of confidentiality are agreed"
        {...register('confidentialityAgreed')}
      />
    </fieldset>
  );
}
