import { addInterval, formatDate } from '#domain/dates/calendar-date.ts';
import type { Worker } from './worker.ts';

/**
 * WORK18 (C-4): what the Standards for Employers (LGA, 2020) say of somebody newly qualified, to be read
 * beside the policy's own phases. They are nobody's policy here: no due date knows of them.
 */
export function employerStandardsLine({ stage, startedOn }: Worker): string | undefined {
  if ((stage !== 'asye' && stage !== 'newlyQualified') || startedOn === undefined) return undefined;
  const weekly = formatDate(addInterval(startedOn, 'P42D'));
  const fortnightly = formatDate(addInterval(startedOn, 'P6M'));
  return `Standards for Employers 2020: weekly until ${weekly}, at least fortnightly until ${fortnightly}, then at least monthly. For information only.`;
}
