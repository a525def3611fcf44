import { type CalendarDate, formatDate } from '#domain/dates/calendar-date.ts';
import { everyCaseRule } from '#domain/due/every-open-case.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { type Figure, type FigureItem, makeFigure, type RuleOfFigure } from './figure.ts';
import type { SessionPlanned, WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, isIn, profileOfMonth } from './figure-month.ts';
import { plannedDays } from './of-cancellations.ts';

/** FIG17: held by the end of the month, on its day or another; else why not, as far as anybody said. */
function plannedItem(
  { ref, plannedFor, heldOn, cancelledBecause = '' }: SessionPlanned,
  known: CalendarDate,
  worker: string,
): FigureItem {
  const planned = `Planned for ${formatDate(plannedFor)}`;
  const item = { ref, worker };
  if (heldOn !== undefined && heldOn <= known) {
    const held = heldOn === plannedFor ? 'held' : `held on ${formatDate(heldOn)}`;
    return { ...item, counted: true, why: `${planned}: ${held}.` };
  }
  const why =
    cancelledBecause.trim() === ''
      ? 'not held in the month, no reason is recorded'
      : `cancelled: ${cancelledBecause}`;
  return { ...item, counted: false, why: `${planned}: ${why}.` };
}

/** FIG17: sessions planned for the month; one that was moved into another month is not held in this one. */
export function plannedHeld(question: FigureQuestion, records: WorkerRecords): Figure {
  const days = daysOf(question);
  const { ref } = records;
  const { cancellation } = profileOfMonth(question);
  const inMonth = plannedDays(records).filter(({ plannedFor }) => isIn(days, plannedFor));
  const isToCome = ({ plannedFor, heldOn, cancelledBecause }: SessionPlanned) =>
    plannedFor >= days.over &&
    cancelledBecause === undefined &&
    (heldOn === undefined || heldOn > days.known);
  const itemsOf = (some: readonly SessionPlanned[]) =>
    some.map((session) => plannedItem(session, days.known, ref));
  const rule = { rule: 'R-43', clause: cancellation?.src ?? null };
  return makeFigure('plannedHeld', rule, {
    list: itemsOf(inMonth.filter((session) => !isToCome(session))),
    toCome: inMonth.filter(isToCome).map(({ ref: session, plannedFor }) => ({
      ref: session,
      worker: ref,
      counted: false,
      why: `Planned for ${formatDate(plannedFor)}.`,
    })),
    none: 'No session was planned.',
  });
}

/** R-13 where every case is to be covered; else what the policy asks to be declared (R-44, 003:250). */
function coverageRule(profile: PolicyProfile): RuleOfFigure {
  if (profile.child.mode === 'everyOpenCaseEachSession') return everyCaseRule(profile);
  const { declareAllOrSample, src } = profile.child;
  return { rule: 'R-44', clause: declareAllOrSample ? (src ?? null) : null };
}

/** FIG16: ALL or a sample, as each session says it (NOTE6). A reason for not discussing a child is a sample. */
export function allCases(question: FigureQuestion, { ref, sessions }: WorkerRecords): Figure {
  const { known, ...days } = daysOf(question);
  const list = sessions
    .filter(({ on }) => isIn(days, on) && on <= known)
    .flatMap(({ ref: session, on, coverage }): readonly FigureItem[] =>
      coverage
        ? [
            {
              ref: session,
              worker: ref,
              counted: coverage.of === 'all',
              why: `Held on ${formatDate(on)}. ${coverage.words}.`,
            },
          ]
        : [],
    );
  return makeFigure('allCases', coverageRule(profileOfMonth(question)), {
    list,
    none: 'No session about cases was held.',
  });
}
