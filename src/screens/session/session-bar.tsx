import { useState } from 'react';
import type { Session } from '#domain/records/session.ts';
import { pauseSession } from '#storage/session/sessions.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { focusLastTime } from '#ui/focus-panes.ts';
import { useGoTo } from '#ui/link.tsx';
import { useKeyOf } from '#ui/use-shortcuts.ts';
import type { AgendaItem } from './agenda.ts';
import { AgendaAgreed } from './agenda-agreed.tsx';
import { SessionClock } from './session-clock.tsx';
import { sessionLabel } from './session-label.ts';

interface SessionBarProps {
  readonly session: Session;
  readonly agenda: readonly AgendaItem[];
  readonly words: string;
  readonly onStep: (by: 1 | -1) => void;
  readonly isOnChild: boolean;
}

/**
 * Whose session it is and how far, and below it the time and the agenda. Long words take a second line of
 * their own: Pause and End stay where they are.
 */
export function SessionBar(props: SessionBarProps) {
  const { session, agenda, words, onStep, isOnChild } = props;
  const workspace = useWorkspace();
  return (
    <>
      <div className="fp-session-bar">
        <p className="govuk-body">
          <strong>{sessionLabel(workspace, session)}</strong> {words}
        </p>
        <PauseOrEnd session={session} />
      </div>
      <div className="fp-session-bar">
        <div className="fp-session-bar__words">
          <SessionClock session={session} agenda={agenda} />
          <AgendaAgreed session={session} />
        </div>
        <Steps onStep={onStep} isOnChild={isOnChild} />
      </div>
    </>
  );
}

function PauseOrEnd({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const [busy, setBusy] = useState(false);
  if (session.status !== 'open') {
    return (
      <ButtonGroup>
        <ButtonLink href={`/sessions/${session.id}/finish`}>Back to records to finish</ButtonLink>
      </ButtonGroup>
    );
  }
  return (
    <ButtonGroup>
      <Button
        variant="secondary"
        disabled={busy}
        onClick={() => {
          setBusy(true);
          void pauseSession(workspace, session.id).then(() => goTo('/'));
        }}
      >
        Pause
      </Button>
      <ButtonLink variant="secondary" href={`/sessions/${session.id}/end`}>
        End the session
      </ButtonLink>
    </ButtonGroup>
  );
}

/** What the keys of the panes do, for those who use none. */
function Steps({ onStep, isOnChild }: Pick<SessionBarProps, 'onStep' | 'isOnChild'>) {
  const lastTimeKey = useKeyOf('lastTime');
  return (
    <ButtonGroup>
      <Button variant="link" {...useKeyOf('previous')} onClick={() => onStep(-1)}>
        Previous child
      </Button>
      <Button variant="link" {...useKeyOf('next')} onClick={() => onStep(1)}>
        Next child
      </Button>
      {isOnChild && (
        <Button variant="link" {...lastTimeKey} onClick={focusLastTime}>
          Last time
        </Button>
      )}
    </ButtonGroup>
  );
}
