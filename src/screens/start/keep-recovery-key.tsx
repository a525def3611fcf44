import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { download } from '#exchange/download.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

interface KeepRecoveryKeyProps {
  readonly recoveryKey: string;
  readonly onDone: () => void;
}

/** The two groups asked for: enough to know that it was written down, little enough not to annoy. */
const ASKED = [2, 5] as const;

export function KeepRecoveryKey({ recoveryKey, onDone }: KeepRecoveryKeyProps) {
  const [kept, setKept] = useState(false);
  const groups = recoveryKey.split('-');
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { second: '', fifth: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const same = (typed: string, group: number) =>
    typed.trim().toUpperCase() === groups[group - 1]?.toUpperCase();

  const submit = handleSubmit(({ second, fifth }) => {
    if (!same(second, ASKED[0])) {
      setError('second', { type: 'differs', message: 'Group 2 is not the same as on the key' });
    } else if (!same(fifth, ASKED[1])) {
      setError('fifth', { type: 'differs', message: 'Group 5 is not the same as on the key' });
    } else onDone();
  });

  return (
    <>
      <ErrorSummary {...useFormErrors('recovery', formState)} />
      <p className="govuk-body">
        If you forget the passphrase, or restore a backup, this key is the only other way in. Print
        it, or save it for your IT team. Do not keep it on this laptop.
      </p>
      <InsetText>
        <strong className="govuk-!-font-size-24" translate="no">
          {recoveryKey}
        </strong>
      </InsetText>
      <ButtonGroup>
        <Button
          variant="secondary"
          onClick={() => {
            window.print();
            setKept(true);
          }}
        >
          Print this page
        </Button>
        <Button
          variant="secondary"
          onClick={() => {
            download('footprint-recovery-key.txt', new Blob([keyFile(recoveryKey)]));
            setKept(true);
          }}
        >
          Save it for IT
        </Button>
      </ButtonGroup>
      <Form id="recovery" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Type group 2 of the key"
          width="5"
          spellCheck={false}
          error={errors.second?.message}
          {...register('second')}
        />
        <TextField
          label="Type group 5 of the key"
          width="5"
          spellCheck={false}
          error={errors.fifth?.message}
          {...register('fifth')}
        />
        {!kept && (
          <p className="govuk-hint">Print the key, save it, or write it down before you go on.</p>
        )}
        <Button type="submit">Start recording</Button>
      </Form>
    </>
  );
}

function keyFile(recoveryKey: string): string {
  return [
    'Footprint recovery key',
    '',
    recoveryKey,
    '',
    'This key opens supervision records and backups. Keep it apart from the laptop.',
    '',
  ].join('\r\n');
}
