import { monthsWords } from '#domain/cancellations/gap-line.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { resetsClock } from '#domain/due/clock-events.ts';
import { cited } from '#domain/due/interval-rule.ts';
import { multiTeamDue } from '#domain/due/second-clocks.ts';
import { type Figure, type FigureItem, makeFigure, notMeasured } from './figure.ts';
import type { FamilyOfTeams, WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, profileOfMonth } from './figure-month.ts';
import { type Duty, isInTime, isMissed, monthDuties } from './month-duties.ts';

function meetingDuties(question: FigureQuestion, family: FamilyOfTeams): readonly Duty[] {
  const profile = profileOfMonth(question);
  const { secondTeamJoined, events } = family;
  const met = events.filter((event) => resetsClock(profile, 'multiTeam', event));
  return monthDuties({
    days: daysOf(question),
    from: secondTeamJoined,
    done: met.map(({ on }) => on),
    ask: (on, isLastAsked) =>
      multiTeamDue({
        profile,
        holidays: question.holidays,
        now: on,
        secondTeamJoined,
        events: met.filter((event) => (isLastAsked ? event.on <= on : event.on < on)),
      }),
  });
}

/** FIG12: families that several teams work with, and whether they met in a group or KIT meeting in time. */
export function severalTeams(question: FigureQuestion, records: WorkerRecords): Figure {
  const days = daysOf(question);
  const { child, source } = profileOfMonth(question);
  const { ref: worker, families } = records;
  const rule = { rule: 'R-18', ...cited(child.multiTeam?.src, child.multiTeam?.strength) };
  if (!child.multiTeam)
    return notMeasured('severalTeams', rule, {
      worker,
      why: `${source.name} has no rule for several teams.`,
    });
  if (!families)
    return notMeasured('severalTeams', rule, {
      worker,
      why: 'Nobody has entered that several teams support a family on this list.',
    });

  const found = families.flatMap((family) => {
    const duties = meetingDuties(question, family);
    const [first] = duties;
    if (!first) return [];
    const missed = duties.find((duty) => isMissed(duty, days));
    const open = duties.find((duty) => !isInTime(duty));
    const { dueOn, doneOn } = missed ?? open ?? first;
    const met = doneOn === undefined ? 'no meeting' : `met on ${formatDate(doneOn)}`;
    const why = `Due by ${formatDate(dueOn)}: ${met}.`;
    const item: FigureItem = { ref: family.ref, worker, dueOn, counted: !open, why };
    return [{ item, isToCome: missed === undefined && open !== undefined }];
  });
  return makeFigure('severalTeams', rule, {
    list: found.flatMap(({ item, isToCome }) => (isToCome ? [] : [item])),
    toCome: found.flatMap(({ item, isToCome }) => (isToCome ? [item] : [])),
    none: `No meeting of several teams was due in ${monthsWords([question.month])}.`,
  });
}
