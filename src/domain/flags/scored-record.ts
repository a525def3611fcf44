import { countOf } from '#domain/count-words.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import type { ActionFact, CaseFacts, LastRecordFacts } from './case-facts.ts';
import type { FlagQuestion, ScoredCode } from './flag.ts';
import { type FlagRow, row, sentences, some } from './flag-row.ts';

const stuckAfter = 3; // sessions, the specification's number (002:33 names no number)
const carriedOften = 2; // the second time it is carried
const mostCarriedCounted = 3; // 15 points each, 45 at most
const lateActions = 2;

const notedOn = ({ on, driftNotedOn = on }: LastRecordFacts) => formatDate(driftNotedOn);
const namedOn = ({ on, dynamicsOn = on }: LastRecordFacts) => formatDate(dynamicsOn);

/** FLAG15: what speaks for drift: what was recorded last time, or two actions past their day. */
function driftOf(facts: CaseFacts, { today }: FlagQuestion): readonly string[] | undefined {
  const { lastRecord, actions, lastProgressOn } = facts;
  const { driftDelay } = lastRecord ?? {};
  const recorded = driftDelay === 'some' || driftDelay === 'significant';
  const late = actions.filter(({ dueOn }) => dueOn !== undefined && dueOn < today).length;
  if (!recorded && late < lateActions) return undefined;
  return [
    ...(recorded && lastRecord ? [`${driftDelay} delay noted ${notedOn(lastRecord)}`] : []),
    ...(late > 0 ? [`${countOf(late, 'action')} late`] : []),
    ...(lastProgressOn ? [`last progress ${formatDate(lastProgressOn)}`] : []),
  ];
}

const carriedOf = ({ actions }: CaseFacts): readonly ActionFact[] | undefined =>
  some(actions.filter(({ carried }) => carried >= carriedOften));

function voiceWords({ word }: CaseFacts): string {
  return word === 'unborn baby'
    ? 'What the parents say was not recorded last time.'
    : `The ${word}’s voice was not recorded last time.`;
}

type RecordCode = Extract<
  ScoredCode,
  | 'NO_DIFFERENCE'
  | 'DRIFT'
  | 'ACTION_CARRIED'
  | 'VOICE_MISSING'
  | 'COMPLIANCE'
  | 'DANGEROUS_DYNAMICS'
  | 'COMPLEX'
  | 'EMOTION'
  | 'STUCK'
  | 'STEP_DOWN'
>;

/** What was written last time, and what has become of it. */
export const recordRows: Readonly<Record<RecordCode, FlagRow>> = {
  NO_DIFFERENCE: row({
    src: '000:63',
    when: ({ lastRecord }) =>
      lastRecord?.difference === 'none' || lastRecord?.difference === 'unclear',
    words: (_, { facts }) =>
      `No difference recorded for the ${facts.word} last time: why, and what could change?`,
  }),
  DRIFT: row({
    src: '000:46; 003:42',
    when: driftOf,
    words: (parts) => `Possible drift: ${parts.join('; ')}.`,
  }),
  ACTION_CARRIED: row({
    src: '001:93; 003:256',
    when: carriedOf,
    times: (actions) => Math.min(actions.length, mostCarriedCounted),
    words: (actions) =>
      sentences(
        actions.map(({ what, carried }) => `Action “${what}” carried forward ${carried} times.`),
      ),
  }),
  VOICE_MISSING: row({
    src: '000:30,159; 004:32',
    when: ({ lastRecord }) => lastRecord?.childVoice === 'empty',
    words: (_, { facts }) => voiceWords(facts),
  }),
  COMPLIANCE: row({
    src: '001:29; 000:251',
    when: ({ lastRecord }) =>
      lastRecord?.dynamics?.some((each) => each !== 'dangerous') && lastRecord,
    words: (last) => `Change not yet seen in what the family does (noted ${namedOn(last)}).`,
  }),
  DANGEROUS_DYNAMICS: row({
    src: '000:215',
    when: ({ lastRecord }) => lastRecord?.dynamics?.includes('dangerous') && lastRecord,
    words: (last) => `Difficult or dangerous dynamics named ${namedOn(last)}.`,
  }),
  COMPLEX: row({
    src: '001:94',
    when: ({ lastRecord }) => {
      const open = lastRecord?.openHypotheses ?? 0;
      return (open >= 2 || lastRecord?.complex === true) && { open };
    },
    words: ({ open }) =>
      open >= 2 ? `Complex: ${open} open hypotheses.` : 'Complex: marked so by a person.',
  }),
  EMOTION: row({
    src: '000:48-50; 003:78',
    when: ({ strongImpact }) => strongImpact,
    words: () => 'Practitioner reports strong emotional impact.',
  }),
  STUCK: row({
    src: '002:33',
    when: ({ sessionsWithoutMovement: still = 0, waitingFor }) =>
      some([
        ...(still >= stuckAfter ? [`no movement for ${still} sessions`] : []),
        ...(waitingFor ? [`waiting for ${waitingFor}`] : []),
      ]),
    words: (parts) => {
      const text = parts.join('; ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
  }),
  STEP_DOWN: row({
    src: '000:219',
    when: ({ lastRecord }) =>
      lastRecord?.threshold === 'stepDown' || lastRecord?.threshold === 'close',
    words: () => 'Decide: step down or close?',
  }),
};
