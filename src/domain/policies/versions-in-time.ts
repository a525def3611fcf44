import { addDays, type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { type Effective, inOrder, versionOn } from './profile-versions.ts';

export interface InTime<V> {
  readonly version: V;
  readonly state: 'inForce' | 'toCome' | 'past' | 'never' | 'withdrawn';
  /** The last day it is in force; undefined where nothing follows, or it never is. */
  readonly until: CalendarDate | undefined;
}

/** Each version with its time in force, newest first: what the screen and the documents list. */
export function versionsInTime<V extends Effective>(
  versions: readonly V[],
  today: CalendarDate,
): readonly InTime<V>[] {
  const order = inOrder(versions);
  const now = versionOn(versions, today);
  const counted = order.map((version, i): InTime<V> => {
    const next = order[i + 1]?.effectiveFrom;
    if (next !== undefined && next === version.effectiveFrom)
      return { version, state: 'never', until: undefined };
    const from = parseCalendarDate(next ?? '');
    const until = from && addDays(from, -1);
    if (version === now) return { version, state: 'inForce', until };
    return { version, state: version.effectiveFrom > today ? 'toCome' : 'past', until };
  });
  const withdrawn = versions
    .filter(({ withdrawnAt }) => withdrawnAt !== '')
    .map((version): InTime<V> => ({ version, state: 'withdrawn', until: undefined }));
  return [...counted.toReversed(), ...withdrawn];
}

/** The next number that no version of this profile has: a shipped or general one counts as the first. */
export function nextVersion(versions: readonly Effective[], profileId: string): string {
  const numbers = versions
    .filter((version) => version.profileId === profileId)
    .map(({ version }) => (/^\d+$/.test(version) ? Number(version) : 1));
  return String(Math.max(0, ...numbers) + 1);
}
