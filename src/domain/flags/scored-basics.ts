import {
  type CalendarDate,
  daysBetween,
  earlierOf,
  formatDate,
} from '#domain/dates/calendar-date.ts';
import type { FlagQuestion, ScoredCode } from './flag.ts';
import { type FlagRow, row } from './flag-row.ts';

/** FLAG10: the last day that the council's data tell of. */
const dataDay = ({ facts, today }: FlagQuestion): CalendarDate =>
  earlierOf(facts.council.asAt ?? today, today);

/** ", as at 20 November 2026" where the data are older than today. */
function asAtWords(question: FlagQuestion): string {
  const day = dataDay(question);
  return day < question.today ? `, as at ${formatDate(day)}` : '';
}

/** FLAG11: not since the last discussion, or for longer than the plan's own interval between visits. */
function isUnseenSince(question: FlagQuestion, seenOn: CalendarDate): boolean {
  const { facts } = question;
  const { lastFormalOn, word, council } = facts;
  if (word === 'unborn baby') return false;
  const day = dataDay(question);
  if (lastFormalOn !== undefined && seenOn < lastFormalOn && day > lastFormalOn) return true;
  return council.visitEveryDays !== undefined && daysBetween(seenOn, day) > council.visitEveryDays;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type BasicsCode = Extract<
  ScoredCode,
  'NOT_SEEN' | 'NOT_SEEN_ALONE' | 'NO_PLAN' | 'NO_ASSESS' | 'REVIEW_LATE'
>;

/** What is checked before the session, so that it need not be asked in it (R-47, 001:91). */
export const basicsRows: Readonly<Record<BasicsCode, FlagRow>> = {
  NOT_SEEN: row({
    src: '001:91; 000:29',
    when: ({ council: { lastSeenOn } }, question) =>
      lastSeenOn && isUnseenSince(question, lastSeenOn) && lastSeenOn,
    words: (seenOn, question) =>
      `${capital(question.facts.word)} not seen since ${formatDate(seenOn)}${asAtWords(question)}.`,
  }),
  NOT_SEEN_ALONE: row({
    src: '000:29',
    when: ({ council: { lastSeenAloneOn } }, question) =>
      lastSeenAloneOn && isUnseenSince(question, lastSeenAloneOn) && lastSeenAloneOn,
    words: (seenOn, question) => {
      const { word, council } = question.facts;
      const touch =
        word === 'young person' && council.inTouchOn
          ? `; in touch on ${formatDate(council.inTouchOn)}`
          : '';
      return `Not seen alone since ${formatDate(seenOn)}${touch}${asAtWords(question)}.`;
    },
  }),
  NO_PLAN: row({
    src: '000:32; 001:91',
    when: ({ council }) => council.planUpToDate === false,
    words: () => 'No up-to-date plan on file.',
  }),
  NO_ASSESS: row({
    src: '000:32',
    when: ({ council }) => council.assessmentUpToDate === false,
    words: () => 'Assessment is not up to date.',
  }),
  REVIEW_LATE: row({
    src: '001:91; 000:34',
    when: ({ council: { nextReviewOn, lastReviewOn } }, question) => {
      if (nextReviewOn === undefined || nextReviewOn >= dataDay(question)) return undefined;
      const held = lastReviewOn !== undefined && lastReviewOn >= nextReviewOn;
      return !held && nextReviewOn;
    },
    words: (reviewOn, question) => `Review was due ${formatDate(reviewOn)}${asAtWords(question)}.`,
  }),
};
