import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Session } from '#domain/records/session.ts';
import { cancellationOfSession, mayCancel } from '#storage/session/cancellations-reads.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { CancelPage } from './cancel-page.tsx';
import { CancelPlanned } from './cancel-planned.tsx';
import { CancelledRecord } from './cancelled-record.tsx';

/** A planned session that is not held: cancelled with one button, and why is written beside it. */
export function CancelScreen({ sessionId }: { readonly sessionId: string }) {
  const workspace = useWorkspace();
  useAll('staff');
  useAll('settings');
  useAll('cancellations');
  const session = useRecord('sessions', sessionId)?.body;
  if (!session)
    return <Told title="Session not found" words="This session is not on this device." />;
  const record = cancellationOfSession(workspace, sessionId)?.body;
  if (session.status === 'planned' && mayCancel(workspace, session))
    return <CancelPlanned session={session} />;
  if (session.status === 'cancelled' && record)
    return record.finalisedAt === '' ? (
      <CancelPage session={session} record={record} />
    ) : (
      <CancelledRecord record={record} />
    );
  if (session.status === 'cancelled')
    return (
      <Told
        title="Session cancelled"
        words={wordsFor(session, staffName(workspace, session.supervisorRef))}
      />
    );
  return (
    <Told
      title="Nothing to cancel"
      words={
        session.status === 'planned'
          ? 'Whoever supervises cancels a session.'
          : 'This session has started. Only one that is planned can be cancelled.'
      }
    />
  );
}

/** On the device of the person supervised: that it is not held, and not why. */
function wordsFor({ plannedFor }: Session, supervisor: string): string {
  const on = parseCalendarDate(plannedFor);
  return on
    ? `The session with ${supervisor} planned for ${formatLongDate(on)} was cancelled.`
    : `The session with ${supervisor} was cancelled.`;
}

function Told({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <Page
      title={title}
      width="text"
      back={<BackLink href="/sessions">Supervision sessions</BackLink>}
    >
      <p className="govuk-body">
        {words} <Link href="/sessions">All sessions</Link>
      </p>
    </Page>
  );
}
