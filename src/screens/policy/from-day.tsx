import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { earlierWarning } from '#storage/policies/store-profile.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import type { Registered } from '#ui/field.tsx';
import { WarningText } from '#ui/warning-text.tsx';

interface FromDayProps extends Registered<'input'> {
  readonly typed: string;
  readonly error: string | undefined;
}

/** From when a version is in force. An earlier day is allowed, and says at once what it does. */
export function FromDay({ typed, ...field }: FromDayProps) {
  const workspace = useWorkspace();
  const read = readTypedDate(typed, todayIn(workspace));
  const warning = read.outcome === 'read' ? earlierWarning(workspace, read.date) : undefined;
  return (
    <>
      <DateTextField
        label="In force from"
        hint="For example, 1 4 2027. What happened before stays with the version before."
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        {...field}
      />
      {warning && <WarningText>{warning}</WarningText>}
    </>
  );
}
