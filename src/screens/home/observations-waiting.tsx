import { observationTables } from '#domain/observations/observation-fields.ts';
import { staffName } from '#storage/settings.ts';
import { observationsToFinish } from '#storage/staff-file/observations-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

/** Observations that were begun and are not finalised. */
export function ObservationsWaiting() {
  const workspace = useWorkspace();
  useAll('observations');
  const begun = observationsToFinish(workspace);
  if (begun.length === 0) return null;
  return (
    <section aria-labelledby="observations-waiting">
      <h2 className="govuk-heading-m" id="observations-waiting">
        Observations to finish
      </h2>
      <ul className="govuk-list">
        {begun.map(({ id, kind, superviseeRef, on }) => (
          <li key={id}>
            <Link href={`/observations/${id}`}>Finish: {observationTables[kind].name}</Link>{' '}
            {staffName(workspace, superviseeRef)}
            {on && `, ${on}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
