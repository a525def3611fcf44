import { childLabel } from '#domain/caseload/child-label.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { itemsOf } from './group-items.ts';

/** The records that the group made, each with the way to recording it. */
export function FinalisedRecords({ group }: { readonly group: GroupSession }) {
  const workspace = useWorkspace();
  useAll('childMarks');
  const { caseSystem } = settingsOf(workspace);
  const made = itemsOf(workspace, group)
    .flatMap(({ discussion }) => discussion.children)
    .filter(({ childRecordId }) => childRecordId !== '');
  if (made.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Finalised</h2>
      <ul className="govuk-list">
        {made.map(({ childRef, childRecordId: id }) => {
          const child = findChild(workspace, childRef)?.body;
          return (
            <li key={id}>
              <Link href={`/records/${id}`}>{child ? childLabel(child) : 'No name held'}</Link>
              {markOf(workspace, id)
                ? `, recorded in ${caseSystem}`
                : `, to record in ${caseSystem}`}
              .{' '}
              <Link href={`/print/records/${id}`}>
                Print
                <span className="govuk-visually-hidden">
                  {` ${child ? childLabel(child) : 'this record'}`}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
