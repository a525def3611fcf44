import { useFormContext, useWatch } from 'react-hook-form';
import { readPastDay } from '#domain/monitoring/monitoring-missing.ts';
import { ActionLines } from '#exchange/draft/action-lines.tsx';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import type { MonitoringValues } from './monitoring-values.ts';

/** What will be done: each is an open action of the supervision file once the form is finalised. */
export function MonitoringActions() {
  const today = todayIn(useWorkspace());
  const { control } = useFormContext<MonitoringValues>();
  const completed = readPastDay(useWatch({ control, name: 'on' }), today);
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Actions agreed (optional)
      </legend>
      <ActionLines agreedOn={completed.outcome === 'read' ? completed.date : today} />
    </fieldset>
  );
}
