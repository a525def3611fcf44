import { carriedWords } from '#domain/count-words.ts';
import { type CalendarDate, formatDate } from '#domain/dates/calendar-date.ts';
import {
  type InformalDecision,
  isToRevisit,
  type PendingDecision,
  pendingDecisions,
  revisitedOn,
} from '#domain/decisions/pending-decisions.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import { type Figure, type FigureItem, makeFigure, notMeasured } from './figure.ts';
import type { ActionHeld, WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, profileOfMonth } from './figure-month.ts';

const madeOn = ({ decidedAt }: InformalDecision): string => formatDate(dayOf(decidedAt));

/**
 * FIG14: informal decisions that waited for a formal session when one was held in the month, and those of
 * them that it settled. One that has met no formal session yet is to come.
 */
export function decisionsRevisited(question: FigureQuestion, records: WorkerRecords): Figure {
  const { first, known } = daysOf(question);
  const profile = profileOfMonth(question);
  const { decisions, revisiting = [], ref: worker } = records;
  const { informal, source } = profile;
  const isStated = informal?.revisitAtNextFormal !== 'recommended';
  const rule = { rule: 'R-23', clause: isStated ? (informal?.src ?? null) : null };
  if (!informal?.revisitAtNextFormal)
    return notMeasured('decisionsRevisited', rule, {
      worker,
      why: `${source.name} does not ask for informal decisions to be revisited.`,
    });
  if (!decisions)
    return notMeasured('decisionsRevisited', rule, {
      worker,
      why: 'Footprint holds no decisions made outside supervision yet.',
    });

  const asked = { profile, decisions, sessions: revisiting };
  const pending = pendingDecisions({ ...asked, until: known });
  const passed = ({ passedOver }: PendingDecision): CalendarDate | undefined =>
    passedOver.findLast((on) => on >= first);
  const settled = decisions.filter(isToRevisit).flatMap((decision): readonly FigureItem[] => {
    const on = revisitedOn(decision, { sessions: revisiting, until: known });
    if (on === undefined || on < first) return [];
    const why = `Decided on ${madeOn(decision)}: revisited on ${formatDate(on)}.`;
    return [{ ref: decision.id, worker, counted: true, why }];
  });
  const waiting = (each: PendingDecision, why: string): FigureItem => ({
    ref: each.decision.id,
    worker,
    counted: false,
    why: `Decided on ${madeOn(each.decision)}: ${why}.`,
  });
  return makeFigure('decisionsRevisited', rule, {
    list: [
      ...settled,
      ...pending.flatMap((each) => {
        const on = passed(each);
        return on ? [waiting(each, `not settled in the session of ${formatDate(on)}`)] : [];
      }),
    ],
    toCome: pending
      .filter((each) => passed(each) === undefined)
      .map((each) => waiting(each, 'no formal session since')),
    none: 'No informal decision waited for a session.',
  });
}

const isOpenOn = ({ agreedOn, settledOn }: ActionHeld, day: CalendarDate): boolean =>
  agreedOn <= day && (settledOn === undefined || settledOn > day);

/** FIG15: of the actions that were open at the month's end, those carried forward twice or more by then. */
export function carriedTwice(question: FigureQuestion, records: WorkerRecords): Figure {
  const { known } = daysOf(question);
  const open = records.actions.filter((action) => isOpenOn(action, known));
  return makeFigure(
    'carriedTwice',
    { rule: 'R-35', clause: null }, // how often is too often is our number, not a policy's
    {
      list: open.map(({ ref, agreedOn, carriedOn }) => {
        const times = carriedOn.filter((on) => on <= known).length;
        const carried = times === 0 ? 'not carried forward' : carriedWords(times);
        const why = `Agreed on ${formatDate(agreedOn)}: ${carried}.`;
        return { ref, worker: records.ref, counted: times >= 2, why };
      }),
      none: 'No action was open.',
    },
  );
}
