import { useFieldArray, useWatch } from 'react-hook-form';
import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { absenceKinds, emptyAbsence } from '#domain/records/told-absence.ts';
import { readLeave, readLeaveDates } from '#domain/supervision/read-leave.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { usePrepareForms } from './prepare-forms.ts';

const kinds = [{ value: '', label: 'Choose' }, ...absenceKinds];

/** Away since last time, and how the work is: on the supervision file, and on no child's record. */
export function AwayFields() {
  const { newId } = useWorkspace().ports;
  const { control, register } = usePrepareForms().before;
  const { fields, append, remove } = useFieldArray({ control, name: 'absences', keyName: 'key' });
  return (
    <Form id="away" onSubmit={(event) => event.preventDefault()}>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <fieldset className="fp-plain">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          Away since last time
        </legend>
        {fields.map(({ key }, at) => (
          <div key={key} className="fp-repeat">
            <ToldAbsence at={at} />
            <Button variant="link" onClick={() => remove(at)}>
              Remove absence {at + 1}
            </Button>
          </div>
        ))}
        <Button variant="secondary" onClick={() => append(emptyAbsence(newId()))}>
          Add an absence
        </Button>
        {fields.length === 0 && (
          <CheckboxField small label="None since last time" {...register('noAbsences')} />
        )}
      </fieldset>
      <TextAreaField
        label="What the work is doing to me"
        hint="Wellbeing, workload, what would help."
        rows={3}
        grow
        {...register('wellbeing')}
      />
    </Form>
  );
}

function ToldAbsence({ at }: { readonly at: number }) {
  const workspace = useWorkspace();
  const { control, register, getValues, setValue } = usePrepareForms().before;
  const name = `absences.${at}` as const;
  const { from = '', to = '', fromDate = '', toDate = '' } = useWatch({ control, name }) ?? {};
  const read = readLeave({ from, to }, todayIn(workspace), 'oneDay');
  const echo = (field: 'from' | 'to', typed: string, kept: string) => {
    const date = parseCalendarDate(kept);
    if (date) return formatLongDate(date);
    if (read.outcome === 'unreadable' && read.field === field) return read.reason;
    return typed.trim() === '' ? undefined : 'Kept as written; no date was read from it';
  };
  // Read on the day it is typed: "friday" is another day next week.
  const keepDates = (field: 'from' | 'to') => ({
    onChange: (event: { target: { value: string } }) => {
      const typed = { ...getValues(name), [field]: event.target.value };
      const dates = readLeaveDates(typed, field, todayIn(workspace));
      setValue(`${name}.fromDate`, dates.fromDate);
      setValue(`${name}.toDate`, dates.toDate);
    },
  });
  return (
    <>
      <SelectField label={`Absence ${at + 1}`} options={kinds} {...register(`${name}.kind`)} />
      <DateTextField
        label="First day away"
        hint="For example, 3 November."
        echo={echo('from', from, fromDate)}
        {...register(`${name}.from`, keepDates('from'))}
      />
      <DateTextField
        label="Last day away"
        echo={echo('to', to, toDate)}
        {...register(`${name}.to`, keepDates('to'))}
      />
      <TextField label="Detail" {...register(`${name}.detail`)} />
    </>
  );
}
