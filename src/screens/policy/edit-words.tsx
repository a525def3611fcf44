import { useFormContext } from 'react-hook-form';
import { headingKeys, neededTerms, otherTerms } from '#domain/policies/profile-edit.ts';
import { TextField } from '#ui/text-field.tsx';
import type { EditValues } from './edit-values.ts';
import { headingLabels, termLabels } from './policy-words.ts';

/** What records are filed under, and what the council calls things. */
export function EditWords() {
  const { register, formState } = useFormContext<EditValues>();
  const { errors } = formState;
  return (
    <section aria-labelledby="words-heading">
      <h2 className="govuk-heading-m" id="words-heading">
        Headings and words
      </h2>
      <fieldset className="fp-plain">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          The heading that stands over
        </legend>
        {headingKeys.map((key) => (
          <TextField
            key={key}
            label={headingLabels[key]}
            error={errors.headings?.[key]?.message}
            {...register(`headings.${key}`)}
          />
        ))}
      </fieldset>
      <fieldset className="fp-plain">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          What your council calls
        </legend>
        {[...neededTerms, ...otherTerms].map((key) => (
          <TextField
            key={key}
            label={`${termLabels[key]}${isNeeded(key) ? '' : ' (optional)'}`}
            width="20"
            error={errors.terms?.[key]?.message}
            {...register(`terms.${key}`)}
          />
        ))}
      </fieldset>
    </section>
  );
}

const isNeeded = (key: string): boolean => neededTerms.some((needed) => needed === key);
