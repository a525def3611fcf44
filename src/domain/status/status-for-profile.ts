import { addInterval, type Interval, toCalendarDate } from '#domain/dates/calendar-date.ts';
import { cohortOptions, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import { type ChildStatus, findGeneralLabel, generalStatuses } from './general-status.ts';

/** What each general status is called in the policies' own lists, the closest first (section D). */
const cohortsOf: Readonly<Record<string, readonly string[]>> = {
  COURT: ['CP_PLO_COURT', 'COURT'],
  PLO: ['CP_PLO_COURT', 'PLO'],
  CP: ['CP_PLO_COURT', 'CP'],
  CLA: ['CWCF_NO_PERM', 'CLA'],
  CLA_PERM: ['CWCF_PERM', 'CLA'],
  SHORT_BREAKS: ['SHORT_BREAKS'],
  CIN: ['CIN'],
  CARE_EXP: ['CARE_EXP', 'IF', 'CARE_LEAVER'],
  EH: ['EH', 'EHA'],
  ASSESS: ['ASSESS'],
};

export interface ProfileStatus {
  /** The council's cohort where it has one that fits, otherwise the general code. */
  readonly code: string;
  readonly label: string;
  /** "CP/PLO/Court because a child protection plan opened on 3 March 2026 is open" */
  readonly words: string;
  readonly since: string;
}

interface Fitted {
  readonly status: ChildStatus;
  readonly code: string;
  readonly label: string;
  readonly interval: Interval | undefined;
  readonly isCohort: boolean;
}

const order: readonly string[] = generalStatuses.map(({ code }) => code);
/** A cohort that a file names outright is not in the order, and comes first. */
const placeOf = ({ status }: Fitted) => order.indexOf(status.code);

/** Measured from one fixed day, so that months and days compare the same on every date. */
const lengthOf = (interval: Interval | undefined) =>
  interval ? addInterval(toCalendarDate('2027-01-01'), interval) : '9999';

function fitted(status: ChildStatus, profile: PolicyProfile): Fitted {
  const options = cohortOptions(profile);
  const wanted = [...(cohortsOf[status.code] ?? []), status.code];
  const code = wanted.find((each) => options.some((option) => option.code === each));
  const option = options.find((each) => each.code === code);
  const label = option?.label ?? findGeneralLabel(status.code) ?? status.code;
  const cohort = profile.child.cohorts?.find((each) => each.code === code);
  return {
    status,
    code: code ?? status.code,
    label,
    interval: cohort?.interval,
    isCohort: option !== undefined,
  };
}

/**
 * The one status that counts under this policy, with its words (STAT13–STAT15): the cohort with the
 * shortest interval. Undefined where the file gives no status at all.
 */
export function statusForProfile(
  statuses: readonly ChildStatus[],
  profile: PolicyProfile,
): ProfileStatus | undefined {
  const found = statuses
    .map((status) => fitted(status, profile))
    .sort((a, b) => {
      const [lengthA, lengthB] = [lengthOf(a.interval), lengthOf(b.interval)];
      if (lengthA !== lengthB) return lengthA < lengthB ? -1 : 1;
      if (a.isCohort !== b.isCohort) return a.isCohort ? -1 : 1;
      return placeOf(a) - placeOf(b);
    });
  const [first] = found;
  if (!first) return undefined;
  const same = found.filter(({ code }) => code === first.code);
  const why = same.map(({ status }) => status.words).join(' and ');
  const { code, label } = first;
  return { code, label, words: `${label} because ${why}`, since: first.status.since };
}

/** Each status by itself, in words, for the child's page: all that apply, not only the one that counts. */
export function statusSentences(
  statuses: readonly ChildStatus[],
  profile: PolicyProfile,
): readonly string[] {
  return statuses.map((status) => `${fitted(status, profile).label} because ${status.words}`);
}
