import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { entitlementOfferedFrom } from '#domain/due/entitlement.ts';
import type { Entitlement } from '#domain/records/entitlement.ts';
import { workerDueOf } from '#storage/agenda/due.ts';
import { findStaff, profileOf, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

const newestFirst = (records: readonly Entitlement[]) =>
  records.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));

export function isMine(
  workspace: Reads,
  { superviseeRef }: Pick<Entitlement, 'superviseeRef'>,
): boolean {
  const { me, alsoMe } = settingsOf(workspace);
  return [me, ...alsoMe].some((ref) => ref === superviseeRef);
}

/** Mine, newest first. */
export const myEntitlements = (workspace: Reads): readonly Entitlement[] =>
  newestFirst(bodies(workspace, 'entitlements').filter((each) => isMine(workspace, each)));

/** What this person sent me: what was not sent is on no device but theirs (ENTITLE1). */
export const entitlementsFrom = (workspace: Reads, superviseeRef: string): readonly Entitlement[] =>
  newestFirst(
    bodies(workspace, 'entitlements').filter(
      (each) => each.superviseeRef === superviseeRef && each.sentAt !== '',
    ),
  );

/** AGREE5: since when my supervision has not been happening; undefined where it is, or no policy says so. */
export function notHappeningSince(workspace: Workspace): CalendarDate | undefined {
  const { me } = settingsOf(workspace);
  const staff = findStaff(workspace, me)?.body;
  if (!staff) return undefined;
  const from = entitlementOfferedFrom(profileOf(workspace), workerDueOf(workspace, staff));
  return from !== undefined && from <= todayIn(workspace) ? from : undefined;
}
