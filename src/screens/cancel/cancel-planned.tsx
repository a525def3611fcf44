import { useState } from 'react';
import type { Session } from '#domain/records/session.ts';
import { cancelSession } from '#storage/session/cancellations.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { ChildrenAtRisk } from './children-at-risk.tsx';
import { PlannedFor, WhatStays } from './what-stays.tsx';

/** Before it is cancelled: what that means, and one button. Why is asked afterwards, and can wait. */
export function CancelPlanned({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  useAll('preparations');
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const cancel = async () => {
    setState('busy');
    try {
      await cancelSession(workspace, session.id);
    } catch (cause) {
      console.warn('the session was not cancelled', cause);
      setState('failed');
    }
  };
  return (
    <Page
      title={`Cancel the session with ${staffName(workspace, session.superviseeRef)}`}
      documentTitle="Cancel a session"
      width="text"
      back={<BackLink href={`/sessions/${session.id}/agenda`}>Back to the agenda</BackLink>}
    >
      {state === 'failed' && (
        <WarningText>
          The session was not cancelled, because this browser did not store it. Try again.
        </WarningText>
      )}
      <PlannedFor session={session} />
      <WhatStays session={session} />
      <ChildrenAtRisk superviseeRef={session.superviseeRef} rearrangedFor={undefined} />
      <p className="govuk-body">
        Why, and the new day, you write on the next page. You can do it later.
      </p>
      <ButtonGroup>
        <Button variant="warning" disabled={state === 'busy'} onClick={() => void cancel()}>
          Cancel this session
        </Button>
        <Link href={`/sessions/${session.id}/agenda`}>Keep it</Link>
      </ButtonGroup>
    </Page>
  );
}
