import { parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { PlannedDay } from '#domain/out/calendar-file.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';

/** Sessions and groups that are planned from today on, for a calendar: days and ids alone. */
export function plannedDays(workspace: Workspace): readonly PlannedDay[] {
  const today = todayIn(workspace);
  const ofKind = (
    what: PlannedDay['what'],
    planned: readonly {
      readonly id: string;
      readonly status: string;
      readonly plannedFor: string;
    }[],
  ) =>
    planned.flatMap(({ id, status, plannedFor }): readonly PlannedDay[] => {
      const on = parseCalendarDate(plannedFor);
      return status === 'planned' && on && on >= today ? [{ id, on, what }] : [];
    });
  return [
    ...ofKind('Supervision', bodies(workspace, 'sessions')),
    ...ofKind('Group supervision', bodies(workspace, 'groups')),
  ].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
