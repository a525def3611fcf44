import type { WorkerStage } from '#domain/due/worker.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { AspectKey, StaffNote } from '#domain/records/staff-note.ts';

export interface NoteAspect {
  readonly key: AspectKey;
  readonly label: string;
  /** Its name where the policy speaks of performance, development and personal support (003:64-78). */
  readonly threePs: string;
  /** As it is said within a sentence. */
  readonly about: string;
  readonly hint: string;
}

/** The four aspects, and support at their centre, in the words of 000:167-182. The screen is made from it. */
export const noteAspects: readonly NoteAspect[] = [
  {
    key: 'managerial',
    label: 'Managerial',
    threePs: 'Performance and managerial',
    about: 'the managerial side',
    hint: 'Workload and caseload, quality of the work, targets and performance, resources, decisions.',
  },
  {
    key: 'workAndCases',
    label: 'Work and case discussion',
    threePs: 'Work and case discussion',
    about: 'the work and its cases',
    hint: 'Purpose, pace, proportionality and impact; themes across cases. Children by their reference and not by name.',
  },
  {
    key: 'development',
    label: 'Professional development',
    threePs: 'Professional development',
    about: 'professional development',
    hint: 'Achievements and learning needs, training, research and evidence, what is needed next.',
  },
  {
    key: 'relationships',
    label: 'Relationships',
    threePs: 'Relationships',
    about: 'relationships',
    hint: 'Team, partners and families; dynamics that are unhelpful, difficult or dangerous.',
  },
  {
    key: 'support',
    label: 'Support',
    threePs: 'Personal support',
    about: 'personal support',
    hint: 'What the work is doing to the person, wellbeing, safety, what would help.',
  },
];

export const balancesThreePs = ({ session }: PolicyProfile): boolean =>
  session?.threePsBalanceOver !== undefined;

export const aspectLabel = (aspect: NoteAspect, threePs: boolean): string =>
  threePs ? aspect.threePs : aspect.label;

/** NOTE10: a manager's supervisor asks whether case supervision is happening in the team. */
export const asksAboutTeam = (stage: WorkerStage): boolean => stage === 'manager';

export const caseSupervisionAnswers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const satisfies readonly { value: StaffNote['caseSupervisionCheck']; label: string }[];

/** NOTE11 (R-12, 001:96): without cases the focus is on thresholds, where the policy says so. */
export const coversThresholds = ({ worker }: PolicyProfile, stage: WorkerStage): boolean =>
  stage === 'nonCaseHolding' && worker.nonCaseHolding?.agendaVariant === 'thresholdDecisions';

export const sessionTypes = [
  { value: 'caseAndPersonal', label: 'Case and personal supervision' },
  { value: 'personal', label: 'Personal supervision only' },
  { value: 'case', label: 'Case supervision only' },
] as const satisfies readonly { value: StaffNote['sessionType']; label: string }[];

export const meetingModes = [
  { value: 'inPerson', label: 'In person' },
  { value: 'video', label: 'By video' },
  { value: 'phone', label: 'By phone' },
] as const satisfies readonly { value: StaffNote['mode']; label: string }[];
