import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Keeping } from '#domain/records/keeping.ts';

export interface Held {
  readonly children: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
}

/** A hold ends on the day a person ended it; until then it stands, from whenever it was said. */
export const isStanding = ({ what, endedOn }: Keeping): boolean =>
  what === 'hold' && endedOn === '';

/** KEEP3: whom the holds are about. One that begins later is one already: nothing goes before it. */
export function heldBy(rows: readonly Keeping[]): Held {
  const standing = rows.filter(isStanding);
  return {
    children: new Set<string>(standing.flatMap(({ childRef }) => childRef ?? [])),
    staff: new Set<string>(standing.flatMap(({ staffRef }) => staffRef ?? [])),
  };
}

export const isHeld = (
  about: { readonly children: readonly string[]; readonly staff: readonly string[] },
  held: Held,
): boolean =>
  about.children.some((ref) => held.children.has(ref)) ||
  about.staff.some((ref) => held.staff.has(ref));

/** The hold as it is ended. Its reason stays. */
export const ended = (hold: Keeping, on: CalendarDate): Keeping => ({ ...hold, endedOn: on });
