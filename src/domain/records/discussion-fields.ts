/**
 * The one field table of the case discussion (domain-spec A3). The draft schema, the rule that says
 * what is missing, the screen, the copied text and the finalised record are all made from it.
 */
export type Depth = 'brief' | 'inDepth';

export type SubjectWord = 'child' | 'young person' | 'unborn baby';

interface DiscussionField {
  readonly key: string;
  /** Depths at which the field is offered, in this order on screen. */
  readonly depths: readonly Depth[];
  readonly requiredAt: readonly Depth[];
  readonly label: (word: SubjectWord) => string;
  readonly hint?: (word: SubjectWord) => string;
  /** What to do, said when the field is missing at finalise. */
  readonly missing: (word: SubjectWord) => string;
}

export const discussionFields = [
  {
    key: 'briefNote',
    depths: ['brief'],
    requiredAt: ['brief'],
    label: () => 'Brief note',
    hint: (word) => `One sentence of your own about this ${word}.`,
    missing: (word) => `Write one sentence about this ${word}`,
  },
  {
    key: 'summary',
    depths: ['inDepth'],
    requiredAt: [],
    label: () => 'What has happened since last time',
    missing: () => 'Write what has happened since last time',
  },
  {
    key: 'childExperience',
    depths: ['inDepth', 'brief'],
    requiredAt: ['inDepth'],
    label: (word) =>
      word === 'unborn baby'
        ? 'What will life be like for this baby? The parents and the plan for birth'
        : `What is it like to be this ${word}?`,
    missing: (word) =>
      word === 'unborn baby'
        ? 'Write about the parents and the plan for birth'
        : `Write what it is like to be this ${word}`,
  },
  {
    key: 'childVoice',
    depths: ['inDepth', 'brief'],
    requiredAt: ['inDepth'],
    label: (word) =>
      word === 'unborn baby'
        ? 'What have the parents said, and what changed because of it?'
        : `What has the ${word} said, and what changed because of it?`,
    hint: (word) =>
      word === 'unborn baby' ? '' : `Have we heard the ${word}'s voice and responded?`,
    missing: (word) =>
      word === 'unborn baby'
        ? 'Write what the parents have said'
        : `Write what the ${word} has said, or how their voice was sought`,
  },
  {
    key: 'worries',
    depths: ['inDepth'],
    requiredAt: ['inDepth'],
    label: () => 'What are we worried about?',
    hint: () => 'Risks and issues.',
    missing: () => 'Write what worries us, or that nothing does',
  },
  {
    key: 'protective',
    depths: ['inDepth'],
    requiredAt: ['inDepth'],
    label: (word) => `What protects this ${word}?`,
    hint: () => 'Safety, protective factors, strengths, what is working well.',
    missing: (word) => `Write what protects this ${word}`,
  },
  {
    key: 'analysis',
    depths: ['inDepth'],
    requiredAt: ['inDepth'],
    label: () => 'Analysis',
    hint: () => 'What do we think is happening, and what else might explain it?',
    missing: () => 'Write your analysis: what is happening, and what else might explain it',
  },
] as const satisfies readonly DiscussionField[];

export type DiscussionFieldKey = (typeof discussionFields)[number]['key'];

export const discussionFieldKeys = discussionFields.map(
  (field) => field.key,
) as readonly DiscussionFieldKey[];

export function fieldsAt(depth: Depth): readonly (DiscussionField & { key: DiscussionFieldKey })[] {
  return discussionFields.filter((field: DiscussionField) => field.depths.includes(depth));
}

export const onTrackChoices = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'Partly' },
  { value: 'no', label: 'No' },
] as const;
