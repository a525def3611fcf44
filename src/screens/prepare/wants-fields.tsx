import { Destination } from '#ui/destination.tsx';
import { Form } from '#ui/form.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { usePrepareForms } from './prepare-forms.ts';

export function WantsFields() {
  const { register } = usePrepareForms().preparation;
  return (
    <Form id="wants" onSubmit={(event) => event.preventDefault()}>
      <p className="govuk-body">
        <Destination file="working" />
      </p>
      <TextAreaField
        label="Things I want from supervision"
        hint="To think through, to learn, to decide, to be backed in."
        rows={3}
        grow
        {...register('wants')}
      />
    </Form>
  );
}
