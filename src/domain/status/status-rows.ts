/** Anything with a beginning and an end: ISO dates, '' where there is none. */
export interface Spell {
  readonly from: string;
  readonly to: string;
}

export interface CareSpell extends Spell {
  readonly periodId: string;
  readonly enteredCareOn: string;
}

export interface Permanence {
  /** The agency decision or the order, whichever came first. */
  readonly decidedOn: string;
  readonly reversedOn: string;
  /** The period of care it belongs to; '' where the file does not say. */
  readonly periodId: string;
}

export interface PreProceedings {
  /** Something stands in the file as the decision's date, readable or not. */
  readonly decided: boolean;
  readonly decidedOn: string;
  readonly endedOn: string;
  readonly outcome: string;
  readonly inCourt: boolean;
  readonly finalPlanApproved: boolean;
}

/** The rows of one child from which its statuses follow, as they stand in the file. */
export interface StatusRows {
  readonly referrals: readonly (Spell & { readonly primaryNeed: string })[];
  readonly needPlans: readonly Spell[];
  readonly protectionPlans: readonly Spell[];
  readonly care: readonly CareSpell[];
  readonly permanence: readonly Permanence[];
  readonly legal: readonly (Spell & { readonly code: string })[];
  readonly preProceedings: readonly PreProceedings[];
  /** The eligibility of each care leaver row. */
  readonly careLeaver: readonly string[];
  readonly earlyHelp: readonly Spell[];
  readonly assessments: readonly Spell[];
  readonly disabilities: readonly string[];
}

export const noStatusRows: StatusRows = {
  referrals: [],
  needPlans: [],
  protectionPlans: [],
  care: [],
  permanence: [],
  legal: [],
  preProceedings: [],
  careLeaver: [],
  earlyHelp: [],
  assessments: [],
  disabilities: [],
};

/** STAT1: open until the day it ended. An end before the beginning contradicts itself and closes nothing. */
export function isOpenSpell({ from, to }: Spell, asAt: string): boolean {
  return to === '' || to > asAt || (from !== '' && to < from);
}

export function openOf<S extends Spell>(spells: readonly S[], asAt: string): readonly S[] {
  return spells.filter((spell) => isOpenSpell(spell, asAt));
}

/** Of several open ones the latest to begin says since when. */
export function latestFrom(spells: readonly Spell[]): string {
  return spells.reduce((latest, { from }) => (from > latest ? from : latest), '');
}

/** STAT12: the last day on which anything ended, where nothing is open any more; '' while it is open. */
export function closedOn(rows: StatusRows, allocations: readonly Spell[], asAt: string): string {
  const spells = [
    ...rows.referrals,
    ...rows.needPlans,
    ...rows.protectionPlans,
    ...rows.care,
    ...rows.earlyHelp,
    ...allocations,
  ];
  if (spells.some((spell) => isOpenSpell(spell, asAt))) return '';
  return spells.reduce((last, { to }) => (to > last ? to : last), '');
}
