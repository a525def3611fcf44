import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Depth } from '#domain/records/discussion-fields.ts';

/** Minutes of domain-spec section C: its defaults, nobody's policy. */
export interface PlanParameters {
  readonly agreeAgenda: number;
  readonly actionsSweep: number;
  readonly close: number;
  /** Where the session covers personal supervision too. */
  readonly personal: number;
  readonly brief: number;
  readonly inDepth: number;
  /** For each further child of a family. */
  readonly siblingBrief: number;
  readonly siblingInDepth: number;
  /** How many of a hundred slots are kept for the children who waited longest. */
  readonly rotationPercent: number;
}

export const planDefaults: PlanParameters = {
  agreeAgenda: 5,
  actionsSweep: 5,
  close: 5,
  personal: 30,
  brief: 4,
  inDepth: 20,
  siblingBrief: 2,
  siblingInDepth: 8,
  rotationPercent: 40,
};

export interface Member {
  readonly ref: string;
  /** The same for brothers and sisters; '' where no family is known. */
  readonly familyKey: string;
}

export interface Budget {
  /** Of the whole session. */
  readonly minutes: number;
  readonly personal: boolean;
  readonly parameters: PlanParameters;
}

export const fixedMinutes = ({ parameters, personal }: Omit<Budget, 'minutes'>): number =>
  parameters.agreeAgenda +
  parameters.actionsSweep +
  parameters.close +
  (personal ? parameters.personal : 0);

/** Children of one family together; a child without a known family is one by itself. */
export function byFamily<M extends Member>(cases: readonly M[]): readonly (readonly M[])[] {
  const families = new Map<string, M[]>();
  for (const each of cases) {
    const key = each.familyKey === '' ? `child ${each.ref}` : `family ${each.familyKey}`;
    families.set(key, [...(families.get(key) ?? []), each]);
  }
  return [...families.values()];
}

/**
 * PLAN5: what each child of a family costs, the deepest first: the first one in full at its depth, each
 * further one the add-on of its own.
 */
export function familyMinutes<M extends Member>(
  family: readonly M[],
  depthOf: (ref: string) => Depth,
  parameters: PlanParameters,
): ReadonlyMap<string, number> {
  const first = family.find(({ ref }) => depthOf(ref) === 'inDepth') ?? family[0];
  return new Map(
    family.map(({ ref }) => {
      const isDeep = depthOf(ref) === 'inDepth';
      if (ref === first?.ref) return [ref, isDeep ? parameters.inDepth : parameters.brief];
      return [ref, isDeep ? parameters.siblingInDepth : parameters.siblingBrief];
    }),
  );
}

/** Every child at its depth, the agenda, the sweep, the close and what is personal. */
export function sessionTotal(
  cases: readonly Member[],
  depthOf: (ref: string) => Depth,
  budget: Omit<Budget, 'minutes'>,
): number {
  const minutes = byFamily(cases).flatMap((family) => [
    ...familyMinutes(family, depthOf, budget.parameters).values(),
  ]);
  return minutes.reduce((sum, each) => sum + each, fixedMinutes(budget));
}

/** PLAN4: K, how many can go from brief to in depth at the full price. Negative: not even all briefs fit. */
export function inDepthSlots(cases: readonly Member[], budget: Budget): number {
  const { inDepth, brief } = budget.parameters;
  const spare = budget.minutes - sessionTotal(cases, () => 'brief', budget);
  return Math.floor(spare / (inDepth - brief));
}

/** PLAN6: Rv. In whole numbers, so that 0.4 of 5 is 2 everywhere. */
export function rotationSlots(slots: number, { rotationPercent }: PlanParameters): number {
  return slots < 2 ? 0 : Math.max(1, Math.floor((slots * rotationPercent) / 100));
}

const plannerDefault = 180; // minutes, where the policy names none (Islington's, 001:95)

/** PLAN4: how long a session is planned, and whether the policy says so. */
export function plannedMinutes({ session }: PolicyProfile): {
  readonly minutes: number;
  readonly isDefault: boolean;
} {
  const { minutes, plannerDefaultMinutes = plannerDefault } = session ?? {};
  const stated = minutes ?? undefined;
  return { minutes: stated ?? plannerDefaultMinutes, isDefault: stated === undefined };
}
