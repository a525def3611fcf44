import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import type { Handover, ReadHandover } from './read-handover.ts';

export type ReadHandoverFile = (text: string, words: string) => Promise<ReadHandover>;

interface HandoverFileFormProps {
  readonly read: ReadHandoverFile;
  readonly onRead: (handover: Handover) => void;
}

const unreadable = {
  outcome: 'unreadable',
  reason: 'The file could not be read. Choose it again. Nothing on this device has been changed.',
} as const;

/** The file and its five words. Nothing is changed by opening it. */
export function HandoverFileForm({ read, onRead }: HandoverFileFormProps) {
  const [file, setFile] = useState<File>();
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { file: '', words: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  // No input of the form library's own, but one of its fields: what is missing is said in one go.
  register('file', { validate: () => file !== undefined || 'Choose the file you were given' });

  const submit = handleSubmit(async ({ words }) => {
    if (!file) return; // said above
    const outcome = await file.text().then(
      (text) => read(text, words),
      () => unreadable,
    );
    if (outcome.outcome === 'read') onRead(outcome.handover);
    else if (outcome.outcome === 'wrongCode') {
      setError('words', { type: 'words', message: outcome.reason });
    } else setError('file', { type: 'file', message: outcome.reason });
  });

  return (
    <>
      <ErrorSummary {...useFormErrors('handover', formState)} />
      <Form id="handover" onSubmit={(event) => void submit(event)}>
        <FileField
          name="file"
          label="Hand-over file"
          hint="Its name ends in .fphandover."
          accept=".fphandover"
          error={errors.file?.message}
          onFile={setFile}
        />
        <TextField
          label="Five words"
          hint="The words you were told, in order, with a space between."
          spellCheck={false}
          error={errors.words?.message}
          {...register('words', { required: 'Enter the five words' })}
        />
        <Button type="submit" disabled={formState.isSubmitting}>
          {formState.isSubmitting ? 'Opening the file' : 'Open the file'}
        </Button>
      </Form>
    </>
  );
}
