import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { parseCalendarDate, parseInstant } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  allocationRecordDeadline,
  childRecordDeadline,
  type DayOrMoment,
  type RecordingDeadline,
} from '#domain/recording/recording-deadline.ts';
import type { ChildEntry } from '#domain/records/entry.ts';

type Clocked = Pick<ChildEntry, 'kind' | 'on' | 'decidedAt' | 'significance'>;

/** C-9: the moment, or the day where no time is held. */
const whenOf = ({ on, decidedAt }: Pick<ChildEntry, 'on' | 'decidedAt'>) =>
  parseInstant(decidedAt) ?? parseCalendarDate(on);

/**
 * ENTRY5: when an entry must be in the case system, before it is finalised and after. A decision by
 * REC2–REC8; an allocation in hours where the policy gives them and like a decision elsewhere; a
 * KIT meeting like a discussion of that day. A midway check is the reviewing officer's own recording.
 */
export function deadlineOfEntry(
  entry: Clocked,
  profile: PolicyProfile,
  holidays: Holidays,
): RecordingDeadline {
  const when: DayOrMoment | undefined = whenOf(entry);
  if (!when) return { status: 'none', why: 'No day is held.' };
  const asked = { profile, holidays };
  switch (entry.kind) {
    case 'midwayCheck':
      return { status: 'none', why: 'The reviewing officer records it in the case system.' };
    case 'gap':
      return {
        status: 'none',
        why: 'The policy gives no day for it. Record it as soon as possible.',
      };
    case 'kit': {
      const sessionDate = parseCalendarDate(entry.on);
      if (!sessionDate) return { status: 'none', why: 'No day is held.' };
      const meeting = { sessionDate, significance: 'routine', of: 'the meeting' } as const;
      return childRecordDeadline({ ...asked, ...meeting });
    }
    case 'allocation': {
      const inHours = allocationRecordDeadline(profile, when);
      if (inHours) return inHours;
      return childRecordDeadline({ ...asked, decidedAt: when, significance: 'routine' });
    }
    case 'managementDecision':
      return childRecordDeadline({ ...asked, decidedAt: when, significance: entry.significance });
  }
}
