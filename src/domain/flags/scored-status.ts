import { addInterval, formatDate, type Interval } from '#domain/dates/calendar-date.ts';
import type { CaseFacts } from './case-facts.ts';
import type { ScoredCode } from './flag.ts';
import { type FlagRow, listed, row, sentences, some } from './flag-row.ts';
import { isSinceLast } from './since-last.ts';

/** The second statutory review of a child in care is four months after the first days (000:123). */
const secondReviewAfter: Interval = 'P4M';

const has = (facts: CaseFacts, ...codes: readonly string[]): boolean =>
  codes.some((code) => facts.statusCodes.includes(code));

/** FLAG13: Swindon has one status for the three, so which of them it is may not be held. */
const isOneOfThree = (facts: CaseFacts): boolean =>
  has(facts, 'CP_PLO_COURT') && !has(facts, 'CP', 'PLO', 'COURT');

type StatusCode = Extract<
  ScoredCode,
  'RISK_UP' | 'STATUS_CHANGE' | 'COURT_PLO' | 'CP' | 'TRIO' | 'EH_HIGH' | 'PERMANENCE'
>;

/** What the child's status, plan and risk are, and what changed in them. */
export const statusRows: Readonly<Record<StatusCode, FlagRow>> = {
  RISK_UP: row({
    src: '000:113',
    when: ({ riskRaised }, question) =>
      riskRaised &&
      (riskRaised.isRecorded === true || isSinceLast(question, riskRaised.on)) &&
      riskRaised,
    words: ({ on, from, to }) =>
      from && to
        ? `Risk rose from ${from} to ${to} on ${formatDate(on)}.`
        : `Risk recorded as higher on ${formatDate(on)}.`,
  }),
  STATUS_CHANGE: row({
    src: '003:272',
    when: ({ statusChanges }, question) =>
      some(statusChanges.filter(({ on }) => isSinceLast(question, on))),
    words: (changes) =>
      sentences(changes.map(({ on, to }) => `Status changed to ${to} on ${formatDate(on)}.`)),
  }),
  COURT_PLO: row({
    src: '000:122',
    when: (facts) => has(facts, 'COURT', 'PLO'),
    words: () => 'In PLO/court proceedings.',
  }),
  CP: row({
    src: '000:122',
    when: (facts) => has(facts, 'CP') || isOneOfThree(facts),
    words: (_, { facts }) =>
      isOneOfThree(facts)
        ? 'CP/PLO/Court: which of the three is not held in Footprint.'
        : 'Subject to a child protection plan.',
  }),
  TRIO: row({
    src: '000:257',
    when: ({ trioPresent }) => trioPresent.length >= 2 && trioPresent,
    words: (present) =>
      `Domestic abuse, substance misuse and mental health overlap (${listed(present)}).`,
  }),
  EH_HIGH: row({
    src: '000:118',
    when: ({ higherRiskEarlyHelp }) => higherRiskEarlyHelp,
    words: () => 'Higher-risk Early Help family: every session.',
  }),
  PERMANENCE: row({
    src: '000:123',
    when: ({ council: { inCareSince, permanence } }, { today }) => {
      const undecided = permanence === 'none' || permanence === 'recorded';
      const long = inCareSince && addInterval(inCareSince, secondReviewAfter) < today;
      return undecided && long && permanence;
    },
    words: (permanence) =>
      permanence === 'none'
        ? 'No permanence plan recorded yet.'
        : 'Permanence plan recorded, not decided yet.',
  }),
};
