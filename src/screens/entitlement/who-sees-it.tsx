import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { Entitlement } from '#domain/records/entitlement.ts';
import { fileMadeSince } from '#storage/preparation/preparation-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';

interface WhoSeesItProps {
  readonly record: Entitlement;
  readonly supervisor: string;
}

/** Where it is, said while it is written: on this device alone, or with the supervisor too. */
export function WhoSeesIt({ record: { sentAt, supervisorRef }, supervisor }: WhoSeesItProps) {
  const workspace = useWorkspace();
  useAll('handovers');
  if (sentAt === '') {
    return (
      <p className="govuk-body">
        <Destination file="staff" /> Only you see this until you send it. It is in no file until
        then.
      </p>
    );
  }
  const sent = toInstant(sentAt);
  const isGiven = fileMadeSince(workspace, supervisorRef, sent) !== undefined;
  return (
    <p className="govuk-body">
      <Destination file="staff" /> Sent at {formatDateTime(sent)}.{' '}
      {isGiven
        ? `It is in a file you made for ${supervisor}. What you write from now on goes with the next one.`
        : `It goes with the next file you make for ${supervisor}, with what you write until then.`}
    </p>
  );
}
