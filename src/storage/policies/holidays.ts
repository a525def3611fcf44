import { englandAndWalesHolidays, type Holidays } from '#domain/dates/bank-holidays.ts';
import { holidaysInUse } from '#domain/dates/holidays-in-use.ts';
import type { HolidayList } from '#domain/records/holidays.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** What a person loaded and typed; undefined where nothing was. */
export const holidayRow = (workspace: Reads) => findAll(workspace, 'holidays').at(0);

// A list is asked for once for each child and deadline on a screen, and is put together once.
const putTogether = new WeakMap<HolidayList, Holidays>();

/** The bank holidays, and the closures that count, by which every deadline here is worked out. */
export function holidaysOf(workspace: Reads): Holidays {
  const held = holidayRow(workspace)?.body;
  if (!held) return englandAndWalesHolidays;
  const holidays = putTogether.get(held) ?? holidaysInUse(englandAndWalesHolidays, held);
  putTogether.set(held, holidays);
  return holidays;
}
