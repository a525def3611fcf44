import { type ReactNode, useState } from 'react';
import type { Session } from '#domain/records/session.ts';
import { startSession } from '#storage/session/sessions.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { Link, useGoTo } from '#ui/link.tsx';
import { WarningText } from '#ui/warning-text.tsx';

interface StartButtonsProps {
  readonly session: Session;
  readonly onStarting: (starting: boolean) => void;
  /** What stands between: agreeing. */
  readonly children?: ReactNode;
}

/** It starts whether or not the agenda is agreed: the session can agree it. */
export function StartButtons({ session, onStarting, children }: StartButtonsProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');

  async function start() {
    setState('busy');
    onStarting(true);
    try {
      await startSession(workspace, session.superviseeRef, session.id);
      goTo(`/sessions/${session.id}`);
    } catch (cause) {
      console.warn('the session was not started', cause);
      setState('failed');
      onStarting(false);
    }
  }
  return (
    <>
      {state === 'failed' && (
        <WarningText>
          The session was not started, because this browser did not store it. Your agenda is safe.
          Try again.
        </WarningText>
      )}
      <ButtonGroup>
        <Button disabled={state === 'busy'} onClick={() => void start()}>
          Start the session
        </Button>
        {children}
        <ButtonLink href="/children/add" variant="secondary">
          Add a child first
        </ButtonLink>
        <ButtonLink href={`/print/agenda/${session.id}`} variant="secondary">
          Print the agenda
        </ButtonLink>
        <ButtonLink href={`/write-up/${session.id}`} variant="secondary">
          It was held on paper
        </ButtonLink>
        <Link href={`/sessions/${session.id}/cancel`}>Cancel this session</Link>
      </ButtonGroup>
    </>
  );
}
