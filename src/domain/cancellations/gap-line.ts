import { type CalendarMonth, monthNames } from '#domain/dates/calendar-date.ts';

/** What the notes have to explain: the months missed since the last session, and who must be told. */
export interface SupervisionGap {
  readonly months: readonly CalendarMonth[];
  /** Those of them that the policy wants told on each open child's record (R-20, 001:87). */
  readonly forChildren: readonly CalendarMonth[];
  readonly considerReallocation: boolean;
}

export const noGap: SupervisionGap = {
  months: [],
  forChildren: [],
  considerReallocation: false,
};

/** "November 2026", "November and December 2026", "December 2026 and January 2027". */
export function monthsWords(months: readonly CalendarMonth[]): string {
  const named = months.map((month) => {
    const [year = '', number = ''] = month.split('-');
    return { year, name: monthNames[Number(number) - 1] ?? month };
  });
  const parts = named.map(({ name, year }, i) =>
    named[i + 1]?.year === year ? name : `${name} ${year}`,
  );
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * GAP1 (C-31): all that a child's record says of a gap. It is made from the months and the typed cover
 * and takes nothing else, so that it is the same letter for letter whatever kept the person away.
 */
export function gapLine(months: readonly CalendarMonth[], cover: string): string {
  if (months.length === 0) return '';
  const missed = `No formal supervision in ${monthsWords(months)} because of practitioner absence.`;
  return cover.trim() === '' ? missed : `${missed} Cover: ${cover}`;
}

/**
 * GAP3: the months that a child's next record still has to tell of: after its last record, and none
 * from before the child came onto the person's list. Both days may be '' where they are not known.
 */
export function gapMonthsOfChild(question: {
  readonly months: readonly CalendarMonth[];
  readonly lastRecordOn: string;
  readonly onListFrom: string;
}): readonly CalendarMonth[] {
  const { months, lastRecordOn, onListFrom } = question;
  return months.filter(
    (month) => month > lastRecordOn.slice(0, 7) && month >= onListFrom.slice(0, 7),
  );
}
