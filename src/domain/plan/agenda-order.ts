import type { Depth } from '#domain/records/discussion-fields.ts';
import type { PlannableCase } from './choose-depths.ts';
import type { RankedCase } from './rank-cases.ts';
import { type Budget, byFamily } from './time-budget.ts';

export interface AgendaStep {
  readonly step:
    | 'agreeAgenda'
    | 'actionsAndDecisions'
    | 'alwaysInDepth'
    | 'inDepth'
    | 'brief'
    | 'personal'
    | 'close';
  readonly refs: readonly string[];
  readonly minutes: number;
}

/**
 * PLAN11: agenda, actions and decisions, in depth with a flag of the first group, other in depth,
 * briefs by family, personal, close. Briefs of a family that was just discussed in depth come first:
 * their add-on counts on it. Each child is in one step.
 */
export function suggestedOrder<C extends PlannableCase>(question: {
  readonly ranked: readonly RankedCase<C>[];
  readonly depthOf: (ref: string) => Depth;
  readonly minutesOf: (ref: string) => number;
  readonly budget: Budget;
}): readonly AgendaStep[] {
  const { ranked, depthOf, minutesOf, budget } = question;
  const { parameters, personal } = budget;
  const isDeep = ({ ref }: C) => depthOf(ref) === 'inDepth';

  const deep = ranked.filter(({ item }) => isDeep(item));
  const families = byFamily(ranked.map(({ item }) => item));
  const begun = families.filter((family) => family.some(isDeep));
  const others = families.filter((family) => !family.some(isDeep));

  const step = (name: AgendaStep['step'], items: readonly C[]): AgendaStep => {
    const refs = items.map(({ ref }) => ref);
    return { step: name, refs, minutes: refs.reduce((sum, ref) => sum + minutesOf(ref), 0) };
  };
  const fixed = (name: AgendaStep['step'], minutes: number): AgendaStep => ({
    step: name,
    refs: [],
    minutes,
  });
  const grouped = (items: readonly RankedCase<C>[]) =>
    byFamily(items.map(({ item }) => item)).flat();

  return [
    fixed('agreeAgenda', parameters.agreeAgenda),
    fixed('actionsAndDecisions', parameters.actionsSweep),
    step('alwaysInDepth', grouped(deep.filter(({ isAlways }) => isAlways))),
    step('inDepth', grouped(deep.filter(({ isAlways }) => !isAlways))),
    step(
      'brief',
      [...begun, ...others].flat().filter((item) => !isDeep(item)),
    ),
    ...(personal ? [fixed('personal', parameters.personal)] : []),
    fixed('close', parameters.close),
  ];
}
