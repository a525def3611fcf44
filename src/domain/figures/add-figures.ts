import { assert } from '#domain/assert.ts';
import { type Figure, type FigureItem, figureIds, makeFigure } from './figure.ts';

export type FigureSet = readonly Figure[];

/**
 * FIG18: what a supervisor's workers, or a team's supervisors, have together: numerators, denominators and
 * lists are added, and what was not measured for one of them is still said. No average, no order, no score.
 */
export function addFigures(sets: readonly FigureSet[]): FigureSet {
  return figureIds.flatMap((id): readonly Figure[] => {
    const parts = sets.flatMap((set) => set.filter((figure) => figure.id === id));
    const [first] = parts;
    if (!first) return [];
    return [
      makeFigure(id, first, {
        list: parts.flatMap(({ list }) => list),
        toCome: parts.flatMap(({ toCome }) => toCome),
        unmeasured: parts.flatMap(({ unmeasured }) => unmeasured),
        none: parts.flatMap((part) => (part.outcome === 'notMeasured' ? part.whys : [])),
      }),
    ];
  });
}

export function figureOf(set: FigureSet, id: Figure['id']): Figure {
  const figure = set.find((each) => each.id === id);
  assert(figure, `no figure ${id}`);
  return figure;
}

export interface GroupCount {
  readonly group: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** FIG7: the same figure for each status, in the order of the words. */
export function byGroup({ list }: Pick<Figure, 'list'>): readonly GroupCount[] {
  const groups = [...new Set(list.map(({ group = '' }) => group))].sort();
  return groups.map((group) => {
    const own = list.filter((item) => (item.group ?? '') === group);
    const numerator = own.filter(({ counted }) => counted).length;
    return { group, numerator, denominator: own.length };
  });
}

/** FIG9: the one that has been overdue longest; undefined where none is. */
export const oldestOverdue = ({ list }: Pick<Figure, 'list'>): FigureItem | undefined =>
  list
    .filter(({ counted, dueOn }) => !counted && dueOn !== undefined)
    .reduce<FigureItem | undefined>(
      (oldest, each) => (oldest && (oldest.dueOn ?? '') <= (each.dueOn ?? '') ? oldest : each),
      undefined,
    );
