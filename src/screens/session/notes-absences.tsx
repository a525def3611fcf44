import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { type CalendarDate, formatLongDate } from '#domain/calendar-date.ts';
import type { RecordId } from '#domain/ids.ts';
import { readLeave } from '#domain/read-leave.ts';
import { absenceKinds, type BeforeSession } from '#domain/records/response.ts';
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
      <Button
        variant="secondary"
        onClick={() => append({ id: newId(), kind: '', from: '', to: '', detail: '' })}
      >
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

const notRead = 'Kept as written; no date was read from it';

/** How the two boxes were understood: only what is read here can explain a month that was missed. */
function Dates({ index, meetingOn }: { readonly index: number; readonly meetingOn: CalendarDate }) {
  const { control, register } = useFormContext<NoteValues>();
  const name = `absences.${index}` as const;
  const { from = '', to = '' } = useWatch({ control, name }) ?? {};
  const first = readLeave({ from, to: '' }, meetingOn, 'oneDay');
  const both = readLeave({ from, to }, meetingOn, 'oneDay');
  const end = both.outcome === 'read' && to.trim() !== '' ? both.leave.end : undefined;
  const isLastUnread = both.outcome === 'unreadable' && both.field === 'to';
  return (
    <>
      <DateTextField
        label="First day away"
        hint="2 11 2026, 2 nov or last monday."
        echo={
          first.outcome === 'read'
            ? formatLongDate(first.leave.start)
            : from.trim() === ''
              ? undefined
              : notRead
        }
        {...register(`${name}.from`)}
      />
      <DateTextField
        label="Last day away"
        hint="Leave it empty for one day."
        echo={end ? formatLongDate(end) : isLastUnread ? notRead : undefined}
        {...register(`${name}.to`)}
      />
    </>
  );
}
