import type { ComponentProps } from 'react';
import { type CalendarDate, formatLongDate } from '#domain/calendar-date.ts';
import { readTypedDate } from '#domain/typed-date.ts';
import { DateTextField } from './date-text-field.tsx';

interface ByWhenFieldProps extends Omit<ComponentProps<typeof DateTextField>, 'label' | 'hint'> {
  readonly typed: string;
  /** The day a typed "2 weeks" is counted from. */
  readonly agreedOn: CalendarDate;
}

/** When an action is to be done: kept as typed, with the date that is read from it said beside it. */
export function ByWhenField({ typed, agreedOn, ...field }: ByWhenFieldProps) {
  const read = readTypedDate(typed, agreedOn);
  const echo =
    read.outcome === 'read'
      ? formatLongDate(read.date)
      : read.outcome === 'unreadable'
        ? 'Kept as written; no date was read from it'
        : undefined;
  return (
    <DateTextField
      label="By when"
      hint="28 11 2026, 28 nov, friday, 2 weeks or next session."
      echo={echo}
      {...field}
    />
  );
}
