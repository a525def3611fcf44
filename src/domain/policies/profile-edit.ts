import type { PolicyProfile } from './policy-profile.ts';
import type { Strength } from './profile-words.ts';

/** How binding a rule may be made by hand. `inferred` is Footprint's own reading and nobody's choice. */
export const strengthChoices = ['must', 'should', 'aim', 'may'] as const satisfies Strength[];

/** Written as profiles write it; the words for each are `everyWords`. */
export const intervalChoices = 'P7D P14D P21D P28D P1M P42D P2M P3M P4M P6M P12M'.split(' ');

export type Mode = PolicyProfile['child']['mode'];

export const headingKeys = ['caseDiscussion', 'managementDecision', 'staffNotes'] as const;
export const neededTerms = [
  'supervisor',
  'supervisee',
  'agreement',
  'informal',
  'childRecord',
  'staffRecord',
] as const;
export const otherTerms = ['notes', 'caseDiscussion', 'lookedAfter', 'careLeaver'] as const;
type TermKey = (typeof neededTerms)[number] | (typeof otherTerms)[number];

export interface CohortEdit {
  /** '' for one that was added: its code follows from its name. */
  readonly code: string;
  readonly label: string;
  readonly interval: string;
}

/** What a person can change of a profile in the form, as it is typed. Everything else stays as it is. */
export interface ProfileEdit {
  readonly label: string;
  readonly sourceName: string;
  readonly year: string;
  /** `P1M calendarMonth`, `P28D rolling`. */
  readonly supervision: string;
  readonly others: readonly OtherInterval[];
  readonly mode: Mode;
  readonly cohorts: readonly CohortEdit[];
  /** The second clock of each child; '' for none. */
  readonly oversight: string;
  readonly childRecordDays: string;
  readonly staffNotesDays: string;
  readonly significantHours: string;
  readonly informalDays: string;
  readonly minutes: string;
  readonly depths: 'both' | 'brief' | 'inDepth';
  readonly agendaAtStart: boolean;
  readonly fourAspects: boolean;
  readonly childInBrief: boolean;
  readonly agreementRequired: boolean;
  readonly signedBeforeFirst: boolean;
  readonly groupCounts: NonNullable<PolicyProfile['group']>['resetsChildClock'];
  readonly headings: Readonly<Record<(typeof headingKeys)[number], string>>;
  readonly terms: Readonly<Record<TermKey, string>>;
  readonly strength: (typeof strengthChoices)[number];
  /** Where the changed rules come from, in the person's words; '' is their own. */
  readonly source: string;
}

export interface OtherInterval {
  /** Where it stands in the profile, with dots. */
  readonly path: string;
  readonly label: string;
  readonly interval: string;
}

const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** The form as it opens: editing nothing gives the same profile back (PROF15). */
export function editOf(profile: PolicyProfile): ProfileEdit {
  const { worker, child, recording, session, informal, source, headings, agreement } = profile;
  const { interval, basis } = worker.default;
  const depths = session?.depths;
  return {
    label: profile.label,
    sourceName: source.name,
    year: numberText(source.year),
    supervision: `${interval} ${basis}`,
    others: otherIntervals(profile),
    mode: child.mode,
    cohorts: (child.cohorts ?? []).map((cohort) => ({
      code: cohort.code,
      label: cohort.label,
      interval: cohort.interval ?? '',
    })),
    oversight: child.oversightFloor?.interval ?? '',
    childRecordDays: numberText(recording?.childRecord?.workingDays),
    staffNotesDays: numberText(recording?.staffNotes?.workingDays),
    significantHours: numberText(recording?.significantOrUrgent?.hours),
    informalDays: numberText(informal?.workingDays),
    minutes: numberText(session?.minutes),
    depths: depths?.length === 1 ? (depths[0] ?? 'both') : 'both',
    agendaAtStart: session?.agendaAtStart ?? false,
    fourAspects: session?.fourAspectsRequired ?? false,
    childInBrief: profile.briefRequires?.includes('childExperience') ?? false,
    agreementRequired: agreement?.required ?? false,
    signedBeforeFirst: agreement?.signedBeforeFirstSession ?? false,
    groupCounts: profile.group?.resetsChildClock ?? 'never',
    headings: picked(headings, headingKeys),
    terms: picked(profile.terms, [...neededTerms, ...otherTerms]),
    strength: 'should',
    source: '',
  };
}

const picked = <K extends string>(
  from: Readonly<Partial<Record<K, string | undefined>>>,
  keys: readonly K[],
) => Object.fromEntries(keys.map((key) => [key, from[key] ?? ''])) as Record<K, string>; // a value for each key

const stageWords = {
  asye: 'Assessed and supported year (ASYE)',
  student: 'Student',
  probation: 'On probation',
  newlyQualified: 'Newly qualified',
  experienced: 'Experienced',
  nonCaseHolding: 'Without cases',
  caseHolderBackstop: 'With cases, never later than',
  recommended: 'Recommended',
} as const;

/** Every other interval that the profile has; one that it has not can be written in its file. */
function otherIntervals(profile: PolicyProfile): readonly OtherInterval[] {
  const { worker, supervisionOfManagers, child, observation, agreement } = profile;
  const stages = (Object.keys(stageWords) as (keyof typeof stageWords)[]).flatMap((stage) => {
    const label = stageWords[stage];
    const rule = worker[stage];
    if (rule?.phases)
      return rule.phases.map(({ interval }, i) => ({
        path: `worker.${stage}.phases.${i}.interval`,
        label: `${label}, phase ${i + 1}`,
        interval,
      }));
    return each(`worker.${stage}.interval`, label, rule?.interval);
  });
  const { directObservation, observationOfSupervision } = observation ?? {};
  return [
    ...stages,
    ...each('supervisionOfManagers.interval', 'Managers', supervisionOfManagers?.interval),
    ...each('child.multiTeam.interval', 'Several teams with one family', child.multiTeam?.interval),
    ...each(
      'observation.directObservation.interval',
      'Direct observation of practice',
      directObservation?.interval,
    ),
    ...each(
      'observation.observationOfSupervision.interval',
      'Observation of supervision',
      observationOfSupervision?.interval,
    ),
    ...each('agreement.reviewInterval', 'Review of the agreement', agreement?.reviewInterval),
  ];
}

const each = (
  path: string,
  label: string,
  interval: string | null | undefined,
): readonly OtherInterval[] => (interval ? [{ path, label, interval }] : []);
