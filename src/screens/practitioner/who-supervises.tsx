import { useForm } from 'react-hook-form';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Staff, SupervisionKind } from '#domain/records/staff.ts';
import { otherSupervisor } from '#domain/supervision/other-supervisors.ts';
import { kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { changeWhoSupervises } from '#exchange/handover/supervision-kind.ts';
import { findStaff, myRefsOf, staffName } from '#storage/settings.ts';

import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

const options = [
  { value: 'both', label: 'I supervise the cases and the person' },
  { value: 'case', label: 'I supervise the cases; somebody else has personal supervision' },
  { value: 'personal', label: 'I have personal supervision; somebody else supervises the cases' },
] as const satisfies readonly { value: SupervisionKind; label: string }[];

/** Who answers for which part, where a worker has two supervisors (001:95), and the way to another one. */
export function WhoSupervises({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const mine = myRefsOf(workspace);
  const today = todayIn(workspace);
  const kind = kindOfMine(staff, mine, today);
  const other = otherSupervisor(staff, mine, today);
  const since = parseCalendarDate(other?.from ?? '');
  const name = other ? staffName(workspace, other.supervisorRef) : '';
  return (
    <section aria-labelledby="who-supervises">
      <h2 className="govuk-heading-m" id="who-supervises">
        Who supervises {staff.name}
      </h2>
      <p className="govuk-body">
        {kind === 'both'
          ? 'You do.'
          : `You have ${words[kind]}${other ? `. ${name} has ${words[other.kind]}` : ''}${since ? ` since ${formatDate(since)}` : ''}.`}
      </p>
      <Details summary="Two supervisors">
        <KindForm key={`${kind} ${name}`} staff={staff} kind={kind} other={name} />
      </Details>
      <p className="govuk-body">
        <Link href={`/handover/supervisee/${findStaff(workspace, staff.ref)?.id ?? ''}`}>
          Hand over {staff.name} to another supervisor
        </Link>
      </p>
    </section>
  );
}

const words = {
  both: 'all of it',
  case: 'case supervision',
  personal: 'personal supervision',
} as const;

interface KindFormProps {
  readonly staff: Staff;
  readonly kind: SupervisionKind;
  readonly other: string;
}

function KindForm({ staff, kind, other }: KindFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: { kind: kind as string, other, from: formatDate(today) },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const read = readTypedDate(watch('from'), today, { prefer: 'past' });
  const submit = handleSubmit(async (values) => {
    const chosen = values.kind as SupervisionKind; // one of the options
    if (chosen !== 'both' && values.other.trim() === '') {
      setError('other', { type: 'missing', message: 'Enter the name of the other supervisor' });
      return;
    }
    if (read.outcome !== 'read') {
      const message = read.outcome === 'empty' ? 'Enter the date' : read.reason;
      setError('from', { type: 'date', message });
      return;
    }
    await changeWhoSupervises(workspace, staff.ref, {
      kind: chosen,
      other: values.other,
      from: read.date,
    });
    announce('Saved');
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('supervises', formState)} />
      <Form id="supervises" onSubmit={(event) => void submit(event)}>
        <RadiosField legend="Which part is yours?" small options={options} {...register('kind')} />
        {watch('kind') !== 'both' && (
          <TextField
            label="Name of the other supervisor"
            width="20"
            error={errors.other?.message}
            {...register('other')}
          />
        )}
        <DateTextField
          label="From"
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.from?.message}
          {...register('from')}
        />
        <Button type="submit" variant="secondary">
          Save who supervises
        </Button>
      </Form>
    </>
  );
}
