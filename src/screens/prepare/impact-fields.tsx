import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { Form } from '#ui/form.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { usePrepareForms } from './prepare-forms.ts';

/** How the work with one child affects the practitioner. It is in the other record: the staff file's. */
export function ImpactFields({ index }: { readonly index: number }) {
  const { register } = usePrepareForms().before;
  const at = `impact.${index}` as const;
  return (
    <Form id="before" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="fp-plain">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          What this work does to me
        </legend>
        <p className="govuk-body">
          <Destination file="staff" />
        </p>
        <CheckboxField
          small
          label="This family has a strong impact on me"
          {...register(`${at}.strong`)}
        />
        <TextAreaField
          label="How does this family leave you feeling?"
          rows={2}
          grow
          {...register(`${at}.text`)}
        />
      </fieldset>
    </Form>
  );
}
