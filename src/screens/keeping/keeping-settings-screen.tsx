import { type UseFormReturn, useForm } from 'react-hook-form';
import {
  keptGroups,
  keptKindWords,
  periodOf,
  periodUnits,
  readPeriod,
} from '#domain/keeping/periods.ts';
import { type KeptKind, keptKinds } from '#domain/records/keeping.ts';
import { periodsOf, setPeriods } from '#storage/keeping/keeping.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

interface Periods {
  readonly counts: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly recorded: string;
}

const NOT_A_NUMBER = 'Enter a whole number above 0, or leave it empty';

/** The council's periods. Left empty, nothing of that kind is ever listed. */
export function KeepingSettingsScreen() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const goTo = useGoTo();
  useAll('keeping');
  const periods = periodsOf(workspace);
  const form = useForm<Periods>({
    defaultValues: {
      counts: Object.fromEntries(
        keptKinds.map((kind) => [kind, String(readPeriod(periods[kind])?.count ?? '')]),
      ),
      units: Object.fromEntries(
        keptKinds.map((kind) => [kind, readPeriod(periods[kind])?.unit ?? 'Y']),
      ),
      recorded: String(readPeriod(periods.recorded)?.count ?? ''),
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, handleSubmit, formState, setError } = form;
  const errors = useFormErrors('periods', formState);
  const submit = handleSubmit(async ({ counts, units, recorded }) => {
    const typed = keptKinds.map(
      (kind) => [kind, periodOf(counts[kind] ?? '', units[kind] ?? 'Y')] as const,
    );
    const after = periodOf(recorded, 'D');
    for (const [kind, period] of typed)
      if (period === undefined)
        setError(`counts.${kind}`, { type: 'number', message: NOT_A_NUMBER });
    if (after === undefined) setError('recorded', { type: 'number', message: NOT_A_NUMBER });
    if (after === undefined || typed.some(([, period]) => period === undefined)) return;
    await setPeriods(workspace, { ...periods, ...Object.fromEntries(typed), recorded: after });
    announce('Periods saved');
    goTo('/keeping');
  });
  return (
    <Page
      title="How long records stay"
      back={<BackLink href="/keeping">Keeping and removing</BackLink>}
      width="text"
    >
      <ErrorSummary {...errors} />
      <p className="govuk-body">
        Your council decides these. A period that is empty is not set, and nothing of that kind is
        listed. Nothing is removed until a person confirms it.
      </p>
      <Form id="periods" onSubmit={(event) => void submit(event)}>
        {keptGroups.map(({ heading, kinds }) => (
          <section key={heading}>
            <h2 className="govuk-heading-m">{heading}</h2>
            {kinds.map((kind) => (
              <PeriodFields key={kind} kind={kind} form={form} />
            ))}
            {kinds.includes('childRecord') && (
              <TextField
                label="Days after a child’s record was recorded in the case system"
                hint="Of a discussion, a group, a record made outside a session or a gap: it may leave this device sooner than the period above"
                width="5"
                inputMode="numeric"
                error={formState.errors.recorded?.message}
                {...register('recorded')}
              />
            )}
          </section>
        ))}
        <Button type="submit">Save periods</Button>
      </Form>
    </Page>
  );
}

interface PeriodFieldsProps {
  readonly kind: KeptKind;
  readonly form: UseFormReturn<Periods>;
}

function PeriodFields({ kind, form: { register, formState } }: PeriodFieldsProps) {
  const { many } = keptKindWords[kind];
  return (
    <div className="fp-actions">
      <TextField
        label={many}
        width="5"
        inputMode="numeric"
        error={formState.errors.counts?.[kind]?.message}
        {...register(`counts.${kind}`)}
      />
      <SelectField
        label={
          <>
            Unit
            <span className="govuk-visually-hidden">: {many.toLowerCase()}</span>
          </>
        }
        options={periodUnits}
        {...register(`units.${kind}`)}
      />
    </div>
  );
}
