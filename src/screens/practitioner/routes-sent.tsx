import { dateInLondon, formatDate, toInstant } from '#domain/dates/calendar-date.ts';
import { entitlementsFrom } from '#storage/staff-file/entitlements-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

/** What this person sent about supervision that is not happening; what was not sent is not here. */
export function RoutesSent({ staffRef }: { readonly staffRef: string }) {
  const workspace = useWorkspace();
  useAll('entitlements');
  const sent = entitlementsFrom(workspace, staffRef);
  return sent.map(({ id, sentAt, settledAt }) => (
    <li key={id}>
      <Link href={`/entitlement/${id}`}>
        Entitlement route sent on {formatDate(dateInLondon(toInstant(sentAt)))}
      </Link>
      {settledAt !== '' && ', settled'}
    </li>
  ));
}
