import { useForm } from 'react-hook-form';
import { useSync } from '#storage/sync/use-sync.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** A token that the council gave this person, pasted once and kept locked. */
export function ConnectForm() {
  const sync = useSync();
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { token: '' },
    shouldFocusError: false,
  });
  const submit = handleSubmit(async ({ token }) => {
    const pasted = token.trim();
    if (pasted === '') {
      setError('token', { type: 'token', message: 'Paste the token your council gave you' });
      return;
    }
    await sync?.connect(pasted);
  });
  return (
    <Form id="connect" onSubmit={(event) => void submit(event)}>
      <ErrorSummary {...useFormErrors('connect', formState)} />
      <p className="govuk-body">Endpoint: {sync?.now.origin}</p>
      <PasswordField
        label="Token"
        hint="From whoever runs the endpoint. It is yours alone, and is kept locked with your records."
        error={formState.errors.token?.message}
        {...register('token')}
      />
      <Button type="submit" disabled={formState.isSubmitting}>
        {formState.isSubmitting ? 'Connecting' : 'Connect'}
      </Button>
    </Form>
  );
}
