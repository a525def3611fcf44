import { useEffect, useRef } from 'react';
import { type AgreedAgenda, agendaState } from '#domain/agenda/agenda.ts';
import { dateInLondon, formatDate, formatTime } from '#domain/dates/calendar-date.ts';
import type { AgendaItem } from '#domain/records/session.ts';

interface AgreedWordsProps {
  readonly agreed: AgreedAgenda;
  readonly agenda: readonly AgendaItem[];
  /** What can be done about it here, while it is not agreed. */
  readonly notYet?: string;
}

/** Whether and when the agenda was agreed, and whether it is still the one that was. */
export function AgreedWords({ agreed, agenda, notYet = '' }: AgreedWordsProps) {
  const state = agendaState(agreed, agenda);
  const words = useRef<HTMLParagraphElement>(null);
  const shownFor = useRef(agreed.agendaAgreedAt);
  const { agendaAgreedAt } = agreed;
  useEffect(() => {
    const isNew = shownFor.current !== agendaAgreedAt;
    shownFor.current = agendaAgreedAt;
    // The button that was pressed is gone: the answer to it takes the focus, and so is read out.
    if (isNew && document.activeElement === document.body) words.current?.focus();
  }, [agendaAgreedAt]);
  return (
    <p className="govuk-body" tabIndex={-1} ref={words}>
      {state.status === 'notAgreed' ? (
        `Not agreed yet. ${notYet}`
      ) : (
        <strong>
          Agreed at {formatTime(state.at)} on {formatDate(dateInLondon(state.at))}.
          {state.status === 'changed' && ' Changed after it was agreed.'}
        </strong>
      )}
    </p>
  );
}
