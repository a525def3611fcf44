import { dateInLondon, parseInstant } from '#domain/dates/calendar-date.ts';

export interface ChronologyLine {
  /** The day, as an ISO date; as it was typed where it is none. */
  readonly on: string;
  /** `record`, `decision`, `action`, `actionEvent`, `mark`, `amendment`, `group`, `prior`, `status`, `broughtIn`. */
  readonly kind: string;
  readonly title: string;
  /** The finished record that it is read in; '' where there is none. */
  readonly recordId: string;
  readonly words: string;
}

/** The London day of a moment, or the day itself; as it was typed where it is neither. */
export function dayOfText(text: string): string {
  const at = parseInstant(text);
  return at ? dateInLondon(at) : text;
}
