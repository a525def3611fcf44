import { useForm } from 'react-hook-form';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { observationTables } from '#domain/observations/observation-fields.ts';
import type { ObservationKind } from '#domain/records/observation.ts';
import type { Staff } from '#domain/records/staff.ts';
import { changeStaff } from '#storage/settings.ts';
import {
  observationDueOf,
  observationsOf,
  observationsToFinish,
} from '#storage/staff-file/observations-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

interface LiveSupervisionProps {
  readonly rowId: string;
  readonly staff: Staff;
}

/** When this person's work is next to be watched, what was recorded of it, and the way to record more. */
export function LiveSupervision({ rowId, staff }: LiveSupervisionProps) {
  useAll('observations');
  // R-41 is about those who supervise others, as the figures take it.
  const kinds: readonly ObservationKind[] =
    staff.stage === 'manager'
      ? ['liveSupervision', 'observationOfSupervision']
      : ['liveSupervision'];
  return (
    <section>
      <h2 className="govuk-heading-m">Live supervision</h2>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      {kinds.map((kind) => (
        <WhenDue key={kind} staff={staff} kind={kind} />
      ))}
      <Begun staff={staff} />
      <ObservationsHeld staff={staff} />
      <ButtonGroup>
        {kinds.map((kind) => (
          <ButtonLink key={kind} variant="secondary" href={`/observations/new/${kind}.${rowId}`}>
            {observationTables[kind].title}
          </ButtonLink>
        ))}
      </ButtonGroup>
      <Details summary="Observed before Footprint">
        {kinds.map((kind) => (
          <ObservedBefore key={kind} staff={staff} kind={kind} />
        ))}
      </Details>
    </section>
  );
}

interface OfKind {
  readonly staff: Staff;
  readonly kind: ObservationKind;
}

function WhenDue({ staff, kind }: OfKind) {
  const due = observationDueOf(useWorkspace(), staff, kind);
  if (due.outcome === 'none') return <p className="govuk-body">{due.why}</p>;
  return (
    <p className="govuk-body">
      {/* The words say it themselves where no date is held. */}
      {due.status !== 'no_date_held' && (
        <DueTag what={observationTables[kind].name} status={due.status} />
      )}{' '}
      {due.words}.
    </p>
  );
}

function Begun({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const begun = observationsToFinish(workspace).filter((row) => row.superviseeRef === staff.ref);
  if (begun.length === 0) return null;
  return (
    <ul className="govuk-list">
      {begun.map(({ id, kind, on }) => (
        <li key={id}>
          <Link href={`/observations/${id}`}>Finish: {observationTables[kind].name}</Link>{' '}
          {on || 'no day yet'}
        </li>
      ))}
    </ul>
  );
}

/** The finished ones: the observer's list, and on my own entry those about me. */
export function ObservationsHeld({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const held = observationsOf(workspace, staff.ref);
  if (held.length === 0) return null;
  return (
    <ul className="govuk-list">
      {held.map(({ id, heading, observedOn, observer }) => {
        const on = parseCalendarDate(observedOn);
        return (
          <li key={id}>
            <Link href={`/observations/${id}`}>
              {heading}, {on ? formatDate(on) : observedOn}
            </Link>{' '}
            observed by {observer}
          </li>
        );
      })}
    </ul>
  );
}

const heldBefore = {
  liveSupervision: {
    field: 'observedOn',
    form: 'observed',
    label: 'Last live supervision or direct observation on',
  },
  observationOfSupervision: {
    field: 'supervisionObservedOn',
    form: 'supervisionObserved',
    label: 'Supervision last observed on',
  },
} as const;

/** A day that is known from elsewhere: the latest one counts, typed or recorded here (OBS7). */
function ObservedBefore({ staff, kind }: OfKind) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const { field, form, label } = heldBefore[kind];
  const stored = parseCalendarDate(staff[field]);
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: { on: stored ? formatDate(stored) : '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const read = readTypedDate(watch('on'), today, { prefer: 'past' });
  const submit = handleSubmit(async () => {
    if (read.outcome === 'unreadable') {
      setError('on', { type: 'date', message: read.reason });
      return;
    }
    if (read.outcome === 'read' && read.date > today) {
      setError('on', { type: 'date', message: 'The day must be today or in the past' });
      return;
    }
    const on = read.outcome === 'read' ? read.date : '';
    await changeStaff(workspace, staff.ref, { [field]: on });
    announce('Saved');
  });
  return (
    <>
      <ErrorSummary {...useFormErrors(form, formState)} />
      <Form id={form} onSubmit={(event) => void submit(event)}>
        <DateTextField
          label={label}
          hint="Where it was recorded elsewhere. Leave it empty where it is not known."
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={formState.errors.on?.message}
          {...register('on')}
        />
        <Button type="submit" variant="secondary">
          Save this day
        </Button>
      </Form>
    </>
  );
}
