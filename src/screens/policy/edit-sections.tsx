import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { strengthChoices } from '#domain/policies/profile-edit.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { EditValues } from './edit-values.ts';
import { intervalOptions, strengthWords, supervisionOptions } from './policy-words.ts';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 className="govuk-heading-m" id={`${id}-heading`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function EditSupervision() {
  const { register, formState } = useFormContext<EditValues>();
  const { others = [], supervision = '' } = formState.defaultValues ?? {};
  return (
    <Section id="supervision" title="Supervision">
      <SelectField
        label="A worker is supervised"
        hint="A calendar month is any day in each month. Everything else counts from the last session."
        options={supervisionOptions(supervision)}
        {...register('supervision')}
      />
      {others.map((other, i) => (
        <SelectField
          key={other?.path}
          label={other?.label ?? ''}
          options={intervalOptions(other?.interval ?? '')}
          {...register(`others.${i}.interval`)}
        />
      ))}
    </Section>
  );
}

const deadlines = [
  ['childRecordDays', 'A child’s record, working days after the session'],
  ['significantHours', 'A significant or urgent decision, hours after it was made'],
  ['informalDays', 'A decision outside supervision, working days'],
  ['staffNotesDays', 'Supervision notes, working days after the session'],
] as const;

export function EditDeadlines() {
  const { register, formState } = useFormContext<EditValues>();
  return (
    <Section id="deadlines" title="Deadlines for recording">
      <p className="govuk-body">Leave a number empty where your policy gives none.</p>
      {deadlines.map(([name, label]) => (
        <TextField
          key={name}
          label={label}
          width="5"
          inputMode="numeric"
          error={formState.errors[name]?.message}
          {...register(name)}
        />
      ))}
    </Section>
  );
}

export function EditSession() {
  const { register, formState } = useFormContext<EditValues>();
  return (
    <Section id="session" title="The session">
      <TextField
        label="Length in minutes"
        width="5"
        inputMode="numeric"
        error={formState.errors.minutes?.message}
        {...register('minutes')}
      />
      <SelectField
        label="Depth of a discussion"
        options={[
          { value: 'both', label: 'Brief check-in or in depth' },
          { value: 'brief', label: 'Brief check-in only' },
          { value: 'inDepth', label: 'In depth only' },
        ]}
        {...register('depths')}
      />
      <CheckboxField label="The agenda is agreed at the start" {...register('agendaAtStart')} />
      <CheckboxField
        label="Supervision notes cover all four aspects, or say why not"
        {...register('fourAspects')}
      />
      <CheckboxField
        label="A brief check-in says what it is like to be this child"
        {...register('childInBrief')}
      />
      <CheckboxField label="A supervision agreement is needed" {...register('agreementRequired')} />
      <CheckboxField
        label="It is signed before the first session"
        {...register('signedBeforeFirst')}
      />
    </Section>
  );
}

/** One strength and one source for all that was changed: what stayed keeps its own. */
export function EditSources() {
  const { register } = useFormContext<EditValues>();
  return (
    <Section id="sources" title="What you changed">
      <RadiosField
        legend="How binding is it?"
        hint="It changes the words beside a date, never the date."
        inline
        options={strengthChoices.map((value) => ({ value, label: strengthWords[value] }))}
        {...register('strength')}
      />
      <TextField
        label="Where it comes from (optional)"
        hint="For example, Practice guidance 2027, page 4. It stands beside each date that follows from it."
        {...register('source')}
      />
    </Section>
  );
}
