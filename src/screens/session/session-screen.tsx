import { useEffect, useState } from 'react';
import { resumeSession } from '#storage/session/sessions.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { sessionLabel } from './session-label.ts';
import { SessionPanes } from './session-panes.tsx';

interface SessionScreenProps {
  readonly sessionId: string;
  /** A child's row id, `notes`, or nothing yet. */
  readonly item: string | undefined;
}

export function SessionScreen({ sessionId, item }: SessionScreenProps) {
  const workspace = useWorkspace();
  useAll('staff');
  const session = useRecord('sessions', sessionId)?.body;
  const [busy, setBusy] = useState(false);
  if (!session) {
    return (
      <Page title="Session not found" width="text">
        <p className="govuk-body">
          This session is not on this device. <Link href="/sessions">All sessions</Link>
        </p>
      </Page>
    );
  }
  if (session.status === 'planned') return <Instead sessionId={sessionId} page="agenda" />;
  if (session.status === 'cancelled') return <Instead sessionId={sessionId} page="cancel" />;
  if (session.status === 'paused') {
    return (
      <Page title={sessionLabel(workspace, session)} documentTitle="Paused session" width="text">
        <p className="govuk-body">
          Paused. Everything written so far is saved. Going on another day is one session: each
          child counts from the day they were discussed.
        </p>
        <Button
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void resumeSession(workspace, sessionId).finally(() => setBusy(false));
          }}
        >
          Continue the session with {staffName(workspace, session.superviseeRef)}
        </Button>
      </Page>
    );
  }
  return <SessionPanes session={session} item={item} />;
}

interface InsteadProps {
  readonly sessionId: string;
  readonly page: 'agenda' | 'cancel';
}

/**
 * A planned session is its agenda, a cancelled one its cancellation. The address is replaced, which the
 * router hears too: added to the history, the way back would lead here and forward again for ever.
 */
function Instead({ sessionId, page }: InsteadProps) {
  useEffect(
    () => history.replaceState(null, '', `/sessions/${sessionId}/${page}`),
    [sessionId, page],
  );
  return null;
}
