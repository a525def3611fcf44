import { figureSections, whatItCounts } from '#domain/monitoring/figure-words.ts';
import {
  answerWords,
  qualityQuestions,
  questionWords,
} from '#domain/monitoring/monitoring-questions.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { actionRows, emptyFields, toTick, toWrite } from './blank-lines.ts';
import type { PrintSection } from './document.ts';

/** Appendix 5 from its field tables. Footprint fills part 1 by itself: here it is to be counted by hand. */
export function blankMonitoring(profile: PolicyProfile): readonly PrintSection[] {
  const { terms } = profile;
  return [
    {
      heading: 'What it is about',
      fields: emptyFields([terms.supervisee, terms.supervisor, 'Period', 'Completed by', 'Date']),
    },
    { heading: 'Part 1: figures', hint: 'Footprint counts them where the records are held in it.' },
    ...figureSections.map(({ title, ids }) => ({
      heading: title,
      level: 3 as const,
      table: {
        columns: ['What is counted', 'How many of how many'],
        rows: ids.map((id) => [whatItCounts[id], '']),
      },
    })),
    { heading: 'Part 2: quality' },
    ...qualityQuestions.map((question) => ({
      ...toTick(questionWords(question, profile), Object.values(answerWords), question.hint),
      lines: 1,
    })),
    { heading: 'Part 3: what follows' },
    toWrite('Strengths'),
    toWrite('Areas to develop'),
    actionRows(4),
    { heading: 'Feedback', fields: emptyFields(['Given to the supervisor on', 'Auditor']) },
  ];
}
