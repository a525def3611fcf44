import { byGroup, oldestOverdue } from '#domain/figures/add-figures.ts';
import type { Figure, FigureId, FigureItem } from '#domain/figures/figure.ts';
import { isStanding } from '#domain/figures/figures-of-period.ts';
import type { ShownFigure, ShownItem } from '#domain/records/monitoring.ts';

/** Part 1 in the order of the form (A8), under the headings it is read by. */
export const figureSections: readonly {
  readonly title: string;
  readonly ids: readonly FigureId[];
}[] = [
  {
    title: 'Sessions',
    ids: [
      'supervisionInTime',
      'monthSupervised',
      'plannedHeld',
      'sessionsCancelled',
      'gapsExplained',
      'allCases',
    ],
  },
  { title: 'Children', ids: ['childrenDiscussed', 'childrenInDate', 'severalTeams'] },
  { title: 'Records', ids: ['childRecords', 'urgentRecords', 'staffNotes'] },
  { title: 'Decisions and actions', ids: ['decisionsRevisited', 'carriedTwice'] },
  {
    title: 'Agreement and observation',
    ids: ['agreementInDate', 'directObservation', 'observedThisYear', 'observationOfSupervision'],
  },
];

/** What each figure counts, said under it (FIG1). */
export const whatItCounts: Readonly<Record<FigureId, string>> = {
  supervisionInTime: 'Days by which supervision was due, and those on which it had been held.',
  monthSupervised: 'Months in which supervision was due, and those that were not missed.',
  plannedHeld: 'Days a session was planned for, and those that were held by the end of the month.',
  sessionsCancelled: 'Days a session was planned for, and those that were cancelled.',
  gapsExplained: 'Months that were missed, and those that say why.',
  allCases:
    'Sessions about cases, and those that covered ALL open cases. The others were a sample.',
  childrenDiscussed:
    'Children whose discussion was due, each once a month, and those discussed by then.',
  childrenInDate: 'Children on the list, and those whose discussion is not overdue.',
  severalTeams: 'Days a meeting of several teams was due by, and those it was held by.',
  childRecords: 'Records due in working days, and those in the case system by then.',
  urgentRecords: 'Records due in hours, and those in the case system by then.',
  staffNotes: 'Notes of sessions, and those finalised by the day they were due.',
  decisionsRevisited: 'Informal decisions that waited for a session, and those it settled.',
  carriedTwice: 'Open actions, and those carried forward twice or more: to be looked at.',
  agreementInDate: 'Whether the agreement was in force, and its review not late.',
  directObservation: 'Whether practice was observed in time.',
  observedThisYear: 'Whether practice was observed since 1 April.',
  observationOfSupervision: 'Whether supervision by this person was observed in time.',
};

/** MONITOR2: in whole per cent, and never 0 or 100 where it is not quite that. */
export function percentOf(numerator: number, denominator: number): number {
  const rounded = Math.round((100 * numerator) / denominator);
  if (numerator === 0 || numerator === denominator) return rounded;
  return Math.min(99, Math.max(1, rounded));
}

/** Some reasons say it themselves: "Not measured before 1 November 2026: …". */
const NOT_MEASURED = 'Not measured';

/** "4 of 5 (80%)"; where nothing was counted, why it was not measured (FIG2). */
export function figureWords(figure: Figure): string {
  if (figure.outcome === 'notMeasured') {
    return figure.why.startsWith(NOT_MEASURED) ? figure.why : `${NOT_MEASURED}. ${figure.why}`;
  }
  const { numerator, denominator } = figure;
  return `${numerator} of ${denominator} (${percentOf(numerator, denominator)}%)`;
}

/** How a thing behind a figure is called: by reference and never by name; '' where its sentence says all. */
export type LabelOf = (id: FigureId, item: FigureItem) => string;

const overdueWords = (label: string, { why }: FigureItem): string =>
  `Overdue longest: ${label === '' ? '' : `${label}. `}${why}`;

/** What A8 wants beside some of the figures: each status, the oldest, and what was left out of the number. */
function besides(figure: Figure, labelOf: LabelOf): readonly string[] {
  const isOfChildren = figure.id === 'childrenDiscussed' || figure.id === 'childrenInDate';
  const oldest = figure.id === 'childrenInDate' ? oldestOverdue(figure) : undefined;
  const measured = figure.outcome === 'measured';
  return [
    ...(isOfChildren
      ? byGroup(figure).map(
          ({ group, numerator, denominator }) => `${group}: ${numerator} of ${denominator}`,
        )
      : []),
    ...(oldest ? [overdueWords(labelOf(figure.id, oldest), oldest)] : []),
    ...(figure.toCome.length > 0 && measured ? [`Not due yet: ${figure.toCome.length}.`] : []),
    ...(measured ? leftOut(figure) : []),
  ];
}

function leftOut({ unmeasured }: Figure): readonly string[] {
  const times = new Map<string, number>();
  for (const { why } of unmeasured) times.set(why, (times.get(why) ?? 0) + 1);
  return [...times].map(([why, count]) =>
    count === 1 ? `Not counted: ${why}` : `Not counted, ${count} times: ${why}`,
  );
}

/** A figure as the form shows it, and as it is kept with the finished record. */
export function shownFigure(figure: Figure, labelOf: LabelOf): ShownFigure {
  const shown = (item: FigureItem): ShownItem => ({
    about: labelOf(figure.id, item),
    why: item.why,
    counted: item.counted,
    group: item.group ?? '',
  });
  return {
    id: figure.id,
    label: isStanding(figure.id) ? `${figure.label}, at the end` : figure.label,
    words: figureWords(figure),
    isMeasured: figure.outcome === 'measured',
    numerator: figure.numerator,
    denominator: figure.denominator,
    whatItCounts: whatItCounts[figure.id],
    rule: figure.rule,
    clause: figure.clause ?? '',
    beside: [...besides(figure, labelOf)],
    list: figure.list.map(shown),
    toCome: figure.toCome.map(shown),
  };
}

/** Of these it is what is counted that wants looking at; of the others, what is not. */
const looksAtCounted: readonly string[] = ['carriedTwice', 'sessionsCancelled'];

/** What to look at behind a figure, which says nothing of whose fault it is. */
export const toLookAtIn = ({ id, list }: ShownFigure): readonly ShownItem[] =>
  list.filter(({ counted }) => counted === looksAtCounted.includes(id));
