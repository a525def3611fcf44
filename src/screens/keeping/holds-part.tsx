import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { isStanding } from '#domain/keeping/holds.ts';
import type { Keeping } from '#domain/records/keeping.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { endHold, holdsOf, startHold } from '#storage/keeping/keeping.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** Legal holds: whom they are about, and the way to end each. */
export function HoldsPart() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  useAll('keeping');
  const standing = holdsOf(workspace).filter(isStanding);
  return (
    <>
      <h2 className="govuk-heading-m">Legal holds</h2>
      {standing.length === 0 && <p className="govuk-body">None.</p>}
      <ul className="govuk-list">
        {standing.map((hold) => (
          <li key={hold.id}>
            {aboutWhom(workspace, hold)}: {hold.reason} Held by {hold.heldBy}, from{' '}
            {dayWords(hold.from)}.{' '}
            <Button
              variant="link"
              onClick={() => void endHold(workspace, hold.id).then(() => announce('Hold ended'))}
            >
              End it
              <span className="govuk-visually-hidden"> for {aboutWhom(workspace, hold)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Details summary="Put a hold on a child or a member of staff">
        <HoldForm />
      </Details>
    </>
  );
}

const dayWords = (day: string): string => {
  const on = parseCalendarDate(day);
  return on ? formatDate(on) : day;
};

function aboutWhom(
  workspace: Parameters<typeof staffName>[0],
  { childRef, staffRef }: Keeping,
): string {
  const child = childRef && findChild(workspace, childRef)?.body;
  return child ? childLabel(child) : staffName(workspace, staffRef ?? '');
}

/** On whom, why and who said so: each is needed before it stands. */
function HoldForm() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const children = useAll('children');
  const staff = useAll('staff');
  const [notSaved, setNotSaved] = useState('');
  const form = useForm({
    defaultValues: { about: '', reason: '', heldBy: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, handleSubmit, formState, setError, reset } = form;
  const errors = useFormErrors('hold', formState);
  const submit = handleSubmit(async ({ about, reason, heldBy }) => {
    if (about === '')
      setError('about', { type: 'missing', message: 'Select who the hold is about' });
    if (reason.trim() === '')
      setError('reason', { type: 'missing', message: 'Enter the reason for the hold' });
    if (heldBy.trim() === '')
      setError('heldBy', { type: 'missing', message: 'Enter who asked for the hold' });
    if (about === '' || reason.trim() === '' || heldBy.trim() === '') return;
    const child = children.find(({ ref }) => about === `child ${ref}`);
    const person = staff.find(({ ref }) => about === `staff ${ref}`);
    try {
      await startHold(workspace, {
        ...{ reason, heldBy, from: todayIn(workspace) },
        ...{ childRef: child?.ref, staffRef: person?.ref },
      });
    } catch {
      return setNotSaved('Not saved on this device. Try again.');
    }
    setNotSaved('');
    reset();
    announce('Hold saved');
  });
  return (
    <Form id="hold" onSubmit={(event) => void submit(event)}>
      <ErrorSummary {...errors} />
      <p className="govuk-body">
        <Destination file="working" /> It stays in the settings of this device.
      </p>
      <SelectField
        label="Who is it about?"
        error={formState.errors.about?.message}
        options={[
          { value: '', label: 'Select one' },
          ...children.map((child) => ({ value: `child ${child.ref}`, label: childLabel(child) })),
          ...staff.map(({ ref, name }) => ({ value: `staff ${ref}`, label: `Staff: ${name}` })),
        ]}
        {...register('about')}
      />
      <TextAreaField
        label="Reason"
        rows={2}
        error={formState.errors.reason?.message}
        {...register('reason')}
      />
      <TextField
        label="Who asked for it"
        error={formState.errors.heldBy?.message}
        {...register('heldBy')}
      />
      {notSaved !== '' && <p className="govuk-body">{notSaved}</p>}
      <Button type="submit" variant="secondary">
        Put the hold on
      </Button>
    </Form>
  );
}
