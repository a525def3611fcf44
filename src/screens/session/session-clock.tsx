import { useEffect, useState } from 'react';
import { clockWords, minutesGone, sessionLength } from '#domain/agenda/agenda-length.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { briefsAtRisk } from '#domain/plan/running-clock.ts';
import type { Session } from '#domain/records/session.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { type AgendaItem, isAccounted } from './agenda.ts';

const LOOKED_AT_MS = 15_000; // so that a minute is never long out of date

interface SessionClockProps {
  readonly session: Session;
  readonly agenda: readonly AgendaItem[];
}

/**
 * Elapsed and planned, without an alarm and in no live region (ui.md 2.5). From three quarters on one
 * sentence says how many brief check-ins are left (PLAN12).
 */
export function SessionClock({ session, agenda }: SessionClockProps) {
  const workspace = useWorkspace();
  const [, look] = useState(0);
  const isGoing = session.status === 'open';
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(() => look((times) => times + 1), LOOKED_AT_MS);
    return () => clearInterval(timer);
  }, [isGoing]);
  if (!isGoing) return null;
  const heldOn = parseCalendarDate(session.heldOn);
  if (heldOn) return <p className="govuk-body">Held on {formatDate(heldOn)}, written up now</p>;
  const { minutes } = sessionLength(session.minutes, profileOf(workspace));
  const gone = minutesGone(session, workspace.now);
  const briefs = agenda.filter((item) => !isAccounted(item) && item.part.depth !== 'inDepth');
  const atRisk = briefsAtRisk({ minutesGone: gone, minutes, briefsLeft: briefs.length });
  return (
    <p className="govuk-body">
      {clockWords(gone, minutes)}
      {atRisk && `. ${atRisk}`}
    </p>
  );
}
