import type { CalendarDate } from '#domain/dates/calendar-date.ts';

/** One version of the policy in one person's records, and from when it counts. */
export interface Effective {
  readonly profileId: string;
  readonly version: string;
  /** The first day it is in force; '' for the one chosen at the start, in force from the beginning. */
  readonly effectiveFrom: string;
  /** Counts up as versions are stored. */
  readonly serial: number;
  /** '' unless it was taken back before its day came. */
  readonly withdrawnAt: string;
}

/** Those that count, the earliest first; of one day the one stored later comes last, and so is in force. */
export function inOrder<V extends Effective>(versions: readonly V[]): readonly V[] {
  return versions
    .filter(({ withdrawnAt }) => withdrawnAt === '')
    .toSorted((a, b) =>
      a.effectiveFrom === b.effectiveFrom
        ? a.serial - b.serial
        : a.effectiveFrom < b.effectiveFrom
          ? -1
          : 1,
    );
}

/** PROF9, PROF10: the version in force on that day; the first one for a day before it. */
export function versionOn<V extends Effective>(
  versions: readonly V[],
  day: CalendarDate,
): V | undefined {
  const order = inOrder(versions);
  return order.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? order[0];
}

/** PROF11: the version a record was finalised under; where it is not held, the one of the record's day. */
export function versionOfRecord<V extends Effective>(
  versions: readonly V[],
  policy: { readonly id: string; readonly version?: string | undefined },
  day: CalendarDate,
): V | undefined {
  const ofProfile = versions.filter(({ profileId }) => profileId === policy.id);
  const named = ofProfile.find(({ version }) => version === policy.version);
  // Records from before versions were kept name the profile alone.
  const unnamed = policy.version === undefined ? versionOn(ofProfile, day) : undefined;
  return named ?? unnamed ?? versionOn(versions, day);
}
