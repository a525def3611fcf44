import { useFormContext, useWatch } from 'react-hook-form';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { type EntitlementDay, readStepDay } from '#domain/entitlements/entitlement-days.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { EntitlementValues } from './entitlement-values.ts';

/** Step 1 (003:164). */
export function OneToOneFields({ supervisor }: { readonly supervisor: string }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Step 1: you and {supervisor}</h2>
      <DayField name="oneToOneOn" label="Day of the one-to-one" />
      <LongField
        name="issue"
        label="The issue"
        hint="What is not happening as agreed. Children by their reference and not by name."
      />
      <LongField
        name="oneToOneOutcome"
        label="What came of it"
        hint="Also where nothing was agreed."
      />
    </section>
  );
}

/** Step 2 (003:165). */
export function ThreeWayFields({ supervisor }: { readonly supervisor: string }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Step 2: with {supervisor}’s line manager</h2>
      <p className="govuk-body">Only where step 1 did not solve it.</p>
      <DayField name="threeWayOn" label="Day of the meeting of three" />
      <LineField name="lineManager" label="Line manager" />
      <LongField name="difficulties" label="What was difficult (optional)" />
      <LongField name="threeWayOutcomes" label="Outcomes agreed" />
    </section>
  );
}

/** The agreement's own way out of a dispute (003:220). */
export function DisputeFields() {
  const { register, formState } = useFormContext<EntitlementValues>();
  const { errors } = formState;
  return (
    <section>
      <h2 className="govuk-heading-m">If there is a dispute</h2>
      <p className="govuk-body">
        Your agreement names somebody to meet with you both. Each of you makes sure that the other
        knows of the meeting in advance.
      </p>
      <DayField name="disputeOn" label="Day of the meeting" />
      <LineField name="thirdPerson" label="Who was asked to meet with you both" />
      <RadiosField
        legend="Was the other person told in advance?"
        small
        inline
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        error={errors.noticeGiven?.message}
        {...register('noticeGiven')}
      />
      <DayField name="noticeGivenOn" label="Told on (optional)" />
      <LongField name="disputeOutcome" label="What came of the meeting (optional)" />
    </section>
  );
}

function DayField({ name, label }: { readonly name: EntitlementDay; readonly label: string }) {
  const workspace = useWorkspace();
  const { register, control, formState } = useFormContext<EntitlementValues>();
  const read = readStepDay(useWatch({ control, name }), todayIn(workspace));
  return (
    <DateTextField
      label={label}
      echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
      error={formState.errors[name]?.message}
      {...register(name)}
    />
  );
}

type LineName = 'lineManager' | 'thirdPerson';
type LongName =
  | 'issue'
  | 'oneToOneOutcome'
  | 'difficulties'
  | 'threeWayOutcomes'
  | 'disputeOutcome';

function LineField({ name, label }: { readonly name: LineName; readonly label: string }) {
  const { register, formState } = useFormContext<EntitlementValues>();
  return (
    <TextField
      label={label}
      width="20"
      error={formState.errors[name]?.message}
      {...register(name)}
    />
  );
}

interface LongFieldProps {
  readonly name: LongName;
  readonly label: string;
  readonly hint?: string;
}

function LongField({ name, label, hint }: LongFieldProps) {
  const { register, formState } = useFormContext<EntitlementValues>();
  return (
    <TextAreaField
      label={label}
      hint={hint}
      rows={2}
      grow
      error={formState.errors[name]?.message}
      {...register(name)}
    />
  );
}
