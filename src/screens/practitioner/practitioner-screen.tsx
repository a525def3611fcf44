import { useForm } from 'react-hook-form';
import { stageOptions } from '#domain/agreement-choices.ts';
import { intervalOptions } from '#domain/agreement-interval.ts';
import { formatDate, parseCalendarDate } from '#domain/calendar-date.ts';
import type { WorkerStage } from '#domain/due/worker.ts';
import type { Staff } from '#domain/records/staff.ts';
import { readTypedDate } from '#domain/typed-date.ts';
import { AgreementNotice } from '#exchange/agreement-notice.tsx';
import { fieldOfPath } from '#exchange/handover/describe.ts';
import { TwoVersions } from '#exchange/two-versions.tsx';
import { openChildren } from '#storage/caseload-reads.ts';
import { checkOwnInterval, workerDueOf } from '#storage/due.ts';
import { changeStaff, profileOf, superviseeTerm } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { workerOf } from '#storage/worker-of.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { AwayFromWork } from './away-from-work.tsx';

/** What one person's interval of supervision follows from, and when it is due by that. */
export function PractitionerScreen({ rowId }: { readonly rowId: string }) {
  const workspace = useWorkspace();
  useAll('absences');
  useAll('agreements');
  useAll('notes');
  useAll('responses');
  useAll('sessions');
  const staff = useRecord('staff', rowId)?.body;
  if (!staff) {
    return (
      <Page title="Not found" width="text">
        <p className="govuk-body">
          This person is not on this device. <Link href="/">Home</Link>
        </p>
      </Page>
    );
  }
  const due = workerDueOf(workspace, staff);
  const open = openChildren(workspace, staff.ref).length;
  return (
    <Page
      title={superviseeTerm(workspace)}
      back={<BackLink href="/">Home</BackLink>}
      width="text"
      focusKey={rowId}
    >
      <IdentityBar name={staff.name} facts={[{ label: 'Open cases', value: String(open) }]} />
      <p className="govuk-body">
        {due.outcome === 'due' ? (
          <>
            {/* The words say it themselves where no date is held. */}
            {due.status !== 'no_date_held' && <DueTag what="Supervision" status={due.status} />}{' '}
            {due.words}. Plan by {formatDate(due.planBy)}.{due.prompt ? ` ${due.prompt}` : ''}
          </>
        ) : (
          due.why
        )}
      </p>
      <TwoVersions
        collection="staff"
        id={rowId}
        body={staff}
        before="which one stands"
        other={{ key: 'The other', keep: 'Keep the other' }}
        labelOf={(path) => fieldOfPath('staff', path)}
      />
      <AgreementNotice superviseeRef={staff.ref} />
      <ul className="govuk-list">
        <li>
          <Link href={`/agreements/${rowId}`}>{profileOf(workspace).terms.agreement}</Link>
        </li>
        <li>
          <Link href={`/handover/make/${rowId}`}>Make a file for {staff.name}</Link>
        </li>
      </ul>
      <StageForm key={rowId} staff={staff} />
      <AwayFromWork key={staff.ref} staff={staff} />
    </Page>
  );
}

const dateFields = [
  ['startedOn', 'Started on', 'In this job, or on the ASYE.'],
  ['sixMonthReviewDate', 'Six-month review held on', 'For the ASYE, where it is known.'],
  ['agreedFortnightlyFrom', 'Fortnightly agreed from', 'For a student.'],
] as const;

function StageForm({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const text = (iso: string) => {
    const date = parseCalendarDate(iso);
    return date ? formatDate(date) : '';
  };
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: {
      stage: staff.stage as string,
      startedOn: text(staff.startedOn),
      sixMonthReviewDate: text(staff.sixMonthReviewDate),
      agreedFortnightlyFrom: text(staff.agreedFortnightlyFrom),
      ownInterval: staff.ownInterval,
      ownIntervalReason: staff.ownIntervalReason,
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const options = intervalOptions({
    profile: profileOf(workspace),
    worker: workerOf(staff),
    today,
    chosen: staff.ownInterval,
  });

  const submit = handleSubmit(async (values) => {
    const dates: Record<string, string> = {};
    let isFine = true;
    for (const [field] of dateFields) {
      const read = readTypedDate(values[field], today, { prefer: 'past' });
      dates[field] = read.outcome === 'read' ? read.date : '';
      if (read.outcome !== 'unreadable') continue;
      isFine = false;
      setError(field, { type: 'date', message: read.reason });
    }
    const stage = values.stage as WorkerStage; // one of the options
    const next: Staff = { ...staff, ...values, ...dates, stage };
    if (values.ownInterval !== '') {
      const check = checkOwnInterval(workspace, next);
      if (check.outcome === 'refused') {
        isFine = false;
        setError('ownInterval', { type: 'interval', message: check.error });
      }
    }
    if (!isFine) return;
    await changeStaff(workspace, staff.ref, next);
    announce('Saved');
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('stage', formState)} />
      <Form id="stage" onSubmit={(event) => void submit(event)}>
        <SelectField label="Stage" options={stageOptions} {...register('stage')} />
        {dateFields.map(([field, label, hint]) => (
          <DateTextField
            key={field}
            label={label}
            hint={hint}
            error={errors[field]?.message}
            {...register(field)}
          />
        ))}
        <SelectField
          label="An interval of your own"
          hint="It may be shorter than the policy’s. Longer only where the policy says that hours count."
          options={options}
          error={errors.ownInterval?.message}
          {...register('ownInterval')}
        />
        <TextField label="Reason for it" {...register('ownIntervalReason')} />
        <Button type="submit">Save</Button>
      </Form>
    </>
  );
}
