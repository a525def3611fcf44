import { useState } from 'react';
import { AgreementNotice } from '#exchange/parts/agreement-notice.tsx';
import { isSupervised } from '#storage/agenda/agenda.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { HeldAgenda } from './held-agenda.tsx';
import { MyAgenda } from './my-agenda.tsx';

/** Every open case, before the session starts. None can be left off. */
export function AgendaScreen({ sessionId }: { readonly sessionId: string }) {
  useAll('staff');
  useAll('settings');
  const record = useRecord('sessions', sessionId);
  const [starting, setStarting] = useState(false);
  if (!record) {
    return (
      <Page title="Session not found" documentTitle="Agenda" width="text">
        <p className="govuk-body">
          This session is not on this device. <Link href="/sessions">All sessions</Link>
        </p>
      </Page>
    );
  }
  if (record.body.status === 'cancelled') return <Cancelled sessionId={sessionId} />;
  // Started here it stands until the session is shown: nobody reads in between that it has started.
  if (record.body.status !== 'planned' && !starting) return <Started sessionId={sessionId} />;
  return <Agenda record={record} onStarting={setStarting} />;
}

interface AgendaProps {
  readonly record: OpenRecord<'sessions'>;
  readonly onStarting: (starting: boolean) => void;
}

function Agenda({ record, onStarting }: AgendaProps) {
  const workspace = useWorkspace();
  const { superviseeRef, supervisorRef } = record.body;
  const [practitioner, supervisor] = [superviseeRef, supervisorRef].map((ref) =>
    staffName(workspace, ref),
  );
  return (
    <Page
      title={`Supervision: ${practitioner} with ${supervisor}`}
      documentTitle="Agenda"
      width="wide"
      compact
    >
      <AgreementNotice superviseeRef={superviseeRef} />
      {/* Worries and reasons for a depth stand here beside children’s names. */}
      <div className="fp-not-printed">
        {isSupervised(workspace, record.body) ? (
          <MyAgenda session={record.body} />
        ) : (
          <HeldAgenda record={record} onStarting={onStarting} />
        )}
      </div>
    </Page>
  );
}

/** Its agenda is kept with it, and went to the session on the new day. */
function Cancelled({ sessionId }: { readonly sessionId: string }) {
  return (
    <Page title="This session is cancelled" documentTitle="Agenda" width="text">
      <p className="govuk-body">
        <Link href={`/sessions/${sessionId}/cancel`}>See the cancellation</Link>
      </p>
    </Page>
  );
}

/** In another tab, or before the way back: the agenda is then the list beside the notes. */
function Started({ sessionId }: { readonly sessionId: string }) {
  return (
    <Page title="This session has started" documentTitle="Agenda" width="text">
      <p className="govuk-body">
        <Link href={`/sessions/${sessionId}`}>Go to the session</Link>
      </p>
    </Page>
  );
}
