import { type ReactNode, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { formatDate, formatLongDate } from '#domain/calendar-date.ts';
import { readPlacedOn } from '#domain/staff-file/placed.ts';
import { markPlaced, type ToPlace } from '#storage/staff-file.ts';
import { StorageError } from '#storage/storage-error.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

interface PlacedFormProps {
  readonly text: ToPlace;
  readonly about: string;
  /** What comes first, in the same row. */
  readonly before: ReactNode;
  readonly onSaving: () => void;
  readonly onPlaced: () => void;
}

const NOT_SAVED = 'Not saved on this device. Try again.';

/** Today, and without a reference, is one press; the two fields are there for whoever needs them. */
export function PlacedForm({ text, about, before, onSaving, onPlaced }: PlacedFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const [isOther, setIsOther] = useState(false);
  const [notSaved, setNotSaved] = useState('');
  const saving = useRef(false);
  const formId = `place-${text.id}`;
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: { on: '', reference: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  // Left empty it is today: also where the page stood open past midnight.
  const read = readPlacedOn(watch('on') || formatDate(today), text.finishedOn, today);

  const submit = handleSubmit(async ({ reference }) => {
    if (saving.current) return;
    if (read.outcome === 'fault') {
      setIsOther(true);
      setError('on', { type: 'date', message: read.message });
      return;
    }
    saving.current = true;
    onSaving();
    try {
      await markPlaced(workspace, text, { state: 'placed', on: read.date, reference });
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      setNotSaved(NOT_SAVED);
      announce(NOT_SAVED);
      return;
    } finally {
      saving.current = false;
    }
    announce(`${text.name}: placed on file on ${formatDate(read.date)}`);
    onPlaced();
  });
  return (
    <Form id={formId} onSubmit={(event) => void submit(event)}>
      <ErrorSummary {...useFormErrors(formId, formState)} />
      <ButtonGroup>
        {before}
        <Button type="submit">
          Placed on file<span className="govuk-visually-hidden"> {about}</span>
        </Button>
        {!isOther && (
          <Button variant="link" onClick={() => setIsOther(true)}>
            Another day, or a reference<span className="govuk-visually-hidden"> {about}</span>
          </Button>
        )}
        {notSaved !== '' && <p className="fp-copied">{notSaved}</p>}
      </ButtonGroup>
      {isOther && (
        <>
          <DateTextField
            label="Placed on file on"
            hint="Left empty it is today."
            echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
            error={errors.on?.message}
            {...register('on')}
          />
          <TextField label="Reference (optional)" width="20" {...register('reference')} />
        </>
      )}
    </Form>
  );
}
