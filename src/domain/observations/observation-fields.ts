import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type {
  Activity,
  AreaKey,
  AreaTag,
  ElementKey,
  ObservationKind,
} from '#domain/records/observation.ts';

export type ObservationTextKey =
  | 'purpose'
  | 'plan'
  | 'wentWell'
  | 'challenging'
  | 'reflection'
  | 'familyFeedback'
  | 'feedback'
  | 'learning'
  | 'summary';

export interface ObservationField {
  readonly key: ObservationTextKey;
  readonly label: string;
  readonly hint?: string;
  /** What to do where it is empty; without it the field may be. */
  readonly missing?: string;
}

/** What was seen of one thing: evidence, and whether it is a strength. */
export interface ObservedArea {
  readonly key: AreaKey;
  readonly label: string;
  readonly prompt: string;
}

/** One kind of observation: its form, its record and its text are all made from this (A7, A7b). */
export interface ObservationTable {
  readonly name: string;
  /** The page's heading, and the link that leads to it. */
  readonly title: string;
  /** Whether a child or a family was there: then what it was, and their consent, are asked. */
  readonly withFamily: boolean;
  readonly before: readonly ObservationField[];
  readonly areas: readonly ObservedArea[];
  readonly after: readonly ObservationField[];
}

/** Areas with evidence before it can be finalised (A7). Of supervision it is our number too. */
export const AREAS_NEEDED = 3;

const liveSupervision: ObservationTable = {
  name: 'Live supervision',
  title: 'Record a live supervision',
  withFamily: true,
  before: [
    {
      key: 'purpose',
      label: 'Purpose',
      hint: 'What the work was for, in general words.',
      missing: 'Write what the purpose was',
    },
    {
      key: 'plan',
      label: 'The practitioner’s plan, and what to look for',
      hint: 'What they meant to do, and what they asked to be watched.',
      missing: 'Write the practitioner’s plan and what to look for',
    },
  ],
  areas: [
    {
      key: 'communication',
      label: 'Communication and explaining the role',
      prompt: 'Did people know who was there, why, and what happens with what they say?',
    },
    {
      key: 'preparation',
      label: 'Preparation',
      prompt: 'What had been read, thought about and planned?',
    },
    {
      key: 'childFocus',
      label: 'Focus on the child and on making a difference',
      prompt: 'Did the child stay in view? What was different afterwards?',
    },
    {
      key: 'relationship',
      label: 'Relationship and respect',
      prompt: 'How were people listened to and spoken with?',
    },
    {
      key: 'childVoice',
      label: 'The child’s voice, and being seen alone',
      prompt: 'Was the child seen alone, heard and answered?',
    },
    {
      key: 'authority',
      label: 'Purposeful use of authority, and clarity about concerns',
      prompt: 'Were the worries said plainly, and what must change?',
    },
    {
      key: 'challenge',
      label: 'Challenge that builds on strengths',
      prompt: 'What was questioned, and which strengths were used for it?',
    },
    {
      key: 'antiDiscriminatory',
      label: 'Anti-discriminatory practice',
      prompt: 'How were identity, culture, language and power taken up?',
    },
    {
      key: 'framework',
      label: 'Use of the practice framework',
      prompt: 'Where did the practice model show in the work?',
    },
    {
      key: 'endings',
      label: 'Safe endings and next steps',
      prompt: 'Did everybody leave knowing what happens next, and who does it?',
    },
  ],
  after: [
    { key: 'wentWell', label: 'What went well', missing: 'Write what went well' },
    {
      key: 'challenging',
      label: 'What was challenging, or could be different',
      missing: 'Write what was challenging or could be different',
    },
    {
      key: 'reflection',
      label: 'The practitioner’s reflection',
      hint: 'Their own view of it, before yours.',
      missing: 'Write the practitioner’s reflection, as it was told to you or in their own words',
    },
    {
      key: 'familyFeedback',
      label: 'Feedback of the child or family (optional)',
      hint: 'It counts as feedback for CPD (Social Work England 4.1).',
    },
    {
      key: 'learning',
      label: 'Learning',
      hint: 'What is taken from it, and what would help.',
      missing: 'Write what the learning is',
    },
    {
      key: 'summary',
      label: 'The observer’s overall summary',
      missing: 'Write an overall summary',
    },
  ],
};

const observationOfSupervision: ObservationTable = {
  name: 'Observation of supervision',
  title: 'Record an observation of supervision',
  withFamily: false,
  before: [],
  areas: [
    {
      key: 'setting',
      label: 'Setting and interruptions',
      prompt: 'Was it private and undisturbed, and was there time enough?',
    },
    {
      key: 'preparation',
      label: 'Preparation',
      prompt: 'What had both prepared?',
    },
    {
      key: 'agenda',
      label: 'Agenda setting and priorities',
      prompt: 'Who set the agenda, and did the time go to what mattered most?',
    },
    {
      key: 'relationship',
      label: 'Relationship',
      prompt: 'How safe was it to be honest, and to be questioned?',
    },
    {
      key: 'authority',
      label: 'Use of authority',
      prompt: 'Were decisions made, said clearly, and explained?',
    },
    {
      key: 'functions',
      label: 'Balance of functions',
      prompt: 'Management, development, support and mediation: which had time, and which had none?',
    },
    {
      key: 'climate',
      label: 'Balance of task, process and climate',
      prompt: 'What was done, how it was done, and how it felt.',
    },
    {
      key: 'stakeholders',
      label: 'Perspectives of others',
      prompt: 'Families, other agencies, the organisation and the supervisee.',
    },
    {
      key: 'hypotheses',
      label: 'Focus on the child, and hypotheses',
      prompt: 'Was the child’s experience asked for? What else might explain things?',
    },
  ],
  after: [
    {
      key: 'feedback',
      label: 'Feedback given',
      hint: 'What was said to the supervisor who was observed.',
      missing: 'Write what feedback was given',
    },
  ],
};

export const observationTables: Readonly<Record<ObservationKind, ObservationTable>> = {
  liveSupervision,
  observationOfSupervision,
};

export const activityWords: Readonly<Record<Activity, string>> = {
  homeVisit: 'Home visit',
  directWork: 'Direct work',
  meeting: 'Meeting',
  conference: 'Conference',
  group: 'Group',
  call: 'Call',
  other: 'Other',
};

export const tagWords: Readonly<Record<AreaTag, string>> = {
  strength: 'Strength',
  development: 'To develop',
};

/** In the order of the domain specification (A7). */
export const practiceElements: readonly { readonly key: ElementKey; readonly label: string }[] = [
  { key: 'evocation', label: 'Evocation' },
  { key: 'collaboration', label: 'Collaboration' },
  { key: 'autonomy', label: 'Autonomy' },
  { key: 'empathy', label: 'Empathy' },
  { key: 'purposefulness', label: 'Purposefulness' },
  { key: 'clarity', label: 'Clarity about concerns' },
  { key: 'childFocus', label: 'Child focus' },
];

/** OBS5: the practice model of a policy that works with these elements, in its own words; else ''. */
export function modelWithElements({ terms }: PolicyProfile): string {
  const model = terms.practiceModel ?? '';
  return /\bMSW\b|motivational social work/i.test(model) ? model : '';
}
