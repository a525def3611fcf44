import {
  earlierOf,
  endOfMonth,
  formatDate,
  monthNames,
  toCalendarDate,
} from '#domain/dates/calendar-date.ts';
import type { GapFact } from './case-facts.ts';
import { isLate, lateOne, sinceWords } from './clock-words.ts';
import type { FlagQuestion, ScoredCode } from './flag.ts';
import { type FlagRow, row, sentences, some } from './flag-row.ts';
import { isSinceLast } from './since-last.ts';

const longAbsence = 10; // working days: the specification's number beside 001:87

/** FLAG17: a gap that no formal discussion has followed. One still going on counts up to today. */
function isOpenGap(gap: GapFact, question: FlagQuestion): boolean {
  if (gap.what === 'missedMonth')
    return isSinceLast(question, endOfMonth(toCalendarDate(`${gap.month}-01`)));
  return (
    gap.from <= question.today &&
    gap.workingDays > longAbsence &&
    isSinceLast(question, earlierOf(gap.to, question.today))
  );
}

function gapWords(gap: GapFact): string {
  if (gap.what === 'absence') return `${formatDate(gap.from)} to ${formatDate(gap.to)}`;
  const [year, month] = gap.month.split('-');
  return `${monthNames[Number(month) - 1]} ${year}`;
}

type ClockCode = Extract<ScoredCode, 'LEAVE_GAP' | 'OVERSIGHT_MISSED' | 'KIT_MISSED' | 'DUE_NEXT'>;

/** The other clocks of a child, as `src/domain/due` answers them. */
export const clockRows: Readonly<Record<ClockCode, FlagRow>> = {
  LEAVE_GAP: row({
    src: '001:87',
    when: ({ gaps }, question) => some(gaps.filter((gap) => isOpenGap(gap, question))),
    words: (gaps) =>
      sentences(gaps.map((gap) => `Supervision gap ${gapWords(gap)} through absence.`)),
  }),
  OVERSIGHT_MISSED: row({
    src: '000:33',
    when: ({ oversightDue }) => lateOne(oversightDue),
    words: (due) => `No oversight ${sinceWords(due)}.`,
  }),
  KIT_MISSED: row({
    src: '000:128',
    when: ({ multiTeamDue }) => lateOne(multiTeamDue),
    words: (due) => `Several teams involved; no group/KIT meeting ${sinceWords(due)}.`,
  }),
  DUE_NEXT: row({
    src: '000:113',
    // FLAG19: a child that is in each session anyway is not late by the next one.
    when: ({ discussionDue: due, nextSessionOn }) =>
      due?.outcome === 'due' &&
      !isLate(due) &&
      !due.inEverySession &&
      nextSessionOn !== undefined &&
      due.dueOn < nextSessionOn &&
      due,
    words: ({ dueOn }) => `Falls due ${formatDate(dueOn)}, before the next session.`,
  }),
};
