import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { sessionsAwaitingAgreement } from '#storage/agreeing/agreeing-reads.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

/** Records that the practitioner has not answered yet, on either side. Nothing waits for it. */
export function AwaitingAgreement() {
  const workspace = useWorkspace();
  useAll('responses');
  useAll('notes');
  useAll('childAmendments');
  const waiting = sessionsAwaitingAgreement(workspace);
  if (waiting.length === 0) return null;
  return (
    <ul className="govuk-list">
      {waiting.map(({ session, isMine }) => {
        const on = parseCalendarDate(sessionDate(session) ?? '');
        const day = on ? ` of ${formatDate(on)}` : '';
        return (
          <li key={session.id}>
            {isMine ? (
              <Link href={`/agree/${session.id}`}>Read and answer the records{day}</Link>
            ) : (
              <>
                Waiting for {staffName(workspace, session.superviseeRef)} to answer the records
                {day}.{' '}
                <Link href={`/agree/${session.id}`}>
                  See what waits
                  {on && <span className="govuk-visually-hidden"> from {formatDate(on)}</span>}
                </Link>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
