import { useRef, useState } from 'react';
import { agendaState, isAgreedLate } from '#domain/agenda/agenda.ts';
import { dateInLondon, formatDate, formatTime, type Instant } from '#domain/dates/calendar-date.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { agendaNow, agreeAgenda } from '#storage/agenda/agenda.ts';
import { discussionsOf } from '#storage/session/session-reads.ts';
import { useDrawnInTime } from '#storage/use-news.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';

const SHOWN = ['discussions'] as const;

/** When the agenda was agreed, or the way to agree it now: at its own true time, however late (AGENDA6). */
export function AgendaAgreed({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  useDrawnInTime(SHOWN);
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const answer = useRef<HTMLParagraphElement>(null);
  const agenda = agendaState(session, agendaNow(workspace, session));
  const discussions = discussionsOf(workspace, session.id).map(({ body }) => body);

  async function agree() {
    setState('busy');
    try {
      await agreeAgenda(workspace, session.id);
      setState('ready');
    } catch (cause) {
      console.warn('the agreement was not stored', cause);
      setState('failed');
    }
    // The button goes when it has worked: the answer takes the focus, and so is read out.
    answer.current?.focus();
  }
  return (
    <p className="govuk-body" tabIndex={-1} ref={answer}>
      {agenda.status !== 'notAgreed' && wordsFor(session, agenda.at, discussions)}
      {agenda.status === 'changed' && ', changed after it was agreed'}
      {state === 'failed' && 'This browser did not store it. Try again.'}{' '}
      {agenda.status !== 'agreed' && session.status === 'open' && (
        <Button variant="link" disabled={state === 'busy'} onClick={() => void agree()}>
          Agree the agenda now
        </Button>
      )}
    </p>
  );
}

/** "Agenda agreed at 9:32am"; with its day where that is not the day of the session. */
function wordsFor(session: Session, at: Instant, discussions: readonly Discussion[]): string {
  const late = isAgreedLate(at, discussions) ? ' after the first child,' : '';
  const day = dateInLondon(at);
  const on = day === sessionDate(session) ? '' : ` on ${formatDate(day)}`;
  return `Agenda agreed${late} at ${formatTime(at)}${on}`;
}
