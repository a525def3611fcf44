import { formatDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { MAX_WORRIES } from '#domain/records/preparation.ts';
import type { CaseFacts, DecisionFact } from './case-facts.ts';
import { lateOne, overdueWords } from './clock-words.ts';
import type { AlwaysCode } from './flag.ts';
import { type FlagRow, listed, row, sentences, some } from './flag-row.ts';
import { awaitsDiscussion } from './since-last.ts';

const awaiting = (facts: CaseFacts, which: (decision: DecisionFact) => boolean) =>
  some(facts.decisions.filter((each) => which(each) && awaitsDiscussion(facts, each)));

/** FLAG6: how strongly the policy asks for it. Two of the five only recommend it by our reading. */
function revisitWords({ on, text }: DecisionFact, { informal }: PolicyProfile): string {
  const decision = `Informal decision on ${formatDate(on)} (“${text}”)`;
  const strength = informal?.revisitAtNextFormal;
  return strength === 'must' || strength === 'should'
    ? `${decision} ${strength} be revisited at this session.`
    : `${decision}: revisit it at this session.`;
}

/** The first group of domain-spec section C: in depth, unless a person says otherwise with a reason. */
export const alwaysRows: Readonly<Record<AlwaysCode, FlagRow>> = {
  URGENT: row({
    src: '001:93-94',
    when: (facts) => awaiting(facts, ({ significance }) => significance !== 'routine'),
    words: (decisions) =>
      sentences(
        decisions.map(
          ({ on }) =>
            `Significant or urgent matter recorded ${formatDate(on)}; needs in-depth discussion.`,
        ),
      ),
  }),
  INFORMAL_PENDING: row({
    src: '001:104; 003:55',
    when: ({ decisions }) => some(decisions.filter(({ revisit }) => revisit === 'pending')),
    words: (decisions, { profile }) =>
      sentences(decisions.map((decision) => revisitWords(decision, profile))),
  }),
  DIRECTION_CHANGE: row({
    src: '001:104',
    when: (facts) => awaiting(facts, ({ changesDirection }) => changesDirection === true),
    words: (decisions) =>
      `The direction of this case changed on ${listed(decisions.map(({ on }) => formatDate(on)))}.`,
  }),
  PRACT_WORRY: row({
    src: '004:40',
    when: ({ worryRank }) =>
      worryRank !== undefined && worryRank >= 1 && worryRank <= MAX_WORRIES && worryRank,
    words: (rank, { facts }) =>
      `${facts.practitioner || 'The practitioner'}’s greatest worry no. ${rank}.`,
    place: (rank) => rank,
  }),
  REQUESTED: row({
    src: '001:91; 000:167',
    when: ({ requestedBy }) => some(requestedBy),
    words: (names) => {
      const known = names.filter((name) => name.trim() !== '');
      return `In-depth discussion requested${known.length > 0 ? ` by ${listed(known)}` : ''}.`;
    },
  }),
  CHILD_OVERDUE: row({
    src: '000:113-126',
    when: ({ discussionDue }) => lateOne(discussionDue),
    words: (due, { profile }) => overdueWords(due, profile),
  }),
  FIRST_FULL: row({
    src: '000:120',
    when: ({ discussionDue, allocatedOn }) =>
      discussionDue?.outcome === 'due' &&
      discussionDue.firstFullBy !== undefined &&
      allocatedOn !== undefined && { allocatedOn, by: discussionDue.firstFullBy },
    words: ({ allocatedOn, by }, { today }) => {
      const due = by < today ? 'was due' : 'due';
      return `New allocation ${formatDate(allocatedOn)}; first full supervision ${due} by ${formatDate(by)}.`;
    },
  }),
  IMMEDIATE_ACTION: row({
    src: '003:121,214',
    when: ({ actions }) =>
      some(actions.filter(({ immediateSafeguarding }) => immediateSafeguarding)),
    words: (actions) =>
      sentences(
        actions.map(({ owner }) => {
          const who = owner.trim() === '' ? 'no owner named' : `owner ${owner}`;
          return `An immediate safeguarding action is still open (${who}).`;
        }),
      ),
  }),
};
