import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Meta } from './database/meta.ts';
import type { Relations } from './directory/relations.ts';

/** Who asks, and all that a request is judged by: read once, so that a request sees one directory and one day. */
export interface Asker {
  /** The council's reference of the person whose token it is. */
  readonly person: string;
  readonly relations: Relations;
  readonly today: CalendarDate;
  /** The endpoint's clock. */
  readonly now: string;
  readonly meta: Meta;
}
