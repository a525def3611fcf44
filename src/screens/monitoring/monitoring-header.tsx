import { useFormContext, useWatch } from 'react-hook-form';
import { monthsWords } from '#domain/cancellations/gap-line.ts';
import {
  addInterval,
  type CalendarDate,
  type CalendarMonth,
  formatLongDate,
  monthOf,
} from '#domain/dates/calendar-date.ts';
import { monthsFrom } from '#domain/figures/figures-of-period.ts';
import { readPastDay } from '#domain/monitoring/monitoring-missing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { MonitoringValues } from './monitoring-values.ts';

/** A year and a half: longer ago than anybody fills a form about. */
const MONTHS_BACK = '-P18M';

function monthOptions(today: CalendarDate, chosen: string) {
  const shown = monthsFrom(monthOf(addInterval(today, MONTHS_BACK)), monthOf(today)).toReversed();
  const isShown = chosen === '' || shown.some((month) => month === chosen);
  const all: readonly CalendarMonth[] = isShown ? shown : [...shown, chosen as CalendarMonth]; // as stored
  return [
    { value: '', label: 'Choose a month' },
    ...all.map((month) => ({ value: month, label: monthsWords([month]) })),
  ];
}

/** Part 0: which months, who completed it and when. Whose it is stands above the form. */
export function MonitoringHeader() {
  const workspace = useWorkspace();
  const today = todayIn(workspace);
  const { register, control, getValues, formState } = useFormContext<MonitoringValues>();
  const { errors } = formState;
  const read = readPastDay(useWatch({ control, name: 'on' }), today);
  return (
    <>
      <SelectField
        label="First month"
        options={monthOptions(today, getValues('from'))}
        error={errors.from?.message}
        {...register('from')}
      />
      <SelectField
        label="Last month"
        hint="For one month, choose the same."
        options={monthOptions(today, getValues('to'))}
        error={errors.to?.message}
        {...register('to')}
      />
      <TextField
        label="Completed by"
        width="20"
        error={errors.completedBy?.message}
        {...register('completedBy')}
      />
      <DateTextField
        label="Completed on"
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        error={errors.on?.message}
        {...register('on')}
      />
    </>
  );
}
