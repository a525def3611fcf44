import { useWatch } from 'react-hook-form';
import { readSeenDate, type SeenField, seenFields } from '#domain/agenda/seen-dates.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Child } from '#domain/records/child.ts';
import type { SubjectWord } from '#domain/records/discussion-fields.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { usePrepareForms } from './prepare-forms.ts';

interface SeenDatesProps {
  readonly child: Child;
  readonly index: number;
  readonly word: SubjectWord;
}

const heldFact = {
  seenOn: 'lastSeenOn',
  seenAloneOn: 'lastSeenAloneOn',
  inTouchOn: 'inTouchOn',
} as const;

export function SeenDates({ child, index, word }: SeenDatesProps) {
  return (
    <>
      {seenFields(word).map((field) => (
        <SeenDate
          key={field.key}
          field={field}
          index={index}
          held={child.facts[heldFact[field.key]]}
        />
      ))}
    </>
  );
}

interface SeenDateProps {
  readonly field: SeenField;
  readonly index: number;
  /** The date that the council's own data has. */
  readonly held: string;
}

function SeenDate({ field, index, held }: SeenDateProps) {
  const workspace = useWorkspace();
  const { control, register, setValue } = usePrepareForms().preparation;
  const at = `children.${index}` as const;
  const [name, dateName] = [`${at}.${field.key}`, `${at}.${field.dateKey}`] as const;
  const [typed = '', read = ''] = useWatch({ control, name: [name, dateName] });
  const date = parseCalendarDate(read);
  const heldOn = parseCalendarDate(held);
  const echo = date
    ? formatLongDate(date)
    : typed.trim() !== ''
      ? 'Kept as written; no date was read from it'
      : undefined;
  return (
    <DateTextField
      label={field.label}
      hint={heldOn ? `Held: ${formatDate(heldOn)}.` : '12/11/2026, 12 nov, yesterday or friday.'}
      echo={echo}
      {...register(name, {
        // Read on the day it is typed: "friday" is another day next week.
        onChange: (event: { target: { value: string } }) =>
          setValue(dateName, readSeenDate(event.target.value, todayIn(workspace))),
      })}
    />
  );
}
