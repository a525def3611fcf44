import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { isOpenOn } from '#domain/caseload/caseload.ts';
import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { profileOf, settingsOf, superviseeTerm } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { DatalistField } from '#ui/datalist-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { NotificationBanner } from '#ui/notification-banner.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { WarningText } from '#ui/warning-text.tsx';
import { type ReadBirth, readBirth } from './child-fields.ts';

/** A child on the list in 20 seconds: the worker and status stay as they were for the next one. */
export function AddChildScreen() {
  const workspace = useWorkspace();
  const children = useAll('children');
  useAll('staff');
  const [added, setAdded] = useState('');
  const today = todayIn(workspace);
  const people = practitioners(workspace);
  const { register, handleSubmit, formState, setError, watch, reset, getValues, setFocus } =
    useForm({
      defaultValues: {
        name: '',
        reference: '',
        birth: '',
        status: '',
        worker: people.length === 1 ? (people[0]?.name ?? '') : '',
        allocatedAt: '',
        sibling: '',
      },
      shouldFocusError: false,
      reValidateMode: 'onSubmit',
    });
  const { errors } = formState;
  const birth = readBirth(watch('birth'), today);
  const allocated = readTypedDate(watch('allocatedAt'), today, { prefer: 'past' });
  const open = children.filter((child) => isOpenOn(child, today));

  const submit = handleSubmit(async (values) => {
    if (birth.problem) setError('birth', { type: 'date', message: birth.problem });
    if (allocated.outcome === 'unreadable') {
      setError('allocatedAt', { type: 'date', message: allocated.reason });
    }
    const twin = children.find(
      ({ aliases, removed }) => values.reference && !removed && aliases.includes(values.reference),
    );
    if (twin) {
      const where = isOpenOn(twin, today)
        ? 'on your list'
        : 'on your list as a closed case: reopen it';
      setError('reference', { type: 'twice', message: `${values.reference} is already ${where}` });
    }
    if (birth.problem || allocated.outcome === 'unreadable' || twin) return;

    const known = people.find(
      ({ name }) => name.toLowerCase() === values.worker.trim().toLowerCase(),
    );
    const sibling = open.find(({ ref }) => ref === values.sibling);
    await addChildren(workspace, [
      {
        facts: {
          reference: values.reference.trim(),
          name: values.name,
          dateOfBirth: birth.dateOfBirth,
          expectedOn: birth.expectedOn,
          status: values.status,
          familyRef: sibling ? sibling.familyRef || sibling.ref : '',
          checks: [],
        },
        worker: known?.ref ?? ({ name: values.worker } as { name: string }),
        allocatedAt: allocated.outcome === 'read' ? allocated.date : '',
      },
    ]);
    setAdded(values.name || values.reference);
    const { worker, status } = getValues();
    const empty = { name: '', reference: '', birth: '', allocatedAt: '', sibling: '' };
    reset({ ...empty, worker, status }, { keepFieldsRef: true }); // else there is no field to focus yet
    setFocus('name');
  });

  return (
    <Page
      title="Add a child"
      back={<BackLink href="/children">My list</BackLink>}
      above={
        <>
          <ErrorSummary {...useFormErrors('child', formState)} />
          {added && (
            <NotificationBanner kind="important" title="Added">
              <p className="govuk-body">
                {added} is on your list. Add another, or{' '}
                <Link href="/sessions">start a session</Link>.
              </p>
            </NotificationBanner>
          )}
        </>
      }
    >
      {settingsOf(workspace).synthetic && (
        <WarningText>
          The example caseload is not kept locked. Do not enter a real child here.
        </WarningText>
      )}
      <Form id="child" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Name"
          width="20"
          error={errors.name?.message}
          {...register('name', {
            validate: (name, { reference }) =>
              (name + reference).trim() !== '' || 'Enter a name or a reference',
          })}
        />
        <TextField
          label="Reference"
          hint="From the case system. Leave empty if it is not known yet."
          width="10"
          error={errors.reference?.message}
          {...register('reference')}
        />
        <DateTextField
          label="Date of birth, or the date a baby is expected"
          hint="For example, 27 3 2016."
          echo={echoOf(birth)}
          error={errors.birth?.message}
          {...register('birth')}
        />
        <SelectField
          label="Status"
          options={[
            { value: '', label: 'Not known yet' },
            ...cohortOptions(profileOf(workspace)).map(({ code, label }) => ({
              value: code,
              label,
            })),
          ]}
          {...register('status')}
        />
        <DatalistField
          label={superviseeTerm(workspace)}
          hint="Who works with the child. A name you have not used before is added."
          width="20"
          suggestions={people.map(({ name }) => name)}
          error={errors.worker?.message}
          {...register('worker', {
            validate: (worker) =>
              worker.trim() !== '' || 'Enter the name of who works with the child',
          })}
        />
        <DateTextField
          label="Allocated on (optional)"
          hint="Today if left empty."
          echo={allocated.outcome === 'read' ? formatLongDate(allocated.date) : undefined}
          error={errors.allocatedAt?.message}
          {...register('allocatedAt')}
        />
        {open.length > 0 && (
          <SelectField
            label="Brother or sister of (optional)"
            options={[
              { value: '', label: 'Nobody on the list' },
              ...open.map(({ ref, name, reference }) => ({ value: ref, label: name || reference })),
            ]}
            {...register('sibling')}
          />
        )}
        <ButtonGroup>
          <Button type="submit" disabled={formState.isSubmitting}>
            Add to my list
          </Button>
          <Link href="/children">See my list</Link>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

function echoOf({ dateOfBirth, expectedOn }: ReadBirth): string | undefined {
  const date = parseCalendarDate(dateOfBirth || expectedOn);
  return date && `${expectedOn ? 'Unborn, expected ' : ''}${formatLongDate(date)}`;
}
