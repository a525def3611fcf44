import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { parseCalendarDate, parseInstant } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { discussedOn } from '#domain/session/session-days.ts';
import {
  childRecordDeadline,
  type RecordingDeadline,
  type Significance,
} from './recording-deadline.ts';

/** What sets the clock of one child's discussion: the day, and the decisions made in it. */
export interface Clocked {
  /** '' while it is not discussed. */
  readonly discussedOn: string;
  readonly decisions: readonly {
    readonly text: string;
    readonly significance: Significance;
    readonly decidedAt: string;
  }[];
}

export function clockedPart(part: DiscussionChild): Clocked {
  const decisions = part.decisions.map(({ text, significance, decidedAt }) => ({
    text,
    significance,
    decidedAt: decidedAt || part.accountedAt,
  }));
  return { discussedOn: discussedOn(part), decisions };
}

const graveOf = ({ decisions }: Clocked) =>
  decisions.filter(({ significance, text }) => significance !== 'routine' && text.trim() !== '');

/** Whether its deadline is counted in hours, and not in working days. */
export const isDueInHours = (clocked: Clocked, { recording }: PolicyProfile): boolean =>
  graveOf(clocked).length > 0 && Boolean(recording?.significantOrUrgent);

/** FIN8: the first grave decision sets the clock; hours run from when it was decided. */
export function deadlineOfDiscussion(
  clocked: Clocked,
  profile: PolicyProfile,
  holidays: Holidays,
): RecordingDeadline {
  const sessionDate = parseCalendarDate(clocked.discussedOn);
  if (!sessionDate) return { status: 'none', why: 'Not discussed yet.' };
  const first = graveOf(clocked)
    .toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))
    .at(0);
  const decidedAt = first && (parseInstant(first.decidedAt) ?? parseCalendarDate(first.decidedAt));
  return childRecordDeadline({
    profile,
    holidays,
    sessionDate,
    significance: first?.significance ?? 'routine',
    ...(decidedAt ? { decidedAt } : {}),
  });
}
