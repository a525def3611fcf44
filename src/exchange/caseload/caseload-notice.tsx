import { countOf } from '#domain/count-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { unsettledRows } from '#storage/caseload/caseload-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { lastImport } from './last-import.ts';

/** What the list rests on, on home and on each agenda: how old it is, and what did not come in. */
export function CaseloadNotice() {
  const workspace = useWorkspace();
  useAll('imports');
  useAll('unreadRows');
  const asAt = parseCalendarDate(lastImport(workspace)?.body.asAt ?? '');
  const unread = unsettledRows(workspace).length;
  return (
    <>
      <p className="govuk-body">
        {asAt ? `Caseload as at ${formatDate(asAt)}.` : 'Caseload kept by hand.'}
      </p>
      {unread > 0 && (
        <p className="govuk-body">
          <strong>
            {countOf(unread, 'row')} of your caseload {unread === 1 ? 'was' : 'were'} not brought
            in.
          </strong>{' '}
          <Link href="/children/paste">Look at {unread === 1 ? 'it' : 'them'}</Link>
        </p>
      )}
    </>
  );
}
