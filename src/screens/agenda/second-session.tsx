import { useState } from 'react';
import { type CalendarDate, formatDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { planSession } from '#storage/session/sessions.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useOnce } from '#ui/use-once.ts';

interface SecondSessionProps {
  readonly superviseeRef: StaffRef;
  /** The day of the session that is too short. */
  readonly after: CalendarDate;
}

/** Plans one more session with the same person. Each child stays on both agendas until it is discussed. */
export function SecondSession({ superviseeRef, after }: SecondSessionProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const once = useOnce();
  const read = readTypedDate(typed, todayIn(workspace), { prefer: 'future' });

  async function plan() {
    if (read.outcome !== 'read') {
      setError(read.outcome === 'empty' ? 'Enter the date of the second session' : read.reason);
      return;
    }
    if (read.date <= after) {
      setError(`Enter a day after ${formatDate(after)}`);
      return;
    }
    setError(undefined);
    setBusy(true);
    try {
      await planSession(workspace, superviseeRef, read.date);
      announce(`A second session is planned for ${formatDate(read.date)}`);
      setTyped('');
    } catch (cause) {
      console.warn('the second session was not planned', cause);
      setError('The session was not planned, because this browser did not store it. Try again');
    }
    setBusy(false);
  }
  return (
    <>
      <p className="govuk-body">
        Plan a second session this month. Every open case is on both agendas: what is not discussed
        in this one is discussed in that one.
      </p>
      <DateTextField
        name="second"
        label="Date of the second session"
        hint="For example, 27 11 2026, friday or 2 weeks."
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        error={error}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button variant="secondary" disabled={busy} onClick={() => void once(plan)}>
        Plan the second session
      </Button>
    </>
  );
}
