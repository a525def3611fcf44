import type { ComponentProps } from 'react';
import { readByWhen } from '#domain/dates/by-when.ts';
import { type CalendarDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { DateTextField } from './date-text-field.tsx';

interface ByWhenFieldProps extends Omit<ComponentProps<typeof DateTextField>, 'label' | 'hint'> {
  readonly label?: string;
  readonly typed: string;
  /** The day a typed "2 weeks" is counted from. */
  readonly agreedOn: CalendarDate;
  /** What "next session" means now, where it is known. */
  readonly nextSessionOn?: CalendarDate | undefined;
}

/** When an action is to be done: kept as typed, with the date that is read from it said beside it. */
export function ByWhenField(props: ByWhenFieldProps) {
  const { label = 'By when', typed, agreedOn, nextSessionOn, ...field } = props;
  return (
    <DateTextField
      label={label}
      hint="28 11 2026, 28 nov, friday, 2 weeks or next session."
      echo={echoOf(typed, agreedOn, nextSessionOn)}
      {...field}
    />
  );
}

function echoOf(typed: string, agreedOn: CalendarDate, nextSessionOn: CalendarDate | undefined) {
  const read = readByWhen(typed, agreedOn, nextSessionOn);
  switch (read.outcome) {
    case 'read':
      return formatLongDate(read.date);
    case 'nextSession':
      return `The next session${read.date ? `, ${formatLongDate(read.date)}` : ''}`;
    case 'unreadable':
      return 'Kept as written; no date was read from it';
    case 'empty':
      return undefined;
  }
}
