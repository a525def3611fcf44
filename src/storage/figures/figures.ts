import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { addFigures, type FigureSet } from '#domain/figures/add-figures.ts';
import { daysOf, type FigureQuestion } from '#domain/figures/figure-month.ts';
import { figuresOfWorker } from '#domain/figures/figures-of-worker.ts';
import { isOnList } from '#domain/figures/of-children.ts';
import { type CaseloadSignal, caseloadSignal } from '#domain/flags/caseload-signal.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Staff } from '#domain/records/staff.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { heldVersions } from '#storage/policies/profiles.ts';
import { findStaff, profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { workerRecords } from './figure-records.ts';

/** One worker, everybody I supervise, or those of them who are in one team. */
export type Whose =
  | { readonly kind: 'worker'; readonly ref: StaffRef }
  | { readonly kind: 'supervisor' }
  | { readonly kind: 'team'; readonly teamRef: string };

export interface WorkerFigures {
  readonly ref: StaffRef;
  readonly figures: FigureSet;
  /** Context beside the figures and part of none of them: no excuse, and no measure of anybody. */
  readonly caseload?: CaseloadSignal | undefined;
}

export interface MonthFigures {
  readonly month: CalendarMonth;
  /** The sums (FIG18). */
  readonly figures: FigureSet;
  readonly workers: readonly WorkerFigures[];
}

function staffIn(workspace: Workspace, who: Whose): readonly Staff[] {
  switch (who.kind) {
    case 'worker':
      return [findStaff(workspace, who.ref)?.body].flatMap((staff) => staff ?? []);
    case 'supervisor':
      return practitioners(workspace);
    case 'team':
      return practitioners(workspace).filter(({ teamRef }) => teamRef === who.teamRef);
  }
}

/**
 * The compliance figures of a calendar month out of what is stored on this device (FIG1–FIG19, A8 part 1),
 * as of now. It is personal data about staff: for monitoring screens alone, on no record and in no export.
 */
export function figuresFor(
  workspace: Workspace,
  { month, who }: { readonly month: CalendarMonth; readonly who: Whose },
): MonthFigures {
  const question: FigureQuestion = {
    month,
    today: todayIn(workspace),
    profile: profileOf(workspace),
    versions: heldVersions(workspace),
    holidays: holidaysOf(workspace),
  };
  const { known } = daysOf(question);
  const workers = staffIn(workspace, who).map((staff): WorkerFigures => {
    const records = workerRecords(workspace, staff, question);
    const open = records.children.filter((child) => isOnList(child, known));
    const caseload = caseloadSignal(open.length);
    return { ref: staff.ref, figures: figuresOfWorker(question, records), caseload };
  });
  return { month, figures: addFigures(workers.map(({ figures }) => figures)), workers };
}
