import { useFormContext, useWatch } from 'react-hook-form';
import { pickRecords } from '#storage/staff-file/monitoring.ts';
import { pickedRecords, recordsToRead } from '#storage/staff-file/monitoring-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { formOf, type MonitoringValues } from './monitoring-values.ts';

/** Some of what was finished in these months, picked at random and not by anybody. */
export function RecordsToRead() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  useAll('childRecords');
  useAll('notes');
  useAll('sessions');
  const { control, getValues, setValue } = useFormContext<MonitoringValues>();
  const [from, to, pickedIds, pickOf, timesPicked] = useWatch({
    control,
    name: ['from', 'to', 'pickedIds', 'pickOf', 'timesPicked'],
  });
  const about = { superviseeRef: getValues('superviseeRef'), from, to };
  const { childRecords, notes } = recordsToRead(workspace, about);
  const there = childRecords.length + notes.length;
  const picked = pickedRecords(workspace, { ...about, pickedIds });
  const pick = () => {
    const next = pickRecords(workspace, formOf(getValues()));
    setValue('pickSeed', next.pickSeed);
    setValue('pickOf', next.pickOf);
    setValue('timesPicked', next.timesPicked);
    setValue('pickedIds', [...next.pickedIds]);
    announce(`${next.pickedIds.length} of ${next.pickOf} records picked`);
  };
  return (
    <>
      <h3 className="govuk-heading-s">Read these records</h3>
      {picked.length > 0 && (
        <>
          <p className="govuk-body">
            {picked.length} of {pickOf} finished records, picked at random
            {timesPicked > 1 ? ` (pick ${timesPicked})` : ''}.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {picked.map(({ id, words, href }) => (
              <li key={id}>
                <Link href={href}>{words}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {there === 0 ? (
        <p className="govuk-body">Nothing was finalised of these months.</p>
      ) : (
        <Button variant="secondary" onClick={pick}>
          {timesPicked === 0 ? 'Pick records to read' : 'Pick others'}
        </Button>
      )}
    </>
  );
}
