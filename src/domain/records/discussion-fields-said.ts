import type { ChoiceField, DiscussionField, TextField } from './discussion-field-types.ts';

/** The sentence of a brief check-in, and the five texts that a discussion in depth requires (A3). */
export const briefNote: TextField = {
  kind: 'text',
  key: 'briefNote',
  depths: ['brief'],
  section: 'first',
  requiredAt: ['brief'],
  label: () => 'Brief note',
  hint: (word) => `One sentence of your own about this ${word}.`,
  missing: (word) => `Write one sentence about this ${word}`,
};

const experience: TextField = {
  kind: 'text',
  key: 'childExperience',
  depths: ['inDepth', 'brief'],
  section: 'first',
  requiredAt: ['inDepth'],
  label: (word) =>
    word === 'unborn baby'
      ? 'What will life be like for this baby? The parents and the plan for birth'
      : `What is it like to be this ${word}?`,
  missing: (word) =>
    word === 'unborn baby'
      ? 'Write about the parents and the plan for birth'
      : `Write what it is like to be this ${word}`,
};

const voice: TextField = {
  kind: 'text',
  key: 'childVoice',
  depths: ['inDepth', 'brief'],
  section: 'first',
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
};

const riskLevel: ChoiceField = {
  kind: 'choice',
  key: 'riskLevel',
  depths: ['inDepth', 'brief'],
  section: 'difference',
  label: () => 'Risk, compared with last time',
  words: { higher: 'Higher', same: 'The same', lower: 'Lower' },
};

export const saidFields: readonly DiscussionField[] = [
  experience,
  voice,
  {
    kind: 'text',
    key: 'worries',
    depths: ['inDepth', 'brief'],
    section: 'first',
    requiredAt: ['inDepth'],
    label: () => 'What are we worried about?',
    hint: () => 'Risks and issues.',
    missing: () => 'Write what worries us, or that nothing does',
  },
  riskLevel,
  {
    kind: 'text',
    key: 'protective',
    depths: ['inDepth', 'brief'],
    section: 'first',
    requiredAt: ['inDepth'],
    label: (word) => `What protects this ${word}?`,
    hint: () => 'Safety, protective factors, strengths, what is working well.',
    missing: (word) => `Write what protects this ${word}`,
  },
  {
    kind: 'text',
    key: 'analysis',
    depths: ['inDepth'],
    section: 'first',
    requiredAt: ['inDepth'],
    label: () => 'Analysis',
    hint: () => 'What do we think is happening, and what else might explain it?',
    missing: () =>
      'Write your analysis, or a hypothesis with what speaks for it and what speaks against it',
  },
];
