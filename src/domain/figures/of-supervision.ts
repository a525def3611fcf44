import { monthsWords } from '#domain/cancellations/gap-line.ts';
import { countOf } from '#domain/count-words.ts';
import {
  type CalendarDate,
  daysBetween,
  formatDate,
  laterOf,
} from '#domain/dates/calendar-date.ts';
import type { MissedMonth } from '#domain/due/missed-months.ts';
import { reasonOfAll } from '#domain/due/missed-periods.ts';
import { defaultRule } from '#domain/due/worker-stage.ts';
import { type Figure, type FigureItem, makeFigure } from './figure.ts';
import type { WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, isIn, policiesIn, profileOfMonth } from './figure-month.ts';
import { type SupervisionDuty, supervisionDuties } from './supervision-duties.ts';

type Explained = MissedMonth['reason'];

/** FIG3, PROF12: each due day by the policy that was in force on it. */
function dutiesBy(
  question: FigureQuestion,
  records: WorkerRecords,
  by: 'interval' | 'months',
): readonly SupervisionDuty[] {
  const { holidays } = question;
  const days = daysOf(question);
  return policiesIn(question).flatMap(({ profile, ...inForce }) =>
    supervisionDuties({ ...records, profile, days, holidays, by }).filter(({ dueOn }) =>
      isIn(inForce, laterOf(dueOn, days.first)),
    ),
  );
}

const noneDue = (question: FigureQuestion, { footprintStartedOn }: WorkerRecords): string =>
  footprintStartedOn !== undefined && isIn(daysOf(question), footprintStartedOn)
    ? `Not measured before ${formatDate(footprintStartedOn)}: Footprint holds nothing from then.`
    : `Nothing was due in ${monthsWords([question.month])}.`;

const explainedWords: Readonly<Record<'leave' | 'exceptional', string>> = {
  leave: ' Explained: away from work.',
  exceptional: ' Explained: cancelled for an exceptional reason that is recorded.',
};

const explainedBy = (reason: Explained): string => (reason ? explainedWords[reason] : '');

const daysLate = (dueOn: CalendarDate, on: CalendarDate): string =>
  countOf(daysBetween(dueOn, on), 'day');

function dutyItem(duty: SupervisionDuty, worker: string): FigureItem {
  const { parts, dueOn, metOn, lateOn, missed, rule } = duty;
  const what = parts.includes('any') ? 'Supervision' : `${parts.join(' and ')} supervision`;
  const sentence = `${what} ${rule.what}, due by ${formatDate(dueOn)}`;
  const due = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  const item = { ref: `${dueOn} ${parts.join('+')}`, worker, dueOn };
  if (metOn !== undefined)
    return { ...item, counted: true, why: `${due}: held on ${formatDate(metOn)}.` };
  if (!missed) return { ...item, counted: false, why: `${due}: not held yet.` };
  const late =
    lateOn === undefined
      ? 'not held by then'
      : `held on ${formatDate(lateOn)}, ${daysLate(dueOn, lateOn)} late`;
  const { reason } = missed;
  return {
    ...item,
    counted: false,
    why: `${due}: ${late}.${explainedBy(reason)}`,
    ...(reason ? { explained: reason } : {}),
  };
}

/** FIG4: each day by which supervision was due, met by then or not; what is not due yet is to come. */
export function supervisionInTime(question: FigureQuestion, records: WorkerRecords): Figure {
  const duties = dutiesBy(question, records, 'interval');
  const isSettled = ({ metOn, missed }: SupervisionDuty) => metOn !== undefined || missed;
  const itemsOf = (some: readonly SupervisionDuty[]) =>
    some.map((duty) => dutyItem(duty, records.ref));
  return makeFigure('supervisionInTime', defaultRule(profileOfMonth(question)), {
    list: itemsOf(duties.filter(isSettled)),
    toCome: itemsOf(duties.filter((duty) => !isSettled(duty))),
    none: noneDue(question, records),
  });
}

/** FIG5: explained only where everything missed in the month is. */
const monthReason = (missed: readonly SupervisionDuty[]): Explained =>
  reasonOfAll(missed.map((duty) => duty.missed?.reason));

/** The month of one worker: missed, with its reason, or not; undefined where nothing was due in it. */
function monthOfWorker(question: FigureQuestion, records: WorkerRecords) {
  const duties = dutiesBy(question, records, 'months');
  const missed = duties.filter((duty) => duty.missed !== undefined);
  const open = duties.some(({ metOn, missed: gone }) => metOn === undefined && !gone);
  if (duties.length === 0) return undefined;
  return { isMissed: missed.length > 0, isOpen: open, reason: monthReason(missed) };
}

/** FIG5: a missed month stays missed, whatever was held later. An explained one is counted and says so. */
export function monthSupervised(question: FigureQuestion, records: WorkerRecords): Figure {
  const found = monthOfWorker(question, records);
  const month = monthsWords([question.month]);
  const about = { ref: question.month, worker: records.ref };
  const item = (): FigureItem => {
    if (!found?.isMissed)
      return { ...about, counted: true, why: `${month}: no due day passed without it.` };
    const { reason } = found;
    const why = `${month}: missed.${explainedBy(reason)}`;
    return { ...about, counted: false, why, ...(reason ? { explained: reason } : {}) };
  };
  const isToCome = found?.isOpen === true && !found.isMissed;
  return makeFigure('monthSupervised', defaultRule(profileOfMonth(question)), {
    list: found && !isToCome ? [item()] : [],
    toCome: isToCome ? [{ ...about, counted: false, why: `${month}: not held yet.` }] : [],
    none: noneDue(question, records),
  });
}

/** FIG13: of the months that were missed, those that say why: by dates, or in the finished notes (A2.4). */
export function gapsExplained(question: FigureQuestion, records: WorkerRecords): Figure {
  const found = monthOfWorker(question, records);
  const { leaveGap } = profileOfMonth(question);
  const rule = { rule: 'R-20', clause: leaveGap?.src ?? null };
  const month = monthsWords([question.month]);
  const none = found ? `${month} was not missed.` : noneDue(question, records);
  if (!found?.isMissed) return makeFigure('gapsExplained', rule, { list: [], none });

  const isWritten = records.explainedInWriting.includes(question.month);
  const explained = found.reason ?? (isWritten ? 'written' : undefined);
  const written = isWritten ? ' Explained in the notes.' : '';
  const says = `${explainedBy(found.reason)}${written}` || ' No reason is held.';
  return makeFigure('gapsExplained', rule, {
    list: [
      {
        ref: question.month,
        worker: records.ref,
        counted: explained !== undefined,
        why: `${month}: missed.${says}`,
        ...(explained ? { explained } : {}),
      },
    ],
    none,
  });
}
