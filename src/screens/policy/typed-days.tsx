import { useForm } from 'react-hook-form';
import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { TypedDay } from '#domain/records/holidays.ts';
import {
  countClosures,
  forgetDay,
  holidayList,
  typeDay,
} from '#storage/policies/store-holidays.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

const kinds: Record<TypedDay['kind'], string> = {
  added: 'A bank holiday that was proclaimed',
  removed: 'No bank holiday after all',
  closure: 'The council is closed',
};

/** Days that a person knows of: each can be taken back, and none changes the published list. */
export function TypedDays() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { typed, closuresCount } = holidayList(workspace);

  async function forget(day: TypedDay) {
    await forgetDay(workspace, day.id);
    announce(`${dayWords(day.on)} taken back`);
  }

  const columns: readonly Column<TypedDay>[] = [
    { key: 'on', header: 'Day', rowHeader: true, render: ({ on }) => dayWords(on) },
    { key: 'kind', header: 'What it is', render: ({ kind }) => kinds[kind] },
    { key: 'name', header: 'Name', render: ({ name }) => name },
    {
      key: 'forget',
      header: 'Action',
      render: (day) => (
        <Button variant="link" onClick={() => void forget(day)}>
          Take back <span className="govuk-visually-hidden">{dayWords(day.on)}</span>
        </Button>
      ),
    },
  ];
  return (
    <section aria-labelledby="typed-heading">
      <h2 className="govuk-heading-m" id="typed-heading">
        Days typed here
      </h2>
      <DataTable
        caption="What was typed"
        captionHidden
        columns={columns}
        rows={typed.toSorted((a, b) => (a.on < b.on ? -1 : 1))}
        rowKey={({ id }) => id}
        emptyText="None."
        compact
      />
      <CheckboxField
        name="closuresCount"
        id="closures-count"
        label="Days on which the council is closed are not working days for a deadline"
        hint="Your policy counts working days without them unless it says so."
        checked={closuresCount}
        onChange={(event) => void countClosures(workspace, event.currentTarget.checked)}
      />
      <AddDay />
    </section>
  );
}

const dayWords = (on: string): string => {
  const date = parseCalendarDate(on);
  return date ? formatLongDate(date) : on;
};

function AddDay() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const { register, handleSubmit, setError, watch, reset, formState } = useForm({
    defaultValues: { on: '', kind: 'added', name: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const read = readTypedDate(watch('on'), today);

  const submit = handleSubmit(async (values) => {
    const day = readTypedDate(values.on, today);
    if (day.outcome !== 'read') {
      const message = day.outcome === 'unreadable' ? day.reason : 'Enter the day';
      setError('on', { type: 'date', message });
      return;
    }
    const kind = values.kind as TypedDay['kind']; // one of the radios below
    const outcome = await typeDay(workspace, { kind, on: day.date, name: values.name.trim() });
    if (outcome === 'alreadyThere') {
      setError('on', { type: outcome, message: `${formatLongDate(day.date)} is there already` });
      return;
    }
    announce(`${formatLongDate(day.date)} added`);
    reset({ on: '', kind: values.kind, name: '' });
  });

  return (
    <>
      <h3 className="govuk-heading-s">Add a day</h3>
      <ErrorSummary {...useFormErrors('day', formState)} />
      <Form id="day" onSubmit={(event) => void submit(event)}>
        <DateTextField
          label="Day"
          hint="For example, 29 12 2026."
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.on?.message}
          {...register('on')}
        />
        <RadiosField
          legend="What is it?"
          options={(['added', 'removed', 'closure'] as const).map((value) => ({
            value,
            label: kinds[value],
          }))}
          {...register('kind')}
        />
        <TextField label="Name (optional)" width="20" {...register('name')} />
        <Button type="submit" variant="secondary" disabled={formState.isSubmitting}>
          Add this day
        </Button>
      </Form>
    </>
  );
}
