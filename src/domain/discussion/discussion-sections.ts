import type { DiscussionSection } from '#domain/records/discussion-field-types.ts';

export const sectionTitles: Readonly<Record<DiscussionSection, string>> = {
  first: 'Experience, worries and strengths',
  sinceLast: 'Since last time, and the basics',
  difference: 'What difference it makes, and the pace',
  thinking: 'Hypotheses and evidence',
  family: 'The family and what works against change',
  outcomes: 'Outcomes',
};
