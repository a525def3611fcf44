import { type CalendarDate, endOfMonth } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ChildFacts } from './child-facts.ts';
import type { CountedFrom, Due, NotDue } from './due-result.ts';
import { cited, type IntervalRule, isBeginning, periodEnd } from './interval-rule.ts';
import { type Asked, makeDue, notDue } from './make-due.ts';
import type { HeldSession } from './worker.ts';
import { defaultRule } from './worker-stage.ts';

/** Where "every open case" stands. The profiles have the rule as a mode, without its line. */
const everyCaseClauses: Readonly<Record<string, string>> = { '001': '001:88', '004': '004:40' };

/** CHILD10: "in each monthly supervision": the policy's default period, also for a weekly worker. */
export function everyCaseRule(profile: PolicyProfile, inGroup = false): IntervalRule {
  const { interval, basis, strength } = defaultRule(profile);
  const src = profile.child.src ?? everyCaseClauses[profile.seed];
  const what = `every open case in each monthly ${inGroup ? 'group ' : ''}supervision`;
  return { rule: 'R-13', ...cited(src, strength), interval, basis, what };
}

/** Whether the policy knows teams whose practice is supervised in groups (004:17). */
export const hasGroupTeams = ({ group }: PolicyProfile): boolean =>
  group?.resetsChildClock === 'familySafeguardingTeamsOnly';

/**
 * CHILD14 (R-50, C-5): in a Family Safeguarding team every open case belongs to the group, so the
 * one-to-one, which its worker has all the same, does not ask for each child again.
 */
export const belongsToGroup = (
  profile: PolicyProfile,
  { familySafeguarding }: ChildFacts,
): boolean => familySafeguarding === true && hasGroupTeams(profile);

export interface CaseQuestion extends Asked {
  readonly child: ChildFacts;
  /** The worker's formal sessions, for a policy that covers every open case in each (C-6). */
  readonly workerSessions?: readonly HeldSession[] | undefined;
  /** The days on which the group of its Family Safeguarding team met. */
  readonly groupDays?: readonly CalendarDate[] | undefined;
}

/** A session that may not cover cases is no session for them. */
const coveringDays = (question: CaseQuestion): readonly CalendarDate[] =>
  belongsToGroup(question.profile, question.child)
    ? (question.groupDays ?? [])
    : (question.workerSessions ?? [])
        .filter(({ parts }) => parts === undefined || parts.includes('case'))
        .map(({ on }) => on);

/** CHILD11: the last session before the case opened, where its period was still running that day. */
function coveringSession(
  question: CaseQuestion,
  rule: IntervalRule,
  openedOn: CalendarDate,
): CountedFrom | undefined {
  // One on the day itself had the case.
  const last = coveringDays(question)
    .filter((on) => on < openedOn)
    .sort()
    .at(-1);
  if (last === undefined) return undefined;
  const held = { on: last, what: 'lastHeld' } as const;
  return periodEnd(rule, held) >= openedOn ? held : undefined;
}

/** The last day of the period that a session met: its own month, or the whole interval after it. */
const metUntil = (rule: IntervalRule, held: CountedFrom): CalendarDate =>
  rule.basis === 'calendarMonth' ? endOfMonth(held.on) : periodEnd(rule, held);

/**
 * When a child is due under a policy that covers every open case in each session. A case
 * opened after the period's session has no duty of its own in that period: `not_yet_due`.
 */
export function everyCaseDue(
  question: CaseQuestion,
  origin: CountedFrom | undefined,
): Due | NotDue {
  const { profile, child } = question;
  if (!origin) return notDue('No date held, and no day to count from.');
  const rule = everyCaseRule(profile, belongsToGroup(profile, child));
  const covered = isBeginning(origin) ? coveringSession(question, rule, origin.on) : undefined;
  const until = covered && metUntil(rule, covered);
  return makeDue(question, {
    rule,
    what: rule.what,
    dueOn: periodEnd(rule, covered ?? origin),
    countedFrom: origin,
    ...(until !== undefined && until >= origin.on ? { notYetDueUntil: until } : {}),
  });
}

/** CHILD12: the first session, held or planned, on whose agenda a case must be. */
export function mustAppearOn(question: {
  readonly profile: PolicyProfile;
  readonly openedOn: CalendarDate;
  readonly sessions: readonly CalendarDate[];
}): CalendarDate | undefined {
  const { profile, openedOn, sessions } = question;
  if (profile.child.mode !== 'everyOpenCaseEachSession') return undefined;
  return [...sessions].sort().find((on) => on >= openedOn);
}
