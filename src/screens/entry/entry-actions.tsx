import { useFormContext, useWatch } from 'react-hook-form';
import { readEntryDay } from '#domain/entries/entry-missing.ts';
import { ActionLines } from '#exchange/draft/action-lines.tsx';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import type { EntryValues } from './entry-values.ts';

/** What will be done, if anything: each is an open action of each child from now on. */
export function EntryActions() {
  const today = todayIn(useWorkspace());
  const { control } = useFormContext<EntryValues>();
  const day = readEntryDay({ on: useWatch({ control, name: 'on' }) }, today);
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Actions agreed (optional)
      </legend>
      <ActionLines agreedOn={day.outcome === 'read' ? day.date : today} />
    </fieldset>
  );
}
