import { useFormContext, useWatch } from 'react-hook-form';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { activityWords, observationTables } from '#domain/observations/observation-fields.ts';
import { readObservedDay } from '#domain/observations/observation-missing.ts';
import { activities, type ObservationKind } from '#domain/records/observation.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useNamedIn } from './named-children.tsx';
import { ObservationSection } from './observation-section.tsx';
import { ObservationTextField } from './observation-text-field.tsx';
import type { ObservationValues } from './observation-values.ts';

const options = [
  { value: '', label: 'Choose' },
  ...activities.map((value) => ({ value, label: activityWords[value] })),
];

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** When it was, who watched, what it was for, and that the family was asked. */
export function ObservationBefore({ kind }: { readonly kind: ObservationKind }) {
  const workspace = useWorkspace();
  const { register, control, formState } = useFormContext<ObservationValues>();
  const { errors } = formState;
  const { before, withFamily } = observationTables[kind];
  const typed = useWatch({ control, name: 'on' });
  const read = readObservedDay({ on: typed }, todayIn(workspace));
  return (
    <ObservationSection title={withFamily ? 'Before' : 'When and who'}>
      <DateTextField
        label="Observed on"
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        error={errors.on?.message}
        {...register('on')}
      />
      <TextField
        label="Time (optional)"
        hint="Like 2:41pm."
        width="10"
        error={errors.time?.message}
        {...register('time')}
      />
      <TextField
        label="Who observed"
        width="20"
        error={errors.observer?.message}
        {...register('observer')}
      />
      {withFamily && <Activity />}
      {before.map((field) => (
        <ObservationTextField key={field.key} field={field} />
      ))}
      {withFamily && <Consent />}
    </ObservationSection>
  );
}

function Activity() {
  const { register, control, formState } = useFormContext<ObservationValues>();
  const { errors } = formState;
  const activity = useWatch({ control, name: 'activity' });
  const named = useNamedIn(control, 'activityOther');
  return (
    <>
      <SelectField
        label="Activity"
        hint="In general words. No child is named on this file."
        options={options}
        error={errors.activity?.message}
        {...register('activity')}
      />
      {activity === 'other' && (
        <TextField
          label="What it was"
          hint={named}
          error={errors.activityOther?.message}
          {...register('activityOther')}
        />
      )}
    </>
  );
}

function Consent() {
  const { register, control, formState } = useFormContext<ObservationValues>();
  const { errors } = formState;
  const named = useNamedIn(control, 'consentHow');
  return (
    <>
      <RadiosField
        legend="Did the practitioner ask the child or family whether somebody may observe?"
        inline
        small
        options={yesOrNo}
        error={errors.consent?.message}
        {...register('consent')}
      />
      <TextField
        label="How they asked, or why not"
        hint={named}
        error={errors.consentHow?.message}
        {...register('consentHow')}
      />
    </>
  );
}
