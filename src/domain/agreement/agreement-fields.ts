/**
 * The one field table of the supervision agreement (domain-spec A1). The screen, the words it is filled
 * in with and the rule that says what is missing are made from it.
 */
export type AgreementSection =
  | 'who'
  | 'whenAndWhere'
  | 'howWeWork'
  | 'recording'
  | 'entitlement'
  | 'supervisor'
  | 'practitioner';

export type FieldInput =
  | 'text'
  | 'area'
  | 'minutes'
  | 'date'
  | 'tick'
  | 'stage'
  | 'employment'
  | 'interval'
  | 'statements';

export interface AgreementField {
  readonly key: string;
  readonly section: AgreementSection;
  /** Whose words these are. What both may write is the shared text. */
  readonly who: 'both' | 'supervisor' | 'practitioner';
  readonly input: FieldInput;
  /** `whereNamed`: only where the policy names a third person for a dispute (003:220). */
  readonly required?: true | 'whereNamed';
  readonly label: string;
  readonly hint?: string;
  /** What to do, said when the field is missing at signing. */
  readonly missing?: string;
}

const inSection = (
  section: AgreementSection,
  who: AgreementField['who'],
  fields: readonly Omit<AgreementField, 'section' | 'who'>[],
): readonly AgreementField[] => fields.map((field) => ({ ...field, section, who }));

/** The fields of the agreement itself: what both may write, and the supervisor's part. */
export const agreementFields: readonly AgreementField[] = [
  ...inSection('who', 'both', [
    {
      key: 'organisation',
      input: 'text',
      required: true,
      label: 'Organisation',
      missing: 'Enter the name of the organisation',
    },
    {
      key: 'superviseeRole',
      input: 'text',
      required: true,
      label: 'Practitioner’s role',
      missing: 'Enter the practitioner’s role',
    },
    {
      key: 'supervisorRole',
      input: 'text',
      required: true,
      label: 'Supervisor’s role',
      missing: 'Enter the supervisor’s role',
    },
    { key: 'team', input: 'text', label: 'Team' },
    {
      key: 'stage',
      input: 'stage',
      required: true,
      label: 'Practitioner’s stage',
      hint: 'Due dates go by the stage and its dates on the practitioner’s own page.',
      missing: 'Choose a stage',
    },
    { key: 'employment', input: 'employment', label: 'Employment' },
    { key: 'contractedHours', input: 'text', label: 'Contracted hours a week' },
    {
      key: 'stageStartDate',
      input: 'date',
      label: 'Stage started on',
      hint: 'In this job, or on the ASYE.',
    },
    {
      key: 'sixMonthReviewDate',
      input: 'date',
      label: 'Six-month review',
      hint: 'For the ASYE.',
    },
    {
      key: 'agreedFortnightlyFrom',
      input: 'date',
      label: 'Fortnightly from',
      hint: 'For a student.',
    },
    { key: 'formerStudentHere', input: 'tick', label: 'Was a student in this department' },
  ]),
  ...inSection('whenAndWhere', 'both', [
    {
      key: 'agreedInterval',
      input: 'interval',
      label: 'How often',
      hint: 'Due dates are counted by this once the agreement is in force.',
    },
    {
      key: 'frequency',
      input: 'text',
      required: true,
      label: 'How often, in words',
      missing: 'Write how often supervision takes place',
    },
    {
      key: 'commencementDate',
      input: 'date',
      required: true,
      label: 'Sessions start on',
      missing: 'Enter the day on which sessions start',
    },
    {
      key: 'durationMinutes',
      input: 'minutes',
      required: true,
      label: 'How long, in minutes',
      missing: 'Enter how many minutes a session lasts',
    },
    {
      key: 'location',
      input: 'text',
      required: true,
      label: 'Where',
      missing: 'Enter where supervision takes place',
    },
    {
      key: 'privacyOk',
      input: 'tick',
      required: true,
      label: 'The place is private, and free of interruptions',
      missing: 'Agree a place that is private and free of interruptions, and tick it',
    },
    {
      key: 'permittedInterruptions',
      input: 'area',
      label: 'Interruptions are allowed only if',
    },
    {
      key: 'datesBookedAhead',
      input: 'area',
      label: 'Dates booked ahead',
      hint: 'One date on each line. Three months ahead is usual.',
    },
  ]),
  ...inSection('howWeWork', 'both', [
    {
      key: 'purpose',
      input: 'area',
      required: true,
      label: 'What supervision is for',
      missing: 'Write what supervision is for',
    },
    {
      key: 'cancellationRule',
      input: 'area',
      required: true,
      label: 'Changing or cancelling a session',
      missing: 'Write when a session may be changed or cancelled',
    },
    {
      key: 'agendaSetting',
      input: 'area',
      required: true,
      label: 'Setting the agenda',
      missing: 'Write how the agenda is set',
    },
    {
      key: 'preparation',
      input: 'area',
      required: true,
      label: 'Preparing',
      missing: 'Write how each prepares',
    },
    { key: 'modelsUsed', input: 'area', label: 'Models that we use' },
    {
      key: 'diversityAndPower',
      input: 'area',
      label: 'Identity, difference and power',
      hint: 'How will we raise them with each other?',
    },
  ]),
  ...inSection('recording', 'both', [
    {
      key: 'recordingAndAccess',
      input: 'area',
      required: true,
      label: 'Recording, and who may read it',
      missing: 'Write who records, by when, where it is kept and who may read it',
    },
  ]),
  ...inSection('entitlement', 'both', [
    {
      key: 'entitlement',
      input: 'area',
      required: true,
      label: 'Entitlement, and what to do where supervision does not happen',
      missing:
        'Write what the practitioner is entitled to, and what to do where it does not happen',
    },
    {
      key: 'disputeThirdPerson',
      input: 'text',
      required: 'whereNamed',
      label: 'Who we meet with where we cannot settle something between us',
      hint: 'Both know beforehand that the meeting has been arranged.',
      missing: 'Enter who you meet with where you cannot settle something between you',
    },
    {
      key: 'absenceCover',
      input: 'area',
      label: 'Who supervises and decides while the supervisor is away',
    },
  ]),
  ...inSection('supervisor', 'supervisor', [
    {
      key: 'statements',
      input: 'statements',
      required: true,
      label: 'What the supervisor takes on',
      missing: 'Tick what you take on as the supervisor',
    },
    {
      key: 'wantFromSupervisee',
      input: 'area',
      label: 'What the supervisor wants from the practitioner',
    },
    {
      key: 'supervisorContributes',
      input: 'area',
      label: 'What the supervisor will contribute',
    },
  ]),
];

