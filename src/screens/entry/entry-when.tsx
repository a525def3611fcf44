import { useFormContext, useWatch } from 'react-hook-form';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { readEntryDay } from '#domain/entries/entry-missing.ts';
import { fullSupervision } from '#domain/entries/finalise-entry.ts';
import type { EntryKind } from '#domain/records/entry.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { EntryValues } from './entry-values.ts';

/** The day, the time where hours count, and who it was: filled in with what is mostly so. */
export function EntryWhen({ kind }: { readonly kind: EntryKind }) {
  const workspace = useWorkspace();
  const { register, control, formState } = useFormContext<EntryValues>();
  const { errors } = formState;
  const { on, time, who } = entryTables[kind];
  const typed = useWatch({ control, name: 'on' });
  const read = readEntryDay({ on: typed }, todayIn(workspace));
  return (
    <>
      <DateTextField
        label={on.label}
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        error={errors.on?.message}
        {...register('on')}
      />
      {time && (
        <TextField
          label="Time"
          hint="Like 2:41pm. Hours are counted from it; left empty, they end with that day."
          width="10"
          error={errors.time?.message}
          {...register('time')}
        />
      )}
      <TextField label={who.label} width="20" error={errors.who?.message} {...register('who')} />
      {kind === 'allocation' && read.outcome === 'read' && <FullBy on={read.date} />}
    </>
  );
}

/** Worked out from the policy and never typed. */
function FullBy({ on }: { readonly on: Parameters<typeof fullSupervision>[2] }) {
  const workspace = useWorkspace();
  const { control } = useFormContext<EntryValues>();
  const [ref] = useWatch({ control, name: 'childRefs' });
  const child = ref ? findChild(workspace, ref)?.body : undefined;
  const full = child && fullSupervision(profileOf(workspace), child, on);
  return full ? <p className="govuk-body">Full supervision by {full}.</p> : null;
}
