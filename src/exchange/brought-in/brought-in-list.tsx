import { broughtInDay, broughtInTitle } from '#domain/brought-in/brought-in-words.ts';
import type { BroughtIn } from '#domain/records/brought-in.ts';
import {
  broughtInOfChild,
  broughtInOfStaff,
  correctedBy,
} from '#storage/caseload/brought-in-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

interface OfRow {
  readonly rowId: string;
  readonly of: string;
}

/** What the timeline of a child does not show: drafts, and what was taken back. */
export function ChildBroughtInList({ rowId, of }: OfRow) {
  const workspace = useWorkspace();
  useAll('childBroughtIn');
  const all = broughtInOfChild(workspace, of);
  const rows = all.filter((each) => stateOf(each, all) !== '');
  return <BroughtInList file="child" rowId={rowId} rows={rows} all={all} />;
}

/** All that was brought in of a member of staff: no timeline shows it. */
export function StaffBroughtInList({ rowId, of }: OfRow) {
  const workspace = useWorkspace();
  useAll('staffBroughtIn');
  const all = broughtInOfStaff(workspace, of);
  return <BroughtInList file="staff" rowId={rowId} rows={all} all={all} />;
}

function stateOf(record: BroughtIn, all: readonly BroughtIn[]): string {
  if (record.confirmedAt === '') return 'not kept yet';
  if (record.withdrawnAt !== '') return 'withdrawn';
  return correctedBy(record, all) ? 'another one stands in its place' : '';
}

interface BroughtInListProps {
  readonly file: 'child' | 'staff';
  readonly rowId: string;
  readonly rows: readonly BroughtIn[];
  readonly all: readonly BroughtIn[];
}

function BroughtInList({ file, rowId, rows, all }: BroughtInListProps) {
  return (
    <>
      <p className="govuk-body">
        <Link href={`/brought-in/${file}/new/${rowId}`}>Bring in an old record</Link>
      </p>
      {rows.length > 0 && (
        <ul className="govuk-list">
          {rows.map((record) => {
            const state = stateOf(record, all);
            return (
              <li key={record.id}>
                <Link href={`/brought-in/${file}/${record.id}`}>
                  {broughtInTitle(record)}
                  {broughtInDay(record) && ` of ${broughtInDay(record)}`}, brought in
                </Link>
                {state && `, ${state}`}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
