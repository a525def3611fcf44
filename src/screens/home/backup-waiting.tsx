import {
  dateInLondon,
  daysBetween,
  formatDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Link } from '#ui/link.tsx';

/** Days without a backup after which it is said. One line, never a dialog. */
const REMIND_AFTER_DAYS = 7;

/** A backup that waits to be made. Fetched where there is a session to lose. */
export function BackupWaiting() {
  const workspace = useWorkspace();
  useAll('settings');
  const at = parseInstant(settingsOf(workspace).lastBackupAt);
  const last = at && dateInLondon(at);
  if (last && daysBetween(last, todayIn(workspace)) < REMIND_AFTER_DAYS) return null;
  return (
    <p className="govuk-body">
      {last ? `Last backed up on ${formatDate(last)}.` : 'Not backed up yet.'}{' '}
      <Link href="/backup">Back up to a file</Link>
    </p>
  );
}
