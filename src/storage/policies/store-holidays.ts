import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { HolidayList, type NamedDay, type TypedDay } from '#domain/records/holidays.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { put } from '#storage/writes.ts';
import { holidayRow } from './holidays.ts';

const empty = (id: string) => HolidayList.parse({ id });

/** What a person loaded and typed; an empty list where nothing was. */
export const holidayList = (workspace: Pick<Workspace, 'set'>): HolidayList =>
  holidayRow(workspace)?.body ?? empty('');

async function change(
  workspace: Workspace,
  next: (held: HolidayList) => HolidayList,
): Promise<void> {
  const id = await workspace.vault.referenceId('holidays', 'own');
  await workspace.change(() => {
    const record = holidayRow(workspace);
    return put(record, 'holidays', id, next(record?.body ?? empty(id)));
  });
}

/** WD11: the days of GOV.UK's file, in place of those of an earlier one. What was typed stays. */
export const loadPublished = (workspace: Workspace, days: readonly NamedDay[]): Promise<void> =>
  change(workspace, (held) => ({ ...held, published: [...days], publishedAt: workspace.now }));

export type DayOutcome = 'stored' | 'alreadyThere';

/** WD6, WD9, WD10: one day added, taken off, or on which the council is closed. */
export async function typeDay(
  workspace: Workspace,
  day: { readonly kind: TypedDay['kind']; readonly on: CalendarDate; readonly name: string },
): Promise<DayOutcome> {
  const id = workspace.ports.newId();
  const { me: by } = settingsOf(workspace);
  let outcome: DayOutcome = 'stored';
  await change(workspace, (held) => {
    const isThere = held.typed.some(({ kind, on }) => kind === day.kind && on === day.on);
    outcome = isThere ? 'alreadyThere' : 'stored';
    if (isThere) return held;
    // The other way round: a day taken off and then proclaimed is a bank holiday again.
    const others = held.typed.filter(
      ({ kind, on }) => on !== day.on || !isOpposite(kind, day.kind),
    );
    return { ...held, typed: [...others, { ...day, id, at: workspace.now, by }] };
  });
  return outcome;
}

const isOpposite = (a: TypedDay['kind'], b: TypedDay['kind']) =>
  a !== b && a !== 'closure' && b !== 'closure';

/** Takes a typed day back: the day is again what the list or the rules say. */
export const forgetDay = (workspace: Workspace, id: string): Promise<void> =>
  change(workspace, (held) => ({ ...held, typed: held.typed.filter((day) => day.id !== id) }));

/** WD10: off until a person says that the council's closure days are no working days. */
export const countClosures = (workspace: Workspace, closuresCount: boolean): Promise<void> =>
  change(workspace, (held) => ({ ...held, closuresCount }));
