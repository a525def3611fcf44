import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { RuleCited } from '#domain/due/due-result.ts';

/**
 * The compliance figures of domain-spec A8, part 1 (FIG1–FIG20 in ../RULES.md), in the order of the form.
 * `met`: what is counted is as it should be. `toLookAt`: what is counted is to be looked at.
 */
export const figureKinds = {
  supervisionInTime: { label: 'Supervision held by the day it was due', counts: 'met' },
  monthSupervised: { label: 'Months with the supervision that was due', counts: 'met' },
  plannedHeld: { label: 'Planned sessions that were held', counts: 'met' },
  sessionsCancelled: { label: 'Planned sessions that were cancelled', counts: 'toLookAt' },
  childrenDiscussed: { label: 'Children due, and discussed in time', counts: 'met' },
  childrenInDate: { label: 'Children whose discussion is not overdue', counts: 'met' },
  childRecords: { label: 'Child records in the case system in time', counts: 'met' },
  urgentRecords: { label: '24-hour records in the case system in time', counts: 'met' },
  staffNotes: { label: 'Supervision notes finalised in time', counts: 'met' },
  agreementInDate: { label: 'Agreement in force and reviewed in time', counts: 'met' },
  directObservation: { label: 'Direct observation of practice in date', counts: 'met' },
  observedThisYear: { label: 'Observed since 1 April', counts: 'met' },
  observationOfSupervision: { label: 'Observation of supervision in date', counts: 'met' },
  severalTeams: {
    label: 'Families with several teams: group or KIT meeting in time',
    counts: 'met',
  },
  gapsExplained: { label: 'Missed months that are explained', counts: 'met' },
  decisionsRevisited: { label: 'Informal decisions revisited at the next session', counts: 'met' },
  carriedTwice: { label: 'Open actions carried forward twice or more', counts: 'toLookAt' },
  allCases: { label: 'Sessions that covered ALL open cases', counts: 'met' },
} as const;

export type FigureId = keyof typeof figureKinds;

export const figureIds = Object.keys(figureKinds) as readonly FigureId[];

/** One thing behind a figure. It has references and days, and no name (domain-spec 0.1). */
export interface FigureItem {
  /** The session, child, record … by its reference; a day or a month where it is neither. */
  readonly ref: string;
  readonly worker: string;
  /** In the numerator. */
  readonly counted: boolean;
  /** A sentence that says why it is counted or not. */
  readonly why: string;
  /** What it is counted under, such as the child's status. */
  readonly group?: string;
  readonly dueOn?: CalendarDate;
  /** FIG5: not met, and why that was. It stays in the figure all the same. */
  readonly explained?: 'leave' | 'exceptional' | 'written';
}

/** What could not be measured, and why: never counted as good. */
export interface Unmeasured {
  readonly worker: string;
  readonly why: string;
}

export type RuleOfFigure = Pick<RuleCited, 'rule' | 'clause'>;

interface Parts extends RuleOfFigure {
  readonly id: FigureId;
  readonly label: string;
  readonly counts: 'met' | 'toLookAt';
  readonly numerator: number;
  readonly denominator: number;
  /** Everything that was counted, met or not: as many as the denominator. */
  readonly list: readonly FigureItem[];
  /** FIG6: not due yet on the day of asking, and so in neither number. */
  readonly toCome: readonly FigureItem[];
  readonly unmeasured: readonly Unmeasured[];
}

/** FIG2: "not measured" is an answer of its own, and neither 0 % nor 100 %. */
export type Figure = Parts &
  (
    | { readonly outcome: 'measured' }
    | {
        readonly outcome: 'notMeasured';
        /** The sentences of `whys`, each once. */
        readonly why: string;
        readonly whys: readonly string[];
      }
  );

/** FIG1, FIG2: the one place where a figure is made, so that its numbers are those of its list. */
export function makeFigure(
  id: FigureId,
  rule: RuleOfFigure,
  found: {
    readonly list: readonly FigureItem[];
    readonly toCome?: readonly FigureItem[] | undefined;
    readonly unmeasured?: readonly Unmeasured[] | undefined;
    /** Said where nothing was counted, and nothing was left unmeasured or to come. */
    readonly none: string | readonly string[];
  },
): Figure {
  const { list, toCome = [], unmeasured = [], none } = found;
  const parts: Parts = {
    id,
    ...figureKinds[id],
    rule: rule.rule,
    clause: rule.clause,
    numerator: list.filter(({ counted }) => counted).length,
    denominator: list.length,
    list,
    toCome,
    unmeasured,
  };
  if (list.length > 0) return { ...parts, outcome: 'measured' };
  const known = [
    ...unmeasured.map(({ why }) => why),
    ...(toCome.length > 0 ? [`None is over yet: ${toCome.length} to come.`] : []),
  ];
  const whys = [...new Set(known.length > 0 ? known : [none].flat())];
  return { ...parts, outcome: 'notMeasured', why: whys.join(' '), whys };
}

/** A figure that a policy, a day or a missing form leaves without a number. */
export const notMeasured = (id: FigureId, rule: RuleOfFigure, unmeasured: Unmeasured): Figure =>
  makeFigure(id, rule, { list: [], unmeasured: [unmeasured], none: unmeasured.why });
