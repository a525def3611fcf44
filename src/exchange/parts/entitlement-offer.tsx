import { formatDate } from '#domain/dates/calendar-date.ts';
import { myEntitlements, notHappeningSince } from '#storage/staff-file/entitlements-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';

/** Where supervision is not happening as agreed, or a route was begun and is not settled. Mine alone. */
export function EntitlementOffer() {
  const workspace = useWorkspace();
  useAll('absences');
  useAll('agreements');
  useAll('entitlements');
  useAll('notes');
  useAll('sessions');
  useAll('staff');
  const begun = myEntitlements(workspace).find(({ settledAt }) => settledAt === '');
  const since = notHappeningSince(workspace);
  if (!begun && !since) return null;
  return (
    <InsetText>
      {since && <>Your supervision has been overdue since {formatDate(since)}. </>}
      <Link href={`/entitlement/${begun?.id ?? 'new'}`}>
        {begun ? 'Go on with your entitlement route' : 'Use your entitlement route'}
      </Link>
      {begun?.sentAt === '' && ' Only you see it until you send it.'}
    </InsetText>
  );
}
