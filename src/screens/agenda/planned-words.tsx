import { agendaWords } from '#domain/agenda/agenda.ts';
import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { AgendaItem, Session } from '#domain/records/session.ts';
import { CaseloadNotice } from '#exchange/caseload/caseload-notice.tsx';

interface PlannedWordsProps {
  readonly session: Session;
  readonly agenda: readonly AgendaItem[];
}

/** When it is planned for, how many there are and at what depth, and what the list rests on. */
export function PlannedWords({ session, agenda }: PlannedWordsProps) {
  const planned = parseCalendarDate(session.plannedFor);
  const depths = agenda.map(({ depth }) => depth);
  const noneChosen = depths.length > 0 && depths.every((depth) => depth === '');
  return (
    <>
      <p className="govuk-body">
        {planned ? `Planned for ${formatLongDate(planned)}. ` : ''}
        {agendaWords(depths)}.{noneChosen && ' No depth is chosen yet.'}
      </p>
      <CaseloadNotice />
    </>
  );
}
