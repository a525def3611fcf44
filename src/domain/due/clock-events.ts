import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';

/** Something that happened about a child on a day. */
export interface ChildEvent {
  readonly on: CalendarDate;
  readonly kind: 'formal' | 'group' | 'kit' | 'oversight' | 'informal' | 'midwayCheck';
  /** Without one it is taken as full (C-32). */
  readonly depth?: 'brief' | 'inDepth' | undefined;
  /** A group's: it was written on the case discussion form (000:106). */
  readonly onCaseDiscussion?: boolean | undefined;
  /** A group's: of a Family Safeguarding team (004:17). */
  readonly familySafeguarding?: boolean | undefined;
}

export type ChildClock = 'discussion' | 'oversight' | 'multiTeam';

/** CLOCK2 (R-29, C-5, C-30): the profile says what a group meeting is worth to the child. */
function groupResets(profile: PolicyProfile, event: ChildEvent): boolean {
  switch (profile.group?.resetsChildClock) {
    case 'whenRecordedOnCaseDiscussion':
      return event.onCaseDiscussion === true;
    case 'familySafeguardingTeamsOnly':
      return event.familySafeguarding === true;
    default:
      return false;
  }
}

/**
 * CLOCK1–CLOCK5: whether an event meets a child's clock. A reviewing officer's midway check meets none,
 * though it stands under the heading "supervision" (R-28, 001:107); informal supervision meets only the
 * oversight floor, never the discussion.
 */
export function resetsClock(profile: PolicyProfile, clock: ChildClock, event: ChildEvent): boolean {
  const { kind } = event;
  if (kind === 'midwayCheck') return false;
  if (clock === 'discussion')
    return kind === 'formal' || (kind === 'group' && groupResets(profile, event));
  const { oversightFloor, multiTeam } = profile.child;
  const metBy = (clock === 'oversight' ? oversightFloor : multiTeam)?.satisfiedBy ?? [];
  return metBy.includes(kind === 'informal' ? 'oversight' : kind);
}

/** The newest such day up to and including `until`; undefined where there is none. */
export function lastEvent(question: {
  readonly profile: PolicyProfile;
  readonly clock: ChildClock;
  readonly events: readonly ChildEvent[];
  readonly until: CalendarDate;
}): CalendarDate | undefined {
  const { profile, clock, events, until } = question;
  return events
    .filter((event) => event.on <= until && resetsClock(profile, clock, event))
    .map(({ on }) => on)
    .sort()
    .at(-1);
}
