import { type ReactNode, type Ref, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { type CalendarDate, formatDate, formatLongDate } from '#domain/dates/calendar-date.ts';
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

type ReadDay =
  | { readonly outcome: 'read'; readonly date: CalendarDate }
  | { readonly outcome: 'fault'; readonly message: string };

export interface DayDoneWords {
  /** Of the button: "Recorded". */
  readonly done: string;
  /** What it is of, for who does not see the rows. */
  readonly about: string;
  readonly day: string;
  readonly reference: string;
}

interface DayDoneFormProps {
  readonly id: string;
  readonly words: DayDoneWords;
  /** The steps that come first, in the same row. */
  readonly before: ReactNode;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly readDay: (typed: string, today: CalendarDate) => ReadDay;
  /** Writes it; throws StorageError where it could not. */
  readonly mark: (said: { on: CalendarDate; reference: string }) => Promise<unknown>;
  readonly onSaving: () => void;
  readonly onMarked: (on: CalendarDate) => void;
}

const NOT_SAVED = 'Not saved on this device. Try again.';

/** Today, and without a reference, is one press; the two fields are there for whoever needs them. */
export function DayDoneForm(props: DayDoneFormProps) {
  const { id, words, before, ref, readDay, mark, onSaving, onMarked } = props;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const [isOther, setIsOther] = useState(false);
  const [notSaved, setNotSaved] = useState('');
  const saving = useRef(false);
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: { on: '', reference: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  // Left empty it is today: also where the page stood open past midnight.
  const read = readDay(watch('on') || formatDate(today), today);

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
      await mark({ on: read.date, reference });
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      setNotSaved(NOT_SAVED);
      announce(NOT_SAVED);
      return;
    } finally {
      saving.current = false;
    }
    onMarked(read.date);
  });
  const about = <span className="govuk-visually-hidden"> {words.about}</span>;
  return (
    <Form id={id} onSubmit={(event) => void submit(event)}>
      <ErrorSummary {...useFormErrors(id, formState)} />
      <ButtonGroup>
        {before}
        <Button type="submit" ref={ref}>
          {words.done}
          {about}
        </Button>
        {!isOther && (
          <Button variant="link" onClick={() => setIsOther(true)}>
            Another day, or a reference{about}
          </Button>
        )}
        {notSaved !== '' && <p className="fp-copied">{notSaved}</p>}
      </ButtonGroup>
      {isOther && (
        <>
          <DateTextField
            label={words.day}
            hint="Left empty it is today."
            echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
            error={errors.on?.message}
            {...register('on')}
          />
          <TextField label={words.reference} width="20" {...register('reference')} />
        </>
      )}
    </Form>
  );
}
