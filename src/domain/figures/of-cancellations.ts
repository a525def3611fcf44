import { formatDate } from '#domain/dates/calendar-date.ts';
import { type Figure, type FigureItem, makeFigure, notMeasured } from './figure.ts';
import type { SessionCancelled, SessionPlanned, WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, isIn, profileOfMonth } from './figure-month.ts';

const isOf =
  ({ ref, plannedFor }: SessionCancelled) =>
  (session: SessionPlanned): boolean =>
    session.ref === ref && session.plannedFor === plannedFor;

/** FIG17: every day on which a session was planned, each once, the cancelled ones with why. */
export function plannedDays({ planned, cancelled = [] }: WorkerRecords): readonly SessionPlanned[] {
  return [
    ...planned.filter((session) => !cancelled.some((each) => isOf(each)(session))),
    ...cancelled.map(({ ref, plannedFor, because }) => ({
      ref,
      plannedFor,
      cancelledBecause: because,
    })),
  ];
}

function cancelledItem(cancelled: SessionCancelled, worker: string): FigureItem {
  const { ref, plannedFor, because, exceptional, rearrangedFor } = cancelled;
  const reason = because.trim() === '' ? 'no reason is recorded' : because;
  const kind = exceptional === true ? ', an exceptional reason' : '';
  const next =
    rearrangedFor === undefined ? 'No new date.' : `New date ${formatDate(rearrangedFor)}.`;
  const why = `Planned for ${formatDate(plannedFor)}: cancelled: ${reason}${kind}. ${next}`;
  return { ref, worker, counted: true, why };
}

/**
 * FIG20: of the days in the month on which a session was planned and that are over, those that were
 * cancelled, each with its reason (A8, A10). To be looked at: a reason makes it no better and no worse.
 */
export function sessionsCancelled(question: FigureQuestion, records: WorkerRecords): Figure {
  const days = daysOf(question);
  const { ref: worker, cancelled } = records;
  const rule = { rule: 'R-43', clause: profileOfMonth(question).cancellation?.src ?? null };
  if (!cancelled)
    return notMeasured('sessionsCancelled', rule, {
      worker,
      why: 'Footprint holds no cancellations yet.',
    });
  const inMonth = cancelled.filter(({ plannedFor }) => isIn(days, plannedFor));
  const others = plannedDays(records).filter(
    ({ plannedFor, heldOn, cancelledBecause }) =>
      cancelledBecause === undefined &&
      isIn(days, plannedFor) &&
      (plannedFor < days.over || (heldOn !== undefined && heldOn <= days.known)),
  );
  return makeFigure('sessionsCancelled', rule, {
    list: [
      ...inMonth.map((each) => cancelledItem(each, worker)),
      ...others.map(({ ref, plannedFor }) => ({
        ref,
        worker,
        counted: false,
        why: `Planned for ${formatDate(plannedFor)}: not cancelled.`,
      })),
    ],
    none: 'No session was planned.',
  });
}
