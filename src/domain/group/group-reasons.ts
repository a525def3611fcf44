import { childLabel } from '#domain/caseload/child-label.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Due, DueAnswer } from '#domain/due/due-result.ts';
import { lateOne, overdueWords, sinceWords } from '#domain/flags/clock-words.ts';
import type { Flag, FlagCode } from '#domain/flags/flag.ts';
import { listed } from '#domain/flags/flag-row.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';

/** One child of a family, with what may bring the family to the group. */
export interface ChildOfGroup {
  readonly child: Child;
  /** Of the discussion clock, where a group meets it under the profile (CLOCK2); otherwise left out. */
  readonly discussionDue?: DueAnswer | undefined;
  /** Of the family with several teams (CLOCK7). */
  readonly multiTeamDue?: DueAnswer | undefined;
  readonly flags: readonly Flag[];
  readonly lastGroupOn?: CalendarDate | undefined;
}

/**
 * GROUP10: what a practitioner told her supervisor before her own session, how it affects her and when
 * she was away are hers. A decision that waits for the formal one-to-one is settled by no group (C-14).
 */
const notForGroup: readonly FlagCode[] = [
  ...(['PRACT_WORRY', 'REQUESTED', 'EMOTION', 'LEAVE_GAP'] as const),
  'INFORMAL_PENDING',
];

/** What is only for information brings no family to a group either. */
export const flagsForGroup = (flags: readonly Flag[]): readonly Flag[] =>
  flags.filter(({ tier, code }) => tier !== 'information' && !notForGroup.includes(code));

/** GROUP9: the clocks of a child that fall due before the next group, or of which no date is held. */
export function duesBefore(
  { discussionDue, multiTeamDue }: ChildOfGroup,
  nextOn: CalendarDate,
): readonly { readonly due: Due; readonly isFamily: boolean }[] {
  return [
    { answer: discussionDue, isFamily: false },
    { answer: multiTeamDue, isFamily: true },
  ].flatMap(({ answer, isFamily }) =>
    answer?.outcome === 'due' && (answer.dueOn < nextOn || answer.status === 'no_date_held')
      ? [{ due: answer, isFamily }]
      : [],
  );
}

function dueSentence(due: Due, isFamily: boolean, profile: PolicyProfile): string {
  if (!lateOne(due)) return `${due.words}.`;
  return isFamily
    ? `Several teams involved; no group/KIT meeting ${sinceWords(due)}.`
    : overdueWords(due, profile);
}

/**
 * GROUP10: why a family is suggested, in the sentences that its children’s own agenda uses. What holds
 * for one child of several is said with that child’s name; no points and no score stand anywhere.
 */
export function groupReasons(
  children: readonly ChildOfGroup[],
  nextOn: CalendarDate,
  profile: PolicyProfile,
): readonly string[] {
  const said = new Map<string, string[]>();
  const say = (words: string, child: Child) =>
    said.set(words, [...new Set([...(said.get(words) ?? []), childLabel(child)])]);
  for (const each of children)
    for (const { due, isFamily } of duesBefore(each, nextOn))
      say(dueSentence(due, isFamily, profile), each.child);
  for (const { child, flags } of children)
    for (const { words } of flagsForGroup(flags)) say(words, child);
  return [...said].map(([words, names]) =>
    names.length === children.length ? words : `${listed(names)}: ${words}`,
  );
}
