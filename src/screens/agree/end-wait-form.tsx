import { useForm } from 'react-hook-form';
import { endWaitForAgreement } from '#storage/agreeing/agreeing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** "Agreement not obtained, because …": the supervisor's words, with the session and not in the answer. */
export function EndWaitForm({ sessionId }: { readonly sessionId: string }) {
  const workspace = useWorkspace();
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { because: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const filled = (text: string) => text.trim() !== '' || 'Write why the agreement was not obtained';
  const submit = handleSubmit(({ because }) => endWaitForAgreement(workspace, sessionId, because));
  return (
    <Details summary="Agreement not obtained" open={formState.submitCount > 0}>
      <ErrorSummary {...useFormErrors('end-wait', formState)} />
      <Form id="end-wait" onSubmit={(event) => void submit(event)}>
        <p className="govuk-body">
          <Destination file="staff" /> Ends the wait for what is finalised now. An answer that comes
          in later counts all the same.
        </p>
        <TextAreaField
          label="Agreement not obtained, because"
          rows={2}
          grow
          error={errors.because?.message}
          {...register('because', { validate: filled })}
        />
        <Button type="submit" variant="secondary">
          End the wait
        </Button>
      </Form>
    </Details>
  );
}
