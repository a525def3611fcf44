import { assert } from '#domain/assert.ts';
import type { Flag } from '#domain/flags/flag.ts';
import { whyInDepth } from '#domain/flags/why-in-depth.ts';
import type { Depth, SubjectWord } from '#domain/records/discussion-fields.ts';
import { type AgendaStep, suggestedOrder } from './agenda-order.ts';
import { chooseInDepth, type InDepthBecause, type PlannableCase } from './choose-depths.ts';
import { planWords } from './plan-words.ts';
import { rankCases } from './rank-cases.ts';
import { type Shortfall, type ShortOf, shortfallOf } from './shortfall.ts';
import {
  type Budget,
  byFamily,
  familyMinutes,
  inDepthSlots,
  type PlanParameters,
  planDefaults,
  rotationSlots,
  sessionTotal,
} from './time-budget.ts';

export interface PlanCase extends PlannableCase {
  /** On the day of the session (SUBJ1). */
  readonly word: SubjectWord;
}

export interface PlanQuestion {
  /** The whole session: `plannedMinutes(profile)` where nobody typed another. */
  readonly minutes: number;
  /** The session covers personal supervision too. */
  readonly personal: boolean;
  /** Every open child, each once. */
  readonly cases: readonly PlanCase[];
  readonly parameters?: Partial<PlanParameters> | undefined;
  /** The policy is `allOrSample`. */
  readonly sampleAllowed?: boolean | undefined;
}

export interface PlannedCase {
  readonly ref: string;
  readonly depth: Depth;
  /** `brief` has no other reason than that nothing suggests more, or that time does not hold it. */
  readonly because: InDepthBecause | 'brief';
  /** Sentences for the screen, in depth or not. Working data: on no record and in no export. */
  readonly why: readonly string[];
  readonly minutes: number;
  /** A person chose brief against a flag of the first group: the reason is theirs to give. */
  readonly needsReason: boolean;
}

export interface SessionPlan {
  /** Every child once, in the order of suggestions. */
  readonly cases: readonly PlannedCase[];
  readonly order: readonly AgendaStep[];
  /** K and Rv of domain-spec section C. */
  readonly slots: number;
  readonly rotationSlots: number;
  readonly used: number;
  /** 0 where the session is full or over. */
  readonly unallocated: number;
  readonly shortfall?: Shortfall;
  /** The suggestion to give up first. A flag of the first group and a person's choice never are. */
  readonly nextToBrief?: string;
  readonly words: string;
}

function whyOf(because: PlannedCase['because'], flags: readonly Flag[]): readonly string[] {
  const sentences = whyInDepth(flags);
  const isSaid = flags.some(({ code }) => code === 'ROTATION_DUE');
  if (because === 'rotation' && !isSaid)
    return [...sentences, 'Among those who have waited longest for a discussion in depth.'];
  return because === 'order' && sentences.length === 0 ? ['There is time for it.'] : sentences;
}

/** PLAN9: what is missing, and for what. Nothing where a person chose brief for everybody. */
function missingIn(
  cases: readonly PlanCase[],
  budget: Budget,
  plan: { readonly used: number; readonly slots: number; readonly inDepth: number },
): Pick<ShortOf, 'what' | 'missing'> | undefined {
  const { inDepth, brief } = budget.parameters;
  const over = plan.used - budget.minutes;
  if (over > 0) return { what: plan.slots < 0 ? 'everyCase' : 'inDepth', missing: over };
  const isOpen = cases.some(({ chosenDepth }) => chosenDepth !== 'brief');
  if (plan.inDepth > 0 || !isOpen) return undefined;
  return { what: 'oneInDepth', missing: over + inDepth - brief };
}

/**
 * A plan of one session (PLAN4–PLAN12, domain-spec section C): who is discussed in
 * depth and why, what it takes, in which order. Suggestions: what a person chose always wins, and no
 * child is left out or demoted for lack of time.
 */
export function planSession(question: PlanQuestion): SessionPlan {
  const { minutes, personal, cases, sampleAllowed = false } = question;
  const parameters = { ...planDefaults, ...question.parameters };
  const budget: Budget = { minutes, personal, parameters };
  assert(new Set(cases.map(({ ref }) => ref)).size === cases.length, 'A child is planned twice');

  const ranked = rankCases(cases);
  const inDepth = chooseInDepth(ranked, budget);
  const depthOf = (ref: string): Depth => (inDepth.has(ref) ? 'inDepth' : 'brief');
  const ordered = ranked.map(({ item }) => item);
  const price = new Map(
    byFamily(ordered).flatMap((family) => [...familyMinutes(family, depthOf, parameters)]),
  );
  const minutesOf = (ref: string) => price.get(ref) ?? 0;
  const used = sessionTotal(ordered, depthOf, budget);
  const slots = inDepthSlots(ordered, budget);
  const missing = missingIn(ordered, budget, { used, slots, inDepth: inDepth.size });
  const nextToBrief = nextOut(inDepth);

  return {
    cases: ranked.map(({ item: { ref, flags, chosenDepth }, isAlways }) => {
      const because = inDepth.get(ref) ?? 'brief';
      return {
        ref,
        depth: depthOf(ref),
        because,
        why: whyOf(because, flags),
        minutes: minutesOf(ref),
        needsReason: isAlways && chosenDepth === 'brief',
      };
    }),
    order: suggestedOrder({ ranked, depthOf, minutesOf, budget }),
    slots,
    rotationSlots: rotationSlots(slots, parameters),
    used,
    unallocated: Math.max(0, minutes - used),
    ...(missing
      ? { shortfall: shortfallOf({ ...missing, minutes, inDepth: inDepth.size, sampleAllowed }) }
      : {}),
    ...(nextToBrief === undefined ? {} : { nextToBrief }),
    words: planWords({
      subjects: ordered.map(({ word }) => word),
      inDepth: inDepth.size,
      used,
      minutes,
    }),
  };
}

/** PLAN10: the one that was taken last, by its place in the order before the reserve. */
function nextOut(inDepth: ReadonlyMap<string, InDepthBecause>): string | undefined {
  const taken = [...inDepth].filter(([, because]) => because === 'rotation' || because === 'order');
  return taken.at(-1)?.[0];
}
