import type {
  ChoiceField,
  Depth,
  DiscussionField,
  DiscussionSection,
  SubjectWord,
  TextField,
} from './discussion-field-types.ts';
import type { CheckKey, DiscussionTextKey } from './discussion-keys.ts';

const either: readonly Depth[] = ['inDepth', 'brief'];
const inDepth: readonly Depth[] = ['inDepth'];

interface Optional {
  readonly key: DiscussionTextKey;
  readonly label: string | ((word: SubjectWord) => string);
  readonly hint?: string;
  readonly depths?: readonly Depth[];
  readonly kind?: TextField['kind'];
  readonly isExpected?: true;
  readonly form?: TextField['form'];
}

/** A text that is never required: there to be used. */
export function optional(section: DiscussionSection, field: Optional): TextField {
  const { key, label, hint, depths = inDepth, kind = 'text', isExpected, form } = field;
  const words = typeof label === 'string' ? () => label : label;
  return {
    kind,
    key,
    depths,
    section,
    requiredAt: [],
    label: words,
    ...(hint ? { hint: () => hint } : {}),
    ...(isExpected ? { isExpected } : {}),
    ...(form ? { form } : {}),
    missing: (word) => `Write an answer to “${words(word)}”`,
  };
}

const about = (word: SubjectWord) => (word === 'unborn baby' ? 'the parents' : `the ${word}`);

/** a basic that was checked before the session. Its date is shown from the data. */
const check = (key: CheckKey, label: (word: SubjectWord) => string): ChoiceField => ({
  kind: 'check',
  key,
  depths: either,
  section: 'sinceLast',
  label,
  words: { yes: 'Yes', no: 'No', na: 'Does not apply' },
  isExpected: true,
});

export const sinceLastFields: readonly DiscussionField[] = [
  optional('sinceLast', {
    key: 'statusChange',
    label: 'Any change in status since last time?',
    depths: either,
    kind: 'line',
    isExpected: true,
  }),
  optional('sinceLast', {
    key: 'statusChangeOn',
    label: 'When the status changed',
    depths: either,
    kind: 'date',
  }),
  optional('sinceLast', {
    key: 'summary',
    label: 'What has happened since last time',
    depths: either,
    isExpected: true,
  }),
  optional('sinceLast', {
    key: 'myActionsTaken',
    label: 'What the practitioner did',
    depths: either,
    isExpected: true,
  }),
  check('seen', (word) => `Has somebody seen ${about(word)} since last time?`),
  check('reviewInTime', () => 'Was the last review held in time?'),
  check('planInPlace', () => 'Is there a plan, and is it up to date?'),
  check('assessmentCurrent', () => 'Is the assessment up to date?'),
];

export const thinkingFields: readonly DiscussionField[] = [
  {
    kind: 'list',
    key: 'hypotheses',
    depths: inDepth,
    section: 'thinking',
    label: () => 'Hypotheses',
    hint: () => 'What else might explain this?',
    isExpected: true,
  },
  optional('thinking', {
    key: 'factVsOpinion',
    label: 'What do we know, and what do we think?',
    hint: 'How do we know it, and from whom?',
  }),
  optional('thinking', {
    key: 'evidenceResearch',
    label: 'What evidence or theory informs this?',
  }),
  optional('thinking', {
    key: 'reactionAndJudgement',
    label: (word) => `Has our own reaction affected our judgement about this ${word}?`,
  }),
];

export const differenceFields: readonly DiscussionField[] = [
  {
    kind: 'choice',
    key: 'difference',
    depths: either,
    section: 'difference',
    label: (word) => `Is the work making a difference for this ${word}?`,
    words: { made: 'It has made a difference', none: 'No difference yet', unclear: 'Unclear' },
    isExpected: true,
  },
  optional('difference', {
    key: 'impactForChild',
    label: 'What difference is the work making?',
    hint: 'If none: why, and what would we do differently?',
    depths: either,
    isExpected: true,
  }),
  {
    kind: 'choice',
    key: 'scaling',
    depths: inDepth,
    section: 'difference',
    label: (word) => `How safe is this ${word} today, from 0 to 10?`,
    hint: () => '0 is not safe at all; 10 is safe enough to close.',
    words: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [String(n), String(n)])),
  },
  {
    kind: 'choice',
    key: 'driftDelay',
    depths: either,
    section: 'difference',
    label: () => 'Drift or delay',
    hint: () => 'Is the work progressing at pace?',
    words: { none: 'None', some: 'Some', significant: 'Significant' },
    isExpected: true,
  },
  optional('difference', {
    key: 'driftDelayWhy',
    label: 'Where the drift or delay is',
    depths: either,
  }),
  {
    kind: 'choice',
    key: 'threshold',
    depths: either,
    section: 'difference',
    label: () => 'Is this the right threshold?',
    words: { stepUp: 'Step up', hold: 'Hold', stepDown: 'Step down', close: 'Close' },
    isExpected: true,
  },
  optional('difference', { key: 'thresholdWhy', label: 'Why this threshold', depths: either }),
  {
    kind: 'tick',
    key: 'complex',
    depths: inDepth,
    section: 'difference',
    label: () => 'This is complex',
  },
  optional('difference', {
    key: 'waitingFor',
    label: 'Waiting for',
    hint: 'The agency, where there is a waiting list.',
    depths: either,
    kind: 'line',
  }),
];
