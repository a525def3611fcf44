import { useFormContext, useWatch } from 'react-hook-form';
import { textsNaming } from '#domain/monitoring/names-in-monitoring.ts';
import { useAll } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { formOf, type MonitoringValues } from './monitoring-values.ts';

/** Before it is finalised: where a child is called by name. It asks for nothing. */
export function NamesInForm() {
  const { control } = useFormContext<MonitoringValues>();
  const values = useWatch({ control });
  const naming = textsNaming(formOf(values as MonitoringValues), useAll('children')); // every field has its default
  if (naming.length === 0) return null;
  return (
    <InsetText>
      The name of a child on your list stands in {naming.join(', ')}. Write the reference instead:
      this stays on the supervision file.
    </InsetText>
  );
}
