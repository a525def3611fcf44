import type { PolicyProfile } from './policy-profile.ts';
import type { AspectKey, StaffNote } from './records/staff-note.ts';

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

/** Every text of the notes with the path of its field: what is searched, copied and checked is this list. */
export function textsOfNote(note: StaffNote): readonly (readonly [string, string])[] {
  return [
    ['location', note.location],
    ...note.absences.flatMap(({ from, to, detail }, i) => [
      [`absences.${i}.from`, from] as const,
      [`absences.${i}.to`, to] as const,
      [`absences.${i}.detail`, detail] as const,
    ]),
    ['gapWhy', note.gapWhy],
    ['gapCover', note.gapCover],
    ['gapReallocation', note.gapReallocation],
    ...note.settled.map(({ reason }, i) => [`settled.${i}.reason`, reason] as const),
    ...noteAspects.flatMap(({ key }) => [
      [`${key}.text`, note[key].text] as const,
      [`${key}.notCovered`, note[key].notCovered] as const,
    ]),
    ...note.actions.flatMap(({ what, owner, byWhen }, i) => [
      [`actions.${i}.what`, what] as const,
      [`actions.${i}.owner`, owner] as const,
      [`actions.${i}.byWhen`, byWhen] as const,
    ]),
    ['text', note.text],
    ['nextMeetingOn', note.nextMeetingOn],
  ];
}

/** Anything written or said in the notes; where and how they met does not count as that. */
export function isNoteStarted(note: StaffNote): boolean {
  return (
    note.supportDetailWithheld ||
    note.noAbsences ||
    note.absences.some(({ kind }) => kind !== '') ||
    note.settled.some(({ outcome }) => outcome !== '') ||
    textsOfNote(note).some(([path, text]) => path !== 'location' && text.trim() !== '')
  );
}
