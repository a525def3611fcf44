export const reviewOutcomes = [
  { value: 'continue', label: 'It goes on as it is' },
  {
    value: 'changed',
    label: 'It changes',
    hint: 'A new version begins with the words of this one. Both sign it.',
  },
  {
    value: 'newAgreement',
    label: 'A new agreement',
    hint: 'It begins afresh, with the words of the policy. Both sign it.',
  },
] as const;
