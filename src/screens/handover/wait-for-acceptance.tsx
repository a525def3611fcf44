import { useForm } from 'react-hook-form';
import type { StaffRef } from '#domain/ids.ts';
import type { HandoverNote } from '#domain/records/handover-note.ts';
import { confirmAccepted, filesOver } from '#exchange/handover/acceptance.ts';
import { colleagueHeld } from '#exchange/handover/colleagues.ts';
import type { MadeHandover } from '#exchange/handover/make-handover.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { MakeFile } from './make-handover-screen.tsx';

interface WaitForAcceptanceProps {
  readonly note: HandoverNote;
  readonly superviseeRef: StaffRef;
  readonly make: () => Promise<MadeHandover>;
}

/** The file goes out; the new supervisor says three words back. Until then nothing is let go. */
export function WaitForAcceptance({ note, superviseeRef, make }: WaitForAcceptanceProps) {
  const workspace = useWorkspace();
  const { toName } = note;
  const otherRef = colleagueHeld(workspace, toName);
  const isMade = otherRef !== undefined && filesOver(workspace, otherRef, superviseeRef).length > 0;
  return (
    <>
      <h2 className="govuk-heading-m">The file for {toName}</h2>
      <MakeFile
        name={toName}
        make={make}
        label={isMade ? 'Make the file again' : 'Make the file'}
      />
      {isMade && (
        <Confirm toName={toName} otherRef={otherRef} superviseeRef={superviseeRef} note={note} />
      )}
    </>
  );
}

interface ConfirmProps extends Omit<WaitForAcceptanceProps, 'make'> {
  readonly toName: string;
  readonly otherRef: string;
}

function Confirm({ toName, otherRef, superviseeRef, note }: ConfirmProps) {
  const workspace = useWorkspace();
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { words: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const submit = handleSubmit(async ({ words }) => {
    const said = await confirmAccepted(workspace, { superviseeRef, otherRef, typed: words });
    if (said.outcome === 'wrongWords') {
      setError('words', { type: 'words', message: said.reason });
    }
  });
  return (
    <section aria-labelledby="accepted">
      <h2 className="govuk-heading-m" id="accepted">
        Has {toName} accepted?
      </h2>
      <p className="govuk-body">
        Once {toName} has taken the file in, their device shows three words. From when you type them
        here, what this device has of {note.supervisee} can be read and not changed.
      </p>
      <ErrorSummary {...useFormErrors('accept', formState)} />
      <Form id="accept" onSubmit={(event) => void submit(event)}>
        <TextField
          label={`The three words that ${toName} said`}
          width="20"
          spellCheck={false}
          error={formState.errors.words?.message}
          {...register('words', { required: 'Enter the three words' })}
        />
        <Button type="submit" disabled={formState.isSubmitting}>
          {toName} has accepted
        </Button>
      </Form>
    </section>
  );
}
