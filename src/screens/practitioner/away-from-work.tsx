import { useForm } from 'react-hook-form';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Absence } from '#domain/records/absence.ts';
import type { Staff } from '#domain/records/staff.ts';
import { readLeave } from '#domain/supervision/read-leave.ts';
import { recordAbsence, recordedAbsences, withdrawAbsence } from '#storage/session/absences.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** Days away, from and to. They tell why a supervision was missed; no kind is asked for here (C-31). */
export function AwayFromWork({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  useAll('absences');
  const absences = recordedAbsences(workspace, staff.ref);
  return (
    <section>
      <h2 className="govuk-heading-m">Away from work</h2>
      <p className="govuk-body">
        <Destination file="working" />
      </p>
      <p className="govuk-body">
        Dates only: they explain a supervision that was missed. Where the policy asks for it, a
        child’s record then says “practitioner absence” and nothing more.
      </p>
      {absences.length === 0 ? (
        <p className="govuk-body">No days away put in here.</p>
      ) : (
        <ul className="govuk-list">
          {absences.map((absence) => (
            <AbsenceLine key={absence.id} absence={absence} />
          ))}
        </ul>
      )}
      <AbsenceForm staff={staff} />
    </section>
  );
}

function AbsenceLine({ absence }: { readonly absence: Absence }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const words = wordsOf(absence);
  return (
    <li>
      {words}{' '}
      <Button
        variant="link"
        onClick={() =>
          void withdrawAbsence(workspace, absence.id).then(() => announce('Withdrawn'))
        }
      >
        Withdraw<span className="govuk-visually-hidden"> {words}</span>
      </Button>
    </li>
  );
}

const day = (text: string): string => {
  const date = parseCalendarDate(text);
  return date ? formatDate(date) : text;
};

function wordsOf({ from, to }: Absence): string {
  if (to === '') return `From ${day(from)}, not back yet`;
  return from === to ? day(from) : `${day(from)} to ${day(to)}`;
}

function AbsenceForm({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const form = useForm({
    defaultValues: { from: '', to: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, handleSubmit, formState, setError, reset, watch } = form;
  const { errors } = formState;
  const [from, to] = watch(['from', 'to']);
  const first = readLeave({ from, to: '' }, today, 'stillAway');
  const both = readLeave({ from, to }, today, 'stillAway');
  const end = both.outcome === 'read' ? both.leave.end : undefined;

  const submit = handleSubmit(async () => {
    if (both.outcome !== 'read') {
      const field = both.outcome === 'empty' ? 'from' : both.field;
      const message = both.outcome === 'empty' ? 'Enter the first day away' : both.reason;
      setError(field, { type: 'date', message });
      return;
    }
    const { start, end: last = '' } = both.leave;
    await recordAbsence(workspace, { staffRef: staff.ref, from: start, to: last });
    reset();
    announce('Saved');
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('away', formState)} />
      <Form id="away" onSubmit={(event) => void submit(event)}>
        <DateTextField
          label="First day away"
          echo={first.outcome === 'read' ? formatLongDate(first.leave.start) : undefined}
          error={errors.from?.message}
          {...register('from')}
        />
        <DateTextField
          label="Last day away"
          hint="Leave it empty while they are away."
          echo={end && formatLongDate(end)}
          error={errors.to?.message}
          {...register('to')}
        />
        <Button type="submit" variant="secondary">
          Add these days
        </Button>
      </Form>
    </>
  );
}
