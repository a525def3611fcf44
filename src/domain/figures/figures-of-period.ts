import {
  addInterval,
  type CalendarMonth,
  monthOf,
  toCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { type FigureSet, figureOf } from './add-figures.ts';
import { type Figure, type FigureId, type FigureItem, figureIds, makeFigure } from './figure.ts';

/** FIG22: they say how things stood on a day; of several months that is the last one's. */
const standing: readonly FigureId[] = [
  'childrenInDate',
  'agreementInDate',
  'directObservation',
  'observedThisYear',
  'observationOfSupervision',
  'carriedTwice',
];

export const isStanding = (id: FigureId): boolean => standing.includes(id);

/** Every month from the first to the last, both counted; none where the last is before the first. */
export function monthsFrom(first: CalendarMonth, last: CalendarMonth): readonly CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let day = toCalendarDate(`${first}-01`); monthOf(day) <= last; day = addInterval(day, 'P1M'))
    months.push(monthOf(day));
  return months;
}

/**
 * FIG21, FIG22: what one worker's months, oldest first, are together. A thing that two months list, such
 * as a day still overdue when the second began, is counted once, as the later month has it.
 */
export function figuresOfPeriod(months: readonly FigureSet[]): FigureSet {
  const last = months.at(-1);
  if (!last) return [];
  return figureIds.map((id) => {
    const parts = months.map((set) => figureOf(set, id));
    const latest = figureOf(last, id);
    return isStanding(id) || parts.length === 1 ? latest : together(latest, parts);
  });
}

const keyOf = ({ ref, dueOn }: FigureItem): string => `${ref} ${dueOn ?? ''}`;

function together(latest: Figure, parts: readonly Figure[]): Figure {
  const told = new Set<string>();
  const list: FigureItem[] = [];
  const toCome: FigureItem[] = [];
  for (const part of parts.toReversed()) {
    const isNew = (item: FigureItem) => !told.has(keyOf(item));
    list.unshift(...part.list.filter(isNew));
    toCome.unshift(...part.toCome.filter(isNew));
    for (const item of [...part.list, ...part.toCome]) told.add(keyOf(item));
  }
  const unmeasured = new Map(
    parts.flatMap((part) => part.unmeasured).map((each) => [`${each.worker} ${each.why}`, each]),
  );
  return makeFigure(latest.id, latest, {
    list,
    toCome,
    unmeasured: [...unmeasured.values()],
    none: parts.flatMap((part) => (part.outcome === 'notMeasured' ? part.whys : [])),
  });
}
