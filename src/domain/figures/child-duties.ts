import {
  addInterval,
  type CalendarDate,
  endOfMonth,
  laterOf,
} from '#domain/dates/calendar-date.ts';
import { type ChildDue, type ChildQuestion, childDiscussionDue } from '#domain/due/child-due.ts';
import { resetsClock } from '#domain/due/clock-events.ts';
import type { NotDue } from '#domain/due/due-result.ts';
import { everyCaseRule } from '#domain/due/every-open-case.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ChildOnList, WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, isIn, policiesIn } from './figure-month.ts';
import { type Duty, monthDuties } from './month-duties.ts';

/** When this child's discussion was due, as known on a day; `before`: leaving out that day itself. */
export function childDueOn(
  question: FigureQuestion & { readonly policy: PolicyProfile },
  records: WorkerRecords,
  child: ChildOnList,
  asked: { readonly on: CalendarDate; readonly before: boolean },
): ChildDue | NotDue {
  const { on, before } = asked;
  const due: ChildQuestion = {
    profile: question.policy,
    holidays: question.holidays,
    now: on,
    child: child.facts,
    events: child.events.filter((event) => (before ? event.on < on : event.on <= on)),
    workerSessions: records.sessions,
    groupDays: records.groupDays,
    footprintStartedOn: records.footprintStartedOn,
  };
  return childDiscussionDue(due);
}

/** FIG8: where one session in each calendar month covers a child, a month after a missed one has its own end. */
function ownDayIn(policy: PolicyProfile, first: CalendarDate) {
  const { basis, interval } = everyCaseRule(policy);
  if (policy.child.mode !== 'everyOpenCaseEachSession' || basis !== 'calendarMonth')
    return undefined;
  return (dueOn: CalendarDate): CalendarDate => {
    let own = dueOn;
    while (own < first) own = endOfMonth(addInterval(own, interval));
    return own;
  };
}

/** FIG3, FIG7: what was due for one child in the month, each day by the policy of that day. */
export function childDuties(
  question: FigureQuestion,
  records: WorkerRecords,
  child: ChildOnList,
): readonly Duty[] {
  const days = daysOf(question);
  const found: Duty[] = [];
  for (const { profile: policy, ...inForce } of policiesIn(question)) {
    const duties = monthDuties({
      days,
      from: child.from,
      until: child.until,
      done: child.events
        .filter((event) => resetsClock(policy, 'discussion', event))
        .map(({ on }) => on),
      ask: (on, isLastAsked) =>
        childDueOn({ ...question, policy }, records, child, { on, before: !isLastAsked }),
      ownDay: ownDayIn(policy, days.first),
    });
    // A policy that makes a child late from before its own first day is asked only where the one before
    // it found nothing due.
    const isFirst = found.length === 0;
    const isJudged = ({ dueOn }: Duty) => {
      const judgedOn = laterOf(dueOn, days.first); // overdue when the month began: by its first day
      return isIn(inForce, judgedOn) || (isFirst && judgedOn < inForce.first);
    };
    found.push(...duties.filter(isJudged));
  }
  return found;
}
