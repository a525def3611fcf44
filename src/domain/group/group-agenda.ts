import { addInterval, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { hoursWords } from '#domain/plan/plan-words.ts';
import { planDefaults } from '#domain/plan/time-budget.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';
import { GroupAgendaItem, type GroupSession } from '#domain/records/group.ts';
import type { Family } from './group-families.ts';
import { fewestInGroup, peopleIn } from './group-people.ts';
import { type ChildOfGroup, duesBefore, flagsForGroup, groupReasons } from './group-reasons.ts';
import { membersForFamily, summariesAskedFor, withSummariesAsked } from './summaries-asked.ts';

export interface GroupFamily extends Family {
  readonly standing: 'due' | 'flagged' | 'other';
  /** Sentences: why it is suggested. No points, and nothing of a practitioner’s own preparation. */
  readonly reasons: readonly string[];
  readonly lastGroupOn?: CalendarDate | undefined;
  readonly chosen: boolean;
  readonly suggestedMinutes: number;
  readonly item: GroupAgendaItem;
}

export interface GroupAgendaQuestion {
  readonly group: Pick<GroupSession, 'agenda' | 'familySafeguarding' | 'members' | 'minutes'>;
  readonly profile: PolicyProfile;
  /** The day of the group, and of the next one where it is planned. */
  readonly on: CalendarDate;
  readonly nextOn?: CalendarDate | undefined;
  readonly families: readonly Family[];
  readonly factsOf: (child: Child) => ChildOfGroup;
  readonly caseholders: ReadonlySet<string>;
  /** Once it has started: the families that it discusses. What was chosen is then what was begun. */
  readonly begun?: ReadonlySet<string> | undefined;
}

const unplanned = 'P1M'; // a group is monthly in the two policies that give a number (000:128, 000:258)

/**
 * GROUP8, GROUP9: the families of a group, each exactly once: those due first, then those flagged, then
 * every other, so that none is left off. The order is the same for the same records on every machine.
 */
export function groupFamilies(question: GroupAgendaQuestion): readonly GroupFamily[] {
  const { on, nextOn = addInterval(on, unplanned), begun } = question;
  const sorted = question.families
    .map((family) => described(question, family, nextOn))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ family }) => family);
  if (begun) return sorted.map((each) => ({ ...each, chosen: begun.has(each.familyKey) }));
  return withSuggested(sorted, groupLength(question.group.minutes).minutes);
}

type Key = readonly string[];
type Undecided = Omit<GroupFamily, 'chosen'>;

const places = { due: '0', flagged: '1', other: '2' } as const;

function described(
  { group, profile, factsOf, caseholders }: GroupAgendaQuestion,
  family: Family,
  nextOn: CalendarDate,
): { readonly family: Undecided; readonly key: Key } {
  const { familyKey, children } = family;
  const facts = children.map(factsOf);
  const dueOn = facts.flatMap((each) => duesBefore(each, nextOn).map(({ due }) => due.dueOn));
  const flags = facts.flatMap((each) => flagsForGroup(each.flags));
  const standing = dueOn.length > 0 ? 'due' : flags.length > 0 ? 'flagged' : 'other';
  const lastGroupOn = facts
    .flatMap((each) => each.lastGroupOn ?? [])
    .toSorted()
    .at(-1);
  const asked = summariesAskedFor(
    group.familySafeguarding,
    membersForFamily(group, { ...family, caseholders }),
  );
  const item =
    group.agenda.find((each) => each.familyKey === familyKey) ??
    GroupAgendaItem.parse({ id: familyKey, familyKey });
  const urgent = flags.some(({ tier }) => tier === 'always') ? '0' : '1';
  return {
    key: [places[standing], dueOn.toSorted()[0] ?? '', urgent, lastGroupOn ?? '', familyKey],
    family: {
      ...family,
      standing,
      reasons: groupReasons(facts, nextOn, profile),
      lastGroupOn,
      suggestedMinutes: minutesForFamily(children.length),
      item: { ...item, summaries: withSummariesAsked(item.summaries, asked) },
    },
  };
}

function compareKeys(a: Key, b: Key): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  const [x = '', y = ''] = [a[at], b[at]];
  return at < 0 ? 0 : x < y ? -1 : 1;
}

/**
 * GROUP11: what a person chose stands. Otherwise every family that is due is suggested, however long it
 * takes, and those flagged as far as the minutes reach.
 */
function withSuggested(families: readonly Undecided[], minutes: number): readonly GroupFamily[] {
  const isIn = ({ item, standing }: Undecided) =>
    item.chosen === 'yes' || (item.chosen === '' && standing === 'due');
  let left = families.filter(isIn).reduce((rest, family) => rest - minutesOf(family), minutes);
  return families.map((family) => {
    if (isIn(family)) return { ...family, chosen: true };
    const isOpen = family.item.chosen === '' && family.standing === 'flagged';
    const chosen = isOpen && minutesOf(family) <= left;
    if (chosen) left -= minutesOf(family);
    return { ...family, chosen };
  });
}

/** GROUP11: 20 minutes for a family and 8 more for each further child, as in depth (PLAN5). */
const minutesForFamily = (children: number): number =>
  planDefaults.inDepth + planDefaults.siblingInDepth * (children - 1);

const longest = 24 * 60; // minutes

function readMinutes(typed: string): number | undefined {
  const minutes = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return minutes > 0 && minutes <= longest ? minutes : undefined;
}

/** GROUP11: what a person typed for this family, in whole minutes, or else the suggestion. */
export const minutesOf = ({
  item,
  suggestedMinutes,
}: Pick<GroupFamily, 'item' | 'suggestedMinutes'>): number =>
  readMinutes(item.minutes) ?? suggestedMinutes;

/** GROUP11: how long the group is; no policy gives a number, so two hours where nothing was typed. */
export function groupLength(typed: string): {
  readonly minutes: number;
  readonly isDefault: boolean;
} {
  const minutes = readMinutes(typed);
  return { minutes: minutes ?? 120, isDefault: minutes === undefined };
}

export interface GroupPlan {
  /** "6 of 14 families, 1 hour 40 of 2 hours" */
  readonly words: string;
  readonly fits: boolean;
  readonly minutesUsed: number;
}

/** GROUP11: what the families on the table take of the time there is. Nothing is taken off for it. */
export function planGroup(families: readonly GroupFamily[], minutes: number): GroupPlan {
  const chosen = families.filter((family) => family.chosen);
  const minutesUsed = chosen.reduce((sum, family) => sum + minutesOf(family), 0);
  const of = `${families.length} ${families.length === 1 ? 'family' : 'families'}`;
  const words = `${chosen.length} of ${of}, ${hoursWords(minutesUsed)} of ${hoursWords(minutes)}`;
  return { words, fits: minutesUsed <= minutes, minutesUsed };
}

/** GROUP4 (C-19): said in words; nothing but the records waits for it. */
export function peopleFault(group: GroupSession): string | undefined {
  const people = peopleIn(group);
  if (people >= fewestInGroup) return undefined;
  return `A group is 3 people or more, the facilitator among them. ${
    people === 1 ? 'Only the facilitator is here' : `${people} people are here`
  }`;
}
