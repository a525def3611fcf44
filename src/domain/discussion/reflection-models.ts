import type { DiscussionField } from '#domain/records/discussion-field-types.ts';
import type { ReflectionCode } from '#domain/records/discussion-keys.ts';

/** A question of its own, or a text that the discussion has already: nothing is asked twice. */
export type ReflectionStep =
  | { readonly key: string; readonly label: string; readonly hint?: string }
  | { readonly field: DiscussionField['key']; readonly label: string };

interface StepGroup {
  readonly title?: string;
  readonly steps: readonly ReflectionStep[];
}

export interface ReflectionModel {
  readonly code: ReflectionCode;
  readonly label: string;
  /** Whose model it is, or which policy has it. */
  readonly source: string;
  /** The names of the steps are ours: the author's own were not at hand. */
  readonly inOurWords?: true;
  readonly groups: readonly StepGroup[];
}

const steps = (...all: readonly ReflectionStep[]): readonly StepGroup[] => [{ steps: all }];

/**
 * Helps to think, beside the text of a discussion in depth (A3). One is chosen or none; nothing in it is
 * ever required (REFLECT1). The helper, the record and its text are made from this table.
 */
export const reflectionModels: readonly ReflectionModel[] = [
  {
    code: 'kolb',
    label: 'Kolb and Morrison: the supervision cycle',
    source: 'Kolb 1984; Morrison 2005',
    groups: steps(
      { key: 'experience', label: 'Experience', hint: 'What happened?' },
      { key: 'reflection', label: 'Reflection', hint: 'What was it like?' },
      { key: 'analysis', label: 'Analysis', hint: 'What does it mean?' },
      { key: 'actionPlan', label: 'Action plan', hint: 'What next?' },
    ),
  },
  {
    code: 'gibbs',
    label: 'Gibbs: the reflective cycle',
    source: 'Gibbs 1988, named in 000:317',
    groups: steps(
      { key: 'description', label: 'Description', hint: 'What happened?' },
      {
        key: 'feelings',
        label: 'Feelings',
        hint: 'Those that bear on this child. What the work does to a person belongs in the personal notes.',
      },
      { key: 'evaluation', label: 'Evaluation', hint: 'What was good and bad about it?' },
      { key: 'analysis', label: 'Analysis', hint: 'What sense can be made of it?' },
      { key: 'conclusion', label: 'Conclusion', hint: 'What else could have been done?' },
      { key: 'actionPlan', label: 'Action plan', hint: 'What if it arose again?' },
    ),
  },
  {
    code: 'wonnacott',
    label: 'Wonnacott: six steps',
    source: 'After Wonnacott',
    inOurWords: true,
    groups: steps(
      { key: 'issue', label: 'What is the issue?' },
      { key: 'known', label: 'What is known, and from whom?' },
      { key: 'experience', label: 'What is it like for those involved?' },
      { key: 'meaning', label: 'What may it mean?' },
      { key: 'options', label: 'What could be done, and what would follow?' },
      { key: 'plan', label: 'What will be done, and how will it be reviewed?' },
    ),
  },
  {
    code: 'fourByFour',
    label: '4x4x4: stakeholders, functions and cycle',
    source: 'Morrison 2005; Wonnacott 2012',
    groups: [
      {
        title: 'Stakeholders',
        steps: [
          { key: 'families', label: 'People who use services' },
          { key: 'staff', label: 'Staff' },
          { key: 'organisation', label: 'The organisation' },
          { key: 'partners', label: 'Partners' },
        ],
      },
      {
        title: 'Functions',
        steps: [
          { key: 'management', label: 'Management' },
          { key: 'development', label: 'Development' },
          { key: 'support', label: 'Support' },
          { key: 'mediation', label: 'Mediation' },
        ],
      },
      {
        title: 'Cycle',
        steps: [
          { key: 'experience', label: 'Experience' },
          { key: 'reflection', label: 'Reflection' },
          { key: 'analysis', label: 'Analysis' },
          { key: 'actionPlan', label: 'Action plan' },
        ],
      },
    ],
  },
  {
    code: 'signsOfSafety',
    label: 'Signs of Safety: the map',
    source: 'Turnell and Edwards 1999',
    groups: steps(
      { field: 'worries', label: 'What are we worried about?' },
      { field: 'protective', label: 'What is working well?' },
      { key: 'needsToHappen', label: 'What needs to happen?' },
      { field: 'scaling', label: 'How safe, from 0 to 10?' },
      { key: 'whyThisFigure', label: 'Why that figure and not one lower or higher?' },
    ),
  },
  {
    code: 'luuutt',
    label: 'Systemic: LUUUTT',
    source: 'Pearce 1998; Research in Practice',
    groups: steps(
      { key: 'lived', label: 'Stories lived', hint: 'What do people do?' },
      { key: 'unknown', label: 'Unknown stories', hint: 'What do we not know?' },
      { key: 'untold', label: 'Untold stories', hint: 'What is known and not said?' },
      { key: 'unheard', label: 'Unheard stories', hint: 'What is said and not taken in?' },
      { key: 'told', label: 'Stories told', hint: 'What is said, and by whom?' },
      { key: 'telling', label: 'Story telling', hint: 'How is it told?' },
    ),
  },
  {
    code: 'safeUncertainty',
    label: 'Systemic: safe uncertainty',
    source: 'Mason 1993; Research in Practice',
    groups: steps(
      { key: 'certain', label: 'Where are we too certain?' },
      { key: 'unsafe', label: 'What is not safe?' },
      { key: 'notKnown', label: 'What can we bear not to know for now?' },
      { key: 'enough', label: 'What would make it safe enough to stay curious?' },
    ),
  },
  {
    code: 'anchorPrinciples',
    label: 'Systemic: five anchor principles',
    source: 'Brown, Moore and Turney 2012; Research in Practice',
    groups: steps(
      { key: 'purpose', label: 'What is this assessment for?' },
      { key: 'story', label: 'What is the story?' },
      { key: 'meaning', label: 'What does the story mean?' },
      { key: 'needs', label: 'What needs to happen?' },
      { key: 'progress', label: 'How will we know that there is progress?' },
    ),
  },
  {
    code: 'outcomes',
    label: 'The five outcome boxes',
    source: '004:27',
    groups: steps(
      { field: 'whatMatters', label: 'What matters to the child and the family' },
      { field: 'wantToAchieve', label: 'What they want to achieve' },
      { field: 'agencyNeeds', label: 'What the agency needs to achieve' },
      { field: 'planForChange', label: 'The plan to make the change happen' },
      { field: 'howWeWillKnow', label: 'How everyone will know that it has changed' },
    ),
  },
];

export const reflectionModel = (code: string): ReflectionModel | undefined =>
  reflectionModels.find((model) => model.code === code);

/** The id under which what is typed at a step of a model is kept. */
export const stepId = (model: string, key: string): string => `${model}.${key}`;
