import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import {
  type CalendarDate,
  formatLongDate,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import type { RecordId } from '#domain/ids.ts';
import type { BeforeSession } from '#domain/records/response.ts';
import { absenceKinds, emptyAbsence } from '#domain/records/told-absence.ts';
import { readLeaveDates } from '#domain/supervision/read-leave.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { AsWritten, NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

interface NotesAbsencesProps {
  readonly who: string;
  readonly response: BeforeSession | undefined;
  /** The day that "friday" is counted from. */
  readonly meetingOn: CalendarDate;
  readonly newId: () => RecordId;
}

/** Absences since last time: as the practitioner wrote them, and as told in the session. */
export function NotesAbsences({ who, response, meetingOn, newId }: NotesAbsencesProps) {
  const { control, register } = useFormContext<NoteValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'absences', keyName: 'key' });
  return (
    <NotesSection title="Absences since last time">
      {response && <Written who={who} response={response} />}
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <SelectField
            label={`Absence ${i + 1}: kind`}
            options={[{ value: '', label: 'Not said' }, ...absenceKinds]}
            {...register(`absences.${i}.kind`)}
          />
          <Dates index={i} meetingOn={meetingOn} />
          <TextField label="Detail" {...register(`absences.${i}.detail`)} />
          <Button variant="link" onClick={() => remove(i)}>
            Remove absence {i + 1}
          </Button>
        </div>
      ))}
      <Button variant="secondary" onClick={() => append(emptyAbsence(newId()))}>
        Add an absence
      </Button>
      {fields.length === 0 && (
        <CheckboxField small label="None since last time" {...register('noAbsences')} />
      )}
    </NotesSection>
  );
}

function Written({ who, response }: { readonly who: string; readonly response: BeforeSession }) {
  const { absences, noAbsences } = response;
  if (absences.length === 0 && !noAbsences) return null;
  return (
    <AsWritten who={who} title="Absences">
      {absences.length === 0 ? (
        <p className="govuk-body">None since last time.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {absences.map(({ id, kind, from, to, detail }) => (
            <li key={id} className="fp-text">
              {[absenceKinds.find(({ value }) => value === kind)?.label, datesOf(from, to), detail]
                .filter(Boolean)
                .join(': ')}
            </li>
          ))}
        </ul>
      )}
    </AsWritten>
  );
}

const datesOf = (from: string, to: string) => [from, to].filter(Boolean).join(' to ');

function echoOf(typed: string, kept: string): string | undefined {
  const date = parseCalendarDate(kept);
  if (date) return formatLongDate(date);
  return typed.trim() === '' ? undefined : 'Kept as written; no date was read from it';
}

/** How the two boxes were understood: only what is read here can explain a month that was missed. */
function Dates({ index, meetingOn }: { readonly index: number; readonly meetingOn: CalendarDate }) {
  const { control, register, getValues, setValue } = useFormContext<NoteValues>();
  const name = `absences.${index}` as const;
  const { from = '', to = '', fromDate = '', toDate = '' } = useWatch({ control, name }) ?? {};
  // Read once, as it is typed: a session that goes on another day is another day to count from.
  const keepDates = (field: 'from' | 'to') => ({
    onChange: (event: { target: { value: string } }) => {
      const typed = { ...getValues(name), [field]: event.target.value };
      const dates = readLeaveDates(typed, field, meetingOn);
      setValue(`${name}.fromDate`, dates.fromDate);
      setValue(`${name}.toDate`, dates.toDate);
    },
  });
  return (
    <>
      <DateTextField
        label="First day away"
        hint="2 11 2026, 2 nov or last monday."
        echo={echoOf(from, fromDate)}
        {...register(`${name}.from`, keepDates('from'))}
      />
      <DateTextField
        label="Last day away"
        hint="Leave it empty for one day."
        echo={echoOf(to, toDate)}
        {...register(`${name}.to`, keepDates('to'))}
      />
    </>
  );
}
