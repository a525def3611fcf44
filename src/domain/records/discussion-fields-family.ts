import type { ChoiceField, DiscussionField } from './discussion-field-types.ts';
import { optional } from './discussion-fields-more.ts';
import type { ChoiceKey } from './discussion-keys.ts';

/** One of the three vulnerabilities, which overlap (000:257). */
const vulnerability = (key: ChoiceKey, label: string): ChoiceField => ({
  kind: 'choice',
  key,
  depths: ['inDepth'],
  section: 'family',
  label: () => label,
  words: { present: 'Present', past: 'In the past', no: 'No', unknown: 'Not known' },
});

export const familyFields: readonly DiscussionField[] = [
  {
    kind: 'several',
    key: 'dynamics',
    depths: ['inDepth'],
    section: 'family',
    label: () => 'Dynamics with the family',
    words: {
      disguisedCompliance: 'Disguised compliance',
      resistance: 'Resistance to change',
      ambivalence: 'Ambivalence',
      selectiveCooperation: 'Selective co-operation',
      dangerous: 'Difficult or dangerous dynamics',
    },
  },
  optional('family', { key: 'dynamicsWhy', label: 'What shows these dynamics' }),
  {
    kind: 'choice',
    key: 'stageOfChange',
    depths: ['inDepth'],
    section: 'family',
    label: () => 'Where the parents are in the cycle of change',
    words: {
      preContemplation: 'Pre-contemplation',
      contemplation: 'Contemplation',
      preparation: 'Preparation',
      action: 'Action',
      maintenance: 'Maintenance',
      relapse: 'Relapse',
    },
  },
  optional('family', { key: 'parentalChange', label: 'The parents’ capacity to change' }),
  vulnerability('domesticAbuse', 'Domestic abuse'),
  vulnerability('substanceMisuse', 'Parental substance misuse'),
  vulnerability('mentalHealth', 'Parental mental health'),
  optional('family', {
    key: 'familyNetworkSafetyPlan',
    label: (word) => `What does a safety plan require of the ${word}’s network?`,
  }),
  optional('family', {
    key: 'diversityIdentity',
    label: 'Identity, culture and power',
    hint: 'Of the child, the family and us: what do they mean for this work?',
  }),
];

/** 004:27 has these five as one row; what good looks like is Swindon's question (000:159). */
export const outcomeFields: readonly DiscussionField[] = [
  optional('outcomes', {
    key: 'goodLooksLike',
    label: (word) => `What does good look like for this ${word}?`,
    isExpected: true,
  }),
  optional('outcomes', {
    key: 'whatMatters',
    label: (word) => `What matters to the ${word} and the family`,
    isExpected: true,
  }),
  optional('outcomes', {
    key: 'wantToAchieve',
    label: 'What they want to achieve',
    isExpected: true,
  }),
  optional('outcomes', {
    key: 'agencyNeeds',
    label: 'What the agency needs to achieve',
    isExpected: true,
  }),
  optional('outcomes', {
    key: 'planForChange',
    label: 'The plan to make the change happen',
    hint: 'Made by the practitioner with the child, the young person and the family.',
    isExpected: true,
  }),
  optional('outcomes', {
    key: 'howWeWillKnow',
    label: 'How everyone will know that it has changed',
    isExpected: true,
  }),
];
