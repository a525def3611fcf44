import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { isOpenOn } from '#domain/caseload/caseload.ts';
import { type CalendarDate, formatDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';
import {
  closeChild,
  correctChild,
  type ListReason,
  removeChild,
  reopenChild,
  transferChild,
} from '#storage/caseload/caseload.ts';
import { hasRecords, practitioners } from '#storage/caseload/caseload-reads.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, type ButtonVariant } from '#ui/button.tsx';
import { DatalistField } from '#ui/datalist-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useGoTo } from '#ui/link.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { birthText, readBirth } from './child-fields.ts';
import { HigherRiskForm } from './higher-risk-form.tsx';
import { OverrideForm } from './override-form.tsx';
import { TeamsForm } from './teams-form.tsx';

/** Each change has its date and its reason; none of them takes anything away. */
export function ChangeForms({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const isOpen = isOpenOn(child, todayIn(workspace));
  return (
    <>
      <h2 className="govuk-heading-m">Change this entry</h2>
      <Correct child={child} />
      {isOpen && <HigherRiskForm child={child} />}
      {isOpen && <OverrideForm child={child} />}
      {isOpen && profileOf(workspace).child.multiTeam && <TeamsForm child={child} />}
      {isOpen && <TransferForm child={child} />}
      {isOpen ? (
        <Dated
          id="close"
          summary="Close the case"
          action="Close the case"
          onDone={(why) => closeChild(workspace, child.ref, why)}
        />
      ) : (
        <Dated
          id="reopen"
          summary="Reopen the case"
          action="Reopen the case"
          onDone={(why) => reopenChild(workspace, child.ref, why)}
        />
      )}
      {!hasRecords(workspace, child.ref) && <Remove child={child} />}
    </>
  );
}

interface DatedProps {
  readonly id: string;
  readonly summary: string;
  readonly action: string;
  readonly variant?: ButtonVariant;
  readonly hint?: string;
  readonly onDone: (why: ListReason) => Promise<unknown>;
  readonly children?: ReactNode;
  /** What is wrong with the fields given as children, if anything. */
  readonly check?: () => string | undefined;
}

/** A change from a day, with a reason. */
function Dated({ id, summary, action, variant, hint, onDone, children, check }: DatedProps) {
  const workspace = useWorkspace();
  const today = todayIn(workspace);
  const [problem, setProblem] = useState('');
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: { on: formatDate(today), reason: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const read = readTypedDate(watch('on'), today, { prefer: 'past' });
  const submit = handleSubmit(async ({ reason }) => {
    const wrong = check?.();
    setProblem(wrong ?? '');
    if (wrong) return;
    if (read.outcome !== 'read') {
      const message = read.outcome === 'empty' ? 'Enter the date' : read.reason;
      setError('on', { type: 'date', message });
      return;
    }
    await onDone({ on: read.date, reason });
  });
  return (
    <Details summary={summary} open={formState.submitCount > 0 && !formState.isSubmitSuccessful}>
      <ErrorSummary {...useFormErrors(id, formState)} />
      {hint && <p className="govuk-hint">{hint}</p>}
      <Form id={id} onSubmit={(event) => void submit(event)}>
        {children}
        {problem && <p className="govuk-error-message">{problem}</p>}
        <DateTextField
          label="From"
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.on?.message}
          {...register('on')}
        />
        <TextField
          label="Reason"
          error={errors.reason?.message}
          {...register('reason', {
            validate: (reason) => reason.trim() !== '' || 'Write the reason',
          })}
        />
        <Button type="submit" variant={variant ?? 'secondary'} disabled={formState.isSubmitting}>
          {action}
        </Button>
      </Form>
    </Details>
  );
}

function TransferForm({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const people = practitioners(workspace);
  const [to, setTo] = useState('');
  return (
    <Dated
      id="transfer"
      summary="Transfer to another worker"
      action="Transfer"
      check={() => (to.trim() === '' ? 'Enter the new worker’s name' : undefined)}
      onDone={(why) => {
        const known = people.find(({ name }) => name.toLowerCase() === to.trim().toLowerCase());
        return transferChild(workspace, child.ref, known?.ref ?? { name: to }, why);
      }}
    >
      <DatalistField
        name="to"
        label="New worker"
        width="20"
        suggestions={people.map(({ name }) => name)}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
    </Dated>
  );
}

function Correct({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const today: CalendarDate = todayIn(workspace);
  const { register, getValues } = useForm({
    defaultValues: {
      name: child.name,
      reference: child.reference,
      birth: birthText(child),
      status: child.status,
    },
  });
  return (
    <Dated
      id="correct"
      summary="Correct the name, reference, date of birth or status"
      action="Save the correction"
      hint="Records made before keep what they said. An earlier reference can still be searched."
      check={() => readBirth(getValues('birth'), today).problem}
      onDone={(why) => {
        const { name, reference, status, birth } = getValues();
        const { dateOfBirth, expectedOn } = readBirth(birth, today);
        const correction = { name, reference: reference.trim(), status, dateOfBirth, expectedOn };
        return correctChild(workspace, child.ref, correction, why);
      }}
    >
      <TextField label="Name" width="20" {...register('name')} />
      <TextField label="Reference" width="10" {...register('reference')} />
      <TextField label="Date of birth, or date expected" width="20" {...register('birth')} />
      <SelectField
        label="Status"
        options={[
          { value: '', label: 'Not known yet' },
          ...cohortOptions(profileOf(workspace)).map(({ code, label }) => ({ value: code, label })),
        ]}
        {...register('status')}
      />
    </Dated>
  );
}

function Remove({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  return (
    <Dated
      id="remove"
      summary="Remove: brought in by mistake"
      action="Remove from my list"
      variant="warning"
      hint="Only while nothing about this child is finalised. To end work with a child, close the case."
      onDone={async (why) => {
        const outcome = await removeChild(workspace, child.ref, why);
        if (outcome === 'removed') goTo('/children');
      }}
    />
  );
}
