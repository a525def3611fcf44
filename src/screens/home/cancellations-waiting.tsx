import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { cancellationsToRecord } from '#storage/session/cancellations-reads.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

/** Sessions that were cancelled and not recorded as cancelled yet: why, and the new day, are still to come. */
export function CancellationsWaiting() {
  const workspace = useWorkspace();
  useAll('cancellations');
  const waiting = cancellationsToRecord(workspace);
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="cancellations-waiting">
      <h2 className="govuk-heading-m" id="cancellations-waiting">
        Cancelled sessions
      </h2>
      <ul className="govuk-list">
        {waiting.map(({ id, sessionId, superviseeRef, plannedFor }) => {
          const on = parseCalendarDate(plannedFor);
          return (
            <li key={id}>
              <Link href={`/sessions/${sessionId}/cancel`}>
                Say why, and plan the new day: {staffName(workspace, superviseeRef)}
                {on && `, ${formatDate(on)}`}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
