import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import type { PassphraseCommands } from './start-commands.ts';

interface ChoosePassphraseProps {
  readonly commands: PassphraseCommands;
  readonly onDone: (passphrase: string) => void;
}

export function ChoosePassphrase({ commands, onDone }: ChoosePassphraseProps) {
  const [suggested, setSuggested] = useState('');
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { passphrase: '', again: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;

  const submit = handleSubmit(({ passphrase, again }) => {
    const check = commands.checkPassphrase(passphrase);
    if (check.outcome === 'refused') {
      setError('passphrase', { type: 'weak', message: check.reason });
    } else if (passphrase !== again) {
      setError('again', { type: 'differs', message: 'Type the same passphrase twice' });
    } else onDone(passphrase);
  });

  return (
    <>
      <ErrorSummary {...useFormErrors('passphrase', formState)} />
      <p className="govuk-body">
        The passphrase unlocks your records on this device. It is not stored anywhere, and nobody
        can reset it.
      </p>
      <ButtonGroup>
        <Button
          variant="secondary"
          onClick={() => void commands.suggestPassphrase().then(setSuggested)}
        >
          {suggested === '' ? 'Suggest five words' : 'Suggest another five'}
        </Button>
      </ButtonGroup>
      {suggested !== '' && (
        <InsetText>
          <span translate="no">{suggested}</span>
          <br />
          Write these words down and keep them safe, then type them below.
        </InsetText>
      )}
      <Form id="passphrase" onSubmit={(event) => void submit(event)}>
        <PasswordField
          label="Passphrase"
          hint="At least 14 characters, or four words."
          error={errors.passphrase?.message}
          {...register('passphrase', { required: 'Enter a passphrase' })}
        />
        <PasswordField
          label="Passphrase again"
          error={errors.again?.message}
          {...register('again', { required: 'Type the passphrase again' })}
        />
        <Button type="submit">Continue</Button>
      </Form>
    </>
  );
}
