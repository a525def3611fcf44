import { monthsWords } from '#domain/cancellations/gap-line.ts';
import { countOf } from '#domain/count-words.ts';
import { type CalendarDate, daysBetween, formatDate } from '#domain/dates/calendar-date.ts';
import type { Due } from '#domain/due/due-result.ts';
import { everyCaseRule } from '#domain/due/every-open-case.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { childDueOn, childDuties } from './child-duties.ts';
import { type Figure, type FigureItem, makeFigure, type RuleOfFigure } from './figure.ts';
import type { ChildOnList, WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, profileAt, profileOfMonth } from './figure-month.ts';
import { type Duty, isInTime, isMissed } from './month-duties.ts';

/** Where a table of intervals stands: the profiles have a line for each row of it alone. */
const tableClauses: Readonly<Record<string, string>> = { '000': '000:113' };

/** by the policy's mode (C-6). */
function childRule(profile: PolicyProfile): RuleOfFigure {
  if (profile.child.mode === 'everyOpenCaseEachSession') return everyCaseRule(profile);
  const { src } = profile.child;
  return { rule: 'R-14', clause: src ?? tableClauses[profile.seed] ?? null };
}

/** What the policy leaves without a due day of its own for each child, in words; '' where it has one. */
function whyNoRule({ child, source }: PolicyProfile): string {
  if (child.mode === 'allOrSample')
    return `${source.name} asks for all cases or a sample, and gives no interval for each child.`;
  return child.mode === 'none' ? `${source.name} has no rule for each child.` : '';
}

function dutyWords({ dueOn, doneOn }: Duty): string {
  const due = `due by ${formatDate(dueOn)}`;
  if (doneOn === undefined) return `${due}: not discussed`;
  const late = doneOn > dueOn ? `, ${countOf(daysBetween(dueOn, doneOn), 'day')} late` : '';
  return `${due}: discussed on ${formatDate(doneOn)}${late}`;
}

const noDate = 'No date held, so counted from the day Footprint started; ';

/** One child of the figure: not in time where one of its days was missed; to come where one is still ahead. */
function discussedItem(
  question: FigureQuestion,
  records: WorkerRecords,
  child: ChildOnList,
): { readonly item: FigureItem; readonly isToCome: boolean } | undefined {
  const days = daysOf(question);
  const duties = childDuties(question, records, child);
  const [first] = duties;
  if (!first) return undefined;
  const missed = duties.find((duty) => isMissed(duty, days));
  const open = duties.find((duty) => !isInTime(duty));
  const shown = missed ?? open ?? first;
  const words = `${shown.noDateHeld ? noDate : ''}${dutyWords(shown)}`;
  const item: FigureItem = {
    ref: child.ref,
    worker: records.ref,
    group: child.status,
    dueOn: shown.dueOn,
    counted: open === undefined,
    why: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
  };
  return { item, isToCome: missed === undefined && open !== undefined };
}

/**
 * FIG7: children whose discussion fell due in the month, or was overdue when it began, and those of them
 * discussed by each of their days. A reason for not discussing one does not make it discussed.
 */
export function childrenDiscussed(question: FigureQuestion, records: WorkerRecords): Figure {
  const profile = profileOfMonth(question);
  const found = records.children.flatMap((child) => discussedItem(question, records, child) ?? []);
  return makeFigure('childrenDiscussed', childRule(profile), {
    list: found.filter(({ isToCome }) => !isToCome).map(({ item }) => item),
    toCome: found.filter(({ isToCome }) => isToCome).map(({ item }) => item),
    none: whyNoRule(profile) || `No child was due in ${monthsWords([question.month])}.`,
  });
}

/** On this worker's list that day (LIST1, LIST2). */
export const isOnList = ({ from, until }: ChildOnList, day: CalendarDate): boolean =>
  (from === undefined || from <= day) && (until === undefined || day < until);

const isOverdue = ({ status }: Due): boolean =>
  status === 'overdue' || status === 'overdue_explained' || status === 'breach';

/**
 * FIG9: of the children on the list on the month's last day, or today, those who are not overdue then. One
 * of whom no date is held is not measured until the interval from the day Footprint started has passed.
 */
export function childrenInDate(question: FigureQuestion, records: WorkerRecords): Figure {
  const { known: on } = daysOf(question);
  const policy = profileAt(question, on);
  const onList = records.children.filter((child) => isOnList(child, on));
  const asked = onList.map((child) => ({
    child,
    due: childDueOn({ ...question, policy }, records, child, { on, before: false }),
  }));
  const unmeasured: string[] = [];
  const list = asked.flatMap(({ child, due }): readonly FigureItem[] => {
    if (due.outcome === 'none') {
      unmeasured.push(due.why);
      return [];
    }
    const late = isOverdue(due);
    if (!late && due.countedFrom.what === 'footprint') {
      unmeasured.push(`No date held: not measured before ${formatDate(due.dueOn)}.`);
      return [];
    }
    const why = late
      ? `Due by ${formatDate(due.dueOn)}: ${countOf(due.daysLate, 'day')} overdue.`
      : `Due by ${formatDate(due.dueOn)}.`;
    return [
      {
        ref: child.ref,
        worker: records.ref,
        group: child.status,
        dueOn: due.dueOn,
        counted: !late,
        why,
      },
    ];
  });
  return makeFigure('childrenInDate', childRule(policy), {
    list,
    unmeasured: unmeasured.map((why) => ({ worker: records.ref, why })),
    none: whyNoRule(policy) || 'No child was on the list.',
  });
}
