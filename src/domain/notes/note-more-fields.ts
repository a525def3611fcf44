import type { NoteTextKey, StaffNote } from '#domain/records/staff-note.ts';

interface NoteMoreField {
  readonly key: NoteTextKey;
  readonly label: string;
  readonly hint?: string;
}

/** What is brought to supervision, by each of the two (A2.6, 000:167, 001:92). */
export const agendaFields: readonly NoteMoreField[] = [
  { key: 'agendaPractitioner', label: 'What the practitioner brought' },
  { key: 'agendaSupervisor', label: 'What the supervisor brought' },
];

/** The rest of A2, each there to be used. The form, the text and what is searched are made from it. */
export const moreFields: readonly NoteMoreField[] = [
  {
    key: 'appraisalGoalsProgress',
    label: 'Progress against appraisal goals',
    hint: 'Between one annual appraisal and the next.',
  },
  { key: 'familyFeedback', label: 'What families have said of the work' },
  { key: 'goodPractice', label: 'Good practice to celebrate or share' },
  {
    key: 'diversityIssues',
    label: 'Diversity, identity and power',
    hint: 'What the practitioner wants to say of it.',
  },
  { key: 'teamGeneralIssues', label: 'Team and general issues that affect safeguarding practice' },
  {
    key: 'deliveryPlans',
    label: 'Delivery plans discussed',
    hint: 'What is about one child belongs on that child’s record.',
  },
  {
    key: 'disagreement',
    label: 'Where the practitioner sees it differently',
    hint: 'As told in the session. What is written afterwards is in the practitioner’s own answer.',
  },
];

/**
 * Social Work England’s professional standard 4, in its own numbers; the words are shortened from
 * domain-spec section 0.
 */
export const learningStandards = [
  { value: '4.1', label: '4.1 Feedback, also of people with lived experience' },
  { value: '4.2', label: '4.2 Supervision and feedback to reflect and find learning needs' },
  { value: '4.3', label: '4.3 Practice up to date; use of research and theory recorded' },
  { value: '4.4', label: '4.4 Subject knowledge' },
  { value: '4.5', label: '4.5 An open learning culture' },
  { value: '4.6', label: '4.6 Reflection on learning, and its impact' },
  { value: '4.7', label: '4.7 Learning recorded regularly' },
  { value: '4.8', label: '4.8 Reflection on own values' },
] as const;

export const cpdAnswers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'Not yet' },
] as const satisfies readonly { value: StaffNote['cpdLogged']; label: string }[];

/** "4.2 Supervision and…" for each that was ticked, in the standard's order; unknown ones as they are. */
export function standardsWords({ sweTags }: Pick<StaffNote, 'sweTags'>): readonly string[] {
  const known = learningStandards.filter(({ value }) => sweTags.includes(value));
  const other = sweTags.filter((tag) => !learningStandards.some(({ value }) => value === tag));
  return [...known.map(({ label }) => label), ...other];
}
