import { countOf } from '#domain/count-words.ts';
import type { SubjectWord } from '#domain/records/discussion-fields.ts';

/** "2 hours 50", "1 hour", "45 minutes". */
export function hoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return countOf(minutes, 'minute');
  return rest === 0 ? countOf(hours, 'hour') : `${countOf(hours, 'hour')} ${rest}`;
}

const plurals: Readonly<Record<SubjectWord, string>> = {
  child: 'children',
  'young person': 'young people',
  'unborn baby': 'unborn babies',
};

/** PLAN10: "22 young people" where all are, "22 children", otherwise "22 cases". */
export function subjectsWords(words: readonly SubjectWord[]): string {
  const [first] = words;
  const alike = first !== undefined && words.every((word) => word === first);
  if (!alike) return countOf(words.length, 'case');
  return words.length === 1 ? `1 ${first}` : `${words.length} ${plurals[first]}`;
}

/** "22 young people: 5 in depth, 17 brief, 2 hours 50 of 3 hours" */
export function planWords(plan: {
  readonly subjects: readonly SubjectWord[];
  readonly inDepth: number;
  readonly used: number;
  readonly minutes: number;
}): string {
  const { subjects, inDepth, used, minutes } = plan;
  const depths = `${inDepth} in depth, ${subjects.length - inDepth} brief`;
  return `${subjectsWords(subjects)}: ${depths}, ${hoursWords(used)} of ${hoursWords(minutes)}`;
}