/** The practitioner's own part: the fields of her response. */
export const responseFields: readonly AgreementField[] = inSection('practitioner', 'practitioner', [
  {
    key: 'statements',
    input: 'statements',
    required: true,
    label: 'What the practitioner takes on',
    missing: 'Tick what you take on as the practitioner',
  },
  {
    key: 'previousExperience',
    input: 'area',
    label: 'Supervision before',
    hint: 'What has worked, and what has not?',
  },
  {
    key: 'learningStyle',
    input: 'area',
    label: 'How I learn, and how I like feedback',
  },
  {
    key: 'whatHelpsMe',
    input: 'area',
    label: 'What helps me',
  },
  {
    key: 'signsOfStress',
    input: 'area',
    label: 'How you will know that I am struggling',
  },
  {
    key: 'wantFromSupervisor',
    input: 'area',
    label: 'What I want from you',
  },
  {
    key: 'iWillContribute',
    input: 'area',
    label: 'What I will contribute',
  },
  {
    key: 'policyGiven',
    input: 'tick',
    label: 'I was given the supervision policy',
  },
  {
    key: 'policyRead',
    input: 'tick',
    label: 'I have read it',
  },
  {
    key: 'comments',
    input: 'area',
    label: 'Anything else',
  },
]);

/** What a field is called in a sentence or beside its text; the key where a newer version has it. */
export const agreementLabel = (key: string): string =>
  agreementFields.find((field) => field.key === key)?.label ?? key;
